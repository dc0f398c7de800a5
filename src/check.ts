import { checks } from './checks/index.ts';
import { policyChanged } from './checks/policy-changed.ts';
import { runChecks } from './checks/run.ts';
import { schemaViolation } from './checks/schema-violation.ts';
import { schemaWeakened } from './checks/schema-weakened.ts';
import type { Finding } from './findings/finding.ts';
import { ok, type Result } from './model/problem.ts';
import type { Policy } from './policy/policy.ts';
import { type LoadSchema, loadBothSides } from './schemas/load.ts';
import { createSchemas } from './schemas/schemas.ts';
import type { Snapshot, SnapshotPair } from './snapshots/snapshot.ts';
import { type Admitted, admittedBy, withAdmitted } from './subjects/admitted.ts';
import { findCollisions } from './subjects/collisions.ts';
import { prepareGuards, selectGuards } from './subjects/guards.ts';
import { openPast } from './subjects/past.ts';
import { openProposed, unjudgedEdits } from './subjects/proposed.ts';
import { findRenames } from './subjects/renames.ts';
import { selectChanges } from './subjects/select.ts';
import { openSiblings } from './subjects/siblings.ts';
import { prepareSubjects } from './subjects/subjects.ts';
import { judgeUntouched } from './subjects/untouched.ts';
import { toDecision } from './verdict/decide.ts';
import type { ChangeSummary, Decision, NotLookedAt } from './verdict/decision.ts';
import { summarise } from './verdict/summary.ts';
import { unreadParts, unseenPast } from './verdict/unread.ts';

/** What the caller brings: everything with I/O, and what a person asked for. */
export type CheckOptions = {
  /** The policy that counts: the before side's, unless a person asked for another one. */
  policy(before: Snapshot): Promise<Result<Policy>>;
  /** Loads schemas from one side. The before side's count; the after side's are asked in addition. */
  schemas(policy: Policy, side: 'before' | 'after'): LoadSchema;
  /** Told after every group of files; for a progress line. */
  progress?(done: number, total: number): void;
};

/** What is asked of the files that steer Holdfast. */
const guardChecks = [policyChanged, schemaWeakened];

/** The check: two snapshots in, a decision out. A problem means that nothing could be judged. */
export async function check(pair: SnapshotPair, options: CheckOptions): Promise<Result<Decision>> {
  const [raw, chosen] = await Promise.all([pair.differences(), options.policy(pair.before)]);
  if (!raw.ok) return raw;
  if (!chosen.ok) return chosen;
  const policy = chosen.value;

  const changes = await findRenames(pair, raw.value, policy);
  const loads = loadBothSides(options.schemas(policy, 'before'), options.schemas(policy, 'after'));
  const schemas = createSchemas(loads.before);
  const proposed = await openProposed(changes, policy, loads);
  const guards = await prepareGuards(
    pair,
    policy,
    selectGuards(changes, policy, proposed.edits),
    proposed.edits,
  );
  const selected = await findCollisions(pair.after, changes, selectChanges(changes, policy, guards), policy);
  if (!selected.ok) return selected;
  const siblings = await openSiblings(pair, policy, changes, selected.value);
  if (!siblings.ok) return siblings;
  const past = openPast(pair, selected.value);

  const findings: Finding[] = [];
  const summaries: ChangeSummary[] = [];
  const notLookedAt: NotLookedAt[] = [];
  const admitted: Admitted[] = [];
  const ruled = new Set(selected.value.map(({ change }) => change.path));
  for (const guard of guards) {
    if (!ruled.has(guard.change.path)) summaries.push(summarise(guard, true));
  }
  for await (const group of prepareSubjects(pair, siblings.value, past, schemas, proposed, selected.value)) {
    if (!group.ok) return group;
    for (const { subject, unjudged } of group.value) {
      const found = runChecks(subject, checks, policy.origin);
      for (const finding of found) findings.push(finding);
      notLookedAt.push(...unreadParts(subject, unjudged));
      admitted.push(...admittedBy(subject));
      summaries.push(summarise(subject, found.length > 0));
    }
    options.progress?.(summaries.length, selected.value.length + guards.length);
  }
  const untouched = await judgeUntouched(pair, changes, policy, schemas, proposed);
  if (!untouched.ok) return untouched;
  notLookedAt.push(...unjudgedEdits(proposed.edits), ...untouched.value.notLookedAt);
  for (const subject of untouched.value.subjects)
    findings.push(...runChecks(subject, [schemaViolation], policy.origin));
  for (const guard of guards)
    findings.push(...runChecks(withAdmitted(guard, admitted, proposed.edits), guardChecks, policy.origin));
  notLookedAt.push(...unseenPast(await past.unseen()));
  return ok(toDecision(pair, policy, { findings, changes: summaries, notLookedAt }));
}
