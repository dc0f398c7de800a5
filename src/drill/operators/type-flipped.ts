import { replaced, tokenAt } from '../edits/lines.ts';
import { atLeaves, otherValue } from '../edits/spoil.ts';

/** Quotes came around a number or a boolean, or went. */
export const typeFlipped = atLeaves(
  'type-flipped',
  'type flipped',
  'key',
  (leaf, lines) => {
    const token = tokenAt(leaf, lines);
    if (token === undefined) return [];
    const { line, column } = leaf.valueAt;
    const quoted = /^["']/.test(lines[line]!.slice(column));
    if (!quoted) return [replaced(lines, line, column, token.length, `"${token}"`)];
    return [replaced(lines, line, column, token.length + 2, token)];
  },
  otherValue((now, { value: then }) => typeof now !== typeof then && String(now) === String(then)),
);
