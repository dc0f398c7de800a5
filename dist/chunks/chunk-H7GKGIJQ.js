import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  Undecryptable
} from "./chunk-ROR6LSPO.js";
import {
  openObject
} from "./chunk-OVH55LPH.js";
import {
  chunks,
  guarded
} from "./chunk-KA3BEEMK.js";
import {
  isBlind,
  objectOf
} from "./chunk-EMJCXWLX.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/store/contents.ts
import { createHash } from "node:crypto";
async function openContent(store, content, decrypt) {
  if (content.stored !== void 0 && decrypt === void 0) return refuse(IDENTITY_MISSING);
  const object = await openObject(store, objectOf(content));
  if (!object.ok) return object;
  const file = object.value;
  const close = () => file.close();
  if (content.stored === void 0 || decrypt === void 0) return ok({ parts: chunks(file), close });
  try {
    const plain = await decrypt(chunks(file));
    if (plain.ok) return ok({ parts: plain.value, close });
    await close();
    return plain;
  } catch (error) {
    await close();
    if (error instanceof Undecryptable) return refuse(undecryptable(content, error.message));
    throw error;
  }
}
async function* contentParts(store, content, decrypt) {
  const open = await openContent(store, content, decrypt);
  if (!open.ok) throw new Error(open.problem.message);
  try {
    yield* open.value.parts;
  } finally {
    await open.value.close();
  }
}
function readContent(store, content, decrypt) {
  return guarded(store.directory, async () => {
    const open = await openContent(store, content, decrypt);
    if (!open.ok) return open;
    const hash = createHash("sha256");
    let size = 0;
    try {
      for await (const part of open.value.parts) {
        hash.update(part);
        size += part.length;
      }
    } catch (error) {
      if (error instanceof Undecryptable) return refuse(undecryptable(content, error.message));
      throw error;
    } finally {
      await open.value.close();
    }
    const sha256 = hash.digest("hex");
    if (sha256 !== content.sha256 && !isBlind(content))
      return refuse(undecryptable(content, "it is another content than the one that was saved"));
    return ok({ sha256, size });
  });
}
async function unreadableContents(store, files, decrypt) {
  const problems = [];
  const read = /* @__PURE__ */ new Map();
  for (const { path, link, ...content } of files) {
    if (link !== void 0 && link !== null) continue;
    const key = `${objectOf(content)} ${content.sha256}`;
    if (!read.has(key)) {
      const found = await readContent(store, content, decrypt);
      read.set(key, found.ok ? void 0 : found.problem);
    }
    const problem = read.get(key);
    if (problem !== void 0) problems.push({ ...problem, path });
  }
  return problems;
}
async function plainDigests(store, files, decrypt) {
  const seen = [];
  const sealed = /* @__PURE__ */ new Map();
  for (const file of files) {
    const plain = isBlind(file) ? await readContent(store, file, decrypt) : ok({});
    if (!plain.ok) sealed.set(objectOf(file), plain.problem);
    seen.push(plain.ok ? { ...file, ...plain.value } : file);
  }
  return { files: seen, sealed };
}
async function withPlainDigests(store, files, decrypt) {
  const plain = await plainDigests(store, files, decrypt);
  const first = plain.files.find((file) => plain.sealed.has(objectOf(file)));
  if (first === void 0) return ok(plain.files);
  return refuse({ ...plain.sealed.get(objectOf(first)), path: first.path });
}
async function canDecrypt(store, files, decrypt) {
  const encrypted = files.filter(({ stored }) => stored !== void 0);
  if (encrypted.length === 0) return [];
  if (decrypt === void 0) {
    const others = encrypted.length === 1 ? "" : ` So are ${encrypted.length - 1} others.`;
    const message = `${IDENTITY_MISSING.message}${others}`;
    return [{ ...IDENTITY_MISSING, message, path: encrypted[0].path }];
  }
  const problems = [];
  for (const { path, ...content } of encrypted) {
    const open = await guarded(store.directory, () => openContent(store, content, decrypt));
    if (open.ok) await open.value.close();
    else problems.push({ ...open.problem, path });
  }
  return problems;
}
var IDENTITY_MISSING = {
  code: "identity-missing",
  message: "The content is encrypted, and no identity was given.",
  hint: "Name the file with the age identity: --identity FILE, or HOLDFAST_IDENTITY."
};
function undecryptable(content, why) {
  return {
    code: "object-damaged",
    message: `The encrypted content ${objectOf(content)} is as it was written, but does not decrypt: ${why}.`,
    hint: "Somebody has replaced it together with its digest, or it was damaged while it was encrypted. Use another snapshot."
  };
}

export {
  contentParts,
  readContent,
  unreadableContents,
  plainDigests,
  withPlainDigests,
  canDecrypt
};
