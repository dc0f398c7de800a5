import type { Finding } from '../findings/finding.ts';
import { atLeast } from '../findings/order.ts';
import { addTo } from '../model/lists.ts';
import type { Check } from './check.ts';

/**
 * One finding per cause: findings of one file that only follow from a worse (or equally bad) one of another
 * check are folded under it, and with them what follows from them. The order of the checks is the order of causes.
 * @param keyOf equal for findings about the same key only: two keys may be shown alike.
 */
export function foldFindings(
  findings: readonly Finding[],
  checks: readonly Check[],
  keyOf: (finding: Finding) => string | undefined,
): Finding[] {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const remaining: Remaining = { all: new Set(findings), ofCheck: new Map(), ofKey: new Map(), keyOf };
  for (const finding of findings) {
    addTo(remaining.ofCheck, finding.check, finding);
    addTo(remaining.ofKey, keyOf(finding), finding);
  }
  for (const { id } of checks) {
    const causes = (remaining.ofCheck.get(id) ?? []).filter((finding) => remaining.all.has(finding));
    for (const [index, cause] of causes.entries()) {
      if (!remaining.all.has(cause)) continue;
      const consequences = takeConsequences(cause, index === 0, remaining, byId);
      if (consequences.length > 0) cause.folded = [...(cause.folded ?? []), ...consequences];
    }
  }
  return [...remaining.all];
}

/** The findings that are not folded yet, in their order; the lists also hold those that are. */
type Remaining = {
  all: Set<Finding>;
  ofCheck: Map<string, Finding[]>;
  ofKey: Map<string | undefined, Finding[]>;
  keyOf(finding: Finding): string | undefined;
};

/** @param first of its check: it takes what follows for the whole file, others only what is about their key. */
function takeConsequences(
  cause: Finding,
  first: boolean,
  remaining: Remaining,
  checks: ReadonlyMap<string, Check>,
): Finding[] {
  const { folds = [], foldsOfKey = [], isCause } = checks.get(cause.check) ?? {};
  if (isCause?.(cause) === false) return [];
  const follows = (finding: Finding) =>
    finding.check !== cause.check &&
    atLeast(cause.severity, finding.severity) &&
    ((first && folds.includes(finding.check)) ||
      (remaining.keyOf(finding) === remaining.keyOf(cause) && foldsOfKey.includes(finding.check)));
  const direct = [...candidates(first && folds.length > 0, foldsOfKey, cause, remaining)].filter(follows);
  for (const consequence of direct) remaining.all.delete(consequence);
  return direct.flatMap((each) => [each, ...takeConsequences(each, true, remaining, checks)]);
}

/** All that can follow, in the order of the findings: of the whole file, or of the key only. */
function candidates(
  whole: boolean,
  foldsOfKey: readonly string[],
  cause: Finding,
  { all, ofKey, keyOf }: Remaining,
): Iterable<Finding> {
  if (whole) return all;
  if (foldsOfKey.length === 0) return [];
  return (ofKey.get(keyOf(cause)) ?? []).filter((finding) => all.has(finding));
}
