import { isObject, type Json, type JsonObject, setOwn } from '../model/json.ts';
import type { Arg } from './finding.ts';
import { maskText } from './mask.ts';
import { HIDDEN, isSensitiveValue } from './redact.ts';

/**
 * Asks whether the value at a key path may not be shown, besides the names that are always hidden.
 * `value`: the value itself, where it is known.
 */
export type Hides = (segments: readonly string[], value?: string | number) => boolean;

const LONGEST_STRING = 160;
const MOST_MEMBERS = 12;
const DEEPEST = 4;

/**
 * A value as findings may carry it: sensitive ones hidden, long ones shortened. Booleans and `null` of
 * sensitive keys are shown: they say that a secret is there or not, and no more.
 * @param hides asked for every key path below `segments`, besides the built-in names.
 */
export function showValue(value: Json, segments: readonly string[], hides: Hides, depth = 0): Arg {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value !== 'object') {
    if (value !== '' && (isSensitiveValue(segments, value) || hides(segments, value))) return HIDDEN;
    return typeof value === 'string' ? shorten(maskText(value)) : value;
  }
  if (depth >= DEEPEST) return Array.isArray(value) ? '[…]' : '{…}';
  const entries = Array.isArray(value)
    ? value.map((item, index): [string, Json] => [itemSegment(item, index), item])
    : Object.entries(value);
  const shown = entries
    .slice(0, MOST_MEMBERS)
    .map(([key, item]): [string, Arg] => [key, showValue(item, [...segments, key], hides, depth + 1)]);
  const more = entries.length - shown.length;
  if (Array.isArray(value)) {
    const items = shown.map(([, item]) => item);
    return more > 0 ? [...items, `… ${more} more`] : items;
  }
  return Object.fromEntries(more > 0 ? [...shown, ['…', `${more} more`]] : shown);
}

/** `env: [{name: DB_PASSWORD, value: x}]`: the item's name says what its value is. */
export function itemSegment(item: Json, index: number): string {
  if (typeof item === 'object' && item !== null && !Array.isArray(item)) {
    const name = item.name ?? item.key;
    if (typeof name === 'string') return `name=${name}`;
  }
  return String(index);
}

function shorten(text: string): string {
  return text.length <= LONGEST_STRING ? text : `${text.slice(0, LONGEST_STRING - 1).toWellFormed()}…`;
}

/**
 * A whole value without what must not leave: sensitive values and secrets of a known shape are replaced, all
 * else stays as it is.
 * @param hides asked for every key path below `segments`, besides the built-in names.
 */
export function maskedValue(value: Json, segments: readonly string[], hides: Hides): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value))
    return value.map((item, index) => maskedValue(item, [...segments, itemSegment(item, index)], hides));
  if (isObject(value)) {
    const masked: JsonObject = {};
    for (const key of Object.keys(value))
      setOwn(masked, key, maskedValue(value[key]!, [...segments, key], hides));
    return masked;
  }
  if (value !== '' && (isSensitiveValue(segments, value) || hides(segments, value))) return HIDDEN;
  return typeof value === 'string' ? maskText(value) : value;
}
