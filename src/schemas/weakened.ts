import { segmentsOf } from '../model/pointer.ts';
import { ok, type Result, refuse } from '../model/problem.ts';
import { compareText } from '../model/text.ts';
import { underDeadline } from './deadline.ts';
import type { Gathered } from './gather.ts';
import { type Compare, type Loosened, loosened, PENDING } from './loosened.ts';
import { areSame, type Side, sideKey, sideOf, treeOf, withBranch } from './side.ts';
import { compareKeywords } from './weaker-keywords.ts';
import { compareLogic } from './weaker-logic.ts';
import { comparePlaces } from './weaker-places.ts';
import { commonTypes } from './weaker-types.ts';
import { compareUnions, openedUnions, pairGroups } from './weaker-unions.ts';
import { compareValues } from './weaker-values.ts';

/** More differences of one place are not collected. */
const MOST_FOUND = 200;
/** Pairs of places that are compared; a schema of 2 MB has some ten thousand. */
const MOST_PAIRS = 200_000;

class TooMany extends Error {}

/**
 * What `after` allows that `before` did not, in the order of the new text. Both are compared place by place, with
 * references and `allOf` followed: what only moved is no difference. Stricter rules are none either.
 * A comparison that takes too long, or goes too deep, is a problem, never an empty list.
 */
export function weakened(before: Gathered, after: Gathered, deadlineMs = 10_000): Result<Loosened[]> {
  try {
    const timed = underDeadline(deadlineMs, () => compareTrees(before, after));
    return timed.done ? ok(timed.value) : refuse(tooComplex('it takes too long'));
  } catch (error) {
    if (error instanceof TooMany) return refuse(tooComplex('they have too many places'));
    if (error instanceof RangeError) return refuse(tooComplex('they are nested too deeply'));
    throw error;
  }
}

function tooComplex(why: string) {
  return {
    code: 'schema-uncompared',
    message: `The two versions of the schema cannot be compared: ${why}.`,
    hint: 'Compare them by hand, or make the change in smaller steps.',
  };
}

function compareTrees(before: Gathered, after: Gathered): Loosened[] {
  const then = sideOf(treeOf('before', before), [before.root]);
  const now = sideOf(treeOf('after', after), [after.root]);
  const found = comparer()(then, now);
  const all =
    found.length > 0 && now.nodes.length === 0 && !then.never ? [loosened('unchecked', 'true', now)] : found;
  return all.toSorted(
    (left, right) =>
      compareText(left.file, right.file) ||
      left.place.line - right.place.line ||
      left.place.column - right.place.column ||
      segmentsOf(left.schemaKey).length - segmentsOf(right.schemaKey).length,
  );
}

/** A pair of places is compared once; inside itself (a recursive schema) it adds nothing. */
function comparer(): Compare {
  const known = new Map<string, Loosened[]>();
  let pairs = 0;
  const compare: Compare = (before, after) => {
    if (before.nodes.length === 0 || after.never) return [];
    if (before.never) return [loosened('opened', 'false', after)];
    if (areSame(before, after)) return [];
    const key = `${sideKey(before)} ${sideKey(after)}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    if (++pairs > MOST_PAIRS) throw new TooMany();
    known.set(key, PENDING);
    const found = distinct(compareOnce(before, after, compare));
    known.set(key, found);
    return found;
  };
  return compare;
}

function compareOnce(before: Side, after: Side, compare: Compare): Loosened[] {
  const { found: own, settled } = compareValues(before, after);
  if (settled) return own;
  const types = commonTypes(before, after);
  own.push(
    ...compareKeywords(before, after, types),
    ...comparePlaces({ before, after }, types, compare),
    ...compareLogic(before, after, types, compare),
  );
  const { pairs, extra } = pairGroups(before, after);
  const unions = compareUnions(before, after, types, compare);
  const opened = openedUnions(pairs, after);
  const group = extra[0] ?? (own.length > 0 ? after.groups[0] : undefined);
  if (group === undefined || own.length + unions.length === 0) return [...own, ...unions, ...opened];
  const byBranch = group.branches.flatMap((branch) => compare(before, withBranch(after, group, branch)));
  const better = byBranch.length === 0 || extra.length > 0;
  return [...(better ? byBranch : [...own, ...unions]), ...opened];
}

/** A definition that many places use is told once, with the first of them. */
function distinct(found: Loosened[]): Loosened[] {
  const byFact = new Map<string, Loosened>();
  for (const one of found) {
    const { what, keyword, file, schemaKey, before, after } = one;
    const fact = JSON.stringify([what, keyword, file, schemaKey, before ?? null, after ?? null]);
    if (!byFact.has(fact)) byFact.set(fact, one);
    if (byFact.size >= MOST_FOUND) break;
  }
  return [...byFact.values()];
}
