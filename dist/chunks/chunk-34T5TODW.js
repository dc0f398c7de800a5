import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  storedContents
} from "./chunk-GML4N5ZV.js";
import {
  readSnapshot
} from "./chunk-KA3BEEMK.js";
import {
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  ok
} from "./chunk-P74TEEE3.js";

// src/adapters/store/snapshot.ts
function storedSnapshot(store, manifest, pathOf, decrypt) {
  const files = filesAt(manifest, pathOf);
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
var KEPT = 4;
function storedSnapshots(store, pathOf, decrypt) {
  const held = /* @__PURE__ */ new Map();
  const open = (id) => {
    const opened = held.get(id) ?? readOne(id);
    held.delete(id);
    held.set(id, opened);
    for (const old of [...held.keys()].slice(0, -KEPT)) held.delete(old);
    return opened;
  };
  const readOne = async (id) => {
    const manifest = await readSnapshot(store, id);
    return manifest.ok ? ok(storedSnapshot(store, manifest.value, pathOf, decrypt)) : manifest;
  };
  return (id) => ({
    id,
    async entry(path) {
      const snapshot = await open(id);
      return snapshot.ok ? snapshot.value.entry(path) : snapshot;
    },
    async entries() {
      const snapshot = await open(id);
      return snapshot.ok ? snapshot.value.entries() : snapshot;
    },
    async *read(entries) {
      const snapshot = await open(id);
      if (snapshot.ok) yield* snapshot.value.read(entries);
      else for (const entry of entries) yield { id: entry.id, refused: "missing" };
    }
  });
}
function filesAt({ files }, pathOf) {
  const placed = /* @__PURE__ */ new Map();
  for (const file of files) {
    const path = pathOf(file);
    if (path !== void 0 && !placed.has(path)) placed.set(path, file);
  }
  return placed;
}
function entryOf(path, { link, mode, sha256 }) {
  const kind = link !== null ? "symlink" : (mode & 64) === 0 ? "file" : "executable";
  return { path, mode: kind, id: sha256 };
}

export {
  storedSnapshot,
  storedSnapshots,
  filesAt,
  entryOf
};
