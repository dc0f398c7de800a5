import { differsOnlyAt } from '../edits/leaves.ts';
import { withoutLines } from '../edits/lines.ts';
import { atLeaves } from '../edits/spoil.ts';

/** A line was lost in a merge or an edit. */
export const keyDeleted = atLeaves(
  'key-deleted',
  'key deleted',
  'key',
  ({ keyAt }, lines) => withoutLines(lines, keyAt.line, keyAt.line),
  (before, after, leaf) => differsOnlyAt(before, after, leaf, {}),
);
