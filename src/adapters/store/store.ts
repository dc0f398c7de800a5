import { randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { nextId } from '../../store/ids.ts';
import { MARKER, readMarker, writeMarker } from '../../store/marker.ts';
import {
  DIRECTORIES,
  makeDirectory,
  namesIn,
  placeIn,
  readWhole,
  type Store,
  syncDirectory,
  writeWhole,
} from './files.ts';
import { errorCode, type Fs, nodeFs, unlessMissing } from './fs.ts';
import { guarded } from './problems.ts';

/** Where the store is when nobody names another place. */
export const DEFAULT_STORE = '/var/lib/holdfast';

/** The directory that is meant, absolute and without links as far as it exists. */
export async function storeDirectory(given: string, cwd: string): Promise<string> {
  const missing: string[] = [];
  for (let at = resolve(cwd, given); ; at = dirname(at)) {
    const real = await realpath(at).catch(() => undefined);
    if (real !== undefined) return join(real, ...missing);
    if (at === dirname(at)) return join(at, ...missing);
    missing.unshift(basename(at));
  }
}

/**
 * A store that exists. Problems: `store-missing`, `store-newer`, `store-damaged`, `store-io`.
 * @param directory from {@link storeDirectory}.
 */
export function openStore(directory: string, fs: Fs = nodeFs): Promise<Result<Store>> {
  const store = { directory, fs };
  return guarded(directory, async () => {
    const place = placeIn(store, MARKER);
    let marker = await readWhole(fs, place);
    if (marker === undefined) {
      const problem = await withoutMarker(store);
      // Another run may have made the store between the two looks.
      marker = await readWhole(fs, place);
      if (marker === undefined) return refuse(problem);
    }
    const version = readMarker(marker);
    return version.ok ? ok(store) : version;
  });
}

/** The store, made when there is none yet. Problems: those of `openStore`, and `not-a-store`. */
export function createStore(directory: string, fs: Fs = nodeFs): Promise<Result<Store>> {
  const store = { directory, fs };
  return guarded(directory, async () => {
    const opened = await openStore(directory, fs);
    if (!opened.ok && opened.problem.code !== 'store-missing') return opened;
    if (!opened.ok) {
      await makeDirectories(fs, directory);
      await makeDirectory(fs, placeIn(store, 'tmp'));
      try {
        await writeWhole(store, placeIn(store, MARKER), writeMarker());
      } catch (error) {
        // Another run has made the store meanwhile, and emptied `tmp` when it took it.
        if (errorCode(error) !== 'ENOENT') throw error;
        const made = await openStore(directory, fs);
        if (!made.ok) return made;
      }
    }
    for (const name of DIRECTORIES) await makeDirectory(fs, placeIn(store, name));
    if (((await fs.lstat(directory)).mode & 0o77n) !== 0n) await fs.chmod(directory, 0o700);
    await syncDirectory(fs, directory);
    return ok(store);
  });
}

/** An id for what is added next. `existing` are those of its kind that are there. */
export function newId(existing: readonly string[]): string {
  const newest = [...existing].sort().at(-1);
  return nextId(Date.now(), randomBytes(10), newest);
}

async function makeDirectories(fs: Fs, directory: string): Promise<void> {
  if ((await unlessMissing(fs.lstat(directory))) !== undefined) return;
  await makeDirectories(fs, dirname(directory));
  await makeDirectory(fs, directory);
  await syncDirectory(fs, dirname(directory));
}

/** A run that was killed while it made the store has left `tmp` at most. */
async function withoutMarker(store: Store) {
  const { directory } = store;
  const others = (await namesIn(store)).filter((name) => name !== 'tmp');
  if (others.length === 0) {
    return {
      code: 'store-missing',
      message: `There is no store in ${directory}.`,
      hint: 'holdfast backup makes one. Name another place with --store DIR or HOLDFAST_STORE.',
    };
  }
  const damaged = others.includes('snapshots') && others.includes('objects');
  return {
    code: damaged ? 'store-damaged' : 'not-a-store',
    message: damaged
      ? `The store ${directory} has lost its ${MARKER}.`
      : `${directory} is not empty and holds no store.`,
    hint: damaged
      ? 'holdfast backup check says what else is missing.'
      : 'Name an empty or a new directory with --store DIR or HOLDFAST_STORE.',
  };
}
