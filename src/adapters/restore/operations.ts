import * as fs from 'node:fs';
import { decodePath, encodePath } from '../../model/path.ts';
import type { Location } from '../../restore/plan.ts';

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_WRONLY } = fs.constants;

/** A name as a text, or as bytes where it is not UTF-8. */
export type Place = string | Buffer;

/** Where a location is on this machine. `root`: the directory that stands in the place of `/`, or empty. */
export function placeAt(root: string, location: Location): Place {
  return bytesOf(root + location);
}

function bytesOf(text: string): Place {
  return text.isWellFormed() ? text : Buffer.from(encodePath(text));
}

/**
 * Every call with which a restore touches live files, so that a test can stop or fail at each of them. They throw what
 * Node throws. They are synchronous: one after the other is the point.
 */
export const diskOperations = {
  lstat: (path: Place) => fs.lstatSync(path, { throwIfNoEntry: false }),
  readlink: (path: Place) => decodePath(fs.readlinkSync(path, 'buffer')),
  list: (directory: Place) => fs.readdirSync(directory),
  /** Throws unless entries can be made and replaced in this directory; `EROFS` where nobody may write. */
  probe: (directory: Place) => fs.accessSync(directory, fs.constants.W_OK | fs.constants.X_OK),
  openToRead: (path: Place) => fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
  /** A new file that only its owner can read, never one that is there, never through a link. */
  openNew: (path: Place) => fs.openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600),
  openToWrite: (path: Place) => fs.openSync(path, O_WRONLY | O_NOFOLLOW),
  stat: (fd: number) => fs.fstatSync(fd),
  read: (fd: number, buffer: Uint8Array) => fs.readSync(fd, buffer),
  write: (fd: number, bytes: Uint8Array) => fs.writeFileSync(fd, bytes),
  truncate: (fd: number, size: number) => fs.ftruncateSync(fd, size),
  own: (fd: number, uid: number, gid: number) => fs.fchownSync(fd, uid, gid),
  setMode: (fd: number, mode: number) => fs.fchmodSync(fd, mode),
  sync: (fd: number) => fs.fsyncSync(fd),
  close: (fd: number) => fs.closeSync(fd),
  link: (target: string, path: Place) => fs.symlinkSync(bytesOf(target), path),
  ownPath: (path: Place, uid: number, gid: number) => fs.lchownSync(path, uid, gid),
  makeDirectory: (path: Place) => fs.mkdirSync(path, 0o700),
  removeDirectory: (path: Place) => fs.rmdirSync(path),
  setPathMode: (path: Place, mode: number) => fs.chmodSync(path, mode),
  rename: (from: Place, to: Place) => fs.renameSync(from, to),
  remove: (path: Place) => fs.unlinkSync(path),
};

export type FileOperations = typeof diskOperations;

export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? String(error);
}
