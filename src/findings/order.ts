import type { Finding, Severity } from './finding.ts';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** True when `severity` is as severe as `threshold` or more. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/**
 * What a person must look at first: the worst; then causes before details; then by path, line and key, so that the
 * same findings always stand in the same order.
 * @param rankOf the place of a check in the order of causes.
 */
export function sortFindings(findings: readonly Finding[], rankOf: (check: string) => number): Finding[] {
  return [...findings].sort(
    (left, right) =>
      SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
      rankOf(left.check) - rankOf(right.check) ||
      compare(left.path, right.path) ||
      (left.line ?? 0) - (right.line ?? 0) ||
      compare(left.check, right.check) ||
      compare(left.key ?? '', right.key ?? '') ||
      compare(left.fingerprint, right.fingerprint),
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
