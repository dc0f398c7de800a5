import { parse } from '../../documents/formats/yaml.ts';
import { isObject, type Json } from '../../model/json.ts';
import { type Place, placeFinder } from '../../model/place.ts';
import { child, type Pointer } from '../../model/pointer.ts';
import type { NotRead } from '../not-read.ts';
import { scalarOffsets } from './yaml-scalar.ts';

/** A value of a YAML file together with where it stands. A node that is not there has the value `undefined`. */
export type Node = {
  value: Json | undefined;
  /** The value when it is a string, and the text of a number or a truth value. */
  text: string | undefined;
  at(...keys: readonly string[]): Node;
  /** The items of a list; none of anything else. */
  items(): Node[];
  /** The members of a mapping; none of anything else. */
  members(): [name: string, node: Node][];
  /** Where the key stands (or the value, where there is no key). */
  place(): Place;
  /** Where an offset of a string's value stands. Asked for an alias, it answers with the anchor's place. */
  placeIn(offset: number): Place;
};

type File = {
  text: string;
  lines: number[];
  find(offset: number): Place;
  place(pointer: Pointer, document: number, part: 'key' | 'value'): Place | undefined;
};

/** The documents of a YAML file, or why there are none. */
export function readYaml(text: string): { documents: Node[] } | { notRead: NotRead } {
  const parsed = parse(text);
  if (!parsed.ok) {
    const { code, detail, place } = parsed.problem;
    return { notRead: { reason: code === 'syntax' ? 'syntax' : 'limit', place, detail } };
  }
  const lines: number[] = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  const file: File = { text, lines, find: placeFinder(text), place: parsed.place };
  return { documents: parsed.values.map((value, document) => nodeOf(file, value, document, '')) };
}

function nodeOf(file: File, value: Json | undefined, document: number, pointer: Pointer): Node {
  const node = (inner: Json | undefined, key: string | number) =>
    nodeOf(file, inner, document, child(pointer, key));
  let aligned: Node['placeIn'] | undefined;
  const self: Node = {
    value,
    text: textOf(value),
    at: (...keys) =>
      keys.reduce<Node>((from, key) => {
        const inner = isObject(from.value) && Object.hasOwn(from.value, key) ? from.value[key] : undefined;
        return from === self ? node(inner, key) : from.at(key);
      }, self),
    items: () => (Array.isArray(value) ? value.map((item, index) => node(item, index)) : []),
    members: () => (isObject(value) ? Object.keys(value).map((name) => [name, node(value[name], name)]) : []),
    place: () => file.place(pointer, document, 'key') ?? START,
    placeIn: (offset) => {
      aligned ??= align(file, file.place(pointer, document, 'value') ?? START, textOf(value) ?? '');
      return aligned(offset);
    },
  };
  return self;
}

/** Without an alignment, everything stands where the value begins. */
function align(file: File, place: Place, value: string): Node['placeIn'] {
  const offsets = scalarOffsets(file.text, file.lines[place.line - 1]! + place.column - 1, value);
  if (offsets === undefined) return () => place;
  return (offset) => file.find(offsets[Math.min(offset, offsets.length - 1)]!);
}

const START: Place = { line: 1, column: 1 };

function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
}
