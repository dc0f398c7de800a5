import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createSelector
} from "./chunk-O24VLVZE.js";
import {
  atLeast,
  fingerprint
} from "./chunk-LHQRXSF5.js";
import {
  HIDDEN
} from "./chunk-HCG7IYJE.js";

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
  blockers,
  withFolded,
  isVague
};
