import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { readDrill, type StoredDrill, writeDrill } from '../../store/drills.ts';
import { isId } from '../../store/ids.ts';
import type { Manifest } from '../../store/manifest.ts';
import { type Outline, outlineOf } from '../../store/outline.ts';
import { readManifest, writeManifest } from '../../store/statement.ts';
import { readVerdict, type StoredVerdict, writeVerdict } from '../../store/verdicts.ts';
import {
  makeDirectory,
  namesIn,
  placeIn,
  readWhole,
  type Store,
  syncDirectory,
  writeWhole,
} from './files.ts';
import { unlessMissing } from './fs.ts';
import { guarded } from './problems.ts';

/** What could be read, and what could not: `file` is its name from the store's directory. */
export type Listing<T> = { items: T[]; damaged: { file: string; problem: Problem }[] };

type Kind = 'snapshots' | 'verdicts' | 'drills' | 'deployments' | 'journal';

/** The names of all records of a kind, without their ending. */
export async function recordNames(store: Store, kind: Kind): Promise<string[]> {
  const names = await namesIn(store, kind);
  return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
}

/** The ids of all records of a kind, oldest first. */
export async function storedIds(store: Store, kind: Kind): Promise<string[]> {
  return (await recordNames(store, kind)).filter(isId);
}

export function recordPlace(store: Store, kind: Kind, id: string): string {
  return placeIn(store, kind, `${id}.json`);
}

/** Adds a snapshot; its objects must be on the disk by now. */
export function addSnapshot(store: Store, manifest: Manifest): Promise<Result<undefined>> {
  return add(store, recordPlace(store, 'snapshots', manifest.id), writeManifest(manifest));
}

/** Removes the manifest of a snapshot that was only needed for a while; `prune` removes its contents. */
export function removeSnapshot(store: Store, id: string): Promise<Result<undefined>> {
  return guarded(store.directory, async () => {
    await unlessMissing(store.fs.unlink(recordPlace(store, 'snapshots', id)));
    await syncDirectory(store.fs, placeIn(store, 'snapshots'));
    return ok(undefined);
  });
}

export function addVerdict(store: Store, verdict: StoredVerdict): Promise<Result<undefined>> {
  return add(store, recordPlace(store, 'verdicts', verdict.id), writeVerdict(verdict));
}

export function addDrill(store: Store, drill: StoredDrill): Promise<Result<undefined>> {
  return guarded(store.directory, async () => {
    // A store of an older version has no such directory yet.
    await makeDirectory(store.fs, placeIn(store, 'drills'));
    return add(store, recordPlace(store, 'drills', drill.id), writeDrill(drill));
  });
}

function add(store: Store, place: string, bytes: Uint8Array): Promise<Result<undefined>> {
  return guarded(store.directory, async () => {
    await writeWhole(store, place, bytes);
    return ok(undefined);
  });
}

/** Problems: `snapshot-unknown`, `damaged`, `manifest-invalid`, `store-io`. */
export function readSnapshot(store: Store, id: string): Promise<Result<Manifest>> {
  return guarded(store.directory, async () => {
    const bytes = await readWhole(store.fs, recordPlace(store, 'snapshots', id));
    return bytes === undefined ? refuse(unknown(id)) : withId(id, readManifest(bytes));
  });
}

/** All snapshots, oldest first. */
export function readSnapshots(store: Store): Promise<Result<Listing<Manifest>>> {
  return readAll(store, 'snapshots', readManifest);
}

/** What is made of each of them, oldest first: one manifest at a time is in memory. */
export function readEach<T extends { id: string }>(
  store: Store,
  make: (manifest: Manifest) => T,
): Promise<Result<Listing<T>>> {
  return readAll(store, 'snapshots', (bytes) => {
    const manifest = readManifest(bytes);
    return manifest.ok ? ok(make(manifest.value)) : manifest;
  });
}

/** The same without their files. */
export function readOutlines(store: Store): Promise<Result<Listing<Outline>>> {
  return readEach(store, outlineOf);
}

/** All verdicts, oldest first. */
export function readVerdicts(store: Store): Promise<Result<Listing<StoredVerdict>>> {
  return readAll(store, 'verdicts', readVerdict);
}

/** All trial restores, oldest first. */
export function readDrills(store: Store): Promise<Result<Listing<StoredDrill>>> {
  return readAll(store, 'drills', readDrill);
}

/** All records of a kind, oldest first. */
export function readAll<T extends { id: string }>(
  store: Store,
  kind: Kind,
  read: (bytes: Uint8Array) => Result<T>,
): Promise<Result<Listing<T>>> {
  return guarded(store.directory, async () => {
    const listing: Listing<T> = { items: [], damaged: [] };
    for (const id of await storedIds(store, kind)) {
      const bytes = await readWhole(store.fs, recordPlace(store, kind, id));
      if (bytes === undefined) continue;
      const item = withId(id, read(bytes));
      if (item.ok) listing.items.push(item.value);
      else listing.damaged.push({ file: `${kind}/${id}.json`, problem: item.problem });
    }
    return ok(listing);
  });
}

/** A record whose name says another id than it does is damaged. */
export function withId<T extends { id: string }>(id: string, item: Result<T>): Result<T> {
  if (!item.ok || item.value.id === id) return item;
  return refuse({
    code: 'damaged',
    message: `It is ${item.value.id} under the name of ${id}.`,
    hint: 'holdfast backup check lists everything that is damaged.',
  });
}

function unknown(id: string): Problem {
  return {
    code: 'snapshot-unknown',
    message: `The store has no snapshot ${id}.`,
    hint: 'holdfast backup list shows all of them.',
  };
}
