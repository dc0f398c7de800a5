import { resolve, sep } from 'node:path';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { planRefs, type WorkflowEvent } from '../../refs/plan.ts';
import type { SnapshotPair } from '../../snapshots/snapshot.ts';
import { commitPair } from './pair.ts';
import { defaultBranch, mergeBase, resolveCommit } from './refs.ts';
import { openRepository, type Repository } from './repository.ts';
import { resolvePlan } from './resolve.ts';

/** Two snapshots of one repository. `close` must be called when nothing more is read. */
export type OpenPair = SnapshotPair & { repository: Repository; close(): Promise<void> };

/**
 * What `holdfast check` compares on somebody's machine:
 * - `base` and `head`: these two, directly (not from their merge base).
 * - `base` alone: it and HEAD, directly. `head` alone: it, since it left the default branch.
 * - nothing: HEAD, since it left the default branch.
 * - `staged`: `base` or HEAD with the index. `worktree`: `base` or HEAD with the files on disk.
 * The network is not used, but for the missing objects of a partial clone.
 */
export type LocalPairOptions = {
  directory: string;
  gitDir?: string;
  base?: string;
  head?: string;
  staged?: boolean;
  worktree?: boolean;
};

export async function openLocalPair(options: LocalPairOptions): Promise<Result<OpenPair>> {
  if ([options.staged, options.worktree, options.head !== undefined].filter(Boolean).length > 1) {
    return refuse(conflictingOptions());
  }
  return opening<never>(options, async (repository) => {
    if (options.staged || options.worktree) return localPair(repository, options);
    const commits = await localCommits(repository, options);
    return commits.ok ? ok(commitPair(repository, commits.value.base, commits.value.head)) : commits;
  });
}

/** What the Action compares; `nothing` says why an event has nothing to compare. */
export async function openEventPair(options: {
  directory: string;
  event: WorkflowEvent;
  base?: string;
  head?: string;
}): Promise<Result<OpenPair | { nothing: string }>> {
  const { base, head } = options;
  const plan = planRefs(options.event, { ...(base && { base }), ...(head && { head }) });
  if (!plan.ok) return plan;
  if (plan.value.kind === 'nothing') return ok({ nothing: plan.value.why });
  const { value } = plan;
  return opening<{ nothing: string }>(options, async (repository) => {
    const commits = await resolvePlan(repository, value);
    if (!commits.ok) return commits;
    if ('nothing' in commits.value) return ok(commits.value);
    return ok(commitPair(repository, commits.value.base, commits.value.head, { deepen: true }));
  });
}

/** Opens a repository, and closes it again unless a pair comes of it. */
async function opening<Nothing extends { nothing: string } = never>(
  options: { directory: string; gitDir?: string },
  toPair: (repository: Repository) => Promise<Result<SnapshotPair | Nothing>>,
): Promise<Result<OpenPair | Nothing>> {
  const opened = await openRepository(options);
  if (!opened.ok) return opened;
  const repository = opened.value;
  let kept = false;
  try {
    const pair = await toPair(repository);
    if (!pair.ok) return pair;
    if ('nothing' in pair.value) return ok(pair.value);
    kept = true;
    return ok(start(repository, pair.value));
  } finally {
    if (!kept) await repository.close();
  }
}

/** The difference is always wanted: git works on it while the policy is read. */
function start(repository: Repository, pair: SnapshotPair): OpenPair {
  const differences = pair.differences();
  const close = async () => {
    await Promise.all([differences, repository.close()]);
  };
  return { ...pair, repository, close };
}

async function localCommits(
  repository: Repository,
  options: LocalPairOptions,
): Promise<Result<{ base: string; head: string }>> {
  const [head, named] = await Promise.all([
    resolveCommit(repository, options.head ?? 'HEAD'),
    options.base === undefined ? undefined : resolveCommit(repository, options.base),
  ]);
  if (!head.ok) return head;
  if (named !== undefined) return named.ok ? ok({ base: named.value, head: head.value }) : named;
  const branch = await defaultBranch(repository);
  if (!branch.ok) return branch;
  const tip = await resolveCommit(repository, branch.value);
  if (!tip.ok) return tip;
  const base = await mergeBase(repository, tip.value, head.value);
  return base.ok ? ok({ base: base.value, head: head.value }) : base;
}

async function localPair(repository: Repository, options: LocalPairOptions): Promise<Result<SnapshotPair>> {
  const { workTree } = repository;
  if (workTree === undefined) return refuse(noWorkTree(repository));
  const base = await resolveCommit(repository, options.base ?? 'HEAD');
  const unborn = !base.ok && base.problem.code === 'empty-repository';
  if (!base.ok && !(unborn && options.staged)) return base;
  const indexFile = hookIndex(repository);
  const local = { ...(base.ok && { base: base.value }), ...(indexFile && { indexFile }) };
  const { indexPair, worktreePair } = await import('./local.ts');
  return ok(options.staged ? indexPair(repository, local) : worktreePair({ ...repository, workTree }, local));
}

/** `git commit -a` and `git commit FILE` give their hooks a temporary index: it is what will be committed. */
function hookIndex(repository: Repository): string | undefined {
  const stated = process.env.GIT_INDEX_FILE;
  if (!stated) return undefined;
  const file = resolve(stated);
  return file.startsWith(`${repository.gitDir}${sep}`) ? file : undefined;
}

function conflictingOptions(): Problem {
  return {
    code: 'conflicting-options',
    message: 'Only one of --head, --staged and --worktree can say what is compared with the base.',
    hint: 'Leave out all but one of them.',
  };
}

/** For what reads the files on disk. */
export function noWorkTree(repository: Repository): Problem {
  return {
    code: 'no-work-tree',
    message: `The repository \`${repository.gitDir}\` has no work tree.`,
    hint: 'Compare commits: --base A --head B.',
  };
}
