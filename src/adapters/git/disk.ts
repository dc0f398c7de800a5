import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePath, type Path } from '../../model/path.ts';
import type { Blob, Entry } from '../../snapshots/snapshot.ts';
import type { Repository } from './repository.ts';
import { runGit } from './run.ts';

/** Bytes; larger files are refused. */
const LARGEST = 50 * 1024 * 1024;

/** A work tree on disk. */
export type WorkTree = { directory: string; objectFormat: Repository['objectFormat'] };

/**
 * The entry that stands at this path on disk, `undefined` for none. Links are never followed: a file below
 * a directory that is a link does not exist. The id is git's id for the bytes on disk: neither autocrlf nor
 * filters are applied. `hint` is git's own mode, for systems without execute bits or links.
 */
export async function diskEntry(tree: WorkTree, path: Path, hint?: string): Promise<Entry | undefined> {
  if (!(await isBelowRealDirectories(tree, path))) return undefined;
  const place = placeOf(tree, path);
  const found = await lstat(place).catch(() => undefined);
  if (found?.isSymbolicLink()) {
    const target = await readlink(place, 'buffer').catch(() => undefined);
    return target && { path, mode: 'symlink', id: blobId(tree, target) };
  }
  if (found?.isDirectory()) return submoduleEntry(tree, path);
  if (!found?.isFile()) return undefined;
  const id = await withFile(place, (file, size) => hashFile(tree, file, size));
  const executable = hint === undefined ? (found.mode & 0o100) !== 0 : hint === '100755';
  const mode = hint === '120000' ? 'symlink' : executable ? 'executable' : 'file';
  return id === undefined ? undefined : { path, mode, id };
}

/** The bytes of an entry that `diskEntry` gave; `unreadable` when the disk has something else by now. */
export async function diskBlob(tree: WorkTree, entry: Entry): Promise<Blob> {
  const { path, id } = entry;
  const bytes = await diskBytes(tree, path);
  if (typeof bytes === 'number') return { id, refused: 'too-large', size: bytes };
  return bytes !== undefined && blobId(tree, bytes) === id ? { id, bytes } : { id, refused: 'unreadable' };
}

async function diskBytes(tree: WorkTree, path: Path): Promise<Buffer | number | undefined> {
  if (!(await isBelowRealDirectories(tree, path))) return undefined;
  const place = placeOf(tree, path);
  const found = await lstat(place).catch(() => undefined);
  if (found?.isSymbolicLink()) return readlink(place, 'buffer').catch(() => undefined);
  if (!found?.isFile()) return undefined;
  return withFile(place, async (file, size) => (size > LARGEST ? size : file.readFile()));
}

async function isBelowRealDirectories(tree: WorkTree, path: Path): Promise<boolean> {
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    const found = await lstat(placeOf(tree, path.slice(0, slash))).catch(() => undefined);
    if (!found?.isDirectory()) return false;
  }
  return true;
}

/** File names are bytes, except on Windows. */
function placeOf(tree: WorkTree, path: Path): Buffer | string {
  if (process.platform === 'win32') return join(tree.directory, path);
  return Buffer.concat([Buffer.from(`${tree.directory}/`), encodePath(path)]);
}

/** `undefined` when the file cannot be opened: gone, not permitted, or replaced by a link. */
async function withFile<T>(
  place: Buffer | string,
  use: (file: FileHandle, size: number) => Promise<T>,
): Promise<T | undefined> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(place, flags).catch(() => undefined);
  try {
    return file && (await use(file, (await file.stat()).size));
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}

function blobId(tree: WorkTree, bytes: Uint8Array): string {
  return createHash(tree.objectFormat).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

async function hashFile(tree: WorkTree, file: FileHandle, size: number): Promise<string> {
  const hash = createHash(tree.objectFormat).update(`blob ${size}\0`);
  for await (const chunk of file.createReadStream({ autoClose: false })) hash.update(chunk);
  return hash.digest('hex');
}

/** A submodule is known by the commit that it has checked out. */
async function submoduleEntry(tree: WorkTree, path: Path): Promise<Entry | undefined> {
  const gitDir = join(tree.directory, path, '.git');
  const args = ['rev-parse', '--verify', '--quiet', 'HEAD'];
  const found = await lstat(gitDir).catch(() => undefined);
  if (found === undefined) return undefined;
  const output = await runGit({ gitDir, cwd: tree.directory, args });
  const id = output.ok && output.value.code === 0 ? output.value.stdout.toString('latin1').trim() : '';
  return id === '' ? undefined : { path, mode: 'submodule', id };
}
