import type { Path } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Entry, Snapshot } from '../../snapshots/snapshot.ts';
import { commitSnapshot, emptySnapshot } from './commit.ts';
import { diskBlob, diskEntry } from './disk.ts';
import { noWorkTree } from './open-pair.ts';
import { resolveCommit } from './refs.ts';
import { openRepository, type Repository } from './repository.ts';

/** One snapshot. `root`: the directory that its paths start at, absent without a work tree. */
export type OpenSnapshot = { snapshot: Snapshot; root?: string; close(): Promise<void> };

/** `commit`: any revision; without it the files on disk, tracked ones and untracked ones that are not ignored. */
export type SnapshotOptions = { directory: string; gitDir?: string; commit?: string };

/** One side alone, of a repository. `close` must be called when nothing more is read. */
export async function openSnapshot(options: SnapshotOptions): Promise<Result<OpenSnapshot>> {
  const opened = await openRepository(options);
  if (!opened.ok) return opened;
  const repository = opened.value;
  const snapshot = await snapshotOf(repository, options.commit);
  const close = () => repository.close();
  if (!snapshot.ok) {
    await close();
    return snapshot;
  }
  const { workTree: root } = repository;
  return ok({ snapshot: snapshot.value, ...(root === undefined ? {} : { root }), close });
}

/**
 * A commit, or HEAD for its policy alone. Where there is no repository, it is a snapshot of nothing, unless a commit or a
 * git directory was named or it is `needed`: a host has no checkout.
 */
export async function openCommit(
  commit: string | undefined,
  gitDir: string | undefined,
  needed: boolean,
  directory: string,
): Promise<Result<OpenSnapshot>> {
  const opened = await openSnapshot({
    directory,
    commit: commit ?? 'HEAD',
    ...(gitDir === undefined ? {} : { gitDir }),
  });
  const named = commit !== undefined || gitDir !== undefined;
  if (opened.ok || needed || named || opened.problem.code !== 'not-a-repository') return opened;
  return ok({ snapshot: emptySnapshot(''), close: async () => {} });
}

async function snapshotOf(repository: Repository, commit: string | undefined): Promise<Result<Snapshot>> {
  const { workTree } = repository;
  if (commit === undefined && workTree === undefined) {
    return { ok: false, problem: { ...noWorkTree(repository), hint: 'Name a commit: --commit REF.' } };
  }
  const base = await resolveCommit(repository, commit ?? 'HEAD');
  if (commit !== undefined) return base.ok ? ok(commitSnapshot(repository, base.value)) : base;
  if (!base.ok && base.problem.code !== 'empty-repository') return base;
  const { worktreePair } = await import('./local.ts');
  const pair = worktreePair({ ...repository, workTree: workTree! }, base.ok ? { base: base.value } : {});
  return ok(pair.after);
}

/**
 * Some files of a directory that no repository holds. It is not walked: `entries` gives the named ones, and others are
 * found only by their path.
 * @param root absolute, without links.
 */
export function directorySnapshot(root: string, named: readonly Path[]): OpenSnapshot {
  const tree = { directory: root, objectFormat: 'sha1' as const };
  const snapshot: Snapshot = {
    id: 'directory',
    entry: async (path) => ok(await diskEntry(tree, path)),
    async entries() {
      const entries = await Promise.all([...new Set(named)].sort().map((path) => diskEntry(tree, path)));
      return ok(entries.filter((entry): entry is Entry => entry !== undefined));
    },
    async *read(entries) {
      for (const entry of entries) yield await diskBlob(tree, entry);
    },
  };
  return { snapshot, root, close: async () => {} };
}
