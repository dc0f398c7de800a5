import type { Finding } from '../findings/finding.ts';
import { atLeast } from '../findings/order.ts';
import type { Check } from './check.ts';

/**
 * One finding per cause: findings of one file that only follow from a worse (or equally bad) one of another
 * check are folded under it. The order of the checks is the order of causes.
 */
export function foldFindings(findings: readonly Finding[], checks: readonly Check[]): Finding[] {
  const remaining = [...findings];
  for (const check of checks) {
    const folds = check.folds;
    if (folds === undefined) continue;
    const cause = remaining.find(
      (finding) => finding.check === check.id && check.isCause?.(finding) !== false,
    );
    if (cause === undefined) continue;
    const consequences = remaining.filter(
      (finding) => folds.includes(finding.check) && atLeast(cause.severity, finding.severity),
    );
    if (consequences.length === 0) continue;
    cause.folded = [...(cause.folded ?? []), ...consequences];
    for (const consequence of consequences) remaining.splice(remaining.indexOf(consequence), 1);
  }
  return remaining;
}
