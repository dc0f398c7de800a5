import { encodePath, type Path } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Entry, Snapshot } from '../../snapshots/snapshot.ts';
import type { Manifest, SavedFile } from '../../store/manifest.ts';
import type { Decrypt } from '../age/age.ts';
import { storedContents } from '../verify/good.ts';
import type { Store } from './files.ts';
import { readSnapshot } from './snapshots.ts';

/** Where a file is to stand; `undefined` leaves it out, and so does a place that is taken. */
export type PathOf = (file: SavedFile) => Path | undefined;

/** The files of a snapshot in the store; ids are SHA-256. */
export function storedSnapshot(
  store: Store,
  manifest: Manifest,
  pathOf: PathOf,
  decrypt?: Decrypt,
): Snapshot {
  const files = filesAt(manifest, pathOf);
  const contents = storedContents(store, [{ manifest }], decrypt);
  const entries = [...files]
    .map(([path, file]) => entryOf(path, file))
    .sort((one, other) => Buffer.compare(encodePath(one.path), encodePath(other.path)));
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return {
    id: manifest.id,
    entry: async (path) => ok(byPath.get(path)),
    entries: async () => ok(entries),
    read: (wanted) =>
      contents(wanted.map((entry) => ({ ...entry, path: files.get(entry.path)?.path ?? '' }))),
  };
}

/** Snapshots that are held at the same time: two that are compared, what both came to, and the one that is next. */
const KEPT = 4;

/** The same of many snapshots, by id: each is read when it is asked, again when others were asked since. */
export function storedSnapshots(store: Store, pathOf: PathOf, decrypt?: Decrypt): (id: string) => Snapshot {
  const held = new Map<string, Promise<Result<Snapshot>>>();
  const open = (id: string): Promise<Result<Snapshot>> => {
    const opened = held.get(id) ?? readOne(id);
    held.delete(id);
    held.set(id, opened);
    for (const old of [...held.keys()].slice(0, -KEPT)) held.delete(old);
    return opened;
  };
  const readOne = async (id: string): Promise<Result<Snapshot>> => {
    const manifest = await readSnapshot(store, id);
    return manifest.ok ? ok(storedSnapshot(store, manifest.value, pathOf, decrypt)) : manifest;
  };
  return (id) => ({
    id,
    async entry(path) {
      const snapshot = await open(id);
      return snapshot.ok ? snapshot.value.entry(path) : snapshot;
    },
    async entries() {
      const snapshot = await open(id);
      return snapshot.ok ? snapshot.value.entries() : snapshot;
    },
    async *read(entries) {
      const snapshot = await open(id);
      if (snapshot.ok) yield* snapshot.value.read(entries);
      else for (const entry of entries) yield { id: entry.id, refused: 'missing' };
    },
  });
}

/** The files of a manifest by where they are to stand. */
export function filesAt({ files }: Pick<Manifest, 'files'>, pathOf: PathOf): Map<Path, SavedFile> {
  const placed = new Map<Path, SavedFile>();
  for (const file of files) {
    const path = pathOf(file);
    if (path !== undefined && !placed.has(path)) placed.set(path, file);
  }
  return placed;
}

export function entryOf(path: Path, { link, mode, sha256 }: SavedFile): Entry {
  const kind = link !== null ? 'symlink' : (mode & 0o100) === 0 ? 'file' : 'executable';
  return { path, mode: kind, id: sha256 };
}
