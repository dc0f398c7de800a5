import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Stored } from '../../store/manifest.ts';
import { sha256 } from '../../store/seal.ts';
import { chunks, makeDirectory, placeIn, type Store, syncDirectory, writeTemporary } from './files.ts';
import { type OpenFile, unlessMissing } from './fs.ts';

/** A content that can be read more than once: `digest` is the SHA-256 of its `size` bytes. */
export type Content = { digest: string; size: number; parts: () => AsyncIterable<Uint8Array> };

/** What a manifest says about a content. */
export type Kept = { sha256: string; stored?: Stored };

/** Gives a file below `tmp` its place as the object of this name. */
type Put = (digest: string, size: number, temporary: string) => Promise<void>;

/** How contents are encrypted; made for one run, see `sealed.ts`. */
export type Encryption = {
  recipients: readonly string[];
  /** Also those of files that are not sensitive. */
  all: boolean;
  /** Puts a content there encrypted; `undefined` when what was read is not what the digest says. */
  seal(store: Store, content: Content, put: Put): Promise<Stored | undefined>;
};

/** Adds contents to the store. `flush` has all of them on the disk; only then may a manifest name them. */
export type ObjectWriter = {
  /** Keeps a content, encrypted where it has to be; `undefined` when what was read is not what its digest says. */
  keep(content: Content, sensitive: boolean): Promise<Kept | undefined>;
  /** Keeps these bytes as they are, and gives their SHA-256. */
  save(bytes: Uint8Array): Promise<string>;
  flush(): Promise<void>;
  /** How many contents and bytes the store did not have before. */
  added: { objects: number; bytes: number };
};

export function objectPlace(store: Store, digest: string): string {
  return placeIn(store, 'objects', digest.slice(0, 2), digest);
}

export function createObjectWriter(store: Store, encryption?: Encryption): ObjectWriter {
  const { fs } = store;
  const plain = new Map<string, Promise<boolean>>();
  const sealed = new Map<string, Promise<Stored | undefined>>();
  const touched = new Set<string>();
  const made = new Map<string, Promise<void>>();
  const added = { objects: 0, bytes: 0 };

  const put: Put = async (digest, size, temporary) => {
    const directory = dirname(objectPlace(store, digest));
    if (!made.has(directory)) made.set(directory, makeDirectory(fs, directory));
    touched.add(directory);
    await made.get(directory);
    await fs.rename(temporary, objectPlace(store, digest));
    added.objects += 1;
    added.bytes += size;
  };

  const write = async ({ digest, size, parts }: Content) => {
    if (await isWhole(store, digest, size)) return true;
    const hash = createHash('sha256');
    const temporary = await writeTemporary(store, hashed(parts(), hash));
    if (hash.digest('hex') !== digest) {
      await fs.unlink(temporary);
      return false;
    }
    await put(digest, size, temporary);
    return true;
  };

  const keepPlain = (content: Content) => once(plain, content.digest, () => write(content));

  return {
    added,
    async keep(content, sensitive) {
      const { digest } = content;
      if (encryption === undefined || !(sensitive || encryption.all))
        return (await keepPlain(content)) ? { sha256: digest } : undefined;
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
      if (touched.size > 0) await syncDirectory(fs, placeIn(store, 'objects'));
      touched.clear();
    },
  };
}

export function contentOf(bytes: Uint8Array): Content {
  return {
    digest: sha256(bytes),
    size: bytes.length,
    async *parts() {
      yield bytes;
    },
  };
}

/** The same parts, which go through a hash on their way. */
export async function* hashed(
  parts: AsyncIterable<Uint8Array>,
  hash: { update(part: Uint8Array): unknown },
): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    hash.update(part);
    yield part;
  }
}

/** Does for each digest what has not been done, or was not possible, before. */
async function once<T>(known: Map<string, Promise<T>>, digest: string, work: () => Promise<T>): Promise<T> {
  const before = known.get(digest);
  const found = before && (await before);
  if (found) return found;
  const doing = work();
  known.set(digest, doing);
  return doing;
}

/** Whether an object is there as it was written: one that was damaged since is written again while its content is at hand. */
export async function isWhole(store: Store, digest: string, size: number): Promise<boolean> {
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
