import {
  type Node as JsonNode,
  type ParseError,
  parseTree as parseJsonTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Json } from '../../model/json.ts';
import { child, type Pointer } from '../../model/pointer.ts';
import { isLossy } from '../numbers.ts';
import type { Parsed } from './format.ts';
import {
  listNode,
  type Node,
  noteRepeat,
  objectNode,
  parsedAs,
  type Repeat,
  type Spot,
  scalarNode,
  setMember,
} from './spots.ts';
import { guard, MAX_DEPTH, Stop, tooDeep } from './stop.ts';

/** JSON with `//` and block comments and trailing commas, as VS Code and TypeScript read it. */
export function parse(text: string): Parsed {
  return guard(text, () => parseTree(text, 'comments'));
}

type Tree = Extract<Parsed, { ok: true }> & { spots: readonly Spot[] };

/** Values with the place of everything, from jsonc-parser's tree. Throws a `Stop` at the first problem. */
export function parseTree(text: string, mode: 'strict' | 'comments'): Tree {
  refuseDeep(text);
  const errors: ParseError[] = [];
  const strict = mode === 'strict';
  const root = parseJsonTree(text, errors, { disallowComments: strict, allowTrailingComma: !strict });
  const [error] = errors;
  if (error !== undefined) throw new Stop('syntax', wordsFor(error), error.offset);
  if (root === undefined) throw new Stop('syntax', 'a value is expected', 0);
  const repeats: Repeat[] = [];
  const node = build(text, root, '', repeats);
  return { ...parsedAs(text, node, repeats), spots: [node.spot] };
}

function build(text: string, node: JsonNode, pointer: Pointer, repeats: Repeat[]): Node {
  if (node.type === 'array') {
    const items = (node.children ?? []).map((item, index) =>
      build(text, item, child(pointer, index), repeats),
    );
    return listNode(node.offset, items);
  }
  if (node.type !== 'object') return leaf(text, node);
  const object = objectNode(node.offset);
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined)
      throw new Stop('syntax', 'a value is expected', property.offset);
    const name = String(key.value);
    const place = child(pointer, name);
    noteRepeat(repeats, object, name, place, key.offset);
    setMember(object, name, key.offset, build(text, value, place, repeats));
  }
  return object;
}

function leaf(text: string, node: JsonNode): Node {
  if (node.type !== 'number') return scalarNode(node.value as Json, node.offset);
  const token = text.slice(node.offset, node.offset + node.length);
  return numberNode(token, node.value as number, node.offset);
}

/** A number that is not finite is no JSON value: it stays its text. */
export function numberNode(token: string, value: number, offset: number): Node {
  if (!isLossy(token, value)) return scalarNode(value, offset);
  return scalarNode(Number.isFinite(value) ? value : token, offset, token);
}

function wordsFor(error: ParseError): string {
  const words = printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.replace(/^(.+) expected$/, 'expected $1');
}

/** The parser is recursive; brackets outside of strings and comments are counted before it runs. */
function refuseDeep(text: string): void {
  const token = /"(?:[^"\\\n]+|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[[{\]}]/g;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const first = match[0].charAt(0);
    if (first === '{' || first === '[') depth += 1;
    else if (first === '}' || first === ']') depth -= 1;
    if (depth > MAX_DEPTH) throw tooDeep(match.index);
  }
}
