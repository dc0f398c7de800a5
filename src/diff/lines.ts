import { structuredPatch } from 'diff';
import type { Retention } from './difference.ts';

/** Above this many edits jsdiff gives up; a replaced file of 10,000 lines took it 22 s without a limit. */
const MAX_EDITS = 500;

/** How many of the old non-blank lines are kept, counted as a multiset; indentation does not matter. */
export function retainedLines(before: string, after: string): Retention {
  const { kept, ...lines } = compareLines(before, after);
  return { before: lines.before, kept, share: lines.before === 0 ? 1 : kept / lines.before };
}

/** How many non-blank lines each side has, and how many of them the other side has, too. */
export function compareLines(before: string, after: string): { before: number; after: number; kept: number } {
  const { start, end } = sameEnds(before, after);
  const same = linesOf(before.slice(0, start)).length + linesOf(before.slice(before.length - end)).length;
  const old = linesOf(before.slice(start, before.length - end));
  const now = linesOf(after.slice(start, after.length - end));
  const stock = new Map<string, number>();
  for (const line of now) stock.set(line.trimEnd(), (stock.get(line.trimEnd()) ?? 0) + 1);
  let kept = same;
  for (const line of old) {
    const left = stock.get(line.trimEnd()) ?? 0;
    if (left === 0) continue;
    kept += 1;
    stock.set(line.trimEnd(), left - 1);
  }
  return { before: same + old.length, after: same + now.length, kept };
}

/** The lines that are not blank, each from its first character on that is no blank. */
function linesOf(text: string): string[] {
  return text.match(/\S[^\n]*/g) ?? [];
}

/** Characters of the whole lines that both texts begin and end with. Most changes are small, and the rest need no look. */
function sameEnds(one: string, other: string): { start: number; end: number } {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one.charCodeAt(start) === other.charCodeAt(start)) start += 1;
  start = one.slice(0, start).lastIndexOf('\n') + 1;
  const [shift, last] = [other.length - one.length, one.length - 1];
  let end = 0;
  while (end < most - start && one.charCodeAt(last - end) === other.charCodeAt(last - end + shift)) end += 1;
  const line = one.slice(one.length - end).indexOf('\n') + 1;
  return { start, end: line === 0 ? 0 : end - line };
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
