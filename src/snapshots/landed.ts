import type { RawChange } from './snapshot.ts';

/**
 * One step of a branch: a commit, or a merge with all that it brought. `subject` and `author` are one line of foreign
 * text each. `at`: the committer's clock, `2026-01-31T12:00:00.000Z`.
 */
export type Landed = {
  id: string;
  parents: string[];
  at: string;
  author: string;
  subject: string;
  /** The whole message. */
  message: string;
  /** Against the first parent, in git's order. */
  changes: RawChange[];
};
