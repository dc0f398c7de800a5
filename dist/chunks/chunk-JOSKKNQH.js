import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  chunks,
  makeDirectory,
  placeIn,
  sha256,
  syncDirectory,
  unlessMissing,
  writeTemporary
} from "./chunk-7P5ASSDS.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/store/objects.ts
import { createHash } from "node:crypto";
import { dirname } from "node:path";
function objectPlace(store, digest) {
  return placeIn(store, "objects", digest.slice(0, 2), digest);
}
function createObjectWriter(store) {
  const { fs } = store;
  const known = /* @__PURE__ */ new Map();
  const touched = /* @__PURE__ */ new Set();
  const made = /* @__PURE__ */ new Map();
  const added = { objects: 0, bytes: 0 };
  const directoryOf = (digest) => {
    const directory = dirname(objectPlace(store, digest));
    if (!made.has(directory)) made.set(directory, makeDirectory(fs, directory));
    touched.add(directory);
    return made.get(directory);
  };
  const write = async (digest, size, parts) => {
    if (await isWhole(store, digest, size)) return true;
    await directoryOf(digest);
    const hash = createHash("sha256");
    const hashed = async function* () {
      for await (const part of parts()) {
        hash.update(part);
        yield part;
      }
    };
    const temporary = await writeTemporary(store, hashed());
    if (hash.digest("hex") !== digest) {
      await fs.unlink(temporary);
      return false;
    }
    await fs.rename(temporary, objectPlace(store, digest));
    added.objects += 1;
    added.bytes += size;
    return true;
  };
  const saveParts = async (digest, size, parts) => {
    const before = known.get(digest);
    if (before !== void 0 && await before) return true;
    const writing = write(digest, size, parts);
    known.set(digest, writing);
    return writing;
  };
  return {
    added,
    saveParts,
    async save(bytes) {
      const digest = sha256(bytes);
      await saveParts(digest, bytes.length, async function* () {
        yield bytes;
      });
      return digest;
    },
    async flush() {
      for (const directory of touched) await syncDirectory(fs, directory);
      if (touched.size > 0) await syncDirectory(fs, placeIn(store, "objects"));
      touched.clear();
    }
  };
}
async function isWhole(store, digest, size) {
  const found = await unlessMissing(store.fs.lstat(objectPlace(store, digest)));
  if (found === void 0 || !found.isFile() || found.size !== BigInt(size)) return false;
  return await objectDigest(store, digest) === digest;
}
async function objectDigest(store, digest) {
  const file = await unlessMissing(store.fs.open(objectPlace(store, digest), "r"));
  if (file === void 0) return void 0;
  try {
    return await digestOf(file);
  } finally {
    await file.close();
  }
}
async function digestOf(file, most) {
  const hash = createHash("sha256");
  for await (const part of chunks(file, most)) hash.update(part);
  return hash.digest("hex");
}
async function openObject(store, digest) {
  const actual = await objectDigest(store, digest);
  if (actual === digest) return ok(await store.fs.open(objectPlace(store, digest), "r"));
  return refuse(spoiled(digest, actual === void 0 ? "object-missing" : "object-damaged"));
}
function spoiled(digest, code) {
  return {
    code,
    message: `The content ${digest} is ${code === "object-missing" ? "not in the store" : "damaged in the store"}.`,
    hint: "holdfast backup check says which snapshots need it; use another one."
  };
}

// src/adapters/store/parallel.ts
async function inParallel(items, width, work) {
  const results = new Array(items.length);
  const errors = [];
  let next = 0;
  const run = async () => {
    while (next < items.length && errors.length === 0) {
      const index = next++;
      try {
        results[index] = await work(items[index]);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, run));
  if (errors.length > 0) throw errors[0];
  return results;
}

export {
  objectPlace,
  createObjectWriter,
  objectDigest,
  digestOf,
  openObject,
  inParallel
};
