import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checks
} from "./chunk-YMIVOWQJ.js";
import {
  scriptRules,
  suppressionRules
} from "./chunk-CLDRABNO.js";
import {
  putBack
} from "./chunk-47LY2WDG.js";

// src/verdict/catalog.ts
var described = [...checks, ...scriptRules, ...suppressionRules];
var byId = new Map(described.map((each) => [each.id, each]));
var checkIds = new Set(checks.map(({ id }) => id));
var ranks = new Map(described.map(({ id }, index) => [id, index]));
function describedById(id) {
  return byId.get(id);
}
function isScriptRule(id) {
  return byId.has(id) && !checkIds.has(id);
}
function rankOf(id) {
  return ranks.get(id) ?? described.length;
}

// src/reports/messages.ts
var SEVERITY_WORDS = {
  error: "Error",
  warning: "Warning",
  notice: "Notice"
};
function describe(finding, base) {
  const message = describedById(finding.check)?.message(finding, base) ?? unknownCheck(finding);
  const title = titleOf(finding.check) + (finding.key === void 0 ? "" : `: ${finding.key}`);
  return { ...message, title, severityWord: SEVERITY_WORDS[finding.severity] };
}
function titleOf(checkId) {
  return checkId.charAt(0).toUpperCase() + checkId.slice(1).replaceAll("-", " ");
}
function unknownCheck(finding) {
  return {
    what: `${finding.check}: ${JSON.stringify(finding.args)}`,
    why: "This version of Holdfast has no words for this check.",
    fix: "Read the decision with the version of Holdfast that made it."
  };
}
function whatInFile(finding, base) {
  const { what } = describe(finding, base);
  const { path } = finding;
  if (what.startsWith(`${path}: `)) return what.slice(path.length + 2).replace(/^the /, "The ");
  if (what.startsWith(`${path} `))
    return `This ${isScriptRule(finding.check) ? "script" : "file"}${what.slice(path.length)}`;
  for (const word of [" in ", " from ", " of "]) {
    const [before, after, ...more] = what.split(word + path);
    if (after !== void 0 && more.length === 0 && /^[ .,;]/.test(after)) return before + after;
  }
  return what;
}
function fixParts(finding, base) {
  const { fix } = describe(finding, base);
  const { safer } = finding.args;
  const line = typeof safer === "string" ? safer.replace(/\s*\\?\n\s*/g, " ") : void 0;
  return (line === void 0 ? void 0 : setApart(fix, `\`${line}\``, line)) ?? setApart(fix, putBack(base, finding.path)) ?? { text: fix, rest: "" };
}
function setApart(fix, written, command = written) {
  const at = fix.indexOf(written);
  if (at === -1) return void 0;
  return { text: fix.slice(0, at), command, rest: fix.slice(at + written.length) };
}
function isWholeFile(finding) {
  return describedById(finding.check)?.wholeFile === true;
}
function placeOf(finding) {
  if (finding.line === void 0 || isWholeFile(finding)) return "";
  return finding.side === "before" ? `line ${finding.line} of the old file` : `line ${finding.line}`;
}
function whereOf({ path, line }) {
  return line === void 0 ? path : `${path}:${line}`;
}
function policySentence(policy) {
  if (policy === "defaults") return "no policy: conservative defaults";
  if (policy === "inputs") return "policy from the inputs";
  const at = policy.indexOf(":");
  const [kind, name] = [policy.slice(0, at), policy.slice(at + 1)];
  if (kind === "base") return `policy ${name} of the base`;
  return kind === "file" ? `policy ${name} (local trial)` : `policy ${policy}`;
}
function shortId(id) {
  return /^[0-9a-f]{40,64}$/.test(id) ? id.slice(0, 10) : id;
}
function plural(count, noun) {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
function grouped(count) {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

export {
  described,
  isScriptRule,
  rankOf,
  describe,
  titleOf,
  whatInFile,
  fixParts,
  isWholeFile,
  placeOf,
  whereOf,
  policySentence,
  shortId,
  plural,
  grouped
};
