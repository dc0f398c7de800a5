import { type Pointer, segmentsOf } from '../model/pointer.ts';
import { parseKeyPattern, type Step } from './key-pattern.ts';

/**
 * Asks about one key. `segments` is its path with list items by identity (`name=api`) or index, as a
 * `KeyChange` has it; with `pointer`, patterns in pointer form are matched with its segments too.
 * @returns the first pattern that holds.
 */
export type KeyMatcher = (segments: readonly string[], pointer?: Pointer) => string | undefined;

/** The pattern that names exactly this key. Faulty patterns name nothing: `parseKeyPattern` tells them. */
export function keyMatcher(patterns: readonly string[]): KeyMatcher {
  const parsed = patterns.map(parseKeyPattern).filter((pattern) => 'steps' in pattern);
  return (segments, pointer) => {
    for (const { text, steps, pointer: literal } of parsed) {
      if (fits(steps, segments)) return text;
      if (literal && pointer !== undefined && fits(steps, segmentsOf(pointer))) return text;
    }
    return undefined;
  };
}

function fits(steps: readonly Step[], segments: readonly string[]): boolean {
  let reached = withSkips(steps, [0]);
  for (const segment of segments) {
    const next: number[] = [];
    for (const index of reached) {
      const step = steps[index];
      if (step?.matches(segment)) next.push(step.many ? index : index + 1);
    }
    if (next.length === 0) return false;
    reached = withSkips(steps, next);
  }
  return reached.has(steps.length);
}

/** Positions in the pattern, and those that are reached from them because `**` may stand for nothing. */
function withSkips(steps: readonly Step[], indexes: readonly number[]): Set<number> {
  const all = new Set<number>();
  for (const start of indexes) {
    let index = start;
    all.add(index);
    while (steps[index]?.many) all.add(++index);
  }
  return all;
}
