import { encodePath, type Path } from '../../model/path.ts';
import { ok } from '../../model/problem.ts';
import type { Entry, Snapshot } from '../../snapshots/snapshot.ts';
import type { Manifest, SavedFile } from '../../store/manifest.ts';
import type { Decrypt } from '../age/age.ts';
import { storedContents } from '../verify/good.ts';
import type { Store } from './files.ts';

/**
 * The files of a snapshot in the store; ids are SHA-256.
 * @param pathOf where a file is to stand; `undefined` leaves it out, and so does a place that is taken.
 */
export function storedSnapshot(
  store: Store,
  manifest: Manifest,
  pathOf: (file: SavedFile) => Path | undefined,
  decrypt?: Decrypt,
): Snapshot {
  const files = new Map<Path, SavedFile>();
  for (const file of manifest.files) {
    const path = pathOf(file);
    if (path !== undefined && !files.has(path)) files.set(path, file);
  }
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

function entryOf(path: Path, { link, mode, sha256 }: SavedFile): Entry {
  const kind = link !== null ? 'symlink' : (mode & 0o100) === 0 ? 'file' : 'executable';
  return { path, mode: kind, id: sha256 };
}
