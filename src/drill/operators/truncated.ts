import { ofFile } from './operator.ts';

/** The disk was full, or the copy was interrupted. */
export const truncated = ofFile('truncated', 'truncated', ({ text }, random) => {
  const kept = Math.floor(text.length * (0.3 + 0.4 * random()));
  return text.trim().length < 20 ? undefined : text.slice(0, kept);
});
