import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createSelector
} from "./chunk-AKK2AODL.js";
import {
  atLeast,
  fingerprint
} from "./chunk-YXJ4QQSZ.js";
import {
  HIDDEN
} from "./chunk-5OBP3I3Y.js";

// src/verdict/approvals.ts
var ROLES = ["none", "read", "write", "maintain", "admin"];
var LASTING = ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"];
function countedActs(policy, evidence) {
  return acts(policy, evidence).filter((act) => objection(act, policy, evidence) === void 0);
}
function candidates(policy, evidence) {
  const people = acts(policy, evidence).filter((act) => exclusion(act, evidence) === void 0);
  return [...new Set(people.map(({ by }) => by.login))];
}
function refusals(policy, evidence) {
  return acts(policy, evidence).flatMap((act) => {
    const why = objection(act, policy, evidence);
    return why === void 0 ? [] : [`The ${act.how} by ${act.by.login} does not count: ${why}.`];
  });
}
function entitled(login, names, { teams }) {
  return names.some((name) => isSame(name, `@${login}`) || includes(teams[name.toLowerCase()] ?? [], login));
}
function acts(policy, { head, reviews, labels, labelEvents }) {
  const latest = /* @__PURE__ */ new Map();
  for (const review of reviews) {
    if (LASTING.includes(review.state)) latest.set(review.by.login.toLowerCase(), review);
  }
  const found = [...latest.values()].flatMap(
    ({ state, by, at, commit }) => state === "APPROVED" ? [{ how: "review", by, at, commit: commit?.toLowerCase() ?? "" }] : []
  );
  const name = policy.acknowledge?.label?.name;
  if (name === void 0 || !includes(labels, name)) return found;
  const last = labelEvents.findLast((event) => isSame(event.name, name));
  return last?.added ? [...found, { how: "label", by: last.by, at: last.at, commit: head }] : found;
}
function objection(act, { acknowledge }, evidence) {
  const { roles, pushed, retargeted, head } = evidence;
  const excluded = exclusion(act, evidence);
  if (excluded !== void 0) return excluded;
  const least = act.how === "label" ? acknowledge?.label?.role ?? "admin" : "write";
  if (ROLES.indexOf(roles[act.by.login.toLowerCase()] ?? "none") < ROLES.indexOf(least)) {
    return `their role is not ${least} or higher`;
  }
  if (retargeted !== void 0 && !isAfter(act, retargeted)) return "the base was changed after it";
  if (act.commit !== head && !acknowledge?.keepWhenUnchanged) return "it is of an earlier commit";
  if (act.how === "review") return void 0;
  if (pushed === void 0) return "when the head was pushed is not known";
  return isAfter(act, pushed) ? void 0 : "it is older than the last push";
}
function exclusion({ by }, { involved }) {
  if (by.bot) return "it is not a person";
  return includes(involved, by.login) ? "they wrote, committed or pushed a part of the change" : void 0;
}
function isAfter({ at }, other) {
  return Date.parse(at) > Date.parse(other);
}
function isSame(left, right) {
  return left.toLowerCase() === right.toLowerCase();
}
function includes(all, one) {
  return all.some((each) => isSame(each, one));
}

// src/verdict/blockers.ts
function blockers(decision, policy) {
  const changed = new Map(decision.changes.map(({ path, rule }) => [path, rule]));
  const select = createSelector(policy);
  const rulesOf = (path) => (changed.get(path) ?? select(path)?.rule ?? "").split(", ");
  const found = decision.findings.filter((finding) => atLeast(finding.severity, decision.failOn)).map((finding) => {
    const all = withFolded(finding);
    return {
      of: finding,
      path: finding.path,
      unjudged: false,
      fingerprint: finding.fingerprint,
      facts: all.map((each) => ({
        fingerprint: each.fingerprint,
        fails: atLeast(each.severity, decision.failOn)
      })),
      approvers: policy.critical.flatMap(
        ({ id, approvers }) => approvers !== void 0 && [...rulesOf(finding.path), ...declaredBy(finding)].includes(id) ? [approvers] : []
      ),
      vague: all.some(isVague)
    };
  });
  const named = policy.acknowledge?.inconclusive ?? [];
  const unjudged = decision.notLookedAt.filter((part) => part.blocks).map((part) => {
    const { path, reason, detail } = part;
    const mark = fingerprint("not-looked-at", path, void 0, { reason, detail });
    return {
      of: part,
      path,
      unjudged: true,
      fingerprint: mark,
      facts: [{ fingerprint: mark, fails: true }],
      approvers: named.length === 0 ? [] : [named],
      vague: true
    };
  });
  return [...found, ...unjudged];
}
function declaredBy({ args }) {
  return typeof args.declaredBy === "string" ? args.declaredBy.split(", ") : [];
}
function withFolded(finding) {
  return [finding, ...(finding.folded ?? []).flatMap(withFolded)];
}
function isVague({ key, args }) {
  const text = JSON.stringify([key, args]);
  return text.includes(HIDDEN) || text.includes("\u2026");
}

export {
  countedActs,
  candidates,
  refusals,
  entitled,
  blockers
};
