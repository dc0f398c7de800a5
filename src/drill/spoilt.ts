import { createHash } from 'node:crypto';
import type { Path } from '../model/path.ts';
import { ok } from '../model/problem.ts';
import type { History } from '../snapshots/history.ts';
import type { Blob, Entry, RawChange, Snapshot, SnapshotPair } from '../snapshots/snapshot.ts';
import type { Edits } from './operators/operator.ts';
import { pastOf, type World } from './world.ts';

/** Told the paths that a trial has looked at, besides those that it changes. */
export type Seen = (path: Path) => void;

/** What a commit with an accident says of itself: nothing that would announce it. */
const MESSAGE = 'Update the configuration';

/**
 * The commit against itself with one error, in memory. `both` are contents that stand on both sides, such as a schema
 * that is being tried.
 */
export function spoiltPair(world: World, edits: Edits, both: Edits, seen: Seen): SnapshotPair {
  const before = edited(world, world.snapshot, both, 'base', seen);
  const after = edited(world, world.snapshot, new Map([...both, ...edits]), 'drill', seen);
  const differences = [...edits.keys()].sort().flatMap((path): RawChange[] => {
    const [then, now] = [before.at(path), after.at(path)];
    if (then?.id === now?.id) return [];
    return [{ path, ...(then && { before: then }), ...(now && { after: now }) }];
  });
  const { past } = world;
  const history: History | undefined = past && {
    past: async (paths) => ok(pastOf(past, paths)),
    messages: async () => ok([MESSAGE]),
  };
  return {
    before: before.snapshot,
    after: after.snapshot,
    differences: async () => ok(differences),
    ...(history && { history }),
  };
}

type Edited = { snapshot: Snapshot; at(path: Path): Entry | undefined };

function edited(world: World, base: Snapshot, edits: Edits, id: string, seen: Seen): Edited {
  const hash = (world.entries[0]?.id.length ?? 40) === 64 ? 'sha256' : 'sha1';
  const own = new Map<Path, { entry: Entry; blob: Blob }>();
  for (const [path, content] of edits) {
    const bytes = Buffer.from(content);
    // Git's own id: a content that stands elsewhere too is known as the same.
    const blobId = createHash(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    const mode = world.byPath.get(path)?.mode ?? 'file';
    own.set(path, { entry: { path, mode, id: blobId }, blob: { id: blobId, bytes } });
  }
  const at = (path: Path) => own.get(path)?.entry ?? world.byPath.get(path);
  const snapshot: Snapshot = {
    id,
    async entry(path) {
      if (!own.has(path)) seen(path);
      return ok(at(path));
    },
    async entries() {
      const added = [...own.values()].filter(({ entry }) => !world.byPath.has(entry.path));
      const all = world.entries.map((entry) => own.get(entry.path)?.entry ?? entry);
      return ok(added.length === 0 ? all : [...all, ...added.map(({ entry }) => entry)]);
    },
    async *read(wanted) {
      for (const entry of wanted) {
        const mine = own.get(entry.path);
        if (mine !== undefined && mine.entry.id === entry.id) {
          yield mine.blob;
          continue;
        }
        // Older versions of a file are part of its past, which is held against by itself.
        if (world.byPath.get(entry.path)?.id === entry.id) seen(entry.path);
        for await (const blob of base.read([entry])) yield blob;
      }
    },
  };
  return { snapshot, at };
}
