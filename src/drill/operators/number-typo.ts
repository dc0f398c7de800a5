import { tokenAt, withToken } from '../edits/lines.ts';
import { misdialled } from '../edits/slips.ts';
import { atLeaves, otherValue } from '../edits/spoil.ts';

/** A digit is typed twice or left out. */
export const numberTypo = atLeaves(
  'number-typo',
  'typo in a number',
  'value',
  (leaf, lines, random) => {
    const token = typeof leaf.value === 'number' ? tokenAt(leaf, lines) : undefined;
    const wrong = token && misdialled(token, random);
    return wrong === undefined ? [] : [withToken(leaf, lines, token!, wrong)];
  },
  otherValue((now, { value: then }) => typeof now === 'number' && now !== then),
);
