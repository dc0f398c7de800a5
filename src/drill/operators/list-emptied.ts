import { differsOnlyAt } from '../edits/leaves.ts';
import { type Section, sectionsOf } from '../edits/sections.ts';
import { atPlaces } from '../edits/spoil.ts';

/** A list lost all of its items: a template looped over nothing. */
export const listEmptied = atPlaces('list-emptied', 'list emptied', 'key', {
  places: (document) => sectionsOf(document).filter(({ value }) => Array.isArray(value)),
  edit: ({ keyAt, ends }, lines) => ends.flatMap((end) => withEmptyList(lines, keyAt, end)),
  proof: (before, after, section) => differsOnlyAt(before, after, section, { value: [] }),
});

/** The items in brackets, on one line or several; or below the key, as YAML has them. */
function withEmptyList(lines: readonly string[], { line, column }: Section['keyAt'], end: number): string[] {
  const text = lines.slice(line, end + 1).join('\n');
  const open = text.indexOf('[', column);
  const close = text.lastIndexOf(']');
  const inside = open === -1 || close < open ? [] : [`${text.slice(0, open)}[]${text.slice(close + 1)}`];
  const below = end > line ? [`${lines[line]!.trimEnd()} []`] : [];
  return [...inside, ...below].map((part) => lines.toSpliced(line, end - line + 1, part).join('\n'));
}
