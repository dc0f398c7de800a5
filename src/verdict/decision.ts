import type { Arg, Finding, NotLookedAt, Severity } from '../findings/finding.ts';
import type { Path } from '../model/path.ts';
import type { EffectSummary, ScriptSummary } from '../scripts/summary.ts';
import type { Acknowledgement } from './acknowledgement.ts';

export type Verdict = 'pass' | 'fail' | 'inconclusive';

/** A key that differs, as reports show it. Sensitive values are masked. */
export type KeySummary = {
  kind: 'added' | 'removed' | 'changed' | 'retyped';
  key: string;
  line?: number;
  before?: Arg;
  after?: Arg;
};

/** A line of a file without comparable keys that came or went. Sensitive values are masked; 1-based. */
export type LineSummary = { sign: '-' | '+'; line: number; text: string };

/** One selected file of the change, with its difference by key, or by line where there are no keys. */
export type ChangeSummary = {
  path: Path;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'retyped';
  from?: Path;
  to?: Path;
  service?: string;
  /** The policy's rule that selects the path: `critical[0]`, `default`, … */
  rule: string;
  critical: boolean;
  format?: string;
  keys?: KeySummary[];
  /** How many key differences there are in all, when `keys` shows only the first ones. */
  keysTotal?: number;
  lines?: LineSummary[];
  /** How many lines came or went in all, when `lines` shows only the first ones. */
  linesTotal?: number;
  /** Shares in 0..1 of the before side that are kept. */
  keysKept?: number;
  linesKept?: number;
};

export type { NotLookedAt };

/** Everything that a report may need; the published `decision.schema.json` describes its JSON. */
export type Decision = {
  version: 1;
  verdict: Verdict;
  base: string;
  head: string;
  /** Where the policy came from: `base:.github/holdfast.yml`, `file:trial.yml`, `inputs`, `defaults`. */
  policy: string;
  failOn: Severity;
  warnOnly: boolean;
  counts: { errors: number; warnings: number; notices: number; changed: number; critical: number };
  findings: Finding[];
  changes: ChangeSummary[];
  notLookedAt: NotLookedAt[];
  /** Files on a host that were held against what belongs there; absent where two snapshots of other kinds were compared. */
  verified?: number;
  /** The scripts that were looked at, with the files that they use; absent when there was none to look at. */
  scripts?: ScriptSummary[];
  /** What these scripts would do to critical targets, or all that they would do; absent when there is nothing. */
  effects?: EffectSummary[];
  /** What people let pass all the same; absent when there is nothing. */
  acknowledged?: Acknowledgement[];
};
