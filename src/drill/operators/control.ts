import { ofFile } from './operator.ts';

/** A change that means nothing: what the check says of it would be said of every other one, too. */
export const control = {
  ...ofFile('control', 'none: an empty line at the end', ({ text }) => `${text}\n`),
  group: 'control' as const,
};
