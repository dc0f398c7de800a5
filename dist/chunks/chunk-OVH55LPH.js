import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  chunks,
  makeDirectory,
  placeIn,
  syncDirectory,
  unlessMissing,
  writeTemporary
} from "./chunk-KA3BEEMK.js";
import {
  sha256
} from "./chunk-BSUCCZFA.js";
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
function createObjectWriter(store, encryption) {
  const { fs } = store;
  const plain = /* @__PURE__ */ new Map();
  const sealed = /* @__PURE__ */ new Map();
  const touched = /* @__PURE__ */ new Set();
  const made = /* @__PURE__ */ new Map();
  const added = { objects: 0, bytes: 0 };
  const put = async (digest, size, temporary) => {
    const directory = dirname(objectPlace(store, digest));
    if (!made.has(directory)) made.set(directory, makeDirectory(fs, directory));
    touched.add(directory);
    await made.get(directory);
    await fs.rename(temporary, objectPlace(store, digest));
    added.objects += 1;
    added.bytes += size;
  };
  const write = async ({ digest, size, parts }) => {
    if (await isWhole(store, digest, size)) return true;
    const hash = createHash("sha256");
    const temporary = await writeTemporary(store, hashed(parts(), hash));
    if (hash.digest("hex") !== digest) {
      await fs.unlink(temporary);
      return false;
    }
    await put(digest, size, temporary);
    return true;
  };
  const keepPlain = (content) => once(plain, content.digest, () => write(content));
  return {
    added,
    async keep(content, sensitive) {
      const { digest } = content;
      if (encryption === void 0 || !(sensitive || encryption.all))
        return await keepPlain(content) ? { sha256: digest } : void 0;
      const stored = await once(sealed, digest, () => encryption.seal(store, content, put));
      return stored && { sha256: digest, stored };
    },
    async save(bytes) {
      const content = contentOf(bytes);
      await keepPlain(content);
      return content.digest;
    },
    async flush() {
      for (const directory of touched) await syncDirectory(fs, directory);
      if (touched.size > 0) await syncDirectory(fs, placeIn(store, "objects"));
      touched.clear();
    }
  };
}
function contentOf(bytes) {
  return {
    digest: sha256(bytes),
    size: bytes.length,
    async *parts() {
      yield bytes;
    }
  };
}
async function* hashed(parts, hash) {
  for await (const part of parts) {
    hash.update(part);
    yield part;
  }
}
async function once(known, digest, work) {
  const before = known.get(digest);
  const found = before && await before;
  if (found) return found;
  const doing = work();
  known.set(digest, doing);
  return doing;
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

export {
  objectPlace,
  createObjectWriter,
  contentOf,
  hashed,
  isWhole,
  objectDigest,
  digestOf,
  openObject
};
