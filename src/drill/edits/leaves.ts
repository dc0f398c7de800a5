import { canonical } from '../../diff/leaves.ts';
import type { ParsedDocument } from '../../documents/document.ts';
import { isObject, type Json, type JsonObject, setOwn } from '../../model/json.ts';
import { child, type Pointer, segmentsOf, valueAt } from '../../model/pointer.ts';

/** 0-based line, 0-based column. */
export type Spot = { line: number; column: number };

/** A key of one of a file's documents. */
export type KeyAt = { document: number; pointer: Pointer };

/** A single value that stands under a key, and where the two are in the text. */
export type Leaf = KeyAt & {
  value: string | number | boolean;
  keyAt: Spot;
  valueAt: Spot;
};

/** The values of a document that stand under a key and in the text, in their order. */
export function leavesOf(parsed: ParsedDocument): Leaf[] {
  return parsed.values.flatMap((root, document) =>
    below(root, '').flatMap(({ pointer, value }) => {
      const keyAt = spotOf(parsed, pointer, document, 'key');
      const at = spotOf(parsed, pointer, document, 'value');
      return keyAt === undefined || at === undefined
        ? []
        : [{ document, pointer, value, keyAt, valueAt: at }];
    }),
  );
}

export function spotOf(
  parsed: ParsedDocument,
  pointer: Pointer,
  document: number,
  part: 'key' | 'value',
): Spot | undefined {
  const place = parsed.place(pointer, document, part);
  return place && { line: place.line - 1, column: place.column - 1 };
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

/** What stands at a key, or `undefined` when nothing does. */
export function valueUnder({ values }: ParsedDocument, { document, pointer }: KeyAt): Json | undefined {
  return valueAt(values[document], segmentsOf(pointer));
}

/**
 * Whether `after` is `before` but for one key. It is gone (`change` gives `undefined`), has another name, or another
 * value.
 */
export function differsOnlyAt(
  before: ParsedDocument,
  after: ParsedDocument,
  { document, pointer }: KeyAt,
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
