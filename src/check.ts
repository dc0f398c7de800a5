import type { Subject } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { policyChanged } from './checks/policy-changed.ts';
import { runChecks } from './checks/run.ts';
import { schemaViolation } from './checks/schema-violation.ts';
import { schemaWeakened } from './checks/schema-weakened.ts';
import { ok, type Result } from './model/problem.ts';
import type { Policy } from './policy/policy.ts';
import { type LoadSchema, loadBothSides } from './schemas/load.ts';
import { createSchemas, type Schemas } from './schemas/schemas.ts';
import { reviewChanged } from './scripts/review/changed.ts';
import type { Snapshot, SnapshotPair } from './snapshots/snapshot.ts';
import { type Admitted, admittedBy, withAdmitted } from './subjects/admitted.ts';
import { openAround } from './subjects/around.ts';
import { findCollisions } from './subjects/collisions.ts';
import { prepareGuards, selectGuards } from './subjects/guards.ts';
import { openProposed, unjudgedEdits } from './subjects/proposed.ts';
import { findRenames } from './subjects/renames.ts';
import { selectChanges } from './subjects/select.ts';
import { type Prepared, prepareSubjects } from './subjects/subjects.ts';
import { judgeUntouched } from './subjects/untouched.ts';
import { addReviewed, type Evidence, toDecision } from './verdict/decide.ts';
import type { Decision } from './verdict/decision.ts';
import { slashedAway } from './verdict/slash.ts';
import { summarise } from './verdict/summary.ts';
import { unreadParts, unseenPast } from './verdict/unread.ts';

/** What the caller brings: everything with I/O, and what a person asked for. */
export type CheckOptions = {
  /** The policy that counts: the before side's, unless a person asked for another one. */
  policy(before: Snapshot): Promise<Result<Policy>>;
  /** Loads schemas from one side. The before side's count; the after side's are asked in addition. */
  schemas(policy: Policy, side: 'before' | 'after'): LoadSchema;
  /** The schemas of the before side, compiled: for a caller who asks about the same before side many times. */
  compiled?: Schemas;
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
  const schemas = options.compiled ?? createSchemas(loads.before);
  const proposed = await openProposed(changes, policy, loads);
  const guarding = selectGuards(changes, policy, proposed.edits);
  const guards = await prepareGuards(pair, policy, guarding, proposed.edits);
  const selected = await findCollisions(pair.after, changes, selectChanges(changes, policy, guards), policy);
  if (!selected.ok) return selected;
  const around = await openAround(pair, policy, changes, selected.value);
  if (!around.ok) return around;

  const ruled = new Set(selected.value.map(({ change }) => change.path));
  const evidence = withGuards(guards.filter((guard) => !ruled.has(guard.change.path)));
  const admitted: Admitted[] = [];
  const subjects = prepareSubjects(pair, around.value, schemas, proposed, selected.value);
  for await (const group of subjects) {
    if (!group.ok) return group;
    for (const prepared of group.value) judge(prepared, policy, evidence);
    admitted.push(...group.value.flatMap(({ subject }) => admittedBy(subject)));
    options.progress?.(evidence.changes.length, selected.value.length + guards.length);
  }
  const untouched = await judgeUntouched(pair, changes, policy, schemas, proposed);
  if (!untouched.ok) return untouched;
  for (const subject of untouched.value.subjects)
    evidence.findings.push(...runChecks(subject, [schemaViolation], policy.origin));
  for (const guard of guards)
    evidence.findings.push(
      ...runChecks(withAdmitted(guard, admitted, proposed.edits), guardChecks, policy.origin),
    );
  const scripts = await reviewChanged(pair, changes, policy);
  if (!scripts.ok) return scripts;
  addReviewed(evidence, scripts.value);
  evidence.notLookedAt.push(
    ...unjudgedEdits(proposed.edits),
    ...slashedAway(changes, policy),
    ...untouched.value.notLookedAt,
    ...unseenPast(await around.value.past.unseen()),
  );
  return ok(toDecision(pair, policy, evidence));
}

/** Files that only steer Holdfast are shown among the changes, too. */
function withGuards(guards: readonly Subject[]): Evidence {
  return { findings: [], changes: guards.map((guard) => summarise(guard, true)), notLookedAt: [] };
}

function judge({ subject, unjudged }: Prepared, policy: Policy, evidence: Evidence): void {
  const found = runChecks(subject, checks, policy.origin);
  // One by one: a call with a hundred thousand arguments overflows the stack.
  for (const finding of found) evidence.findings.push(finding);
  evidence.notLookedAt.push(...unreadParts(subject, unjudged));
  evidence.changes.push(summarise(subject, found.length > 0));
}
