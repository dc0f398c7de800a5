import type { Json, JsonObject } from '../../model/json.ts';
import { setOwn } from '../../model/json.ts';
import { type Place, placeFinder } from '../../model/place.ts';
import { child, type Pointer, segmentsOf } from '../../model/pointer.ts';
import type { DuplicateKey, LossyNumber } from '../document.ts';
import type { Parsed } from './format.ts';

/** Where one value stands: offsets in the text. For a list item or a whole document `key` is `value`. */
export type Spot = {
  key: number;
  value: number;
  /** Members by name, items by index. */
  children?: Map<string, Spot>;
  /** The children are the items of a list. */
  list?: true;
  /** The text of a number that JavaScript cannot hold. */
  token?: string;
};

/** A key that stands again in its object, before it is known how pointers and lines are written. */
export type Repeat = { document: number; key: Pointer; offset: number; first: number };

/**
 * The `place` function of a parsed document; `survey` gives the documents' spots and is called on first use.
 * `original` turns the spots' offsets into offsets of the text, where they differ.
 */
export function placer(
  text: string,
  survey: () => readonly Spot[],
  original: (offset: number) => number = (offset) => offset,
): (pointer: Pointer, document?: number, part?: 'key' | 'value') => Place | undefined {
  const find = placeFinder(text);
  let spots: readonly Spot[] | undefined;
  return (pointer, document = 0, part = 'key') => {
    spots ??= survey();
    let spot = spots[document];
    for (const segment of segmentsOf(pointer)) spot = spot?.children?.get(segment);
    return spot === undefined ? undefined : find(original(spot[part]));
  };
}

/** All numbers below these spots that JavaScript cannot hold. */
export function lossyIn(spots: readonly Spot[]): LossyNumber[] {
  const found: LossyNumber[] = [];
  const walk = (spot: Spot, document: number, key: Pointer): void => {
    if (spot.token !== undefined) found.push({ document, key, token: spot.token });
    for (const [name, inner] of spot.children ?? []) walk(inner, document, child(key, name));
  };
  spots.forEach((spot, document) => {
    walk(spot, document, '');
  });
  return found;
}

export function duplicatesOf(
  text: string,
  repeats: readonly Repeat[],
  original: (offset: number) => number = (offset) => offset,
): DuplicateKey[] {
  if (repeats.length === 0) return [];
  const find = placeFinder(text);
  return repeats.map(({ document, key, offset, first }) => ({
    document,
    key,
    place: find(original(offset)),
    first: find(original(first)),
  }));
}

/** Builds one value together with its spots; what small formats use while they read. */
export type Node = { value: Json; spot: Spot };

export function scalarNode(value: Json, offset: number, token?: string): Node {
  return {
    value,
    spot: token === undefined ? { key: offset, value: offset } : { key: offset, value: offset, token },
  };
}

/** An object under construction: `set` keeps the last of repeated keys and says where the first one stood. */
export function objectNode(
  offset: number,
): Node & { value: JsonObject; spot: Spot & { children: Map<string, Spot> } } {
  return { value: {}, spot: { key: offset, value: offset, children: new Map() } };
}

/** To be called before the member's value is read: outer repeats come first. */
export function noteRepeat(
  repeats: Repeat[],
  object: ReturnType<typeof objectNode>,
  name: string,
  key: Pointer,
  offset: number,
): void {
  const first = object.spot.children.get(name);
  if (first !== undefined) repeats.push({ document: 0, key, offset, first: first.key });
}

export function setMember(
  object: ReturnType<typeof objectNode>,
  name: string,
  keyOffset: number,
  member: Node,
): void {
  setOwn(object.value, name, member.value);
  object.spot.children.set(name, { ...member.spot, key: keyOffset });
}

export function listNode(offset: number, items: readonly Node[]): Node {
  const children = new Map(items.map((item, index) => [String(index), item.spot]));
  return { value: items.map((item) => item.value), spot: { key: offset, value: offset, children } };
}

/** What a text gives that is one value. */
export function parsedAs(
  text: string,
  { value, spot }: Node,
  repeats: readonly Repeat[] = [],
): Extract<Parsed, { ok: true }> {
  return {
    ok: true,
    values: [value],
    duplicates: duplicatesOf(text, repeats),
    lossy: lossyIn([spot]),
    place: placer(text, () => [spot]),
  };
}
