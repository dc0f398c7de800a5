import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { errorCode, type Fs, type OpenFile, type Place, unlessMissing } from './fs.ts';

/** A store on disk. `directory` is absolute and holds no link. */
export type Store = { directory: string; fs: Fs };

/** Most files are small. */
const FIRST_CHUNK = 1 << 13;
const CHUNK = 1 << 18;

/**
 * The directories of a store; `tmp` holds what is being written, and leftovers of runs that were killed; `watch` what `holdfast watch`
 * remembers.
 */
export const DIRECTORIES = [
  'objects',
  'snapshots',
  'verdicts',
  'drills',
  'journal',
  'lock',
  'tmp',
  'deployments',
  'watch',
] as const;

export function placeIn({ directory }: Store, ...steps: string[]): string {
  return join(directory, ...steps);
}

/** A name below `tmp` that nobody else has. */
function temporaryPlace(store: Store): string {
  return placeIn(store, 'tmp', randomBytes(12).toString('hex'));
}

/** Makes a directory if it is not there, only for its owner. */
export async function makeDirectory(fs: Fs, place: string): Promise<void> {
  try {
    await fs.mkdir(place, 0o700);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/**
 * Writes a new file below `tmp` and has it on the disk before it returns. When that fails nothing is left: what has
 * filled the disk may be this very file, and the next run needs room for its lock.
 */
export async function writeTemporary(
  store: Store,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<string> {
  const place = temporaryPlace(store);
  const file = await store.fs.open(place, 'wx', 0o600);
  try {
    for await (const part of parts) await writeAll(file, part);
    await file.sync();
  } catch (error) {
    await store.fs.unlink(place).catch(() => {});
    throw error;
  } finally {
    await file.close();
  }
  return place;
}

/** `write` may write less than it was given. */
async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes.subarray(at))).bytesWritten;
}

/** Puts a whole file in its place, or leaves what is there; on the disk when it returns. */
export async function writeWhole(store: Store, place: string, bytes: Uint8Array): Promise<void> {
  const temporary = await writeTemporary(store, [bytes]);
  await store.fs.rename(temporary, place);
  await syncDirectory(store.fs, dirname(place));
}

/** Has the names in a directory on the disk. */
export async function syncDirectory(fs: Fs, place: string): Promise<void> {
  const directory = await fs.open(place, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** All bytes of a file; `undefined` when there is none. */
export async function readWhole(fs: Fs, place: Place): Promise<Buffer | undefined> {
  const file = await unlessMissing(fs.open(place, 'r'));
  if (file === undefined) return undefined;
  try {
    const parts: Uint8Array[] = [];
    for await (const part of chunks(file)) parts.push(Uint8Array.from(part));
    return Buffer.concat(parts);
  } finally {
    await file.close();
  }
}

/**
 * The content of an open file from its start; each part is only good until the next one is asked for.
 * @param most bytes; it ends soon after them, so that a file that grows all the time has an end.
 */
export async function* chunks(file: OpenFile, most = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  let buffer = Buffer.allocUnsafe(FIRST_CHUNK);
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
    if (position > most) return;
    if (position >= FIRST_CHUNK && buffer.length < CHUNK) buffer = Buffer.allocUnsafe(CHUNK);
  }
}

/** Names in a directory of the store; none when it is not there. */
export async function namesIn(store: Store, ...steps: string[]): Promise<string[]> {
  const entries = await unlessMissing(store.fs.readdir(placeIn(store, ...steps)));
  return (entries ?? []).map(({ name }) => name.toString('utf8')).sort();
}
