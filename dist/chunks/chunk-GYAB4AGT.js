import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  guarded,
  namesIn,
  placeIn,
  readWhole,
  seal,
  syncDirectory,
  unlessMissing,
  unseal,
  writeWhole
} from "./chunk-WVSYJLMY.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/store/journal.ts
async function journalNames(store) {
  const names = await namesIn(store, "journal");
  return names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
}
function writeJournal(store, name, entry) {
  return guarded(store.directory, async () => {
    await writeWhole(store, placeOf(store, name), seal(entry));
    return ok(void 0);
  });
}
function readJournal(store, name) {
  return guarded(store.directory, async () => {
    const bytes = await readWhole(store.fs, placeOf(store, name));
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
    await unlessMissing(store.fs.unlink(placeOf(store, name)));
    await syncDirectory(store.fs, placeIn(store, "journal"));
    return ok(void 0);
  });
}
function placeOf(store, name) {
  return placeIn(store, "journal", `${name}.json`);
}

export {
  journalNames,
  writeJournal,
  readJournal,
  removeJournal
};
