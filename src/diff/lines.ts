import { structuredPatch } from 'diff';
import type { Retention } from './difference.ts';

/** Above this many edits jsdiff gives up; a replaced file of 10,000 lines took it 22 s without a limit. */
const MAX_EDITS = 500;

/** How many of the old non-blank lines are kept, counted as a multiset; indentation does not matter. */
export function retainedLines(before: string, after: string): Retention {
  const stock = new Map<string, number>();
  for (const line of after.split('\n')) {
    const content = line.trim();
    if (content !== '') stock.set(content, (stock.get(content) ?? 0) + 1);
  }
  let total = 0;
  let kept = 0;
  for (const line of before.split('\n')) {
    const content = line.trim();
    if (content === '') continue;
    total += 1;
    const left = stock.get(content) ?? 0;
    if (left > 0) {
      kept += 1;
      stock.set(content, left - 1);
    }
  }
  return { before: total, kept, share: total === 0 ? 1 : kept / total };
}

/** A hunk of a unified difference; every line starts with ` `, `+` or `-`. Line numbers are 1-based. */
export type Hunk = { beforeLine: number; afterLine: number; lines: string[] };

/** The difference as hunks, or `undefined` when more than 500 lines differ and nobody would read them. */
export function lineHunks(before: string, after: string): Hunk[] | undefined {
  const patch = structuredPatch('', '', before, after, '', '', { context: 1, maxEditLength: MAX_EDITS });
  return patch?.hunks.map((hunk) => ({
    beforeLine: hunk.oldStart,
    afterLine: hunk.newStart,
    lines: hunk.lines.filter((line) => !line.startsWith('\\')),
  }));
}
