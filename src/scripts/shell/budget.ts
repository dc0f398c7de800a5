/** Commands that are looked at for one file, loops and calls counted each time. */
export const MOST_STEPS = 200_000;
/** Effects that are kept of one file. */
export const MOST_EFFECTS = 10_000;
/** Calls, sourced files and nested shells inside of each other. */
export const MOST_DEPTH = 24;
/** Conditions that are remembered around one command. */
export const MOST_GUARDS = 100;
/** Parts of a text that are remembered of what commands print. */
export const MOST_PARTS = 400;
/** UTF-16 units of a command's own text. */
export const LONGEST_TEXT = 2_000;
