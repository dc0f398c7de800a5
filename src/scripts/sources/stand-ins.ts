import { shown, type Text } from '../text.ts';
import type { Unit } from '../unit.ts';
import { quotingIn } from './quoting.ts';
import { unknown } from './source.ts';

/** A stretch of a shell source that is filled in before any shell reads it. `text`: what with, as far as known. */
export type Hole = { start: number; end: number; text: Text };

/** The part of a unit that stand-ins make. */
export type Filled = Pick<Unit, 'source' | 'written'> & { filledIn: ReadonlyMap<string, Text> };

type Frame = { before: string; after: string };

const OUTSIDE: Frame = { before: '${', after: '}' };
/** A variable does not stand for its value in single quotes: they are left for it. */
const IN_SINGLE_QUOTES: readonly Frame[] = [
  { before: `'"\${`, after: `}"'` },
  { before: `'\${`, after: `}'` },
];
const MOST_TRIES = 40;

/**
 * Puts a reference to a variable of the same length in the place of every hole, so that the source is shell and its
 * offsets stay what they were. Holes are at least four characters long, in ascending order, and do not overlap.
 */
export function fillIn(source: string, holes: readonly Hole[]): Filled {
  const filledIn = new Map<string, Text>();
  if (holes.length === 0) return { source, filledIn };
  const kindAt = quotingIn(source, holes);
  const used = namesOutside(source, holes);
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text } of holes) {
    const frames = kindAt(start) === 'single' ? IN_SINGLE_QUOTES : [];
    const fits = (frame: Frame) => lengthOf(frame) < end - start;
    const { before, after } = frames.find(fits) ?? OUTSIDE;
    const length = end - start - before.length - after.length;
    const name = nameFor(text, length, used, filledIn);
    filledIn.set(name ?? '_'.repeat(length), name === undefined ? [unknown('filled in')] : text);
    parts.push(source.slice(done, start), before, name ?? '_'.repeat(length), after);
    done = end;
  }
  parts.push(source.slice(done));
  return { source: parts.join(''), filledIn, written: (from, to) => source.slice(from, to) };
}

function namesOutside(source: string, holes: readonly Hole[]): Set<string> {
  const parts = holes.map(({ start }, index) => source.slice(holes[index - 1]?.end ?? 0, start));
  parts.push(source.slice(holes.at(-1)?.end ?? 0));
  return new Set(parts.join(' ').match(/[A-Za-z_]\w*/g));
}

function lengthOf({ before, after }: Frame): number {
  return before.length + after.length;
}

/** A variable's name of exactly this length that the source does not use and that stands for nothing else. */
function nameFor(
  text: Text,
  length: number,
  used: ReadonlySet<string>,
  taken: ReadonlyMap<string, Text>,
): string | undefined {
  const readable = shown(text)
    .slice(0, 2 * length)
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^_/, '');
  const start = /^[A-Za-z]/.test(readable) ? readable : `v_${readable}`;
  for (let number = 0; number < MOST_TRIES; number++) {
    const suffix = number === 0 ? '' : number.toString(36);
    if (suffix.length >= length) return undefined;
    const name = start.slice(0, length - suffix.length).padEnd(length - suffix.length, '_') + suffix;
    const other = taken.get(name);
    if (other === undefined ? !used.has(name) : shown(other) === shown(text)) return name;
  }
  return undefined;
}
