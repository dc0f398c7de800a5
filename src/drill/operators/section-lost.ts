import { differsOnlyAt } from '../edits/leaves.ts';
import { withoutLines } from '../edits/lines.ts';
import { sectionsOf } from '../edits/sections.ts';
import { atPlaces } from '../edits/spoil.ts';

/** A whole section is gone with all that it held. */
export const sectionLost = atPlaces('section-lost', 'section lost', 'key', {
  places: sectionsOf,
  edit: ({ keyAt, ends }, lines) => ends.flatMap((end) => withoutLines(lines, keyAt.line, end)),
  proof: (before, after, section) => differsOnlyAt(before, after, section, {}),
});
