import { maskedLines } from '../findings/excerpt.ts';
import type { Finding } from '../findings/finding.ts';
import { HIDDEN } from '../findings/redact.ts';
import type { Path } from '../model/path.ts';
import { visible } from './escape.ts';
import { isWholeFile } from './messages.ts';

/** One line of a hunk, without its sign. Line numbers are 1-based; a `+` line stands on the after side only. */
export type DiffLine = { sign: ' ' | '-' | '+'; before: number; after: number; text: string };

/** The hunks of each changed path: the only lines on which GitHub takes a review's comment. */
export type DiffLines = ReadonlyMap<Path, readonly DiffLine[][]>;

/**
 * Where an inline comment stands, in the words of GitHub's API, and the lines that it offers: those of the base, or the
 * command made safe.
 */
export type Spot = {
  line: number;
  side: 'LEFT' | 'RIGHT';
  start_line?: number;
  start_side?: 'RIGHT';
  suggestion?: string[];
  offers?: 'base' | 'safer';
};

const MOST_SUGGESTED = 60;
const MAKEFILE = /(^|\/)(gnu)?makefile$|\.(mk|mak)$/i;
const HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;
/** `key:`, `"key":`, `- key:`, `key=`: what has to be equal for one line to stand for another. */
const KEY = /^\s*(?:- )?["']?[\w./$-]+["']?\s*[:=]/;

/** The hunks of one file from the `patch` of `GET /pulls/{n}/files`; what is not a hunk's line is left out. */
export function parsePatch(patch: string): DiffLine[][] {
  const hunks: DiffLine[][] = [];
  let [before, after] = [0, 0];
  for (const line of patch.split('\n')) {
    const start = HUNK.exec(line);
    if (start !== null) {
      [before, after] = [Number(start[1]), Number(start[2])];
      hunks.push([]);
    }
    const sign = line[0];
    if (sign !== ' ' && sign !== '-' && sign !== '+') continue;
    hunks.at(-1)?.push({ sign, before, after, text: line.slice(1) });
    if (sign !== '+') before += 1;
    if (sign !== '-') after += 1;
  }
  return hunks;
}

/**
 * The place of a finding in a file's hunks, or `undefined` when it is on none of their lines. A finding about a
 * whole file stands on the first changed line.
 * @param quotes whether lines of the file may be quoted; without, there is no suggestion.
 */
export function spotOf(finding: Finding, hunks: readonly DiffLine[][], quotes: boolean): Spot | undefined {
  const whole = isWholeFile(finding);
  for (const hunk of hunks) {
    const at = whole ? firstChange(hunk) : hunk.findIndex((line) => shows(line, finding));
    if (at === -1) continue;
    const safer = whole ? undefined : madeSafe(finding, hunk[at]!);
    if (safer !== undefined) return safer;
    const suggestion = quotes && (!whole || hunks.length === 1) ? putBack(hunk, at, whole) : undefined;
    if (suggestion !== undefined) return suggestion;
    const { sign, before, after } = hunk[at]!;
    return sign === '-' ? { line: before, side: 'LEFT' } : { line: after, side: 'RIGHT' };
  }
  return undefined;
}

/**
 * The command that the finding is about, made safe (`args.safer`), where it is all that its line holds: only then is
 * the line as a whole known to be right. In a Makefile a `$` would have to be written twice.
 */
function madeSafe({ path, args }: Finding, { sign, after, text }: DiffLine): Spot | undefined {
  const { command, safer } = args;
  if (sign === '-' || typeof command !== 'string' || typeof safer !== 'string') return undefined;
  const indent = text.slice(0, text.length - text.trimStart().length);
  if (text !== indent + command || safer === command || visible(safer) !== safer) return undefined;
  if (safer.includes('$') && MAKEFILE.test(path)) return undefined;
  return { line: after, side: 'RIGHT', suggestion: [indent + safer], offers: 'safer' };
}

function firstChange(hunk: readonly DiffLine[]): number {
  const added = hunk.findIndex(({ sign }) => sign === '+');
  return added === -1 ? hunk.findIndex(({ sign }) => sign === '-') : added;
}

/**
 * The numbers of a finding are those of the merge commit, the hunk's those of the pull request's head: where the
 * base has moved on, the same number may be another line. Its text, as far as it is not hidden, has to agree.
 */
function shows({ sign, before, after, text }: DiffLine, { line, side, excerpt }: Finding): boolean {
  const number = side === 'before' ? before : after;
  if (line === undefined || number !== line || sign === (side === 'before' ? '+' : '-')) return false;
  const shown = excerpt?.lines[line - excerpt.first];
  return shown === undefined || text.startsWith(shown.split(HIDDEN)[0]!.replace(/…$/, '').trimEnd());
}

/**
 * A suggestion takes the place of lines of the after side. It is made for one line that took the place of one
 * with the same key; otherwise only where the hunk changes in one piece, so that no half of a change is put back.
 */
function putBack(hunk: readonly DiffLine[], at: number, whole: boolean): Spot | undefined {
  if (hunk[at]!.sign === ' ') return undefined;
  let [from, to] = [at, at + 1];
  while (hunk[from - 1] !== undefined && hunk[from - 1]!.sign !== ' ') from -= 1;
  while (hunk[to] !== undefined && hunk[to]!.sign !== ' ') to += 1;
  const old = hunk.slice(from, to).filter(({ sign }) => sign === '-');
  const now = hunk.slice(from, to).filter(({ sign }) => sign === '+');
  if (!whole && old.length === now.length && old.every((line, index) => sameKey(line, now[index]!))) {
    const index = Math.max(old.indexOf(hunk[at]!), now.indexOf(hunk[at]!));
    return suggest(hunk, [now[index]!], [old[index]!]);
  }
  const pieces = hunk.filter(({ sign }, index) => sign !== ' ' && (index < from || index >= to));
  if (old.length === 0 || pieces.length > 0) return undefined;
  if (now.length > 0) return suggest(hunk, now, old);
  // Nothing took the place of these lines: the suggestion needs a neighbour that is still there.
  const [above, below] = [hunk[from - 1], hunk[to]];
  if (below !== undefined) return suggest(hunk, [below], [...old, below]);
  return above === undefined ? undefined : suggest(hunk, [above], [above, ...old]);
}

function sameKey(one: DiffLine, other: DiffLine): boolean {
  const key = KEY.exec(one.text)?.[0];
  return key !== undefined && key === KEY.exec(other.text)?.[0];
}

function suggest(hunk: readonly DiffLine[], now: DiffLine[], old: DiffLine[]): Spot | undefined {
  if (old.length > MOST_SUGGESTED || !quotable(hunk, old)) return undefined;
  const [first, line] = [now[0]!.after, now.at(-1)!.after];
  return {
    line,
    side: 'RIGHT',
    ...(first < line ? { start_line: first, start_side: 'RIGHT' } : {}),
    suggestion: old.map(({ text }) => text),
    offers: 'base',
  };
}

/** A suggestion is taken over as it stands: nothing in it can be masked or escaped, so nothing may have to be. */
function quotable(hunk: readonly DiffLine[], lines: readonly DiffLine[]): boolean {
  const before = hunk.filter(({ sign }) => sign !== '+');
  const shown = maskedLines(before.map(({ text }) => text).join('\n'));
  return lines.every((line) => {
    const plain = line.text.replaceAll('\t', ' ');
    return shown(before.indexOf(line)) === line.text && visible(plain) === plain;
  });
}
