import type { KeyChange } from '../diff/difference.ts';
import { compareKeys } from '../diff/keys.ts';
import { type Document, textOf } from '../documents/document.ts';

/** One file of a candidate: before it, after it, and at the end of the range. Absent where there is no file. */
export type Three = {
  before: Document | undefined;
  after: Document | undefined;
  end: Document | undefined;
  /** The ids of the contents. */
  ids: { before?: string | undefined; after?: string | undefined; end?: string | undefined };
};

/** How much of what a candidate did to a file still holds at the end of the range, in 0..1. */
export function holdsOf({ before, after, end, ids }: Three): number {
  if (ids.end === ids.after) return 1;
  if (ids.end === ids.before) return 0;
  if (before?.kind === 'parsed' && after?.kind === 'parsed' && end?.kind === 'parsed') {
    const { changes } = compareKeys(before, after);
    const since = compareKeys(after, end).changes.map(({ segments }) => segments);
    return changes.length === 0 ? 1 : changes.filter(stays(since)).length / changes.length;
  }
  // A file that came back, or does not parse any more, has another state than the one that it was given.
  if (after === undefined || end === undefined) return 0;
  return linesThatHold(textOf(before), textOf(after), textOf(end));
}

/** Nothing at its key, above or below it, has changed since. */
function stays(since: readonly (readonly string[])[]): (change: KeyChange) => boolean {
  return ({ segments }) =>
    !since.some((other) => {
      const length = Math.min(segments.length, other.length);
      return segments.slice(0, length).every((segment, index) => segment === other[index]);
    });
}

/** Of the lines that it brought, those that are still there; where it only took lines away, those that are still gone. */
function linesThatHold(
  before: string | undefined,
  after: string | undefined,
  end: string | undefined,
): number {
  if (after === undefined || end === undefined) return 1;
  const [then, now, last] = [linesOf(before ?? ''), linesOf(after), linesOf(end)];
  const brought = [...now].filter((line) => !then.has(line));
  if (brought.length > 0) return brought.filter((line) => last.has(line)).length / brought.length;
  const taken = [...then].filter((line) => !now.has(line));
  return taken.length === 0 ? 1 : taken.filter((line) => !last.has(line)).length / taken.length;
}

function linesOf(text: string): Set<string> {
  return new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}
