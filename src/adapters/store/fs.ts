import type { BigIntStats, Dirent } from 'node:fs';
import * as promises from 'node:fs/promises';

/** A name as a text, or as bytes where it is not UTF-8. */
export type Place = string | Buffer;

/** An open file; a subset of Node's `FileHandle`. */
export type OpenFile = {
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
  write(bytes: Uint8Array): Promise<{ bytesWritten: number }>;
  stat(options: { bigint: true }): Promise<BigIntStats>;
  sync(): Promise<void>;
  close(): Promise<void>;
};

/** Every call on files that the store makes goes through this record, so that tests can let each of them fail. */
export type Fs = {
  open(place: Place, flags: string | number, mode?: number): Promise<OpenFile>;
  mkdir(place: Place, mode: number): Promise<void>;
  rename(from: Place, to: Place): Promise<void>;
  link(from: Place, to: Place): Promise<void>;
  unlink(place: Place): Promise<void>;
  rmdir(place: Place): Promise<void>;
  chmod(place: Place, mode: number): Promise<void>;
  touch(place: Place, time: Date): Promise<void>;
  readdir(place: Place): Promise<Dirent<Buffer>[]>;
  lstat(place: Place): Promise<BigIntStats>;
  readlink(place: Place): Promise<Buffer>;
};

export const nodeFs: Fs = {
  open: promises.open,
  mkdir: async (place, mode) => {
    await promises.mkdir(place, mode);
  },
  rename: promises.rename,
  link: promises.link,
  unlink: promises.unlink,
  rmdir: promises.rmdir,
  chmod: promises.chmod,
  touch: (place, time) => promises.utimes(place, time, time),
  readdir: (place) => promises.readdir(place, { withFileTypes: true, encoding: 'buffer' }),
  lstat: (place) => promises.lstat(place, { bigint: true }),
  readlink: (place) => promises.readlink(place, 'buffer'),
};

/** `ENOENT` and the like; `undefined` for what is no error of the file system. */
export function errorCode(error: unknown): string | undefined {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

/** The value, or `undefined` where nothing is; every other error is thrown on. */
export async function unlessMissing<T>(wanted: Promise<T>): Promise<T | undefined> {
  try {
    return await wanted;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
