import type { Path } from './model/path.ts';
import { ok, type Result, refuse } from './model/problem.ts';
import type { Policy } from './policy/policy.ts';
import { chooseScripts, noneDeclared, noScript } from './scripts/review/choose.ts';
import { readScripts } from './scripts/review/read.ts';
import { judgeSide, toReviewed } from './scripts/review/reviewed.ts';
import type { Snapshot } from './snapshots/snapshot.ts';
import { addReviewed, toDecision } from './verdict/decide.ts';
import type { Decision } from './verdict/decision.ts';

/** What the caller brings, and what a person asked for. */
export type ReviewOptions = {
  /** The policy that counts: the snapshot's own, unless a person asked for another one. */
  policy(snapshot: Snapshot): Promise<Result<Policy>>;
  /** Scripts that somebody named; without any, those of the policy, or all that look like scripts. */
  files: readonly Path[];
  /** The decision gets all effects of the scripts, not only those on critical targets. */
  allEffects?: boolean;
};

/**
 * The review: what the deployment scripts of a snapshot would write, delete or replace, as a decision whose base and
 * head are that snapshot. A problem means that nothing could be judged.
 */
export async function review(snapshot: Snapshot, options: ReviewOptions): Promise<Result<Decision>> {
  const chosen = await options.policy(snapshot);
  if (!chosen.ok) return chosen;
  const policy = chosen.value;
  const candidates = await chooseScripts(snapshot, policy, options.files);
  if (!candidates.ok) return candidates;
  const read = await readScripts(snapshot, candidates.value);
  if (!read.ok) return read;
  const other = noScript(options.files, read.value);
  if (other !== undefined) return refuse(other);
  const judged = await judgeSide(snapshot, policy, read.value);
  if (!judged.ok) return judged;
  const evidence = {
    findings: [],
    changes: [],
    notLookedAt: noneDeclared(policy, options.files, read.value),
  };
  addReviewed(evidence, toReviewed(read.value, judged.value, options.allEffects === true));
  return ok(toDecision({ before: snapshot, after: snapshot }, policy, evidence));
}
