import type { GitHub } from '../adapters/github/client.ts';
import type { Policy } from '../policy/policy.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import { acknowledge, needsEvidence } from '../verdict/acknowledge.ts';
import { refusals } from '../verdict/approvals.ts';
import type { Decision } from '../verdict/decision.ts';
import type { PullRequest } from './pull-request.ts';

type Judged = { decision: Decision; policy: Policy };

/**
 * Lets count what the policy accepts, and what people acknowledged on the pull request. What cannot be looked up
 * acknowledges nothing; `notes` say so.
 * @param judge makes the decision for two other commits, under the same inputs.
 */
export async function withAcknowledgements(
  { decision, policy }: Judged,
  github: { own: GitHub; members?: GitHub } | undefined,
  pullRequest: PullRequest | undefined,
  judge: (pair: SnapshotPair) => Promise<Decision | undefined>,
): Promise<Judged & { notes: string[] }> {
  const today = new Date().toISOString().slice(0, 10);
  const without = { decision: acknowledge(decision, policy, undefined, today), policy };
  if (github === undefined || pullRequest === undefined || !needsEvidence(without.decision, policy)) {
    return { ...without, notes: [] };
  }
  const { readEvidence } = await import('../adapters/github/acknowledgements.ts');
  const { number, head } = pullRequest;
  const decisionAt = async (commit: string) =>
    commit === head ? decision : judgeAt(github.own, pullRequest, commit, judge);
  const evidence = await readEvidence(github.own, number, head, policy, {
    decisionAt,
    ...(github.members === undefined ? {} : { members: github.members }),
  });
  if (!evidence.ok) {
    return { ...without, notes: [`Nothing counts as acknowledged: ${evidence.problem.message}`] };
  }
  return {
    decision: acknowledge(decision, policy, evidence.value, today),
    policy,
    notes: [...evidence.value.notes, ...refusals(policy, evidence.value)],
  };
}

async function judgeAt(
  github: GitHub,
  { base }: PullRequest,
  commit: string,
  judge: (pair: SnapshotPair) => Promise<Decision | undefined>,
): Promise<Decision | undefined> {
  const [{ resolveApiPlan }, { openApiPair }] = await Promise.all([
    import('../adapters/github/api-refs.ts'),
    import('../adapters/github/api-pair.ts'),
  ]);
  const commits = await resolveApiPlan(github, { kind: 'fork', base, head: commit });
  if (!commits.ok || 'nothing' in commits.value) return undefined;
  const pair = await openApiPair(github, commits.value);
  if (!pair.ok) return undefined;
  try {
    const decision = await judge(pair.value);
    return pair.value.failure() === undefined ? decision : undefined;
  } finally {
    await pair.value.close();
  }
}
