import type { JsonObject } from '../../model/json.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { seal, unseal } from '../../store/seal.ts';
import { namesIn, placeIn, readWhole, type Store, syncDirectory, writeWhole } from './files.ts';
import { unlessMissing } from './fs.ts';
import { guarded } from './problems.ts';

/** Names of what was begun and not finished: `NAME.json` in the store's journal. */
export async function journalNames(store: Store): Promise<string[]> {
  const names = await namesIn(store, 'journal');
  return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
}

/** Writes an entry, or puts another in its place; on the disk when it returns. */
export function writeJournal(store: Store, name: string, entry: object): Promise<Result<undefined>> {
  return guarded(store.directory, async () => {
    await writeWhole(store, placeOf(store, name), seal(entry));
    return ok(undefined);
  });
}

/** Problems: `journal-missing`, `damaged`, `store-io`. The caller validates the entry. */
export function readJournal(store: Store, name: string): Promise<Result<JsonObject>> {
  return guarded(store.directory, async () => {
    const bytes = await readWhole(store.fs, placeOf(store, name));
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
    await unlessMissing(store.fs.unlink(placeOf(store, name)));
    await syncDirectory(store.fs, placeIn(store, 'journal'));
    return ok(undefined);
  });
}

function placeOf(store: Store, name: string): string {
  return placeIn(store, 'journal', `${name}.json`);
}
