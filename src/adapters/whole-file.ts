import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';

/**
 * Where a file that somebody named is written: an absolute path, with links followed. Only what is not there, or is a
 * file, can be written; a directory or a device is refused.
 * @param given as it was typed, from `cwd`.
 */
export async function placeToWrite(cwd: string, given: string): Promise<Result<string>> {
  const path = resolve(cwd, given);
  if (given === '' || given.endsWith('/') || given.endsWith(sep))
    return refuse(noFile(given, 'is no file name'));
  try {
    if (!(await lstat(path)).isSymbolicLink()) return await fileAt(path, given);
    return await fileAt(await realpath(path), given);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') return refuse(noFile(given, `cannot be looked at (${code})`));
    const linked = await lstat(path).then(
      () => true,
      () => false,
    );
    return linked ? refuse(noFile(given, 'is a link to nothing')) : ok(path);
  }
}

async function fileAt(path: string, given: string): Promise<Result<string>> {
  const found = await stat(path);
  if (found.isFile()) return ok(path);
  return refuse(noFile(given, found.isDirectory() ? 'is a directory' : 'is no ordinary file'));
}

/**
 * Writes a text as a whole: whoever reads the file at any moment finds the old text or the new one. Directories above
 * it are made.
 * @param path from `placeToWrite`.
 */
export async function writeWhole(path: string, text: string, mode?: number): Promise<Result<void>> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, text, mode);
    return ok(undefined);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return refuse(noFile(basename(path), `cannot be written in ${dirname(path)} (${code})`));
  }
}

/**
 * Puts a new file in the place of another one, or leaves that as it is. Throws what Node throws.
 * @param mode permission bits; without it, what the umask leaves.
 */
export async function replaceFile(path: string, text: string | Uint8Array, mode?: number): Promise<void> {
  const temporary = join(dirname(path), `.holdfast-${randomBytes(8).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

function noFile(given: string, why: string): Problem {
  return {
    code: 'cannot-write',
    message: `${JSON.stringify(given)} ${why}.`,
    hint: 'Name a file in a directory that can be written.',
  };
}
