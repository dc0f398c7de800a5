import type { Json } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import { child, type Pointer } from '../model/pointer.ts';
import type { Node } from './catalog.ts';
import { readKeyword, type Side } from './side.ts';

/**
 * What became looser. `changed` ones cannot be compared: they may be stricter or looser. `key-allowed` is a key
 * that a closed object did not have: how schemas grow.
 */
export type Loosening =
  | 'unchecked'
  | 'opened'
  | 'key-allowed'
  | 'type-widened'
  | 'values-widened'
  | 'values-removed'
  | 'required-dropped'
  | 'bound-moved'
  | 'bound-removed'
  | 'keyword-removed'
  | 'keyword-changed'
  | 'branch-added'
  | 'not-narrowed'
  | 'rule-removed'
  | 'rule-changed';

/** One step from a value to one inside it: a key, or all keys or items that have no schema of their own. */
export type Step =
  | { key: string }
  | { index: number }
  | { pattern: string }
  | 'other-keys'
  | 'items'
  | 'names';

export type Loosened = {
  what: Loosening;
  /** Where in the judged file. */
  steps: Step[];
  keyword: string;
  /** Path or URL of the schema file in which it stands, and the place in it. */
  file: string;
  schemaKey: Pointer;
  /** In the new version of `file`; of what is left around a keyword that is gone. */
  place: Place;
  before?: Json;
  after?: Json;
};

/** Compares two sides; what it finds is relative to their place. */
export type Compare = (before: Side, after: Side) => Loosened[];

/** Found inside a comparison of the same two sides: it adds nothing there, and proves nothing either. */
export const PENDING: Loosened[] = [];

/** True when everything that fits `after` is known to fit `before`. */
export function isWithin(compare: Compare, before: Side, after: Side): boolean {
  const found = compare(before, after);
  return found.length === 0 && found !== PENDING;
}

type Values = { before?: Json | undefined; after?: Json | undefined };

/** Says that a keyword became looser, where the new version has it, or would have it. */
export function loosened(what: Loosening, keyword: string, after: Side, values: Values = {}): Loosened {
  const node = after.nodes.find((each) => readKeyword(each, keyword) !== undefined);
  if (node !== undefined) return loosenedAt(what, keyword, node, child(node.pointer, keyword), values);
  const near = after.nodes[0] ?? after.tree.gathered.root;
  return loosenedAt(what, keyword, near, near.pointer, values);
}

export function loosenedAt(
  what: Loosening,
  keyword: string,
  { file, pointer }: Node,
  schemaKey: Pointer = pointer,
  values: Values = {},
): Loosened {
  const found: Loosened = {
    what,
    steps: [],
    keyword,
    file: file.name,
    schemaKey,
    place: file.place(schemaKey) ?? { line: 1, column: 1 },
  };
  if (values.before !== undefined) found.before = values.before;
  if (values.after !== undefined) found.after = values.after;
  return found;
}
