import type { BigIntStats } from 'node:fs';
import { constants } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { decodePath } from '../../model/path.ts';
import type { SavedFile, UnsavedReason } from '../../store/manifest.ts';
import { sha256 } from '../../store/seal.ts';
import { chunks } from './files.ts';
import { errorCode, type Fs, type OpenFile } from './fs.ts';
import { type Content, contentOf, digestOf, type Kept, type ObjectWriter } from './objects.ts';

/** What a file is, besides its path and what the policy says about it. */
export type ReadFile = Omit<SavedFile, 'path' | 'service' | 'sensitive'>;

/** `gone`: nothing is there any more. */
export type ReadResult = { file: ReadFile } | { gone: true } | { reason: UnsavedReason; detail: string };

const ATTEMPTS = 3;
const PAUSE_MS = 100;
/** Up to this size a file is held in memory, and read once instead of twice. */
const SMALL = 4n << 20n;

/** An error on the side of the file that is read; others are the store's own. */
type Fault = { fault: string };

/**
 * Reads a file or a link as it stands at one moment, and keeps its content in the store. A file that changes while it
 * is read is read again, a few times.
 */
export async function readLive(
  fs: Fs,
  place: Buffer,
  objects: Pick<ObjectWriter, 'keep'>,
  sensitive: boolean,
): Promise<ReadResult> {
  const keep: Keep = (content) => objects.keep(content, sensitive);
  for (let attempt = 1; ; attempt++) {
    const result = await readOnce(fs, place, keep);
    if (result === 'changed') {
      if (attempt === ATTEMPTS) return { reason: 'changing', detail: '' };
      await pause(PAUSE_MS * attempt);
    } else if ('fault' in result) {
      if (result.fault === 'ENOENT' || result.fault === 'ENOTDIR') return { gone: true };
      return { reason: 'unreadable', detail: result.fault };
    } else return result;
  }
}

type Keep = (content: Content) => Promise<Kept | undefined>;

type Once = { file: ReadFile } | { reason: UnsavedReason; detail: string } | Fault | 'changed';

async function readOnce(fs: Fs, place: Buffer, keep: Keep): Promise<Once> {
  const before = await ofSource(() => fs.lstat(place));
  if ('fault' in before) return before;
  const stat = before.value;
  if (stat.isSymbolicLink()) return readLink(fs, place, stat);
  if (stat.isDirectory()) return { reason: 'directory', detail: '' };
  if (!stat.isFile()) return { reason: 'not-a-file', detail: '' };
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const opened = await ofSource(() => fs.open(place, flags));
  // ELOOP: a link has taken the place of the file.
  if ('fault' in opened) return opened.fault === 'ELOOP' ? 'changed' : opened;
  const source = opened.value;
  try {
    const first = await ofSource(() => source.stat({ bigint: true }));
    if ('fault' in first) return first;
    if (!isSame(stat, first.value)) return 'changed';
    const read = await (stat.size <= SMALL ? readSmall : readLarge)(source, stat, keep);
    return read !== 'changed' && 'sha256' in read ? { file: fileOf(stat, read, null) } : read;
  } finally {
    await source.close();
  }
}

async function readLink(fs: Fs, place: Buffer, stat: BigIntStats): Promise<Once> {
  const target = await ofSource(() => fs.readlink(place));
  if ('fault' in target) return target.fault === 'EINVAL' ? 'changed' : target;
  return { file: fileOf(stat, { sha256: sha256(target.value) }, decodePath(target.value)) };
}

type Contents = Kept | Fault | 'changed';

async function readSmall(source: OpenFile, stat: BigIntStats, keep: Keep): Promise<Contents> {
  const read = await ofSource(async () => {
    const parts: Uint8Array[] = [];
    for await (const part of chunks(source, Number(stat.size))) parts.push(Uint8Array.from(part));
    return { bytes: Buffer.concat(parts), after: await source.stat({ bigint: true }) };
  });
  if ('fault' in read) return read;
  const { bytes, after } = read.value;
  if (!isSame(stat, after) || BigInt(bytes.length) !== stat.size) return 'changed';
  return (await keep(contentOf(bytes))) ?? 'changed';
}

/** First the digest alone: what the store has already is not written again. */
async function readLarge(source: OpenFile, stat: BigIntStats, keep: Keep): Promise<Contents> {
  const hashed = await ofSource(async () => {
    const digest = await digestOf(source, Number(stat.size));
    return { digest, after: await source.stat({ bigint: true }) };
  });
  if ('fault' in hashed) return hashed;
  const { digest, after } = hashed.value;
  if (!isSame(stat, after)) return 'changed';
  const faults: Fault[] = [];
  const size = Number(stat.size);
  const kept = await keep({
    digest,
    size,
    async *parts() {
      try {
        yield* chunks(source, size);
      } catch (error) {
        const fault = errorCode(error);
        if (fault === undefined) throw error;
        faults.push({ fault });
      }
    },
  });
  return faults[0] ?? kept ?? 'changed';
}

async function ofSource<T>(work: () => Promise<T>): Promise<{ value: T } | Fault> {
  try {
    return { value: await work() };
  } catch (error) {
    const fault = errorCode(error);
    if (fault === undefined) throw error;
    return { fault };
  }
}

function isSame(one: BigIntStats, other: BigIntStats): boolean {
  const parts = ['ino', 'dev', 'size', 'mtimeNs', 'ctimeNs'] as const;
  return parts.every((part) => one[part] === other[part]);
}

function fileOf(stat: BigIntStats, kept: Kept, link: string | null): ReadFile {
  return {
    ...kept,
    size: Number(stat.size),
    mode: Number(stat.mode & 0o7777n),
    uid: Number(stat.uid),
    gid: Number(stat.gid),
    mtime: new Date(Number(stat.mtimeMs)).toISOString(),
    link,
  };
}
