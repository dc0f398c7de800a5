import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Manifest } from '../../store/manifest.ts';
import { MARKER } from '../../store/marker.ts';
import { contentsOf } from '../../store/retention.ts';
import { isAtOrBelow } from '../../store/scope.ts';
import { sha256 } from '../../store/seal.ts';
import { writeManifest } from '../../store/statement.ts';
import type { StoredVerdict } from '../../store/verdicts.ts';
import { chunks, namesIn, placeIn, readWhole, type Store } from './files.ts';
import { createObjectWriter, openObject } from './objects.ts';
import { guarded } from './problems.ts';
import { addSnapshot, addVerdict, recordPlace, storedIds } from './snapshots.ts';
import { createStore } from './store.ts';

/** What was written. `checksums`: the SHA-256 of every file, by its name from the directory. */
export type ExportDone = {
  directory: string;
  /** The absolute path of the manifest, and its digest: it names every other digest. */
  manifest: string;
  digest: string;
  objects: number;
  bytes: number;
  checksums: { name: string; sha256: string }[];
};

/**
 * Writes a store that holds one snapshot, and what is said about it. The source is only read. Problems:
 * `export-not-empty`, `object-missing`, `object-damaged`, `store-io`.
 * @param directory from `storeDirectory`; absent or empty.
 */
export async function exportSnapshot(
  store: Store,
  manifest: Manifest,
  verdicts: readonly StoredVerdict[],
  directory: string,
): Promise<Result<ExportDone>> {
  const target: Store = { ...store, directory };
  return guarded(directory, async () => {
    if (isAtOrBelow(directory, store.directory)) return refuse(inside(directory));
    if ((await namesIn(target)).length > 0) return refuse(notEmpty(directory));
    const made = await createStore(directory, store.fs);
    if (!made.ok) return made;
    const objects = createObjectWriter(target);
    for (const digest of new Set(contentsOf(manifest))) {
      const object = await openObject(store, digest);
      if (!object.ok) return object;
      try {
        const { size } = await object.value.stat({ bigint: true });
        const parts = () => chunks(object.value);
        await objects.keep({ digest, size: Number(size), parts }, false);
      } finally {
        await object.value.close();
      }
    }
    await objects.flush();
    for (const verdict of verdicts) {
      const added = await addVerdict(target, verdict);
      if (!added.ok) return added;
    }
    const added = await addSnapshot(target, manifest);
    if (!added.ok) return added;
    return ok({
      directory,
      manifest: recordPlace(target, 'snapshots', manifest.id),
      digest: sha256(writeManifest(manifest)),
      ...objects.added,
      checksums: await checksumsOf(target, manifest),
    });
  });
}

async function checksumsOf(store: Store, manifest: Manifest): Promise<ExportDone['checksums']> {
  const verdicts = await storedIds(store, 'verdicts');
  const records = [MARKER, `snapshots/${manifest.id}.json`, ...verdicts.map((id) => `verdicts/${id}.json`)];
  const found = [...new Set(contentsOf(manifest))].map((digest) => ({
    name: `objects/${digest.slice(0, 2)}/${digest}`,
    sha256: digest,
  }));
  for (const name of records) {
    const bytes = (await readWhole(store.fs, placeIn(store, name)))!;
    found.push({ name, sha256: sha256(bytes) });
  }
  return found.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function notEmpty(directory: string): Problem {
  return {
    code: 'export-not-empty',
    message: `${directory} is not empty.`,
    hint: 'Name a new directory, or remove what an earlier export left there. Nothing was written.',
  };
}

function inside(directory: string): Problem {
  return {
    code: 'export-not-empty',
    message: `${directory} is in the store itself.`,
    hint: 'Name a directory elsewhere. Nothing was written.',
  };
}
