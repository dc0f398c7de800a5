import type { JsonObject } from '../../model/json.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { seal, unseal } from '../../store/seal.ts';
import { placeIn, readWhole, type Store, syncDirectory, writeWhole } from './files.ts';
import { unlessMissing } from './fs.ts';
import { guarded } from './problems.ts';
import { recordNames, recordPlace } from './snapshots.ts';

/** Names of what was begun and not finished: `NAME.json` in the store's journal. */
export function journalNames(store: Store): Promise<string[]> {
  return recordNames(store, 'journal');
}

/** Writes an entry, or puts another in its place; on the disk when it returns. */
export function writeJournal(store: Store, name: string, entry: object): Promise<Result<undefined>> {
  return guarded(store.directory, async () => {
    await writeWhole(store, recordPlace(store, 'journal', name), seal(entry));
    return ok(undefined);
  });
}

/** Problems: `journal-missing`, `damaged`, `store-io`. The caller validates the entry. */
export function readJournal(store: Store, name: string): Promise<Result<JsonObject>> {
  return guarded(store.directory, async () => {
    const bytes = await readWhole(store.fs, recordPlace(store, 'journal', name));
    if (bytes !== undefined) return unseal(bytes);
    return refuse({
      code: 'journal-missing',
      message: `The journal has no entry ${name}.`,
      hint: 'Another process has finished it.',
    });
  });
}

/** Removes an entry when all that it names is done; gone from the disk when it returns. */
export function removeJournal(store: Store, name: string): Promise<Result<undefined>> {
  return guarded(store.directory, async () => {
    await unlessMissing(store.fs.unlink(recordPlace(store, 'journal', name)));
    await syncDirectory(store.fs, placeIn(store, 'journal'));
    return ok(undefined);
  });
}
