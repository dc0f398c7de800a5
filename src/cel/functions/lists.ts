import { CelError, spend } from '../meter.ts';
import { arithmetic, compare, equal } from '../operators.ts';
import type { Value } from '../value.ts';
import { type Call, define, type Overload } from './define.ts';

/** Kubernetes' list library, the `sets` extension of cel-go, and regular expressions. */
export const LISTS: readonly Overload[] = [
  define('list.isSorted()', (call, list: Value[]) => {
    spend(call.meter, list.length);
    return list.every((item, index) => index === 0 || (compare(list[index - 1]!, item) ?? 0) <= 0);
  }),
  define('list.sum()', (call, list: Value[]) => sum(call, list)),
  define('list.min()', (call, list: Value[]) => extreme(call, list, -1)),
  define('list.max()', (call, list: Value[]) => extreme(call, list, 1)),
  define('list.indexOf(any)', (call, list: Value[], wanted: Value) =>
    BigInt(list.findIndex((item) => equal(call.meter, item, wanted))),
  ),
  define('list.lastIndexOf(any)', (call, list: Value[], wanted: Value) =>
    BigInt(list.findLastIndex((item) => equal(call.meter, item, wanted))),
  ),
  define('list.reverse()', (call, list: Value[]) => {
    spend(call.meter, list.length);
    return list.toReversed();
  }),
  define('list.distinct()', (call, list: Value[]) => {
    const kept: Value[] = [];
    for (const item of list) if (!has(call, kept, item)) kept.push(item);
    return kept;
  }),
  define('list.slice(int, int)', (call, list: Value[], start: bigint, end: bigint) => {
    spend(call.meter, list.length);
    if (start < 0n || end < start || end > BigInt(list.length)) throw new CelError('index out of range');
    return list.slice(Number(start), Number(end));
  }),
  define('sets/contains(list, list)', (call, list: Value[], part: Value[]) => holds(call, list, part)),
  define(
    'sets/equivalent(list, list)',
    (call, list: Value[], other: Value[]) => holds(call, list, other) && holds(call, other, list),
  ),
  define('sets/intersects(list, list)', (call, list: Value[], other: Value[]) =>
    other.some((item) => has(call, list, item)),
  ),
  define('string.matches(string)', ({ meter, regex }, text: string, pattern: string) =>
    regex.matches(meter, text, pattern),
  ),
  define('matches(string, string)', ({ meter, regex }, text: string, pattern: string) =>
    regex.matches(meter, text, pattern),
  ),
  define(
    'string.find(string)',
    ({ meter, regex }, text: string, pattern: string) => regex.findAll(meter, text, pattern, 1)[0] ?? '',
  ),
  define('string.findAll(string)', ({ meter, regex }, text: string, pattern: string) =>
    regex.findAll(meter, text, pattern, Number.POSITIVE_INFINITY),
  ),
  define('string.findAll(string, int)', ({ meter, regex }, text: string, pattern: string, limit: bigint) =>
    regex.findAll(meter, text, pattern, limit < 0n ? Number.POSITIVE_INFINITY : Number(limit)),
  ),
];

function has({ meter }: Call, list: readonly Value[], wanted: Value): boolean {
  return list.some((item) => equal(meter, item, wanted));
}

function holds(call: Call, list: Value[], part: Value[]): boolean {
  return part.every((item) => has(call, list, item));
}

function sum({ meter }: Call, list: Value[]): Value {
  spend(meter, list.length);
  const [first, ...rest] = list;
  if (first === undefined) return 0n;
  return rest.reduce((total: Value, item) => arithmetic(meter, '+', total, item), first);
}

function extreme({ meter }: Call, list: Value[], direction: number): Value {
  spend(meter, list.length);
  const [first, ...rest] = list;
  if (first === undefined) throw new CelError(`${direction < 0 ? 'min' : 'max'} of an empty list`);
  return rest.reduce((best: Value, item) => (compare(item, best) === direction ? item : best), first);
}
