import type { Finding } from '../findings/finding.ts';
import { groupBy } from '../model/lists.ts';

/** Findings by path; as findings come worst first, so do the paths. */
export function byPath(findings: readonly Finding[]): Map<string, Finding[]> {
  return groupBy(findings, ({ path }) => path);
}
