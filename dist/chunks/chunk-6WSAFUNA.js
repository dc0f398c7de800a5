import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  canonical,
  sameValue
} from "./chunk-AONNQZDM.js";

// src/schemas/equality.ts
function firstTwins(items) {
  const seen = /* @__PURE__ */ new Map();
  for (const [index, item] of items.entries()) {
    const text = canonical(item);
    const first = seen.get(text);
    if (first !== void 0) return [first, index];
    seen.set(text, index);
  }
  return void 0;
}
function isOneOf(value, allowed) {
  return allowed.some((candidate) => sameValue(candidate, value));
}
function isMultipleOf(value, divisor) {
  if (!Number.isFinite(value)) return false;
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  const [left, right] = [decimal(value), decimal(divisor)];
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = (number) => number.digits * 10n ** BigInt(number.exponent - exponent);
  return scaled(left) % scaled(right) === 0n;
}
function decimal(number) {
  const [mantissa, power] = Math.abs(number).toExponential().split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

export {
  firstTwins,
  isOneOf,
  isMultipleOf
};
