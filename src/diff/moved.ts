import type { ParsedDocument } from '../documents/document.ts';
import { isObject, type Json } from '../model/json.ts';
import type { Retention } from './difference.ts';

/**
 * How many of the old leaf values are kept under their own name, wherever it stands now: a file whose content
 * was only put below another key keeps (nearly) all of them, and one with another content few. Shares in 0..1.
 */
export function keptAnywhere(before: ParsedDocument, after: ParsedDocument): Retention {
  const stock = new Map<string, number>();
  for (const leaf of leavesOf(after)) stock.set(leaf, (stock.get(leaf) ?? 0) + 1);
  const old = leavesOf(before);
  let kept = 0;
  for (const leaf of old) {
    const left = stock.get(leaf) ?? 0;
    if (left === 0) continue;
    stock.set(leaf, left - 1);
    kept += 1;
  }
  return { before: old.length, kept, share: old.length === 0 ? 1 : kept / old.length };
}

/** Each leaf as the nearest name above it and its value; items of a list have the name of the list. */
function leavesOf({ values }: ParsedDocument): string[] {
  const leaves: string[] = [];
  const visit = (value: Json, name: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, name);
    else if (isObject(value)) for (const key of Object.keys(value)) visit(value[key]!, key);
    else leaves.push(JSON.stringify([name, value]));
  };
  for (const value of values) visit(value, '');
  return leaves;
}
