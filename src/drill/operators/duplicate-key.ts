import { leavesOf } from '../edits/leaves.ts';
import { atPlaces } from '../edits/spoil.ts';

/** A line stands twice after a merge. */
export const duplicateKey = atPlaces('duplicate-key', 'duplicate key', 'key', {
  places: leavesOf,
  edit({ keyAt }, lines) {
    const line = lines[keyAt.line]!;
    // A second member of a JSON object needs a comma between the two.
    return [line, `${line},`].map((first) => lines.toSpliced(keyAt.line, 1, first, line).join('\n'));
  },
  proof: (before, after) => after.duplicates.length === before.duplicates.length + 1,
});
