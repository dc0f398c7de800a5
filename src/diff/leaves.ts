import type { Json } from '../model/json.ts';

/** How many leaf values stand below a value; an empty list or object is one leaf. */
export function countLeaves(value: Json): number {
  if (value === null || typeof value !== 'object') return 1;
  const items = Array.isArray(value) ? value : Object.values(value);
  let count = 0;
  for (const item of items) count += countLeaves(item);
  return Math.max(1, count);
}

/** Deep equality of JSON values; the order of keys does not matter. */
export function sameValue(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => sameValue(item, right[index]!));
  }
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key]!, right[key]!));
}

/** A text that is equal for equal values, whatever the order of their keys. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`).join(',')}}`;
}
