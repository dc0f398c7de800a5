import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  candidateOf,
  chooseGood
} from "./chunk-MEJMRV7U.js";
import {
  readEach,
  readSnapshot,
  readVerdicts
} from "./chunk-KA3BEEMK.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/store/known-good.ts
async function readCandidates(store) {
  const [candidates, verdicts] = [await readEach(store, candidateOf), await readVerdicts(store)];
  if (!candidates.ok) return candidates;
  if (!verdicts.ok) return verdicts;
  const [damaged] = [...candidates.value.damaged, ...verdicts.value.damaged];
  if (damaged !== void 0) return refuse({ ...damaged.problem, path: damaged.file });
  return ok({ candidates: candidates.value.items, verdicts: verdicts.value.items });
}
async function readKnownGood(store, asked) {
  const read = await readCandidates(store);
  if (!read.ok) return read;
  const chosen = chooseGood(read.value.candidates, read.value.verdicts, asked);
  return chosen.ok ? readParts(store, chosen.value) : chosen;
}
async function readParts(store, chosen) {
  const parts = [];
  for (const { id, services } of chosen) {
    const manifest = await readSnapshot(store, id);
    if (!manifest.ok) return manifest;
    parts.push({ manifest: manifest.value, services });
  }
  return ok(parts);
}

export {
  readCandidates,
  readKnownGood,
  readParts
};
