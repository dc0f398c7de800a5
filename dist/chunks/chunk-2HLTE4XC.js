import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  runGit
} from "./chunk-GMQLBFQ4.js";
import {
  encodePath
} from "./chunk-5MHRYX67.js";

// src/adapters/git/disk.ts
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, open, readlink } from "node:fs/promises";
import { join } from "node:path";
var LARGEST = 50 * 1024 * 1024;
async function diskEntry(tree, path, hint) {
  if (!await isBelowRealDirectories(tree, path)) return void 0;
  const place = placeOf(tree, path);
  const found = await lstat(place).catch(() => void 0);
  if (found?.isSymbolicLink()) {
    const target = await readlink(place, "buffer").catch(() => void 0);
    return target && { path, mode: "symlink", id: blobId(tree, target) };
  }
  if (found?.isDirectory()) return submoduleEntry(tree, path);
  if (!found?.isFile()) return void 0;
  const id = await withFile(place, (file, size) => hashFile(tree, file, size));
  const executable = hint === void 0 ? (found.mode & 64) !== 0 : hint === "100755";
  const mode = hint === "120000" ? "symlink" : executable ? "executable" : "file";
  return id === void 0 ? void 0 : { path, mode, id };
}
async function diskBlob(tree, entry) {
  const { path, id } = entry;
  const bytes = await diskBytes(tree, path);
  if (typeof bytes === "number") return { id, refused: "too-large", size: bytes };
  return bytes !== void 0 && blobId(tree, bytes) === id ? { id, bytes } : { id, refused: "unreadable" };
}
async function diskBytes(tree, path) {
  if (!await isBelowRealDirectories(tree, path)) return void 0;
  const place = placeOf(tree, path);
  const found = await lstat(place).catch(() => void 0);
  if (found?.isSymbolicLink()) return readlink(place, "buffer").catch(() => void 0);
  if (!found?.isFile()) return void 0;
  return withFile(place, async (file, size) => size > LARGEST ? size : file.readFile());
}
async function isBelowRealDirectories(tree, path) {
  for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
    const found = await lstat(placeOf(tree, path.slice(0, slash))).catch(() => void 0);
    if (!found?.isDirectory()) return false;
  }
  return true;
}
function placeOf(tree, path) {
  if (process.platform === "win32") return join(tree.directory, path);
  return Buffer.concat([Buffer.from(`${tree.directory}/`), encodePath(path)]);
}
async function withFile(place, use) {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(place, flags).catch(() => void 0);
  try {
    return file && await use(file, (await file.stat()).size);
  } catch {
    return void 0;
  } finally {
    await file?.close();
  }
}
function blobId(tree, bytes) {
  return createHash(tree.objectFormat).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
async function hashFile(tree, file, size) {
  const hash = createHash(tree.objectFormat).update(`blob ${size}\0`);
  for await (const chunk of file.createReadStream({ autoClose: false })) hash.update(chunk);
  return hash.digest("hex");
}
async function submoduleEntry(tree, path) {
  const gitDir = join(tree.directory, path, ".git");
  const args = ["rev-parse", "--verify", "--quiet", "HEAD"];
  const found = await lstat(gitDir).catch(() => void 0);
  if (found === void 0) return void 0;
  const output = await runGit({ gitDir, cwd: tree.directory, args });
  const id = output.ok && output.value.code === 0 ? output.value.stdout.toString("latin1").trim() : "";
  return id === "" ? void 0 : { path, mode: "submodule", id };
}

export {
  diskEntry,
  diskBlob
};
