import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { sha256 } from '../../store/seal.ts';
import { chunks, makeDirectory, placeIn, type Store, syncDirectory, writeTemporary } from './files.ts';
import { type OpenFile, unlessMissing } from './fs.ts';

/** Adds contents to the store. `flush` has all of them on the disk; only then may a manifest name them. */
export type ObjectWriter = {
  /** Gives the SHA-256 of the bytes, under which they are in the store. */
  save(bytes: Uint8Array): Promise<string>;
  /** The same for a large file, read in parts: `digest` is that of its content, `size` its bytes. */
  saveParts(digest: string, size: number, parts: () => AsyncIterable<Uint8Array>): Promise<boolean>;
  flush(): Promise<void>;
  /** How many contents and bytes the store did not have before. */
  added: { objects: number; bytes: number };
};

export function objectPlace(store: Store, digest: string): string {
  return placeIn(store, 'objects', digest.slice(0, 2), digest);
}

export function createObjectWriter(store: Store): ObjectWriter {
  const { fs } = store;
  const known = new Map<string, Promise<boolean>>();
  const touched = new Set<string>();
  const made = new Map<string, Promise<void>>();
  const added = { objects: 0, bytes: 0 };

  const directoryOf = (digest: string): Promise<void> => {
    const directory = dirname(objectPlace(store, digest));
    if (!made.has(directory)) made.set(directory, makeDirectory(fs, directory));
    touched.add(directory);
    return made.get(directory)!;
  };

  const write = async (digest: string, size: number, parts: () => AsyncIterable<Uint8Array>) => {
    if (await isWhole(store, digest, size)) return true;
    await directoryOf(digest);
    const hash = createHash('sha256');
    const hashed = async function* () {
      for await (const part of parts()) {
        hash.update(part);
        yield part;
      }
    };
    const temporary = await writeTemporary(store, hashed());
    if (hash.digest('hex') !== digest) {
      await fs.unlink(temporary);
      return false;
    }
    await fs.rename(temporary, objectPlace(store, digest));
    added.objects += 1;
    added.bytes += size;
    return true;
  };

  const saveParts: ObjectWriter['saveParts'] = async (digest, size, parts) => {
    const before = known.get(digest);
    if (before !== undefined && (await before)) return true;
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
      if (touched.size > 0) await syncDirectory(fs, placeIn(store, 'objects'));
      touched.clear();
    },
  };
}

/** An object that was damaged since is written again while its content is at hand. */
async function isWhole(store: Store, digest: string, size: number): Promise<boolean> {
  const found = await unlessMissing(store.fs.lstat(objectPlace(store, digest)));
  if (found === undefined || !found.isFile() || found.size !== BigInt(size)) return false;
  return (await objectDigest(store, digest)) === digest;
}

/** The SHA-256 of what is in an object's file now; `undefined` when there is none. */
export async function objectDigest(store: Store, digest: string): Promise<string | undefined> {
  const file = await unlessMissing(store.fs.open(objectPlace(store, digest), 'r'));
  if (file === undefined) return undefined;
  try {
    return await digestOf(file);
  } finally {
    await file.close();
  }
}

/** The SHA-256 of a file, or of somewhat more than its first `most` bytes. */
export async function digestOf(file: OpenFile, most?: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of chunks(file, most)) hash.update(part);
  return hash.digest('hex');
}

/**
 * An object, opened after its whole content was found to be what its name says; the caller closes it. It is read from
 * the start. Problems: `object-missing`, `object-damaged`.
 */
export async function openObject(store: Store, digest: string): Promise<Result<OpenFile>> {
  const actual = await objectDigest(store, digest);
  if (actual === digest) return ok(await store.fs.open(objectPlace(store, digest), 'r'));
  return refuse(spoiled(digest, actual === undefined ? 'object-missing' : 'object-damaged'));
}

function spoiled(digest: string, code: string): Problem {
  return {
    code,
    message: `The content ${digest} is ${code === 'object-missing' ? 'not in the store' : 'damaged in the store'}.`,
    hint: 'holdfast backup check says which snapshots need it; use another one.',
  };
}
