import { child } from '../../model/pointer.ts';
import type { Parsed } from './format.ts';
import { type Cursor, skip } from './hcl-scan.ts';
import { endsDefinition, type Place, readExpression, readName } from './hcl-values.ts';
import { listNode, type Node, noteRepeat, objectNode, parsedAs, type Spot, setMember } from './spots.ts';
import { guard, MAX_DEPTH, Stop, tooDeep } from './stop.ts';

/**
 * HCL 2, native syntax (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md), read for its structure:
 * `resource "a" "b" { … }` is `{"resource": {"a": {"b": {…}}}}`, a block that stands several times is a list.
 * Expressions are not evaluated; see `readExpression`.
 */
export function parse(text: string): Parsed {
  return guard(text, () => {
    const cursor: Cursor = { text, at: 0 };
    const place: Place = { pointer: '', repeats: [], depth: 0 };
    const body = readBody(cursor, place, undefined);
    return parsedAs(text, body, place.repeats);
  });
}

type ObjectNode = ReturnType<typeof objectNode>;

/** Blocks of a body: the objects that labels make, and the blocks that share type and labels. */
type Blocks = {
  labels: Map<Map<string, Spot>, ObjectNode>;
  same: Map<string, { parent: ObjectNode; name: string; items: Node[] }>;
};

/** `open` is the offset of the block's brace, or `undefined` for a whole file. */
function readBody(cursor: Cursor, place: Place, open: number | undefined): ObjectNode {
  if (place.depth > MAX_DEPTH) throw tooDeep(cursor.at);
  const body = objectNode(open ?? 0);
  const blocks: Blocks = { labels: new Map(), same: new Map() };
  for (;;) {
    skip(cursor, true);
    const next = cursor.text[cursor.at];
    if (next === undefined || next === '}') {
      if ((next === '}') === (open !== undefined)) break;
      const problem = open === undefined ? 'an unexpected }' : 'a block is not closed';
      throw new Stop('syntax', problem, open ?? cursor.at);
    }
    readDefinition(cursor, body, blocks, place);
  }
  if (open !== undefined) cursor.at += 1;
  for (const { parent, name, items } of blocks.same.values()) {
    if (items.length > 1) setMember(parent, name, items[0]!.spot.key, listNode(items[0]!.spot.value, items));
  }
  return body;
}

function readDefinition(cursor: Cursor, body: ObjectNode, blocks: Blocks, place: Place): void {
  const start = cursor.at;
  const name = readName(cursor);
  if (name === undefined) throw new Stop('syntax', 'an attribute or a block is expected', start);
  skip(cursor, false);
  if (cursor.text[cursor.at] === '=' && cursor.text[cursor.at + 1] !== '=') {
    cursor.at += 1;
    const pointer = child(place.pointer, name);
    skip(cursor, false);
    const value = readExpression(cursor, '\n}', { ...place, pointer });
    noteRepeat(place.repeats, body, name, pointer, start);
    setMember(body, name, start, value);
  } else {
    readBlock(cursor, [name], start, body, blocks, place);
  }
  skip(cursor, false);
  if (!endsDefinition(cursor)) throw new Stop('syntax', 'the end of the line is expected', cursor.at);
}

function readBlock(
  cursor: Cursor,
  names: string[],
  start: number,
  body: ObjectNode,
  blocks: Blocks,
  place: Place,
): void {
  for (let label = readName(cursor); label !== undefined; label = readName(cursor)) {
    names.push(label);
    skip(cursor, false);
  }
  const open = cursor.at;
  if (cursor.text[open] !== '{') throw new Stop('syntax', 'expected = or a block', open);
  cursor.at += 1;
  const pointer = names.reduce(child, place.pointer);
  const content = readBody(cursor, { ...place, pointer, depth: place.depth + names.length }, open);
  const node: Node = { value: content.value, spot: { ...content.spot, key: start } };
  const known = blocks.same.get(pointer);
  if (known !== undefined) {
    known.items.push(node);
    return;
  }
  const parent = names
    .slice(0, -1)
    .reduce((outer, label) => labelObject(outer, label, start, blocks, place), body);
  const name = names.at(-1)!;
  noteRepeat(place.repeats, parent, name, pointer, start);
  setMember(parent, name, start, node);
  blocks.same.set(pointer, { parent, name, items: [node] });
}

/** The object that holds all blocks of one type, or of one first label. */
function labelObject(
  outer: ObjectNode,
  label: string,
  start: number,
  blocks: Blocks,
  place: Place,
): ObjectNode {
  const known = outer.spot.children.get(label);
  const holder = known?.children === undefined ? undefined : blocks.labels.get(known.children);
  if (holder !== undefined) return holder;
  if (known !== undefined) {
    place.repeats.push({ document: 0, key: child(place.pointer, label), offset: start, first: known.key });
  }
  const made = objectNode(start);
  setMember(outer, label, start, made);
  blocks.labels.set(made.spot.children, made);
  return made;
}
