import type { ParsedDocument } from '../../documents/document.ts';
import { isObject, type Json } from '../../model/json.ts';
import { child, type Pointer } from '../../model/pointer.ts';
import { type KeyAt, type Spot, spotOf } from './leaves.ts';

/** An object or a list that stands under a key, with the lines that it may take: 0-based, the last ones to try. */
export type Section = KeyAt & { value: Json[] | { [key: string]: Json }; keyAt: Spot; ends: number[] };

/** The objects and lists of a document that hold something and stand under a key of their own line. */
export function sectionsOf(parsed: ParsedDocument): Section[] {
  const last = parsed.text.replace(/\n$/, '').split('\n').length - 1;
  return parsed.values.flatMap((root, document) => {
    const keys = keysBelow(root, '');
    const starts = keys.map(({ pointer }) => spotOf(parsed, pointer, document, 'key')?.line);
    return keys.flatMap(({ pointer, value }, index): Section[] => {
      const keyAt = spotOf(parsed, pointer, document, 'key');
      if (keyAt === undefined || typeof value !== 'object' || value === null) return [];
      if (Object.keys(value).length === 0) return [];
      const inside = keys.flatMap((key, at) =>
        key.pointer.startsWith(`${pointer}/`) ? (starts[at] ?? []) : [],
      );
      const lastInside = Math.max(keyAt.line, ...inside);
      const next = starts.find((line, at) => at > index && line !== undefined && line > lastInside);
      // The next key's line is known where there is one; a closing bracket, or items without keys, may come before it.
      const until = next === undefined ? last : next - 1;
      const ends = range(lastInside, Math.min(until, lastInside + MOST_LINES));
      return [{ document, pointer, value, keyAt, ends: ends.reverse() }];
    });
  });
}

/** Lines behind the last key of a section that may still belong to it. */
const MOST_LINES = 40;

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** Every key in the order of the values, those in items of lists among them. */
function keysBelow(value: Json, pointer: Pointer): { pointer: Pointer; value: Json }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => keysBelow(item, child(pointer, index)));
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const at = child(pointer, key);
    return [{ pointer: at, value: value[key]! }, ...keysBelow(value[key]!, at)];
  });
}
