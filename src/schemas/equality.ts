import { canonical, sameValue } from '../diff/leaves.ts';
import type { Json } from '../model/json.ts';

/**
 * The indexes of two equal items, or `undefined`. Linear: every item is turned into a text that is equal for
 * equal values. (The validator's own comparison is quadratic, and wrong for keys such as `constructor`.)
 */
export function firstTwins(items: Json[]): [number, number] | undefined {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const text = canonical(item);
    const first = seen.get(text);
    if (first !== undefined) return [first, index];
    seen.set(text, index);
  }
  return undefined;
}

export function isOneOf(value: Json, allowed: Json[]): boolean {
  return allowed.some((candidate) => sameValue(candidate, value));
}

/** Exact for every number that JSON can write: both are taken as the decimals that they print as. */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  const [left, right] = [decimal(value), decimal(divisor)];
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = (number: Decimal) => number.digits * 10n ** BigInt(number.exponent - exponent);
  return scaled(left) % scaled(right) === 0n;
}

type Decimal = { digits: bigint; exponent: number };

function decimal(number: number): Decimal {
  const [mantissa, power] = Math.abs(number).toExponential().split('e');
  const [whole, fraction = ''] = mantissa!.split('.');
  return { digits: BigInt(whole! + fraction), exponent: Number(power) - fraction.length };
}
