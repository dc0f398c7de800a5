import type { Severity } from '../findings/finding.ts';
import type { Path } from '../model/path.ts';
import type { Problem } from '../model/problem.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import type { OperatorGroup } from './operators/operator.ts';
import type { Proposal } from './proposals/proposal.ts';

/** The worst that the check said about an error; `unjudged`: nothing, and the verdict is inconclusive. */
export type Level = Severity | 'unjudged' | 'missed';

/** One error, and what the check said of it. */
export type Trial = {
  path: Path;
  service?: string;
  operator: string;
  group: Exclude<OperatorGroup, 'control'>;
  level: Level;
  /** It would not have passed: by `failOn` of the policy, or because it could not be judged. */
  stopped: boolean;
  /** The checks that spoke, consequences aside. */
  checks: string[];
  /** What differs, sensitive values masked; the first few keys or lines. */
  change?: ChangeSummary;
  /** What stops it when it is added to the policy or a schema: tried, each on its own. Of errors that pass only. */
  proposals: Proposal[];
};

/** All that a drill has found. */
export type Drilled = {
  version: 1;
  /** The full id of the commit. */
  commit: string;
  /** As in a decision: `base:.github/holdfast.yml`. */
  policy: string;
  failOn: Severity;
  /** The policy blocks nothing, whatever is found. */
  warnOnly: boolean;
  seed: number;
  files: number;
  trials: Trial[];
  /** Critical files that could not be drilled, and why. */
  notDrilled: { path: Path; reason: string }[];
  /** Files whose trials were taken from the last drill. */
  reused: number;
  /**
   * The history is cut off after so many commits (a shallow clone): of so many critical files older versions are not
   * known, and could not be put back in their place.
   */
  cutOff?: { commits: number; files: number };
};

/** What is told least comes first: nobody would have seen it at all. */
const LEAST_TOLD: readonly Level[] = ['missed', 'notice', 'warning', 'error', 'unjudged'];

/** Errors that the check lets pass, the least told first, those of one level in the order in which they were tried. */
export function survivorsOf(drilled: Drilled, groups: readonly Trial['group'][]): Trial[] {
  return passedIn(drilled, groups).toSorted(
    (left, right) => LEAST_TOLD.indexOf(left.level) - LEAST_TOLD.indexOf(right.level),
  );
}

/** The same in the order in which they were tried, file by file. */
export function passedIn({ trials }: Drilled, groups: readonly Trial['group'][]): Trial[] {
  return trials.filter(({ stopped, group }) => !stopped && groups.includes(group));
}

/** Damage that can be told from a change; values alone are counted apart. */
export const STRUCTURAL: readonly Trial['group'][] = ['file', 'key'];

/** No file is critical, or none of a service. */
export function nothingToDrill(service?: string): Problem {
  return {
    code: 'nothing-to-drill',
    message:
      service === undefined
        ? 'HEAD has no file that the policy calls critical.'
        : `HEAD has no critical file of the service ${JSON.stringify(service)}.`,
    hint: 'Declare critical files first: holdfast init writes a policy, and holdfast explain PATH asks about a file.',
  };
}
