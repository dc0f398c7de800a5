import { ok } from '../../model/problem.ts';
import type { Blob, Entry, Snapshot } from '../../snapshots/snapshot.ts';
import { parseListing } from './parse.ts';
import type { Repository } from './repository.ts';
import { gitBytes } from './run.ts';

/** The files of one commit; `sha` is its full id. */
export function commitSnapshot(repository: Repository, sha: string): Snapshot {
  return {
    id: sha,
    entry: (path) => repository.objects.pathEntry(sha, path),
    async entries() {
      const args = ['ls-tree', '-r', '-z', '--full-tree', sha];
      const listing = await gitBytes({ gitDir: repository.gitDir, args });
      return listing.ok ? parseListing(listing.value) : listing;
    },
    read: (entries) => readEntries(repository, entries),
  };
}

/** Nothing at all: what stands before the first commit. */
export function emptySnapshot(id: string): Snapshot {
  return {
    id,
    entry: async () => ok(undefined),
    entries: async () => ok<Entry[]>([]),
    async *read(entries) {
      for (const { id: wanted } of entries) yield { id: wanted, refused: 'missing' };
    },
  };
}

/**
 * Reads from the object store, or from `elsewhere` where that gives something. A submodule's id names a
 * commit of another repository: `unreadable`.
 */
export async function* readEntries(
  repository: Repository,
  entries: readonly Entry[],
  elsewhere: (entry: Entry) => (() => Promise<Blob>) | undefined = () => undefined,
): AsyncGenerator<Blob> {
  const kept = entries.map((entry): (() => Promise<Blob>) | undefined => {
    if (entry.mode === 'submodule') return async () => ({ id: entry.id, refused: 'unreadable' });
    return elsewhere(entry);
  });
  const stored = entries.filter((_, index) => kept[index] === undefined).map((entry) => entry.id);
  const blobs = repository.objects.read(stored)[Symbol.asyncIterator]();
  try {
    for (const read of kept) yield read === undefined ? ((await blobs.next()).value as Blob) : await read();
  } finally {
    await blobs.return?.();
  }
}
