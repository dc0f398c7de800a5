import { isObject, type Json, typeOf } from '../model/json.ts';
import { child } from '../model/pointer.ts';
import type { Flaw, Node } from './catalog.ts';
import { draftName } from './dialects.ts';
import { formatNames, isKnownFormat } from './formats.ts';
import { annotationNames, draftsWith, keywordNames, type Shape } from './keywords.ts';
import { nearestName } from './nearest.ts';
import { toRegExp } from './patterns.ts';

const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

/** An unknown keyword would be ignored without a word: the rule that its author meant would never hold. */
export function unknownKeyword(node: Node, keyword: string): Flaw {
  const elsewhere = draftsWith(keyword);
  const nearest = nearestName(keyword, [...keywordNames(node.draft), ...annotationNames()]);
  const known = elsewhere.map(draftName).join(', ');
  return {
    code: 'schema-keyword',
    node,
    file: node.file,
    pointer: child(node.pointer, keyword),
    part: 'key',
    message:
      elsewhere.length > 0
        ? `${draftName(node.draft)} does not know the keyword \`${keyword}\`, so it would be ignored (known in ${known}).`
        : `\`${keyword}\` is not a keyword of JSON Schema ${draftName(node.draft)}, so it would be ignored.`,
    hint:
      nearest === undefined || elsewhere.length > 0
        ? 'Remove it, declare the draft that knows it with `$schema`, or start its name with `x-` when it is a note.'
        : `Did you mean \`${nearest}\`? A note of your own starts with \`x-\`.`,
  };
}

/** What is wrong with a keyword's value, if anything. Schemas inside it are walked, not checked here. */
export function checkKeyword(node: Node, keyword: string, shape: Shape, value: Json): Flaw | undefined {
  const flaw = (code: Flaw['code'], message: string, hint: string): Flaw => ({
    code,
    node,
    file: node.file,
    pointer: child(node.pointer, keyword),
    part: 'value',
    message,
    hint,
  });
  const wanted = wrongShape(shape, value);
  if (wanted !== undefined) {
    return flaw(
      'schema-shape',
      `\`${keyword}\` has to be ${wanted}${found(value)}.`,
      `Correct the value of \`${keyword}\` (${draftName(node.draft)}).`,
    );
  }
  const pattern = patternsIn(keyword, value).find((text) => toRegExp(text) === undefined);
  if (pattern !== undefined) {
    return flaw(
      'schema-pattern',
      `\`${keyword}\` holds an invalid regular expression: ${shorten(pattern)}`,
      'JSON Schema uses the regular expressions of ECMA-262 (JavaScript), with the `u` flag where it matters.',
    );
  }
  if (keyword === 'format' && !isKnownFormat(String(value))) {
    const nearest = nearestName(String(value), formatNames());
    return flaw(
      'schema-format',
      `The format \`${shorten(String(value))}\` is not known, so it would not be judged.`,
      nearest === undefined ? 'Use `pattern`, or remove the format.' : `Did you mean \`${nearest}\`?`,
    );
  }
  return undefined;
}

/** What the value should be, when it is not that. */
function wrongShape(shape: Shape, value: Json): string | undefined {
  const check = SHAPES[shape];
  return check.fits(value) ? undefined : check.wanted;
}

const isSchema = (value: Json | undefined) => typeof value === 'boolean' || isObject(value);
const isNumber = (value: Json) => typeof value === 'number' && Number.isFinite(value);
const isStrings = (value: Json | undefined): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isType = (value: Json) => typeof value === 'string' && TYPES.includes(value);
const isMapOf = (value: Json, fits: (item: Json) => boolean) =>
  isObject(value) && Object.keys(value).every((key) => fits(value[key]!));

const SHAPES: Readonly<Record<Shape, { wanted: string; fits: (value: Json) => boolean }>> = {
  any: { wanted: 'a value', fits: () => true },
  boolean: { wanted: '`true` or `false`', fits: (value) => typeof value === 'boolean' },
  string: { wanted: 'a string', fits: (value) => typeof value === 'string' },
  pattern: { wanted: 'a regular expression', fits: (value) => typeof value === 'string' },
  strings: { wanted: 'a list of strings', fits: isStrings },
  'strings-map': { wanted: 'an object of lists of strings', fits: (value) => isMapOf(value, isStrings) },
  number: { wanted: 'a number', fits: isNumber },
  'positive-number': { wanted: 'a number above 0', fits: (value) => isNumber(value) && Number(value) > 0 },
  count: {
    wanted: 'a whole number of at least 0',
    fits: (value) => isNumber(value) && Number.isInteger(value) && Number(value) >= 0,
  },
  type: {
    wanted: `one or several of ${TYPES.join(', ')}`,
    fits: (value) => (Array.isArray(value) ? value.length > 0 && value.every(isType) : isType(value)),
  },
  values: {
    wanted: 'a list of at least one value',
    fits: (value) => Array.isArray(value) && value.length > 0,
  },
  schema: { wanted: 'a schema (an object, `true` or `false`)', fits: isSchema },
  schemas: {
    wanted: 'a list of at least one schema',
    fits: (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
  },
  'schema-or-schemas': {
    wanted: 'a schema or a list of schemas',
    fits: (value) => (Array.isArray(value) ? value.every(isSchema) : isSchema(value)),
  },
  'schema-map': { wanted: 'an object of schemas', fits: (value) => isMapOf(value, isSchema) },
  definitions: { wanted: 'an object', fits: isObject },
  dependencies: {
    wanted: 'an object of schemas or lists of strings',
    fits: (value) => isMapOf(value, (item) => isSchema(item) || isStrings(item)),
  },
};

/** What it is instead, when its type says it. */
function found(value: Json): string {
  if (Array.isArray(value)) return value.length === 0 ? ', not an empty list' : '';
  return isObject(value) ? '' : `, not a ${typeOf(value)}`;
}

function patternsIn(keyword: string, value: Json): string[] {
  if (keyword === 'pattern') return [String(value)];
  return keyword === 'patternProperties' && isObject(value) ? Object.keys(value) : [];
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).toWellFormed()}…`;
}
