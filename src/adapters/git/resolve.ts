import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { RefPlan } from '../../refs/plan.ts';
import { fetchCommits, remoteRefs } from './fetch.ts';
import { isObjectId } from './modes.ts';
import type { Commit } from './parse.ts';
import { defaultBranch, mergeBase, resolveCommit } from './refs.ts';
import type { Repository } from './repository.ts';

/** Full commit ids to compare, or a sentence that says why there is nothing to compare. */
export type Resolved = { base: string; head: string } | { nothing: string };

/** History that is fetched, step by step, to find where two branches parted. */
const DEPTHS = [50, 1_000];

/**
 * Finds the two commits of a plan, and fetches those that the repository lacks. Problems: `stale-merge`,
 * `not-a-merge`, `missing-commit`, `no-merge-base`, `no-base`, and those of `resolveCommit` and `fetchCommits`.
 */
export async function resolvePlan(repository: Repository, plan: RefPlan): Promise<Result<Resolved>> {
  switch (plan.kind) {
    case 'nothing':
      return ok({ nothing: plan.why });
    case 'merge':
      return resolveMerge(repository, plan.merge, plan.expectedHead);
    case 'pair':
      return resolvePair(repository, plan.base, plan.head);
    case 'fork':
      return resolveFork(repository, plan);
    case 'created':
      return resolveCreated(repository, plan);
  }
}

async function resolveMerge(
  repository: Repository,
  merge: string,
  expectedHead: string | undefined,
): Promise<Result<Resolved>> {
  const commits = await fetchMissing(repository, [merge]);
  if (!commits.ok) return commits;
  const { parents } = commits.value[0]!;
  const [base, head] = parents;
  if (base === undefined || head === undefined || parents.length > 2) return refuse(notAMerge(merge));
  if (expectedHead !== undefined && head !== expectedHead)
    return refuse(staleMerge(merge, head, expectedHead));
  const before = await fetchMissing(repository, [base]);
  return before.ok ? ok({ base, head: merge }) : before;
}

async function resolvePair(repository: Repository, base: string, head: string): Promise<Result<Resolved>> {
  const from = await idOf(repository, base);
  if (!from.ok) return from;
  const to = await idOf(repository, head);
  if (!to.ok) return to;
  const commits = await fetchMissing(repository, [from.value, to.value]);
  return commits.ok ? ok({ base: commits.value[0]!.id, head: commits.value[1]!.id }) : commits;
}

/**
 * The test merge shows exactly what merging would do, and its first parent has the base's newest policy; so
 * it is preferred to the merge base, which is what remains when GitHub could not merge.
 */
async function resolveFork(
  repository: Repository,
  plan: Extract<RefPlan, { kind: 'fork' }>,
): Promise<Result<Resolved>> {
  if (plan.merge !== undefined) {
    const merged = await resolveMerge(repository, plan.merge, plan.head);
    if (merged.ok) return merged;
  }
  const base = await forkPoint(repository, plan.base, plan.head);
  return base.ok ? ok({ base: base.value, head: plan.head }) : base;
}

async function resolveCreated(
  repository: Repository,
  plan: Extract<RefPlan, { kind: 'created' }>,
): Promise<Result<Resolved>> {
  const commits = await fetchMissing(repository, [plan.head]);
  if (!commits.ok) return commits;
  const { id: head, parents } = commits.value[0]!;
  const branch = await defaultBranchOf(repository, plan.defaultBranch);
  if (!branch.ok) return branch;
  if (plan.ref === `refs/heads/${branch.value}`) {
    const [base] = parents;
    if (base === undefined)
      return ok({ nothing: `${plan.ref} begins with this commit: nothing was there before` });
    const before = await fetchMissing(repository, [base]);
    return before.ok ? ok({ base, head }) : before;
  }
  const tracked = await resolveCommit(repository, `refs/remotes/origin/${branch.value}`);
  const tip = tracked.ok ? tracked : await idOf(repository, `refs/heads/${branch.value}`);
  if (!tip.ok) return tip;
  const base = await forkPoint(repository, tip.value, head);
  if (!base.ok) return base;
  if (base.value !== head) return ok({ base: base.value, head });
  return ok({ nothing: `${plan.ref} is new, and all of its commits are on ${branch.value} already` });
}

