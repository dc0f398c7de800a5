import type { Finding } from '../findings/finding.ts';
import type { Decision } from '../verdict/decision.ts';
import { visibleJson } from './escape.ts';
import { isWholeFile } from './messages.ts';

/** The runner takes 1 MB for all outputs of a job together. */
const LONGEST_LIST = 100_000;

/**
 * The Action's outputs: `verdict`, `errors` and `warnings` as numbers, `replaced` as a JSON list of paths in
 * at most 100,000 bytes, and `replaced-count`, by which a list that was cut can be told.
 */
export function actionOutputs(decision: Decision): Record<string, string> {
  const replaced = [...new Set(decision.findings.filter(isReplacement).map((finding) => finding.path))];
  return {
    verdict: decision.verdict,
    errors: String(decision.counts.errors),
    warnings: String(decision.counts.warnings),
    replaced: cappedList(replaced),
    'replaced-count': String(replaced.length),
  };
}

function isReplacement(finding: Finding): boolean {
  return isWholeFile(finding) || (finding.folded ?? []).some(isReplacement);
}

function cappedList(paths: readonly string[]): string {
  const items: string[] = [];
  let length = 2;
  for (const path of paths) {
    const item = visibleJson(JSON.stringify(path));
    length += Buffer.byteLength(item) + 1;
    if (length > LONGEST_LIST) break;
    items.push(item);
  }
  return `[${items.join(',')}]`;
}
