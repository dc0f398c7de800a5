import type { ParsedDocument } from '../../documents/document.ts';
import { parentOf, segmentsOf } from '../../model/pointer.ts';
import { differsOnlyAt, type Leaf, valueUnder } from '../edits/leaves.ts';
import { replaced } from '../edits/lines.ts';
import { misspelt } from '../edits/slips.ts';
import { atLeaves } from '../edits/spoil.ts';

/** The key is misspelt, and what reads it falls back to a default. */
export const keyTypo = atLeaves(
  'key-typo',
  'typo in a key',
  'key',
  (leaf, lines, random) => {
    const name = segmentsOf(leaf.pointer).at(-1)!;
    const found = lines[leaf.keyAt.line]!.indexOf(name, leaf.keyAt.column);
    const wrong = misspelt(name, random);
    if (found === -1 || found > leaf.keyAt.column + 1 || wrong === undefined) return [];
    return [replaced(lines, leaf.keyAt.line, found, name.length, wrong)];
  },
  (before, after, leaf) => {
    const name = newMember(before, after, leaf);
    return name !== undefined && differsOnlyAt(before, after, leaf, { name, value: leaf.value });
  },
);

/** The one key of the leaf's object that was not there before. */
function newMember(before: ParsedDocument, after: ParsedDocument, leaf: Leaf): string | undefined {
  const parent = { ...leaf, pointer: parentOf(leaf.pointer) };
  const [then, now] = [valueUnder(before, parent), valueUnder(after, parent)].map((object) =>
    Object.keys(object ?? {}),
  );
  const added = now!.filter((key) => !then!.includes(key));
  return added.length === 1 ? added[0] : undefined;
}
