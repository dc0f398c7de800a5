import { encodePath } from '../../model/path.ts';
import type { Sides } from '../../restore/compare.ts';
import type { Plan } from '../../restore/plan.ts';
import type { Blob, Entry } from '../../snapshots/snapshot.ts';
import { chunks, type Store } from '../store/files.ts';
import { openObject } from '../store/objects.ts';
import { codeOf, type FileOperations, placeAt } from './operations.ts';

const LARGEST = 50 * 1024 * 1024;

/** The contents of the host as it is, and of the store, for comparing them by key. */
export function sidesOf(store: Store, files: FileOperations, root: string, plan: Plan): Sides {
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
          const { link, size } = wanted.get(entry.path)!;
          if (link !== undefined) yield { id: entry.id, bytes: encodePath(link) };
          else if (size > LARGEST) yield { id: entry.id, refused: 'too-large', size };
          else yield await storedBlob(store, entry);
        }
      },
    },
  };
}

function liveBlob(files: FileOperations, root: string, { path, id, mode }: Entry): Blob {
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

/** The content of an entry whose id is the SHA-256 of an object. */
export async function storedBlob(store: Store, { id }: Entry): Promise<Blob> {
  const object = await openObject(store, id);
  if (!object.ok) return { id, refused: object.problem.code === 'object-missing' ? 'missing' : 'unreadable' };
  try {
    const parts: Uint8Array[] = [];
    for await (const part of chunks(object.value)) parts.push(Uint8Array.from(part));
    return { id, bytes: Buffer.concat(parts) };
  } finally {
    await object.value.close();
  }
}
