import { encodePath } from '../../model/path.ts';
import type { Sides } from '../../restore/compare.ts';
import type { Plan } from '../../restore/plan.ts';
import type { Blob, Entry } from '../../snapshots/snapshot.ts';
import type { Decrypt } from '../age/age.ts';
import { type ContentOf, contentParts } from '../store/contents.ts';
import type { Store } from '../store/files.ts';
import { codeOf, type FileOperations, placeAt } from './operations.ts';

/** Bytes of a file that are read at most for a comparison by key. */
export const LARGEST = 50 * 1024 * 1024;

/** The contents of the host as it is, and of the store, for comparing them by key. */
export function sidesOf(
  store: Store,
  files: FileOperations,
  root: string,
  plan: Plan,
  decrypt?: Decrypt,
): Sides {
  const wanted = new Map(plan.writes.map((write) => [write.path, write]));
  return {
    before: {
      async *read(entries) {
        for (const entry of entries) yield liveBlob(files, root, entry);
      },
    },
    after: {
      async *read(entries) {
        for (const entry of entries) {
          const file = wanted.get(entry.path)!;
          const { link, size } = file;
          if (link !== undefined) yield { id: entry.id, bytes: encodePath(link) };
          else if (size > LARGEST) yield { id: entry.id, refused: 'too-large', size };
          else yield await storedBlob(store, entry.id, file, decrypt);
        }
      },
    },
  };
}

/** The content of a place of this machine, links not followed. */
export function liveBlob(files: FileOperations, root: string, { path, id, mode }: Entry): Blob {
  const place = placeAt(root, path);
  try {
    if (mode === 'symlink') return { id, bytes: encodePath(files.readlink(place)) };
    const fd = files.openToRead(place);
    try {
      const { size } = files.stat(fd);
      if (size > LARGEST) return { id, refused: 'too-large', size };
      const parts: Uint8Array[] = [];
      for (let read = 0; read <= LARGEST; ) {
        const buffer = Buffer.alloc(Math.min(1 << 20, size + 1));
        const count = files.read(fd, buffer);
        if (count === 0) break;
        parts.push(buffer.subarray(0, count));
        read += count;
      }
      return { id, bytes: Buffer.concat(parts) };
    } finally {
      files.close(fd);
    }
  } catch (error) {
    return { id, refused: codeOf(error) === 'ENOENT' ? 'missing' : 'unreadable' };
  }
}

/**
 * A content of the store, as the entry with this id. What is wrong with it is told where it is asked whether all of
 * them can be read.
 */
export async function storedBlob(
  store: Store,
  id: string,
  file: ContentOf,
  decrypt: Decrypt | undefined,
): Promise<Blob> {
  try {
    const parts: Uint8Array[] = [];
    for await (const part of contentParts(store, file, decrypt)) parts.push(Uint8Array.from(part));
    return { id, bytes: Buffer.concat(parts) };
  } catch {
    return { id, refused: 'unreadable' };
  }
}
