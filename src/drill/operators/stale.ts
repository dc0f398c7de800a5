import { ofFile } from './operator.ts';

/** A branch that was not brought up to date takes the file back over two changes, or over the only one. */
export const stale = ofFile(
  'stale',
  'stale (as it was two changes ago)',
  ({ earlier }) => earlier[1] ?? earlier[0],
);
