import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-IHYYQ6CZ.js";
import {
  showJson,
  showText
} from "./chunk-DYOFYNFT.js";
import {
  guarded,
  readSnapshot,
  readVerdicts,
  storedIds
} from "./chunk-KA3BEEMK.js";
import {
  findId
} from "./chunk-YNSVTVRQ.js";
import {
  ok
} from "./chunk-P74TEEE3.js";

// src/cli/backup/show.ts
async function runShow(argv, io) {
  const read = readStoreArguments(argv, STORE_OPTIONS, ["ID"]);
  if (!read.ok) return read;
  const { values: args, positionals } = read.value;
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const manifest = await namedSnapshot(store.value, positionals[0]);
  if (!manifest.ok) return manifest;
  const verdicts = await readVerdicts(store.value);
  if (!verdicts.ok) return verdicts;
  const own = verdicts.value.items.filter(({ snapshot }) => snapshot === manifest.value.id);
  const report = args.format === "json" ? showJson : showText;
  return ok({ text: report(manifest.value, own), code: 0 });
}
async function namedSnapshot(store, given) {
  const ids = await guarded(store.directory, async () => ok(await storedIds(store, "snapshots")));
  if (!ids.ok) return ids;
  const id = findId(ids.value, given);
  return id.ok ? readSnapshot(store, id.value) : id;
}

export {
  runShow,
  namedSnapshot
};
