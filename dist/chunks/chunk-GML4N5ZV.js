import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  digestsOnly
} from "./chunk-GVM2WTRK.js";
import {
  LARGEST,
  storedBlob
} from "./chunk-AMTK6P4B.js";
import {
  collectCommit,
  placesOf
} from "./chunk-TMNRVTO3.js";
import {
  scopeRules
} from "./chunk-36PCAFZY.js";
import {
  createLocator
} from "./chunk-ZAY2COUY.js";
import {
  createSelector
} from "./chunk-O24VLVZE.js";
import {
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  ok
} from "./chunk-P74TEEE3.js";

// src/adapters/verify/good.ts
function storedContents(store, parts, decrypt) {
  const files = new Map(parts.flatMap(({ manifest }) => manifest.files.map((file) => [file.path, file])));
  return async function* (entries) {
    for (const entry of entries) {
      const file = files.get(entry.path);
      if (file === void 0) {
        yield { id: entry.id, refused: "missing" };
        continue;
      }
      const { link, size } = file;
      if (link !== null) yield { id: entry.id, bytes: encodePath(link) };
      else if (size > LARGEST) yield { id: entry.id, refused: "too-large", size };
      else yield await storedBlob(store, entry.id, file, decrypt);
    }
  };
}
async function commitPart(commit, policy) {
  const collected = await collectCommit(commit, policy, digestsOnly());
  if (!collected.ok) return collected;
  const entries = await commit.entries();
  if (!entries.ok) return entries;
  const manifest = {
    ...collected.value,
    id: commit.id,
    parent: null,
    at: "",
    environment: null,
    host: "",
    commit: commit.id,
    deploymentId: null,
    reason: null,
    source: "commit",
    onlyService: null,
    scope: scopeRules(policy)
  };
  return ok({ part: { manifest }, read: contentsAt(commit, policy, entries.value) });
}
function contentsAt(commit, policy, entries) {
  const select = createSelector(policy);
  const locate = createLocator(policy);
  const origins = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (select(entry.path)?.critical !== true) continue;
    for (const place of placesOf(entry.path, locate)) if (!origins.has(place)) origins.set(place, entry);
  }
  return async function* (wanted) {
    let index = 0;
    for await (const blob of commit.read(wanted.map(({ path }) => origins.get(path)))) {
      yield { ...blob, id: wanted[index++].id };
    }
  };
}

export {
  storedContents,
  commitPart
};
