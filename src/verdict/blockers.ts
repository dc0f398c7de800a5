import type { Finding, NotLookedAt } from '../findings/finding.ts';
import { fingerprint } from '../findings/fingerprint.ts';
import { atLeast } from '../findings/order.ts';
import { HIDDEN } from '../findings/redact.ts';
import type { Path } from '../model/path.ts';
import type { Policy } from '../policy/policy.ts';
import { createSelector } from '../policy/select.ts';
import type { Decision } from './decision.ts';

/** One thing that keeps the verdict from being `pass`: a finding, or what could not be judged. */
export type Blocker = {
  of: Finding | NotLookedAt;
  path: Path;
  unjudged: boolean;
  fingerprint: string;
  /** It and all its consequences; `fails`: severe enough to fail by itself. */
  facts: { fingerprint: string; fails: boolean }[];
  /** One list for each rule that selects the file and names approvers: one of each list has to acknowledge. */
  approvers: string[][];
  /** Facts are hidden or shortened: an equal fingerprint may stand for another value. */
  vague: boolean;
};

/** What would have to be acknowledged for the verdict `pass`, and by whom. */
export function blockers(decision: Decision, policy: Policy): Blocker[] {
  const changed = new Map(decision.changes.map(({ path, rule }) => [path, rule]));
  const select = createSelector(policy);
  const rulesOf = (path: Path) => (changed.get(path) ?? select(path)?.rule ?? '').split(', ');
  const found = decision.findings
    .filter((finding) => atLeast(finding.severity, decision.failOn))
    .map((finding): Blocker => {
      const all = withFolded(finding);
      return {
        of: finding,
        path: finding.path,
        unjudged: false,
        fingerprint: finding.fingerprint,
        facts: all.map((each) => ({
          fingerprint: each.fingerprint,
          fails: atLeast(each.severity, decision.failOn),
        })),
        approvers: policy.critical.flatMap(({ id, approvers }) =>
          approvers !== undefined && [...rulesOf(finding.path), ...declaredBy(finding)].includes(id)
            ? [approvers]
            : [],
        ),
        vague: all.some(isVague),
      };
    });
  const named = policy.acknowledge?.inconclusive ?? [];
  const unjudged = decision.notLookedAt
    .filter((part) => part.blocks)
    .map((part): Blocker => {
      const { path, reason, detail } = part;
      const mark = fingerprint('not-looked-at', path, undefined, { reason, detail });
      return {
        of: part,
        path,
        unjudged: true,
        fingerprint: mark,
        facts: [{ fingerprint: mark, fails: true }],
        approvers: named.length === 0 ? [] : [named],
        vague: true,
      };
    });
  return [...found, ...unjudged];
}

/** The rules that declare what a script would write: a finding stands in the script, not in that file. */
function declaredBy({ args }: Finding): string[] {
  return typeof args.declaredBy === 'string' ? args.declaredBy.split(', ') : [];
}

/** A finding and all its consequences. */
export function withFolded(finding: Finding): Finding[] {
  return [finding, ...(finding.folded ?? []).flatMap(withFolded)];
}

/** Its values are hidden or shortened: what `showValue` leaves out it marks with one of these. */
export function isVague({ key, args }: Finding): boolean {
  const text = JSON.stringify([key, args]);
  return text.includes(HIDDEN) || text.includes('…');
}
