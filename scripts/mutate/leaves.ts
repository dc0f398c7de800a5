import { canonical } from '../../src/diff/leaves.ts';
import type { ParsedDocument } from '../../src/documents/document.ts';
import { isObject, type Json, type JsonObject, setOwn } from '../../src/model/json.ts';
import { child, type Pointer, segmentsOf } from '../../src/model/pointer.ts';

/** A single value that stands under a key, and where the two are in the text: 0-based line, 0-based column. */
export type Leaf = {
  document: number;
  pointer: Pointer;
  value: string | number | boolean;
  keyAt: Spot;
  valueAt: Spot;
};

type Spot = { line: number; column: number };

/** The values of a document that stand under a key and in the text, in their order. */
export function leavesOf(parsed: ParsedDocument): Leaf[] {
  return parsed.values.flatMap((root, document) =>
    below(root, '').flatMap(({ pointer, value }) => {
      const [key, place] = [parsed.place(pointer, document, 'key'), parsed.place(pointer, document, 'value')];
      if (key === undefined || place === undefined) return [];
      const spot = (at: typeof key) => ({ line: at.line - 1, column: at.column - 1 });
      return [{ document, pointer, value, keyAt: spot(key), valueAt: spot(place) }];
    }),
  );
}

function below(value: Json, pointer: Pointer): { pointer: Pointer; value: Leaf['value'] }[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => (isScalar(item) ? [] : below(item, child(pointer, index))));
  }
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const [member, at] = [value[key]!, child(pointer, key)];
    return isScalar(member) ? [{ pointer: at, value: member }] : below(member, at);
  });
}

function isScalar(value: Json): value is Leaf['value'] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** What stands at a leaf, or `undefined` when nothing does. */
export function valueAt({ values }: ParsedDocument, { document, pointer }: Leaf): Json | undefined {
  return segmentsOf(pointer).reduce<Json | undefined>((value, segment) => {
    if (Array.isArray(value)) return value[Number(segment)];
    return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
  }, values[document]);
}

/**
 * Whether `after` is `before` but for one key: the leaf's. It is gone (`change` gives `undefined`), has another
 * name, or another value.
 */
export function differsOnlyAt(
  before: ParsedDocument,
  after: ParsedDocument,
  { document, pointer }: Leaf,
  change: { name?: string; value?: Json | undefined },
): boolean {
  const expected: Json[] = structuredClone(before.values);
  const segments = segmentsOf(pointer);
  const last = segments.pop()!;
  const parent = segments.reduce<Json | undefined>(
    (value, segment) => (Array.isArray(value) ? value[Number(segment)] : (value as JsonObject)[segment]),
    expected[document],
  ) as JsonObject;
  delete parent[last];
  if (change.value !== undefined) setOwn(parent, change.name ?? last, change.value);
  return canonical(expected) === canonical(after.values);
}
