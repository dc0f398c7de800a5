import { checks } from './checks/index.ts';
import { policyChanged } from './checks/policy-changed.ts';
import { runChecks } from './checks/run.ts';
import type { Finding } from './findings/finding.ts';
import { ok, type Result } from './model/problem.ts';
import type { Policy } from './policy/policy.ts';
import type { LoadSchema } from './schemas/load.ts';
import { createSchemas } from './schemas/schemas.ts';
import type { Snapshot, SnapshotPair } from './snapshots/snapshot.ts';
import { findCollisions } from './subjects/collisions.ts';
import { prepareGuards, selectGuards } from './subjects/guards.ts';
import { findRenames } from './subjects/renames.ts';
import { selectChanges } from './subjects/select.ts';
import { openSiblings } from './subjects/siblings.ts';
import { prepareSubjects } from './subjects/subjects.ts';
import { toDecision } from './verdict/decide.ts';
import type { ChangeSummary, Decision, NotLookedAt } from './verdict/decision.ts';
import { summarise } from './verdict/summary.ts';
import { unreadParts } from './verdict/unread.ts';

/** What the caller brings: everything with I/O, and what a person asked for. */
export type CheckOptions = {
  /** The policy that counts: the before side's, unless a person asked for another one. */
  policy(before: Snapshot): Promise<Result<Policy>>;
  /** Loads schemas, always from the before side. */
  schemas(policy: Policy): LoadSchema;
  /** Told after every group of files; for a progress line. */
  progress?(done: number, total: number): void;
};

/** The check: two snapshots in, a decision out. A problem means that nothing could be judged. */
export async function check(pair: SnapshotPair, options: CheckOptions): Promise<Result<Decision>> {
  const [raw, chosen] = await Promise.all([pair.differences(), options.policy(pair.before)]);
  if (!raw.ok) return raw;
  if (!chosen.ok) return chosen;
  const policy = chosen.value;

  const changes = await findRenames(pair, raw.value, policy);
  const guards = await prepareGuards(pair, policy, selectGuards(changes, policy));
  const selected = await findCollisions(pair.after, changes, selectChanges(changes, policy, guards), policy);
  if (!selected.ok) return selected;
  const siblings = await openSiblings(pair, policy, changes, selected.value);
  if (!siblings.ok) return siblings;
  const schemas = createSchemas(options.schemas(policy));

  const findings: Finding[] = [];
  const summaries: ChangeSummary[] = [];
  const notLookedAt: NotLookedAt[] = [];
  const ruled = new Set(selected.value.map(({ change }) => change.path));
  for (const guard of guards) {
    findings.push(...runChecks(guard, [policyChanged], policy.origin));
    if (!ruled.has(guard.change.path)) summaries.push(summarise(guard, true));
  }
  for await (const group of prepareSubjects(pair, siblings.value, schemas, selected.value)) {
    if (!group.ok) return group;
    for (const { subject, unjudged } of group.value) {
      const found = runChecks(subject, checks, policy.origin);
      findings.push(...found);
      notLookedAt.push(...unreadParts(subject, unjudged));
      summaries.push(summarise(subject, found.length > 0));
    }
    options.progress?.(summaries.length, selected.value.length + guards.length);
  }
  return ok(toDecision(pair, policy, { findings, changes: summaries, notLookedAt }));
}
