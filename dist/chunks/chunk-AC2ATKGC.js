import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  storedContents
} from "./chunk-DRO4RXTN.js";
import {
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  ok
} from "./chunk-P74TEEE3.js";

// src/adapters/store/snapshot.ts
function storedSnapshot(store, manifest, pathOf, decrypt) {
  const files = /* @__PURE__ */ new Map();
  for (const file of manifest.files) {
    const path = pathOf(file);
    if (path !== void 0 && !files.has(path)) files.set(path, file);
  }
  const contents = storedContents(store, [{ manifest }], decrypt);
  const entries = [...files].map(([path, file]) => entryOf(path, file)).sort((one, other) => Buffer.compare(encodePath(one.path), encodePath(other.path)));
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return {
    id: manifest.id,
    entry: async (path) => ok(byPath.get(path)),
    entries: async () => ok(entries),
    read: (wanted) => contents(wanted.map((entry) => ({ ...entry, path: files.get(entry.path)?.path ?? "" })))
  };
}
function entryOf(path, { link, mode, sha256 }) {
  const kind = link !== null ? "symlink" : (mode & 64) === 0 ? "file" : "executable";
  return { path, mode: kind, id: sha256 };
}

export {
  storedSnapshot
};
