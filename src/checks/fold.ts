import type { Finding } from '../findings/finding.ts';
import { atLeast } from '../findings/order.ts';
import type { Check } from './check.ts';

/**
 * One finding per cause: findings of one file that only follow from a worse (or equally bad) one of another
 * check are folded under it, and with them what follows from them. The order of the checks is the order of causes.
 */
export function foldFindings(findings: readonly Finding[], checks: readonly Check[]): Finding[] {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const remaining = [...findings];
  for (const { id } of checks) {
    for (const [index, cause] of remaining.filter((finding) => finding.check === id).entries()) {
      if (!remaining.includes(cause)) continue;
      const consequences = takeConsequences(cause, index === 0, remaining, byId);
      if (consequences.length > 0) cause.folded = [...(cause.folded ?? []), ...consequences];
    }
  }
  return remaining;
}

/** @param first of its check: it takes what follows for the whole file, others only what is about their key. */
function takeConsequences(
  cause: Finding,
  first: boolean,
  remaining: Finding[],
  checks: ReadonlyMap<string, Check>,
): Finding[] {
  const { folds = [], foldsOfKey = [], isCause } = checks.get(cause.check) ?? {};
  if (isCause?.(cause) === false) return [];
  const direct = remaining.filter(
    ({ check, key, severity }) =>
      atLeast(cause.severity, severity) &&
      ((first && folds.includes(check)) || (key === cause.key && foldsOfKey.includes(check))),
  );
  for (const consequence of direct) remaining.splice(remaining.indexOf(consequence), 1);
  return direct.flatMap((each) => [each, ...takeConsequences(each, true, remaining, checks)]);
}
