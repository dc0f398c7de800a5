import { openEventPair } from '../adapters/git/open-pair.ts';
import type { GitHub } from '../adapters/github/client.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { WorkflowEvent } from '../refs/plan.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import type { CheckInputs } from './inputs.ts';

/** `failure`: why reading broke off on the way, where that can happen. */
export type ActionPair = SnapshotPair & { failure?(): Problem | undefined; close(): Promise<void> };

/** What git cannot do in this job, and GitHub's API can: no git, no checkout, no way to fetch. */
const WITHOUT_OBJECTS = new Set([
  'git-not-found',
  'git-not-started',
  'git-timeout',
  'not-a-repository',
  'no-remote',
  'fetch-failed',
  'missing-commit',
  'missing-tree',
]);

/** The event's two commits: from git where it has them, else from GitHub's API. */
export async function openPair(
  directory: string,
  event: WorkflowEvent,
  { baseRef, headRef }: CheckInputs,
  github: GitHub | undefined,
): Promise<Result<ActionPair | { nothing: string }>> {
  const refs = {
    ...(baseRef === undefined ? {} : { base: baseRef }),
    ...(headRef === undefined ? {} : { head: headRef }),
  };
  const pair = await openEventPair({ directory, event, ...refs });
  if (pair.ok || github === undefined || !WITHOUT_OBJECTS.has(pair.problem.code)) return pair;
  const { openEventPairByApi } = await import('../adapters/github/api-pair.ts');
  const byApi = await openEventPairByApi({ github, event, ...refs });
  if (byApi.ok) return byApi;
  const message = `${pair.problem.message} GitHub's API does not help either: ${byApi.problem.message}`;
  return { ok: false, problem: { ...pair.problem, message } };
}
