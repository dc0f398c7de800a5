import type { ParsedDocument } from '../documents/document.ts';
import { isObject, type Json } from '../model/json.ts';
import type { KeyChange, Retention } from './difference.ts';

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

/** How many leaf values went with the keys that are removed, those left out that stand below a new key now. */
export function lostValues(changes: readonly KeyChange[]): number {
  const moved = new Map<string, number>();
  for (const leaf of leavesBelow(changes, 'added')) moved.set(leaf, (moved.get(leaf) ?? 0) + 1);
  let lost = 0;
  for (const leaf of leavesBelow(changes, 'removed')) {
    const left = moved.get(leaf) ?? 0;
    if (left > 0) moved.set(leaf, left - 1);
    else lost += 1;
  }
  return lost;
}

function leavesBelow(changes: readonly KeyChange[], kind: 'added' | 'removed'): string[] {
  return changes.flatMap((change) => {
    const value = change.kind === kind ? (kind === 'added' ? change.after : change.before) : undefined;
    return value === undefined ? [] : leavesIn(value, change.segments.at(-1) ?? '');
  });
}

function leavesOf({ values }: ParsedDocument): string[] {
  return values.flatMap((value) => leavesIn(value, ''));
}

/** Each leaf as the nearest name above it and its value; items of a list have the name of the list. */
function leavesIn(root: Json, name: string): string[] {
  const leaves: string[] = [];
  const visit = (value: Json, name: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, name);
    else if (isObject(value)) for (const key of Object.keys(value)) visit(value[key]!, key);
    else leaves.push(JSON.stringify([name, value]));
  };
  visit(root, name);
  return leaves;
}
