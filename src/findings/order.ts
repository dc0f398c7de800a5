import { compareText } from '../model/text.ts';
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
      compareText(left.path, right.path) ||
      (left.line ?? 0) - (right.line ?? 0) ||
      compareText(left.check, right.check) ||
      compareText(left.key ?? '', right.key ?? '') ||
      compareText(left.fingerprint, right.fingerprint),
  );
}
