import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  atLeast
} from "./chunk-LHQRXSF5.js";
import {
  isScriptRule,
  plural,
  policySentence,
  shortId
} from "./chunk-IWPKGJK5.js";
import {
  percent
} from "./chunk-JVBW2P7D.js";
import {
  HIDDEN
} from "./chunk-HCG7IYJE.js";

// src/reports/headline.ts
var VERDICT_WORDS = {
  pass: "PASS",
  fail: "FAIL",
  inconclusive: "INCONCLUSIVE"
};
function headline(decision) {
  const word = VERDICT_WORDS[decision.verdict];
  return `${word}  ${headlineRest(decision)}`;
}
function headlineRest(decision) {
  const { errors, warnings, notices } = decision.counts;
  const found = [
    ...errors > 0 ? [plural(errors, "error")] : [],
    ...warnings > 0 ? [plural(warnings, "warning")] : [],
    ...notices > 0 ? [plural(notices, "notice")] : []
  ].join(", ");
  const blocked = new Set(decision.notLookedAt.filter((item) => item.blocks).map(({ path }) => path)).size;
  const unseen = blocked === 0 ? "" : `${plural(blocked, "file")} could not be judged`;
  if (found === "" && unseen === "") return nothingFound(decision);
  const where = found === "" ? "" : `${found} in ${filesWithFindings(decision)}`;
  return [where, unseen].filter((part) => part !== "").join("; ") + lookedAt(decision);
}
function nothingFound(decision) {
  const { counts, policy, scripts = [], verified } = decision;
  if (verified !== void 0) {
    return `${plural(verified, "file")} on the host, ${verified === 1 ? "as it" : "all as they"} should be`;
  }
  if (isReview(decision) && scripts.length === 0) return "No deployment script was found";
  if (counts.changed + scripts.length === 0) {
    return `No configuration file that ${policy === "defaults" ? "the defaults select" : "the policy selects"} was changed`;
  }
  const changed = isReview(decision) ? "" : "changed ";
  const all = [
    ...counts.changed === 0 ? [] : [plural(counts.changed, `${changed}configuration file`)],
    ...scripts.length === 0 ? [] : [plural(scripts.length, counts.changed === 0 ? `${changed}script` : "script")]
  ];
  const read = new Set(scripts.map(({ path }) => path));
  const parts = new Set(decision.notLookedAt.map(({ path }) => path).filter((path) => read.has(path))).size;
  const unread = parts === 0 ? "" : `, ${parts} of which ${parts === 1 ? "was" : "were"} not wholly read`;
  return `Nothing found in ${all.join(" and ")}${unread}`;
}
function lookedAt(decision) {
  const { counts, scripts = [], verified } = decision;
  if (verified !== void 0)
    return ` (${plural(verified, "file")} belong${verified === 1 ? "s" : ""} on the host)`;
  if (isReview(decision)) return ` (${plural(scripts.length, "script")} in all)`;
  const all = [
    ...counts.changed === 0 ? [] : [plural(counts.changed, "configuration file")],
    ...scripts.length === 0 ? [] : [plural(scripts.length, "script")]
  ];
  return all.length === 0 ? "" : ` (${all.join(" and ")} changed)`;
}
function isReview({ base, head, scripts }) {
  return base === head && scripts !== void 0;
}
function isVerification({ verified }) {
  return verified !== void 0;
}
function filesWithFindings(decision) {
  const ofScripts = pathsOf(decision, true);
  const paths = pathsOf(decision, false);
  const critical = new Set(decision.changes.filter((change) => change.critical).map((change) => change.path));
  const touched = [...paths].filter((path) => critical.has(path)).length;
  const scripts = ofScripts.size === 0 ? [] : [plural(ofScripts.size, "script")];
  if (paths.size === 0) return scripts.join("");
  if (touched === paths.size) return [plural(paths.size, "critical file"), ...scripts].join(" and ");
  const files = plural(paths.size, "file") + (touched === 0 ? "" : `, ${touched} critical`);
  return [files, ...scripts].join(" and ");
}
function pathsOf({ findings }, scripts) {
  return new Set(findings.filter((one) => isOfScript(one) === scripts).map(({ path }) => path));
}
function verdictSentence(decision) {
  const acts = (decision.acknowledged ?? []).map(actSentence);
  return [...acts, sentenceOf(decision)].join(" ");
}
var HOW = { review: "with an approving review", label: "with a label", accept: "" };
function actSentence({ by, at, how, fingerprints }) {
  const what = plural(fingerprints.length, "finding");
  if (how === "accept") return `${what} accepted by the policy until ${at}.`;
  return `${what} acknowledged by ${/^[\w-]+$/.test(by) ? by : "somebody"} ${HOW[how]}.`;
}
function sentenceOf(decision) {
  const { verdict, counts, warnOnly, scripts = [] } = decision;
  const told = warnOnly ? " Because of warn-only, nothing is blocked." : "";
  if (verdict === "fail") return `${failure(decision)}${told}`;
  if (verdict === "inconclusive") {
    const what = decision.verified !== void 0 ? "this host" : isReview(decision) ? "these scripts" : "this change";
    return `Holdfast could not judge everything that it has to, so it does not call ${what} safe.${told}`;
  }
  if (counts.errors + counts.warnings + counts.notices > 0) {
    const when = decision.verified !== void 0 ? "rely on it" : isReview(decision) ? "run them" : "deploy";
    return `Nothing ${decision.acknowledged === void 0 ? "" : "else "}here is as severe as this repository fails on (${decision.failOn}); read it before you ${when}.`;
  }
  if (decision.verified !== void 0)
    return "Every critical file of the host was held against what belongs there.";
  if (counts.changed + scripts.length === 0) return "There was nothing to check.";
  const read = "what the scripts would write was held against the critical files";
  if (scripts.length === 0) return "Every changed configuration file was compared with its base.";
  return counts.changed === 0 ? `${read.charAt(0).toUpperCase()}${read.slice(1)}.` : `Every changed configuration file was compared with its base, and ${read}.`;
}
function failure(decision) {
  const failing = decision.findings.filter(({ severity }) => atLeast(severity, decision.failOn));
  if (decision.verified !== void 0) return "This host is not as it should be.";
  if (isReview(decision)) return "These scripts should not run as they are.";
  if (failing.length > 0 && failing.every(isOfScript)) {
    return "The scripts of this change should not run as they are.";
  }
  return "This change should not be deployed as it is.";
}
function snapshotsOf(decision) {
  const { base, head } = decision;
  return (isReview(decision) ? [head] : [base, head]).map(shortId);
}
function policyOf(decision) {
  const policy = policySentence(decision.policy);
  const own = isReview(decision) || decision.verified !== void 0;
  return own ? policy.replace(/ of the base$/, "") : policy;
}
function isOfScript({ check }) {
  return isScriptRule(check);
}
function blocksFirst(items) {
  return [...items].sort((left, right) => Number(right.blocks) - Number(left.blocks));
}

