import { createHash } from 'node:crypto';
import { lstat, readFile, realpath, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { CauseFile } from '../drill/people/cause.ts';
import type { Path } from '../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { replaceFile } from './whole-file.ts';

/** When something was last accessed and changed. It stays: it would tell where to look. */
type Kept = { place: string; times: [Date, Date] };
/** `directory`: the one that the file is in. */
type Writable = Kept & { mode: number; bytes: Buffer; directory: Kept };

/**
 * Makes an error in a copy of a commit: every file has to be there as the commit has it, or as the error leaves it, before
 * any of them is written. Links are not followed below the directory. Problems: `copy-differs`, `cannot-write`.
 */
export async function breakCopy(
  files: readonly CauseFile[],
  directory: string,
  cwd: string,
): Promise<Result<void>> {
  const root = await realpath(resolve(cwd, directory)).catch(() => undefined);
  if (root === undefined) return refuse(noCopy(directory, 'is not there'));
  const writable: Writable[] = [];
  for (const file of files) {
    const found = await lookAt(root, file);
    if (found === undefined) return refuse(noCopy(directory, `does not have ${WHAT} as the commit has it`));
    writable.push(found);
  }
  try {
    for (const { place, mode, bytes, times } of writable) {
      await replaceFile(place, bytes, mode);
      await utimes(place, ...times);
    }
    // Only its owner can set the times of a directory, and the error is made by then.
    for (const { place, times } of writable.map((one) => one.directory))
      await utimes(place, ...times).catch(() => undefined);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return refuse({
      code: 'cannot-write',
      message: `What is below ${JSON.stringify(directory)} cannot be written (${code}).`,
      hint: 'Make a copy that you may write to.',
    });
  }
  return ok(undefined);
}

/** It is not named: whoever makes the copy may be one of those who look for it. */
const WHAT = 'a file that the error is made in';

async function lookAt(root: string, { path, before, after }: CauseFile): Promise<Writable | undefined> {
  const place = await withoutLinks(root, path);
  if (place === undefined) return undefined;
  const above = dirname(place);
  const [{ mode, atime, mtime }, there, is] = await Promise.all([
    lstat(place),
    lstat(above),
    readFile(place),
  ]);
  const isWell = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex') === before;
  const broken = Buffer.from(after, 'base64');
  // Git writes other line ends into a work tree where it is told to (core.autocrlf, eol=crlf).
  const converted = !isWell(is) && isWell(withLineEnds(is, '\n'));
  const bytes = converted || is.equals(withLineEnds(broken, '\r\n')) ? withLineEnds(broken, '\r\n') : broken;
  const fits = converted || isWell(is) || is.equals(bytes);
  const directory: Kept = { place: above, times: [there.atime, there.mtime] };
  return fits ? { place, mode: mode & 0o7777, bytes, times: [atime, mtime], directory } : undefined;
}

function withLineEnds(bytes: Buffer, end: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, end), 'latin1');
}

/** The absolute path of a file; `undefined` when it is none, or a link leads to it. */
async function withoutLinks(root: string, path: Path): Promise<string | undefined> {
  const place = join(root, path);
  const real = await realpath(place).catch(() => undefined);
  return real === place && (await lstat(place)).isFile() ? place : undefined;
}

function noCopy(directory: string, why: string): Problem {
  return {
    code: 'copy-differs',
    message: `${JSON.stringify(directory)} ${why}. Nothing was written.`,
    hint: 'Make a copy of the commit that the issue names: git archive COMMIT | tar -x -C DIR.',
  };
}
