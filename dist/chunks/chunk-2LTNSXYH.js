import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  guarded,
  placeIn,
  readWhole,
  recordNames,
  recordPlace,
  syncDirectory,
  unlessMissing,
  writeWhole
} from "./chunk-KA3BEEMK.js";
import {
  seal,
  unseal
} from "./chunk-BSUCCZFA.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/store/journal.ts
function journalNames(store) {
  return recordNames(store, "journal");
}
function writeJournal(store, name, entry) {
  return guarded(store.directory, async () => {
    await writeWhole(store, recordPlace(store, "journal", name), seal(entry));
    return ok(void 0);
  });
}
function readJournal(store, name) {
  return guarded(store.directory, async () => {
    const bytes = await readWhole(store.fs, recordPlace(store, "journal", name));
    if (bytes !== void 0) return unseal(bytes);
    return refuse({
      code: "journal-missing",
      message: `The journal has no entry ${name}.`,
      hint: "Another process has finished it."
    });
  });
}
function removeJournal(store, name) {
  return guarded(store.directory, async () => {
    await unlessMissing(store.fs.unlink(recordPlace(store, "journal", name)));
    await syncDirectory(store.fs, placeIn(store, "journal"));
    return ok(void 0);
  });
}

export {
  journalNames,
  writeJournal,
  readJournal,
  removeJournal
};
