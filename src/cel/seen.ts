import { type Meter, spend, spendText } from './meter.ts';
import type { Value } from './value.ts';

/**
 * Notes what an expression looks at, when that is asked for: scalars as they are reached, and whole lists and
 * maps where they are compared or handed to a function (`whole`).
 */
export function note(meter: Meter, value: Value, whole = false): Value {
  if (meter.seen === undefined) return value;
  if (value === null || typeof value !== 'object') meter.seen.push(`${typeof value} ${String(value)}`);
  else if (whole) meter.seen.push(written(meter, value));
  return value;
}

function written(meter: Meter, value: Value): string {
  spend(meter, 1);
  if (Array.isArray(value)) return `[${value.map((item) => written(meter, item)).join(',')}]`;
  if (value instanceof Map) {
    const members = [...value].map(([key, item]) => `${JSON.stringify(String(key))}:${written(meter, item)}`);
    return `{${members.toSorted().join(',')}}`;
  }
  if (typeof value === 'string') spendText(meter, value.length);
  if (value === null || typeof value !== 'object') return `${typeof value} ${JSON.stringify(String(value))}`;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return Object.values(value)
    .map((part) => (typeof part === 'object' ? '…' : String(part)))
    .join(' ');
}
