import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  codeOf,
  placeAt
} from "./chunk-7Q2MFPVQ.js";
import {
  contentParts
} from "./chunk-H7GKGIJQ.js";
import {
  encodePath
} from "./chunk-5MHRYX67.js";

// src/adapters/restore/sides.ts
var LARGEST = 50 * 1024 * 1024;
function sidesOf(store, files, root, plan, decrypt) {
  const wanted = new Map(plan.writes.map((write) => [write.path, write]));
  return {
    before: {
      async *read(entries) {
        for (const entry of entries) yield liveBlob(files, root, entry);
      }
    },
    after: {
      async *read(entries) {
        for (const entry of entries) {
          const file = wanted.get(entry.path);
          const { link, size } = file;
          if (link !== void 0) yield { id: entry.id, bytes: encodePath(link) };
          else if (size > LARGEST) yield { id: entry.id, refused: "too-large", size };
          else yield await storedBlob(store, entry.id, file, decrypt);
        }
      }
    }
  };
}
function liveBlob(files, root, { path, id, mode }) {
  const place = placeAt(root, path);
  try {
    if (mode === "symlink") return { id, bytes: encodePath(files.readlink(place)) };
    const fd = files.openToRead(place);
    try {
      const { size } = files.stat(fd);
      if (size > LARGEST) return { id, refused: "too-large", size };
      const parts = [];
      for (let read = 0; read <= LARGEST; ) {
        const buffer = Buffer.alloc(Math.min(1 << 20, size + 1));
        const count = files.read(fd, buffer);
        if (count === 0) break;
        parts.push(buffer.subarray(0, count));
        read += count;
      }
      return { id, bytes: Buffer.concat(parts) };
    } finally {
      files.close(fd);
    }
  } catch (error) {
    return { id, refused: codeOf(error) === "ENOENT" ? "missing" : "unreadable" };
  }
}
async function storedBlob(store, id, file, decrypt) {
  try {
    const parts = [];
    for await (const part of contentParts(store, file, decrypt)) parts.push(Uint8Array.from(part));
    return { id, bytes: Buffer.concat(parts) };
  } catch {
    return { id, refused: "unreadable" };
  }
}

export {
  LARGEST,
  sidesOf,
  liveBlob,
  storedBlob
};
