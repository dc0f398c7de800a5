import { createHash } from 'node:crypto';
import type { Live, Location } from '../../restore/plan.ts';
import { codeOf, type FileOperations, type Place, placeAt } from './operations.ts';

const CHUNK = 1 << 20;

/** What stands at a location, links not followed. `place`: with the root before it. */
export function readLive(files: FileOperations, place: Place, withContent = true): Live {
  try {
    const stat = files.lstat(place);
    if (stat === undefined) return { kind: 'absent' };
    const { uid, gid } = stat;
    if (stat.isDirectory()) return { kind: 'directory' };
    if (stat.isSymbolicLink()) return { kind: 'link', link: files.readlink(place), uid, gid };
    if (!stat.isFile()) return { kind: 'other' };
    const mode = stat.mode & 0o7777;
    return { kind: 'file', uid, gid, mode, ...(withContent ? hash(files, place) : { sha256: '', size: 0 }) };
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOTDIR' || code === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable', code };
  }
}

function hash(files: FileOperations, place: Place): { sha256: string; size: number } {
  const fd = files.openToRead(place);
  try {
    const digest = createHash('sha256');
    const buffer = Buffer.alloc(CHUNK);
    let size = 0;
    for (let count = files.read(fd, buffer); count > 0; count = files.read(fd, buffer)) {
      digest.update(buffer.subarray(0, count));
      size += count;
    }
    return { sha256: digest.digest('hex'), size };
  } finally {
    files.close(fd);
  }
}

export function readAllLive(
  files: FileOperations,
  root: string,
  wanted: readonly Location[],
  absent: readonly Location[],
): Map<Location, Live> {
  return new Map([
    ...absent.map((path): [Location, Live] => [path, readLive(files, placeAt(root, path), false)]),
    ...wanted.map((path): [Location, Live] => [path, readLive(files, placeAt(root, path))]),
  ]);
}
