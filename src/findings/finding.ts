import type { Path } from '../model/path.ts';

export type Severity = 'error' | 'warning' | 'notice';

/** A value inside a finding: plain data, already masked where it is sensitive. */
export type Arg = string | number | boolean | null | Arg[] | { [key: string]: Arg };
export type Args = { [name: string]: Arg };

/** Some lines of the file around the finding, sensitive values masked. `first` is a 1-based line number. */
export type Excerpt = { first: number; lines: string[] };

/** A fact with a stable identity; never a sentence (see `reports/messages.ts` for the words). */
export type Finding = {
  check: string;
  severity: Severity;
  path: Path;
  /** Where to look: 1-based. `side` says in which version of the file, `after` unless given. */
  line?: number;
  column?: number;
  side?: 'before' | 'after';
  /** The key for people, list items by identity: `containers[name=api].image`. */
  key?: string;
  service?: string;
  args: Args;
  /** 16 hex digits: the same fact has the same fingerprint wherever its line moves. */
  fingerprint: string;
  excerpt?: Excerpt;
  /** Consequences of this finding, not counted on their own. */
  folded?: Finding[];
};

/**
 * What Holdfast could not look at. `blocks`: the verdict is `inconclusive` unless something fails anyway. `line`: where
 * a part of a file begins that was not read.
 */
export type NotLookedAt = {
  path: Path;
  line?: number;
  reason: string;
  detail: string;
  hint: string;
  blocks: boolean;
};
