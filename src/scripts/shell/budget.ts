/** Commands that are looked at for one file, loops and calls counted each time. */
export const MOST_STEPS = 60_000;
/** Effects that are kept of one file. */
export const MOST_EFFECTS = 10_000;
/** Calls, sourced files and nested shells inside of each other. */
export const MOST_DEPTH = 24;
