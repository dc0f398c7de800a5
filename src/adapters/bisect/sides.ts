import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { encodePath, type Path } from '../../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Blob, Entry, Snapshot } from '../../snapshots/snapshot.ts';
import { isId } from '../../store/ids.ts';
import type { Manifest } from '../../store/manifest.ts';
import { openSnapshot } from '../git/open-snapshot.ts';
import { storedBlob } from '../restore/sides.ts';
import { readSnapshot } from '../store/snapshots.ts';
import { openStore, storeDirectory } from '../store/store.ts';
import { directorySnapshot } from './directory.ts';

/** One side of the search. `hidden`: files that hold values to hide, as a snapshot of the store says. */
export type Side = { snapshot: Snapshot; hidden: ReadonlySet<Path>; close(): Promise<void> };

/** Where sides are looked for. `store`: the directory of a store, if there is one. */
export type Places = { cwd: string; gitDir?: string; store: string };

/**
 * `./etc`, `../old`, `/etc/auth` and `.` are directories, 26 letters and digits are a snapshot of the store, and
 * everything else is a commit; a name that no commit has may still be a directory.
 */
export async function openSide(given: string, places: Places): Promise<Result<Side>> {
  const directory = resolve(places.cwd, given);
  if (/^\.{0,2}\/|^\.{1,2}$/.test(given)) {
    return (await isDirectory(directory)) ? ok(ofDirectory(directory)) : refuse(notADirectory(given));
  }
  if (isId(given)) return ofStore(given, places);
  const { cwd, gitDir } = places;
  const opened = await openSnapshot({ directory: cwd, ...(gitDir && { gitDir }), commit: given });
  if (opened.ok) return ok(sideOf(opened.value.snapshot, opened.value.close));
  return (await isDirectory(directory)) ? ok(ofDirectory(directory)) : opened;
}

function ofDirectory(directory: string): Side {
  return sideOf(directorySnapshot(directory));
}

function sideOf(snapshot: Snapshot, close: Side['close'] = async () => {}): Side {
  return { snapshot, hidden: new Set(), close };
}

async function ofStore(id: string, { store, cwd }: Places): Promise<Result<Side>> {
  const opened = await openStore(await storeDirectory(store, cwd));
  if (!opened.ok) return opened;
  const found = await readSnapshot(opened.value, id);
  if (!found.ok) return found;
  const manifest = found.value;
  if (manifest.unsaved.length > 0) return refuse(incomplete(manifest));
  const entries = manifest.files.map(entryOf);
  const links = new Map(
    manifest.files.flatMap(({ link, sha256 }) => (link === null ? [] : [[sha256, link]])),
  );
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const blobOf = async (entry: Entry): Promise<Blob> => {
    const link = entry.mode === 'symlink' ? links.get(entry.id) : undefined;
    return link === undefined ? storedBlob(opened.value, entry) : { id: entry.id, bytes: encodePath(link) };
  };
  const snapshot: Snapshot = {
    id,
    entry: async (path) => ok(byPath.get(path)),
    entries: async () => ok(entries),
    async *read(wanted) {
      for (const entry of wanted) yield await blobOf(entry);
    },
  };
  const hidden = manifest.files.filter(({ sensitive }) => sensitive).map((file) => entryOf(file).path);
  return ok({ ...sideOf(snapshot), hidden: new Set(hidden) });
}

/** The scratch tree stands for `/` of the host. */
function entryOf({ path, link, mode, sha256 }: Manifest['files'][number]): Entry {
  const kind = link !== null ? 'symlink' : (mode & 0o100) === 0 ? 'file' : 'executable';
  return { path: path.replace(/^\/+/, ''), mode: kind, id: sha256 };
}

async function isDirectory(place: string): Promise<boolean> {
  const found = await stat(place).catch(() => undefined);
  return found?.isDirectory() === true;
}

function notADirectory(given: string): Problem {
  return {
    code: 'no-directory',
    message: `${given} is no directory.`,
    hint: 'A side is a commit, a directory (./NAME, /NAME), or the whole id of a snapshot in the store.',
  };
}

function incomplete({ id, unsaved }: Manifest): Problem {
  return {
    code: 'snapshot-incomplete',
    message: `The snapshot ${id} does not hold all of its files.`,
    hint: 'Name another one; holdfast backup list shows which are complete.',
    path: unsaved[0]!.path,
  };
}
