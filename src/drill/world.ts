import type { Path } from '../model/path.ts';
import { ok, type Result } from '../model/problem.ts';
import { type History, onlyTouching, type Past } from '../snapshots/history.ts';
import type { Blob, Entry, Snapshot } from '../snapshots/snapshot.ts';

/** The commit that is drilled, read once: every trial compares it with itself and one error. */
export type World = {
  snapshot: Snapshot;
  entries: readonly Entry[];
  byPath: ReadonlyMap<Path, Entry>;
  /** Path -> its index among the entries. */
  places: ReadonlyMap<Path, number>;
  /** What is known of the past of the critical files; absent where the snapshot has none. */
  past?: Past;
};

/** Bytes of contents that are kept; what is beyond is read again whenever it is needed. */
const MOST_KEPT = 256 * 1024 * 1024;

/** @param pathsOf whose past is asked for, all at once: the one walk through the history serves every trial. */
export async function openWorld(
  snapshot: Snapshot,
  history: History | undefined,
  pathsOf: (entries: readonly Entry[]) => readonly Path[],
): Promise<Result<World>> {
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const paths = pathsOf(entries.value);
  const past = paths.length === 0 ? undefined : await history?.past(paths);
  if (past?.ok === false) return past;
  return ok({
    snapshot: remembering(snapshot, entries.value),
    entries: entries.value,
    byPath: new Map(entries.value.map((entry) => [entry.path, entry])),
    places: new Map(entries.value.map(({ path }, index) => [path, index])),
    ...(past === undefined ? {} : { past: past.value }),
  });
}

function remembering(snapshot: Snapshot, entries: readonly Entry[]): Snapshot {
  const known = new Map<string, Blob>();
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  let kept = 0;
  return {
    id: snapshot.id,
    entry: async (path) => ok(byPath.get(path)),
    entries: async () => ok([...entries]),
    async *read(wanted) {
      const missing = wanted.filter(({ id }) => !known.has(id));
      const fresh = new Map<string, Blob>();
      if (missing.length > 0) for await (const blob of snapshot.read(missing)) fresh.set(blob.id, blob);
      for (const [id, blob] of fresh) {
        const size = 'bytes' in blob ? blob.bytes.length : 0;
        if (kept + size > MOST_KEPT) continue;
        kept += size;
        known.set(id, blob);
      }
      for (const { id } of wanted) yield known.get(id) ?? fresh.get(id) ?? { id, refused: 'missing' };
    },
  };
}

/** The part of the past that is about some of the paths, as the history would tell it of them alone. */
export function pastOf(past: Past, paths: readonly Path[]): Past {
  const versions = paths.flatMap((path) => {
    const own = past.versions.get(path);
    return own === undefined ? [] : [[path, own] as const];
  });
  return onlyTouching({ ...past, versions: new Map(versions) });
}
