import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Path } from '../../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Snapshot } from '../../snapshots/snapshot.ts';
import { isId } from '../../store/ids.ts';
import type { Manifest, SavedFile } from '../../store/manifest.ts';
import type { Decrypt } from '../age/age.ts';
import { openSnapshot } from '../git/open-snapshot.ts';
import { storedSnapshot } from '../store/snapshot.ts';
import { readSnapshot } from '../store/snapshots.ts';
import { openStore, storeDirectory } from '../store/store.ts';
import { directorySnapshot } from './directory.ts';

/** One side of the search. `hidden`: files that hold values to hide, as a snapshot of the store says. */
export type Side = { snapshot: Snapshot; hidden: ReadonlySet<Path>; close(): Promise<void> };

/** Where sides are looked for. `store`: the directory of a store, if there is one, and how its files are decrypted. */
export type Places = { cwd: string; gitDir?: string; store: string; decrypt?: Decrypt };

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

async function ofStore(id: string, { store, cwd, decrypt }: Places): Promise<Result<Side>> {
  const opened = await openStore(await storeDirectory(store, cwd));
  if (!opened.ok) return opened;
  const found = await readSnapshot(opened.value, id);
  if (!found.ok) return found;
  const manifest = found.value;
  if (manifest.unsaved.length > 0) return refuse(incomplete(manifest));
  const hidden = manifest.files.filter(({ sensitive }) => sensitive).map(belowRoot);
  return ok({
    ...sideOf(storedSnapshot(opened.value, manifest, belowRoot, decrypt)),
    hidden: new Set(hidden),
  });
}

/** The scratch tree stands for `/` of the host. */
function belowRoot({ path }: SavedFile): Path {
  return path.replace(/^\/+/, '');
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
