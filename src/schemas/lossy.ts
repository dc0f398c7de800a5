import type { ParsedDocument } from '../documents/document.ts';
import { isObject, type Json, setOwn } from '../model/json.ts';
import { segmentsOf } from '../model/pointer.ts';

/**
 * Numbers that JavaScript cannot hold exactly are judged by what it makes of them. These variants have the next
 * larger and the next smaller number in their places: when a schema judges all of them alike, the lost digits
 * did not matter.
 */
export function lossyVariants(document: ParsedDocument, index: number): Json[] {
  const keys = document.lossy.filter((number) => number.document === index).map(({ key }) => key);
  if (keys.length === 0) return [];
  return [1, -1].map((direction) => {
    let value: Json = document.values[index] ?? null;
    for (const key of keys) value = nudge(value, segmentsOf(key), direction);
    return value;
  });
}

function nudge(value: Json, segments: string[], direction: number): Json {
  const [segment, ...rest] = segments;
  if (segment === undefined) return typeof value === 'number' ? neighbour(value, direction) : value;
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === segment ? nudge(item, rest, direction) : item));
  }
  if (!isObject(value) || !Object.hasOwn(value, segment)) return value;
  const copy = { ...value };
  setOwn(copy, segment, nudge(value[segment]!, rest, direction));
  return copy;
}

/** The next number that a double can hold. */
function neighbour(value: number, direction: number): number {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return direction * Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(value > 0 ? direction : -direction));
  return view.getFloat64(0);
}
