import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  storedBlob
} from "./chunk-AMTK6P4B.js";
import {
  collectCommit
} from "./chunk-TMNRVTO3.js";
import {
  createObjectWriter
} from "./chunk-OVH55LPH.js";
import {
  guarded
} from "./chunk-KA3BEEMK.js";
import {
  isEncrypted,
  isEncryptedBinary
} from "./chunk-7AY46YQM.js";
import {
  createLiveSelector
} from "./chunk-ZAY2COUY.js";
import {
  isTemplatePath,
  renderedPath
} from "./chunk-JVBW2P7D.js";
import {
  ok
} from "./chunk-P74TEEE3.js";

// src/adapters/deploy/intended.ts
var LARGEST_LOOKED_AT = 1 << 20;
function collectIntended(store, snapshot, policy, { encryption, decrypt }) {
  return guarded(store.directory, async () => {
    const objects = createObjectWriter(store, encryption);
    const found = await collectCommit(snapshot, policy, objects);
    if (!found.ok) return found;
    await objects.flush();
    const collected = atPlaces(found.value);
    return ok({ collected, intended: await intendedOf(store, policy, collected, decrypt) });
  });
}
async function intendedOf(store, policy, { files, unsaved }, decrypt) {
  const select = createLiveSelector(policy);
  const unknown = new Set(unsaved.map(({ path }) => path));
  for (const file of files) {
    if (!await isFinal(store, file, decrypt))
      for (const path of [file.path, renderedPath(file.path)]) unknown.add(path);
  }
  return {
    files: new Map(files.map((file) => [file.path, file])),
    maps: (path) => select(path)?.path !== void 0,
    unknown
  };
}
async function isFinal(store, file, decrypt) {
  const { path, sha256, size, link } = file;
  if (link !== null || size > LARGEST_LOOKED_AT) return true;
  const blob = await storedBlob(store, sha256, file, decrypt);
  if ("refused" in blob) return !isTemplatePath(path, "");
  const text = Buffer.from(blob.bytes).toString("utf8");
  return !isTemplatePath(path, text) && !isEncrypted(text) && !isEncryptedBinary(blob.bytes);
}
function atPlaces({ files, unsaved }) {
  const isPlace = ({ path }) => path.startsWith("/");
  return { files: files.filter(isPlace), absent: [], unsaved: unsaved.filter(isPlace) };
}

export {
  collectIntended,
  intendedOf
};