/** The name without `refs/heads/`. */
async function defaultBranchOf(repository: Repository, stated: string | undefined): Promise<Result<string>> {
  if (stated !== undefined) return ok(stated);
  const found = await defaultBranch(repository);
  return found.ok ? ok(found.value.replace(/^refs\/(?:heads|remotes\/origin)\//, '')) : found;
}

/** The merge base; in a shallow repository history is fetched until there is one, within reason. */
async function forkPoint(repository: Repository, a: string, b: string): Promise<Result<string>> {
  const commits = await fetchMissing(repository, [a, b]);
  if (!commits.ok) return commits;
  let base = await mergeBase(repository, a, b);
  for (const depth of repository.shallow ? DEPTHS : []) {
    if (base.ok || base.problem.code !== 'no-merge-base') return base;
    const fetched = await fetchCommits(repository, [a, b], depth);
    if (!fetched.ok) return fetched;
    base = await mergeBase(repository, a, b);
  }
  return base;
}

/** The id of a full id or a name; a branch or tag that only the remote has is looked up there. */
async function idOf(repository: Repository, name: string): Promise<Result<string>> {
  if (isObjectId(name)) return ok(name);
  const local = await resolveCommit(repository, name);
  if (local.ok || local.problem.code !== 'unknown-ref' || !isPlainRef(name)) return local;
  const refs = name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
  const found = await remoteRefs(repository, refs);
  const id = found.ok ? refs.map((ref) => found.value.get(ref)).find(Boolean) : undefined;
  return id === undefined ? local : ok(id);
}

/** No wildcard, which ls-remote would take as one, and no operator of git's revisions. */
function isPlainRef(name: string): boolean {
  return /^(?![-./])[^\0-\x20\x7f~^:?*[\]\\@{}]+$/.test(name);
}

/** The commits with these ids, after one fetch for all that the repository lacks. */
async function fetchMissing(repository: Repository, ids: readonly string[]): Promise<Result<Commit[]>> {
  const lookUp = () => Promise.all(ids.map((id) => repository.objects.commit(id)));
  let found = await lookUp();
  const missing = ids.filter((_, index) => isMissing(found[index]!));
  if (missing.length > 0) {
    const fetched = await fetchCommits(repository, missing);
    if (!fetched.ok) return refuse(notFetched(missing, fetched.problem));
    found = await lookUp();
  }
  const commits: Commit[] = [];
  for (const commit of found) {
    if (!commit.ok) return commit;
    commits.push(commit.value);
  }
  return ok(commits);
}

function isMissing(result: Result<Commit>): boolean {
  return !result.ok && result.problem.code === 'missing-commit';
}

function notFetched(ids: readonly string[], reason: Problem): Problem {
  return {
    code: 'missing-commit',
    message: `This clone does not have ${ids.join(' and ')}. ${reason.message}`,
    hint: `${reason.hint} If a forced push has removed the commit, set the input \`base\`.`,
  };
}

export function notAMerge(merge: string): Problem {
  return {
    code: 'not-a-merge',
    message: `The commit ${merge} of this pull request's run does not have two parents.`,
    hint: 'Set the inputs `base` and `head`, for example to the base branch and the head of the pull request.',
  };
}

export function staleMerge(merge: string, head: string, expected: string): Problem {
  return {
    code: 'stale-merge',
    message: `The test merge ${merge} is of ${head}, but the head of the pull request is ${expected}.`,
    hint: 'Push to the pull request, or close and reopen it, so that GitHub makes a new test merge.',
  };
}
