import { ok } from '../model/problem.ts';
import type { Blob, Entry, EntryMode, RawChange, Snapshot, SnapshotPair } from '../snapshots/snapshot.ts';
import type { SavedFile } from '../store/manifest.ts';
import { readBlobs } from '../subjects/read.ts';

/** One side: which files there are, and where their contents come from. Ids are SHA-256. */
export type Side = { id: string; files: readonly SavedFile[]; read: Snapshot['read'] };

/** What belongs on a host, and what stands there, as the two snapshots that everything in Holdfast compares. */
export function livePair(good: Side, live: Side): SnapshotPair {
  const before = sideSnapshot(good);
  const held = new Map(good.files.map((file) => [file.sha256, entryOf(file)]));
  const after = sideSnapshot({ ...live, read: (entries) => readWithout(entries, held, good, live) });
  return { before, after, differences: async () => ok(differencesOf(good, live)) };
}

export function entryOf({ path, link, mode, sha256 }: SavedFile): Entry {
  const plain: EntryMode = (mode & 0o100) === 0 ? 'file' : 'executable';
  return { path, mode: link === null ? plain : 'symlink', id: sha256 };
}

function sideSnapshot({ id, files, read }: Side): Snapshot {
  const entries = new Map(files.map((file) => [file.path, entryOf(file)]));
  return {
    id,
    entry: async (path) => ok(entries.get(path)),
    entries: async () => ok([...entries.values()]),
    read,
  };
}

/** What is equal on both sides need not be fetched from the host. */
async function* readWithout(
  entries: readonly Entry[],
  held: ReadonlyMap<string, Entry>,
  good: Side,
  live: Side,
): AsyncGenerator<Blob> {
  const ours = entries.flatMap(({ id }) => held.get(id) ?? []);
  const theirs = entries.filter(({ id }) => !held.has(id));
  const kept = await readBlobs(sideSnapshot(good), ours);
  const fetched = await readBlobs(sideSnapshot(live), theirs);
  let [nextKept, nextFetched] = [0, 0];
  for (const { id } of entries) yield held.has(id) ? kept[nextKept++]! : fetched[nextFetched++]!;
}

function differencesOf(good: Side, live: Side): RawChange[] {
  const [before, after] = [good, live].map(
    ({ files }) => new Map(files.map((file) => [file.path, entryOf(file)])),
  );
  const paths = [...new Set([...before!.keys(), ...after!.keys()])].sort();
  return paths.flatMap((path): RawChange[] => {
    const [then, now] = [before!.get(path), after!.get(path)];
    if (then?.id === now?.id && then?.mode === now?.mode) return [];
    return [{ path, ...(then && { before: then }), ...(now && { after: now }) }];
  });
}
