import { parse as parseSmol, TomlDate, TomlError } from 'smol-toml';
import type { AST } from 'toml-eslint-parser';
import { parseTOML } from 'toml-eslint-parser';
import type { Json, JsonObject } from '../../model/json.ts';
import { setOwn } from '../../model/json.ts';
import { isLossy } from '../numbers.ts';
import type { Parsed } from './format.ts';
import { lossyIn, placer, type Spot } from './spots.ts';
import { guard, MAX_DEPTH, Stop, tooDeep } from './stop.ts';

/** A number, where a value may stand, that could lose digits; finding one costs a survey of the whole text. */
const SUSPICIOUS = /[=,[]\s*[-+]?(?:[\d_.]{16,}|[\d_.]+[eE][-+]?\d|0[xob][\w]{13,}|inf|nan)/;

/** TOML (https://toml.io). Dates and times are strings. A repeated key is an error of TOML itself. */
export function parse(text: string): Parsed {
  return guard(
    text,
    () => {
      const value = plain(parseSmol(text, { integersAsBigInt: 'asNeeded', maxDepth: MAX_DEPTH }), 0);
      let spots: Spot[] | undefined;
      const surveyed = () => {
        spots ??= [survey(text)];
        return spots;
      };
      const lossy = SUSPICIOUS.test(text) ? lossyIn(surveyed()) : [];
      return { ok: true, values: [value], duplicates: [], lossy, place: placer(text, surveyed) };
    },
    (error) => explain(text, error),
  );
}

/** smol-toml gives objects without a prototype, big integers and its own dates; schemas need plain JSON. */
function plain(value: unknown, depth: number): Json {
  if (depth > MAX_DEPTH) throw tooDeep(0);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return 'nan';
    return Number.isFinite(value) ? value : value > 0 ? 'inf' : '-inf';
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  const object: JsonObject = {};
  for (const [key, item] of Object.entries(value as object)) setOwn(object, key, plain(item, depth + 1));
  return object;
}

function explain(text: string, error: unknown): Stop | undefined {
  if (!(error instanceof TomlError)) return undefined;
  const offset = offsetAt(text, error.line, error.column);
  const detail = error.message.replace(/^Invalid TOML document: /, '').split('\n')[0] ?? '';
  if (detail.includes('excessively nested')) return tooDeep(offset);
  return new Stop(detail.includes('redefine') ? 'duplicate-key' : 'syntax', detail, offset);
}

function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

type Branch = Spot & { children: Map<string, Spot> };

/** Places only: the parser's own values would change `Object.prototype` for `[__proto__]`. */
function survey(text: string): Spot {
  const root = branchAt(0);
  for (const item of parseTOML(text, { tomlVersion: 'next' }).body[0].body) {
    if (item.type === 'TOMLKeyValue') addPair(root, item);
    else addTable(root, item);
  }
  return root;
}

function branchAt(offset: number): Branch {
  return { key: offset, value: offset, children: new Map() };
}

/** Goes down to a table, making what is missing on the way. */
function descend(from: Branch, name: string, offset: number): Branch {
  const known = from.children.get(name) as Branch | undefined;
  if (known?.children !== undefined) return known;
  const made = branchAt(offset);
  from.children.set(name, made);
  return made;
}

function addTable(root: Branch, table: AST.TOMLTable): void {
  const offset = table.key.range[0];
  const names = table.resolvedKey.map(String);
  const target = names.reduce((branch, name) => descend(branch, name, offset), root);
  target.key = offset;
  for (const pair of table.body) addPair(target, pair);
}

function addPair(table: Branch, pair: AST.TOMLKeyValue): void {
  const offset = pair.key.range[0];
  const names = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
  const parent = names.slice(0, -1).reduce((branch, name) => descend(branch, name, offset), table);
  parent.children.set(names.at(-1)!, { ...contentSpot(pair.value), key: offset });
}

function contentSpot(node: AST.TOMLContentNode): Spot {
  const offset = node.range[0];
  if (node.type === 'TOMLArray') {
    const children = new Map(node.elements.map((item, index) => [String(index), contentSpot(item)]));
    return { key: offset, value: offset, children };
  }
  if (node.type === 'TOMLInlineTable') {
    const table = branchAt(offset);
    for (const pair of node.body) addPair(table, pair);
    return table;
  }
  const spot: Spot = { key: offset, value: offset };
  if (node.kind === 'integer' && !Number.isSafeInteger(node.value)) spot.token = node.number;
  if (node.kind === 'float' && isLossy(node.number.replaceAll('_', ''), node.value)) spot.token = node.number;
  return spot;
}
