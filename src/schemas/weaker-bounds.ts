import { type Loosened, loosened } from './loosened.ts';
import { readAll, readKeyword, type Side } from './side.ts';
import type { Type } from './weaker-types.ts';

type Bound = { keyword: string; value: number; exclusive: boolean };

/** Counts: the keyword, which way it bounds, and what holds without it. */
const COUNTS: readonly [keyword: string, type: Type, way: 'least' | 'most'][] = [
  ['minLength', 'string', 'least'],
  ['maxLength', 'string', 'most'],
  ['minItems', 'array', 'least'],
  ['maxItems', 'array', 'most'],
  ['minContains', 'array', 'least'],
  ['maxContains', 'array', 'most'],
  ['minProperties', 'object', 'least'],
  ['maxProperties', 'object', 'most'],
];

/** Bounds that moved outwards or are gone. */
export function compareBounds(before: Side, after: Side, types: ReadonlySet<Type>): Loosened[] {
  const found: Loosened[] = [];
  if (types.has('integer') || types.has('fraction')) {
    const whole = !types.has('fraction');
    for (const way of ['least', 'most'] as const) {
      const [then, now] = [numberBound(before, way, whole), numberBound(after, way, whole)];
      if (then !== undefined) found.push(...moved(then, now, way, after));
    }
  }
  for (const [keyword, type, way] of COUNTS) {
    if (!types.has(type)) continue;
    const [then, now] = [countBound(before, keyword, way), countBound(after, keyword, way)];
    const free = then === undefined || (way === 'least' && then.value === 0);
    if (!free) found.push(...moved(then, now, way, after));
  }
  return found;
}

function moved(then: Bound, now: Bound | undefined, way: 'least' | 'most', after: Side): Loosened[] {
  if (now === undefined) return [loosened('bound-removed', then.keyword, after, { before: then.value })];
  if (!stricter(then, now, way)) return [];
  return [loosened('bound-moved', now.keyword, after, { before: then.value, after: now.value })];
}

function stricter(left: Bound, right: Bound, way: 'least' | 'most'): boolean {
  if (left.value === right.value) return left.exclusive && !right.exclusive;
  return way === 'least' ? left.value > right.value : left.value < right.value;
}

function strictest(bounds: Bound[], way: 'least' | 'most'): Bound | undefined {
  return bounds.reduce<Bound | undefined>(
    (best, bound) => (best === undefined || stricter(bound, best, way) ? bound : best),
    undefined,
  );
}

export function countBound(side: Side, keyword: string, way: 'least' | 'most'): Bound | undefined {
  const bounds = readAll(side, keyword).flatMap((value) =>
    typeof value === 'number' ? [{ keyword, value, exclusive: false }] : [],
  );
  return strictest(bounds, way);
}

/** In draft-04 `exclusiveMinimum: true` says how `minimum` is meant; later it is a bound of its own. */
export function numberBound(side: Side, way: 'least' | 'most', whole: boolean): Bound | undefined {
  const [inclusive, exclusive] =
    way === 'least' ? ['minimum', 'exclusiveMinimum'] : ['maximum', 'exclusiveMaximum'];
  const bounds = side.nodes.flatMap((node): Bound[] => {
    const [closed, open] = [readKeyword(node, inclusive!), readKeyword(node, exclusive!)];
    const own: Bound[] = [];
    if (typeof closed === 'number')
      own.push({ keyword: inclusive!, value: closed, exclusive: open === true });
    if (typeof open === 'number') own.push({ keyword: exclusive!, value: open, exclusive: true });
    return own;
  });
  return strictest(whole ? bounds.map((bound) => forIntegers(bound, way)) : bounds, way);
}

/** For integers, more than 0 is the same as 1 or more. */
function forIntegers({ keyword, value, exclusive }: Bound, way: 'least' | 'most'): Bound {
  const inner = way === 'least' ? Math.ceil(value) : Math.floor(value);
  const next = way === 'least' ? 1 : -1;
  const bound = exclusive && inner === value ? inner + next : inner;
  return { keyword, value: bound, exclusive: false };
}
