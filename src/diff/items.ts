import { isObject, type Json } from '../model/json.ts';
import { addTo } from '../model/lists.ts';
import { canonical, sameValue } from './leaves.ts';

/** Indexes of list items that are the same item before and after; `label` names it when it has an identity. */
export type ItemPair = { before?: number; after?: number; label?: string };

/** Keys that commonly identify the items of a list, in order of preference. */
export const IDENTITY_KEYS = [
  'name',
  'id',
  'key',
  'alias',
  'job_name',
  'alert',
  'record',
  'host',
  'path',
  'repo',
  'uses',
];

/**
 * Matches the items of two lists: by identity key when every item has one, otherwise equal items first
 * (so that a moved item is not a change) and the rest in order.
 */
export function pairItems(before: Json[], after: Json[], declared?: string): ItemPair[] {
  const key = identityKey(before, after, declared);
  return key === undefined ? pairByContent(before, after) : pairByIdentity(before, after, key);
}

function identityKey(before: Json[], after: Json[], declared?: string): string | undefined {
  if (before.length + after.length === 0) return undefined;
  const candidates = declared === undefined ? IDENTITY_KEYS : [declared];
  return candidates.find((key) => identifies(before, key) && identifies(after, key));
}

function identifies(items: Json[], key: string): boolean {
  const seen = new Set<Json>();
  for (const item of items) {
    if (!isObject(item) || !Object.hasOwn(item, key)) return false;
    const identity = item[key]!;
    if ((typeof identity !== 'string' && typeof identity !== 'number') || seen.has(identity)) return false;
    seen.add(identity);
  }
  return true;
}

function pairByIdentity(before: Json[], after: Json[], key: string): ItemPair[] {
  const identityOf = (item: Json) => (isObject(item) ? item[key]! : null);
  const places = new Map(after.map((item, index) => [identityOf(item), index]));
  const pairs: ItemPair[] = before.map((item, index) => {
    const identity = identityOf(item);
    const match = places.get(identity);
    places.delete(identity);
    const label = `${key}=${identity}`;
    return match === undefined ? { before: index, label } : { before: index, after: match, label };
  });
  for (const [identity, index] of places) pairs.push({ after: index, label: `${key}=${identity}` });
  return pairs;
}

function pairByContent(before: Json[], after: Json[]): ItemPair[] {
  let start = 0;
  while (start < before.length && start < after.length && sameValue(before[start]!, after[start]!)) start++;
  let tail = 0;
  while (
    tail < before.length - start &&
    tail < after.length - start &&
    sameValue(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!)
  ) {
    tail++;
  }
  const pairs: ItemPair[] = [];
  for (let index = 0; index < start; index++) pairs.push({ before: index, after: index });
  for (const pair of pairMiddle(before, after, start, tail)) pairs.push(pair);
  for (let back = tail; back > 0; back--) {
    pairs.push({ before: before.length - back, after: after.length - back });
  }
  return pairs;
}

function pairMiddle(before: Json[], after: Json[], start: number, tail: number): ItemPair[] {
  const equal = new Map<string, number[]>();
  for (let index = after.length - tail - 1; index >= start; index--) {
    addTo(equal, canonical(after[index]!), index);
  }
  const pairs: ItemPair[] = [];
  const unmatched: number[] = [];
  const taken = new Set<number>();
  for (let index = start; index < before.length - tail; index++) {
    const match = equal.get(canonical(before[index]!))?.pop();
    if (match === undefined) {
      unmatched.push(index);
    } else {
      taken.add(match);
      pairs.push({ before: index, after: match });
    }
  }
  const rest: number[] = [];
  for (let index = start; index < after.length - tail; index++) if (!taken.has(index)) rest.push(index);
  const replaced = pairAlike(before, after, unmatched, rest);
  return [...pairs, ...replaced];
}

/** Items that changed are paired in order, but only with items of the same shape. */
function pairAlike(before: Json[], after: Json[], unmatched: number[], rest: number[]): ItemPair[] {
  const shape = (value: Json) => (Array.isArray(value) ? 'list' : isObject(value) ? 'object' : 'scalar');
  const waiting: Record<ReturnType<typeof shape>, number[]> = { list: [], object: [], scalar: [] };
  for (const index of rest.toReversed()) waiting[shape(after[index]!)].push(index);
  const taken = new Set<number>();
  const pairs = unmatched.map((index): ItemPair => {
    const match = waiting[shape(before[index]!)].pop();
    if (match === undefined) return { before: index };
    taken.add(match);
    return { before: index, after: match };
  });
  return [...pairs, ...rest.filter((index) => !taken.has(index)).map((index) => ({ after: index }))];
}
