import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checks
} from "./chunk-Z7VQC7PI.js";
import {
  scriptRules,
  suppressionRules
} from "./chunk-KJBBKZ37.js";
import {
  putBack
} from "./chunk-DDJJNZ4K.js";

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

// src/reports/layout.ts
var MARKS = new RegExp("\\p{Mn}|\\p{Me}", "u");
var WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
function widthOf(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}
function columnsOf(character) {
  if (character < "\u0300") return 1;
  return MARKS.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}
function cut(text, width) {
  if (widthOf(text) <= width) return text;
  return `${head(text, Math.max(0, width - 1))}\u2026`;
}
function head(text, width) {
  let taken = "";
  let columns = 0;
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > width) break;
    taken += character;
  }
  return taken;
}
function wrap(text, width, whole) {
  const lines = [];
  let line = "";
  for (const word of wordsOf(text, whole !== void 0 && widthOf(whole) <= width ? whole : void 0)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const start = head(line, width) || [...line][0];
      lines.push(start);
      line = line.slice(start.length);
    }
  }
  return line === "" ? lines : [...lines, line];
}
function wordsOf(text, whole) {
  const joined = whole === void 0 ? text : text.replace(whole, () => whole.replaceAll(" ", "\0"));
  return joined.split(" ").flatMap((word) => word === "" ? [] : [word.replaceAll("\0", " ")]);
}
function paint(color) {
  const style = (open, close) => (text) => color && text !== "" ? `\x1B[${open}m${text}\x1B[${close}m` : text;
  return {
    strong: style(1, 22),
    quiet: style(2, 22),
    red: style(31, 39),
    green: style(32, 39),
    yellow: style(33, 39),
    blue: style(36, 39)
  };
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
  grouped,
  widthOf,
  cut,
  wrap,
  paint
};
