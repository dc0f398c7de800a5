import type { Text } from '../text.ts';

/**
 * What a command finds on its standard input.
 * - `texts`: the text itself, as far as it is known: alternatives; undefined when nothing is known of it.
 * - `reads`: locations of the files that the pipeline before has read.
 * - `at`: where it stands in the source, for the places of commands in it.
 */
export type Input = {
  texts: readonly Text[] | undefined;
  reads: readonly Text[];
  at: { pos: number; end: number };
};
