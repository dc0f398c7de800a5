import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checks
} from "./chunk-PIU2WRMU.js";
import {
  scriptRules,
  suppressionRules
} from "./chunk-RJTTVYQ3.js";
import {
  putBack,
  serviceOf,
  shellWord
} from "./chunk-5LNVXTFX.js";

// src/changes/drift.ts
function isOnlyContent({ good, live, content, emptied, mode, owner }) {
  return content && !emptied && good === live && mode === void 0 && owner === void 0;
}

// src/checks/live-drift.ts
var WORDS = {
  nothing: "nothing",
  file: "a plain file",
  link: "a symbolic link",
  directory: "a directory",
  other: "neither a file nor a link"
};
var liveDrift = {
  id: "live-drift",
  wholeFile: true,
  severity: "error",
  uncritical: "error",
  folds: checks.map(({ id }) => id),
  summary: "A critical file on a host is not what is known to be good",
  help: "Another content, mode or owner, a file that is missing or was added, a link or a directory in place of a file: whatever differs on the host from the known good, the snapshot or the commit. The digest decides, so that no change is too small; what it means by key is told below it. Changes by hand are the ones that no review has seen, and they are lost, or come into force, with the next deployment or restart. A file that the policy lists under `rotating` of a service may have another content: that is a notice.",
  configure: "Put the file back with `holdfast restore`, or bring the change into the repository, deploy it, and have the result known to be good. Credentials that rotate belong under `rotating` of their service.",
  run({ drift, selection }) {
    if (drift === void 0) return [];
    const args = argsOf(drift, selection.sensitive.length > 0);
    return [drift.rotating && isOnlyContent(drift) ? { severity: "notice", args } : { args }];
  },
  message(finding) {
    const { rotating } = finding.args;
    return {
      what: whatOf(finding),
      why: whyOf(finding),
      fix: finding.severity === "notice" && rotating === true ? "Nothing, when it was rotated; the next snapshot that is known to be good has the new one." : fixOf(finding)
    };
  }
};
function argsOf(drift, sensitive) {
  const { against, good, live, content, mode, owner, sha256, rotating } = drift;
  const args = { against: against.kind, good, live };
  if (against.kind !== "known-good") args.id = against.id;
  else if (against.environment !== void 0) args.environment = against.environment;
  const differs = [
    ...content ? [good === "link" ? "target" : "content"] : [],
    ...mode === void 0 ? [] : ["mode"],
    ...owner === void 0 ? [] : ["owner"]
  ];
  if (differs.length > 0) args.differs = differs;
  if (mode !== void 0) args.mode = [octal(mode.good), octal(mode.live)];
  if (owner !== void 0) args.owner = [owner.good, owner.live];
  if (sha256 !== void 0 && !sensitive) args.sha256 = sha256.slice(0, 12);
  if (rotating) args.rotating = true;
  return args;
}
function whatOf({ path, args }) {
  const [good, live] = [args.good, args.live];
  if (live === "nothing") return `${path} is missing on the host.`;
  if (good === "nothing") return `${path} was added on the host: ${referenceOf(args)} does not have it.`;
  if (good !== live) return `${path} is ${WORDS[live]} on the host; ${referenceOf(args)} has ${WORDS[good]}.`;
  const pairs = { mode: args.mode, owner: args.owner };
  const parts = args.differs.map((part) => {
    const pair = pairs[part];
    return pair === void 0 ? part : `${part} (${pair.join(" \u2192 ")})`;
  });
  return `${path} is not what ${referenceOf(args)} has: another ${parts.join(" and another ")}.`;
}
function whyOf({ args, service, severity }) {
  if (severity === "notice" && args.rotating === true) return "The policy says that this file rotates.";
  if (args.live === "nothing")
    return `${serviceOf(service)} starts without its configuration, or with built-in defaults.`;
  if (args.good === "nothing") return "A service that reads its whole directory reads this file, too.";
  const differs = args.differs ?? [];
  if (args.good === args.live && !differs.includes("content") && !differs.includes("target"))
    return `${serviceOf(service)} may not be able to read it any more, or somebody else may.`;
  return "Nobody has reviewed or probed what stands there now; it comes into force with the next restart at the latest.";
}
function fixOf(finding) {
  const kept = "If it is meant, bring it into the repository, deploy it, and have the result known to be good.";
  const command = restoreCommand(finding);
  return command === void 0 ? `Find out who changed it, and deploy the commit again. ${kept}` : `Find out who ${finding.args.good === "nothing" ? "put it there, and take it away" : "changed it, and put back what belongs there"}: ${command}. ${kept}`;
}
function restoreCommand({ check, path, args }) {
  if (check !== "live-drift" || args.against === "commit") return void 0;
  const which = args.against === "snapshot" ? String(args.id) : `--known-good${args.environment === void 0 ? "" : ` --environment ${shellWord(String(args.environment))}`}`;
  return `holdfast restore ${which} --path ${shellWord(path)}`;
}
function referenceOf(args) {
  if (args.against === "known-good") return "the known good";
  return args.against === "snapshot" ? `the snapshot ${String(args.id)}` : `the commit ${String(args.id).slice(0, 12)}`;
}
function octal(mode) {
  return mode.toString(8).padStart(4, "0");
}

// src/verdict/catalog.ts
var described = [...checks, liveDrift, ...scriptRules, ...suppressionRules];
var byId = new Map(described.map((each) => [each.id, each]));
var checkIds = new Set([...checks, liveDrift].map(({ id }) => id));
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
  return (line === void 0 ? void 0 : setApart(fix, `\`${line}\``, line)) ?? setApart(fix, restoreCommand(finding)) ?? setApart(fix, putBack(base, finding.path)) ?? { text: fix, rest: "" };
}
function setApart(fix, written, command = written) {
  if (written === void 0 || command === void 0) return void 0;
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
  if (policy === "snapshot") return "policy kept with the snapshot";
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
  isOnlyContent,
  liveDrift,
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
