import { tokenAt, withToken } from '../edits/lines.ts';
import { opposite } from '../edits/slips.ts';
import { atLeaves, otherValue } from '../edits/spoil.ts';

/** A switch is on that was off. */
export const booleanInverted = atLeaves(
  'boolean-inverted',
  'boolean inverted',
  'value',
  (leaf, lines) => {
    const token = tokenAt(leaf, lines);
    const other = token === undefined ? undefined : opposite(token);
    return other === undefined ? [] : [withToken(leaf, lines, token!, other)];
  },
  otherValue((now, { value: then }) => String(now) === opposite(String(then))),
);