// src/reports/keys.ts
function differenceLines(change, most) {
  if (change.lines !== void 0) {
    const lines = change.lines.slice(0, most * 2);
    return { lines, more: (change.linesTotal ?? change.lines.length) - lines.length, noun: "line" };
  }
  const keys = change.keys ?? [];
  const shown = keys.slice(0, most);
  const more = Math.max(change.keysTotal ?? 0, keys.length) - shown.length;
  return { lines: shown.flatMap(linesOf), more, noun: "key" };
}
function linesOf(key) {
  const note = key.before === HIDDEN && key.after === HIDDEN ? " (another value)" : "";
  const lines = [];
  if (key.kind !== "added") lines.push({ sign: "-", text: `${key.key}${valueText(key.before)}` });
  if (key.kind !== "removed") lines.push({ sign: "+", text: `${key.key}${valueText(key.after)}${note}` });
  if (key.line !== void 0) lines.at(-1).line = key.line;
  return lines;
}
function valueText(value) {
  return value === void 0 ? "" : `: ${value === HIDDEN ? HIDDEN : JSON.stringify(value)}`;
}
var NOTABLE = 0.9;
function retentionText(change) {
  const { keysKept, linesKept } = change;
  if (Math.min(keysKept ?? 1, linesKept ?? 1) > NOTABLE) return void 0;
  const kept = [share(keysKept, "keys"), share(linesKept, "lines")].filter((part) => part !== void 0);
  return kept.join(", ");
}
function share(value, noun) {
  return value === void 0 ? void 0 : `${percent(value)} of its ${noun}`;
}

export {
  differenceLines,
  retentionText,
  headline,
  isReview,
  isVerification,
  verdictSentence,
  snapshotsOf,
  policyOf,
  blocksFirst
};
