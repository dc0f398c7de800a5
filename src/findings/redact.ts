import { isObject, type Json, type JsonObject, setOwn } from '../model/json.ts';
import type { Arg } from './finding.ts';

/** What stands in reports instead of a value that must not leave. */
export const HIDDEN = '«hidden»';

const SENSITIVE =
  /passw(or)?d|passphrase|passcode|secret|token|credential|api[-_.]?key|private[-_.]?key|access[-_.]?key|auth[-_.]?key|signing[-_.]?key|encryption[-_.]?key|master[-_.]?key|account[-_.]?key|connection[-_.]?string|\bdsn\b|\bsalt\b|cookie[-_.]?secret|htpasswd/i;

/** A key whose last word is one of these describes a secret, and is not one: `tokenEndpoint`, `secretName`. */
const DESCRIBES =
  /(endpoint|ur[il]s?|ttl|lifetime|expir(y|es|ation)|policy|names?|ref|refs|length|path|file|algorithm|alg|type|enabled|disabled|required|count|limit|issuer|audience|ttlseconds|timeout|rotation|scheme|store|class|version|mode|provider|manager)$/i;

const SECRET_SHAPES = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[\w-]{16,})/g,
  /\bxox[abprs]-[\w-]{10,}/g,
  /\bsk[-_](live|test|ant|proj)?[-_]?[A-Za-z0-9]{20,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /\bAIza[\w-]{30,}/g,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/g,
];
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:)[^\s/@'"]+@/gi;

/** True when the value at this key path may never be shown: by its name, an ancestor's or a list item's name. */
export function isSensitiveKey(segments: readonly string[]): boolean {
  const last = segments.at(-1);
  if (last === undefined || DESCRIBES.test(last)) return false;
  return segments.some((segment) => SENSITIVE.test(segment) && !DESCRIBES.test(segment));
}

/** Takes secrets of a known shape, and passwords in URLs, out of a text. */
export function withoutSecrets(text: string): string {
  let clean = text.replace(URL_PASSWORD, `$1${HIDDEN}@`);
  for (const shape of SECRET_SHAPES) clean = clean.replace(shape, HIDDEN);
  return clean;
}

/**
 * A whole value without what must not leave: sensitive values and secrets of a known shape are replaced, all
 * else stays as it is.
 * @param hides asked for every key path below `segments`, besides the built-in names.
 */
export function maskedValue(
  value: Json,
  segments: readonly string[],
  hides: (segments: readonly string[]) => boolean,
): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value))
    return value.map((item, index) => maskedValue(item, [...segments, itemSegment(item, index)], hides));
  if (isObject(value)) {
    const masked: JsonObject = {};
    for (const key of Object.keys(value))
      setOwn(masked, key, maskedValue(value[key]!, [...segments, key], hides));
    return masked;
  }
  if (value !== '' && (isSensitiveKey(segments) || hides(segments))) return HIDDEN;
  return typeof value === 'string' ? withoutSecrets(value) : value;
}

const LONGEST_STRING = 160;
const MOST_MEMBERS = 12;
const DEEPEST = 4;

/**
 * A value as findings may carry it: sensitive ones hidden, long ones shortened. Booleans and `null` of
 * sensitive keys are shown: they say that a secret is there or not, and no more.
 * @param hides asked for every key path below `segments`, besides the built-in names.
 */
export function showValue(
  value: Json,
  segments: readonly string[],
  hides: (segments: readonly string[]) => boolean,
  depth = 0,
): Arg {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value !== 'object') {
    if (value !== '' && (isSensitiveKey(segments) || hides(segments))) return HIDDEN;
    return typeof value === 'string' ? shorten(withoutSecrets(value)) : value;
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
function itemSegment(item: Json, index: number): string {
  if (typeof item === 'object' && item !== null && !Array.isArray(item)) {
    const name = item.name ?? item.key;
    if (typeof name === 'string') return `name=${name}`;
  }
  return String(index);
}

function shorten(text: string): string {
  return text.length <= LONGEST_STRING ? text : `${text.slice(0, LONGEST_STRING - 1).toWellFormed()}…`;
}
