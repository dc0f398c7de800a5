import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  decodePath,
  encodePath
} from "./chunk-5MHRYX67.js";

// src/adapters/restore/operations.ts
import * as fs from "node:fs";
var { O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_WRONLY } = fs.constants;
function placeAt(root, location) {
  return bytesOf(root + location);
}
function bytesOf(text) {
  return text.isWellFormed() ? text : Buffer.from(encodePath(text));
}
var diskOperations = {
  lstat: (path) => fs.lstatSync(path, { throwIfNoEntry: false }),
  readlink: (path) => decodePath(fs.readlinkSync(path, "buffer")),
  list: (directory) => fs.readdirSync(directory),
  /** Throws unless entries can be made and replaced in this directory; `EROFS` where nobody may write. */
  probe: (directory) => fs.accessSync(directory, fs.constants.W_OK | fs.constants.X_OK),
  openToRead: (path) => fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
  /** A new file that only its owner can read, never one that is there, never through a link. */
  openNew: (path) => fs.openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 384),
  openToWrite: (path) => fs.openSync(path, O_WRONLY | O_NOFOLLOW),
  stat: (fd) => fs.fstatSync(fd),
  read: (fd, buffer) => fs.readSync(fd, buffer),
  write: (fd, bytes) => fs.writeFileSync(fd, bytes),
  truncate: (fd, size) => fs.ftruncateSync(fd, size),
  own: (fd, uid, gid) => fs.fchownSync(fd, uid, gid),
  setMode: (fd, mode) => fs.fchmodSync(fd, mode),
  sync: (fd) => fs.fsyncSync(fd),
  close: (fd) => fs.closeSync(fd),
  link: (target, path) => fs.symlinkSync(bytesOf(target), path),
  ownPath: (path, uid, gid) => fs.lchownSync(path, uid, gid),
  makeDirectory: (path) => fs.mkdirSync(path, 448),
  removeDirectory: (path) => fs.rmdirSync(path),
  setPathMode: (path, mode) => fs.chmodSync(path, mode),
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.unlinkSync(path)
};
function codeOf(error) {
  return error?.code ?? String(error);
}

export {
  placeAt,
  diskOperations,
  codeOf
};
