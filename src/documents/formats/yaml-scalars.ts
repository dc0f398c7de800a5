import type { Json } from '../../model/json.ts';
import { isLossy } from '../numbers.ts';

/** https://yaml.org/spec/1.2.2/#1032-tag-resolution, as js-yaml 5 reads it. */
const DECIMAL = /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;
const RADIX = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);
const LONGEST_WORD = 5;

/** Digits, `+`, `-` and `.` begin a number; everything else than a few words is a string. */
function mayBeNumber(source: string): boolean {
  const first = source.charCodeAt(0);
  return (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
}

/** The value of a plain scalar. What is no finite number stays its text. */
export function resolvePlain(source: string): Json {
  if (mayBeNumber(source)) {
    if (!DECIMAL.test(source) && !RADIX.test(source)) return source;
    const value = Number(source);
    return Number.isFinite(value) ? value : source;
  }
  if (source.length > LONGEST_WORD) return source;
  const word = WORDS.get(source);
  return word === undefined ? source : word;
}

/** True for a plain scalar that is a number, but not one that JavaScript can hold. */
export function isLossyPlain(source: string): boolean {
  if (!mayBeNumber(source)) return false;
  if (RADIX.test(source)) return !Number.isSafeInteger(Number(source));
  return DECIMAL.test(source) ? isLossy(source, Number(source)) : NOT_FINITE.test(source);
}

/** Keys are strings in JSON: `1` and `"1"` are the same key. A number that would lose digits keeps its text. */
export function keyText(source: string): string {
  if (source.length > LONGEST_WORD && !mayBeNumber(source)) return source;
  return isLossyPlain(source) ? source : String(resolvePlain(source));
}

/**
 * What a tag means: a name for `{"!name": value}`, a check for YAML's own scalar types, or `undefined` when the
 * value stays as it is (`!!str`, `!`, and the collections and types that JSON shows the same way).
 */
export function tagOf(tag: string): string | { name: string; fits(value: Json): boolean } | undefined {
  const name = tag.startsWith('!<tag:yaml.org,2002:') ? `!!${tag.slice(20, -1)}` : tag;
  if (!name.startsWith('!!')) return name === '!' ? undefined : name;
  switch (name) {
    case '!!str':
    case '!!map':
    case '!!seq':
    case '!!set':
    case '!!omap':
    case '!!pairs':
    case '!!binary':
    case '!!timestamp':
    case '!!merge':
      return undefined;
    case '!!null':
      return { name, fits: (value) => value === null };
    case '!!bool':
      return { name, fits: (value) => typeof value === 'boolean' };
    case '!!int':
    case '!!float':
      return { name, fits: (value) => typeof value === 'number' };
    default:
      return name;
  }
}
