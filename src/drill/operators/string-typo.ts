import { tokenAt, withToken } from '../edits/lines.ts';
import { misspelt, opposite } from '../edits/slips.ts';
import { atLeaves, otherValue } from '../edits/spoil.ts';

/** Two letters of a text are swapped, or one is left out. */
export const stringTypo = atLeaves(
  'string-typo',
  'typo in a text',
  'value',
  (leaf, lines, random) => {
    const isWord = typeof leaf.value !== 'string' || opposite(leaf.value) !== undefined;
    const token = isWord ? undefined : tokenAt(leaf, lines);
    const wrong = token && misspelt(token, random);
    return wrong === undefined ? [] : [withToken(leaf, lines, token!, wrong)];
  },
  otherValue((now, { value: then }) => typeof now === 'string' && now !== then),
);
