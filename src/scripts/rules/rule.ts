import type { Described } from '../../checks/check.ts';
import type { Args, Finding, Severity } from '../../findings/finding.ts';
import type { Path } from '../../model/path.ts';
import type { Analysis } from '../analyse.ts';
import type { Effect, Target } from '../effect.ts';
import type { Critical, Touched } from '../touched.ts';
import type { Gate } from './gates.ts';

/** A script, and what it would do. */
export type Script = { path: Path; text: string; analysis: Analysis };

/**
 * `identity`: equal for the same fact in another version of the scripts, wherever it stands. `touching`: the effects
 * that may write a critical place.
 */
export type Judged = { findings: { finding: Finding; identity: string }[]; touching: Effect[] };

/** One target of one effect, and what is known about the two. */
export type ScriptSubject = {
  effect: Effect;
  target: Target;
  /** The critical places that the target is or holds. */
  touched: readonly Touched[];
  /** What makes the write harmless, or unlikely. */
  gates: readonly Gate[];
  /** The same script has written the target anew, or discarded what was there, before this command. */
  made: boolean;
  /** The same script has made, or fetched, what is written. */
  madeSource: boolean;
  files: Critical['files'];
};

/** What a rule finds; the rest of a finding is the same for all rules. */
export type Found = { severity?: Severity; args?: Args };

/**
 * One thing that a script should not do. A rule that is not about critical places says nothing where a gate stands
 * open or where the target's name is not known; one that is says it as a notice.
 */
export type ScriptRule = Described & {
  /** It is about places that the policy declares critical. */
  critical: boolean;
  /** It is about the command, whatever its target: one that is not known is a notice. */
  anyTarget?: true;
  finds(subject: ScriptSubject): Found | undefined;
};
