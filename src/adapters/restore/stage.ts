import { createHash } from 'node:crypto';
import { directoryOf } from '../../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Journal } from '../../restore/journal.ts';
import {
  isAsWanted,
  type Location,
  temporaryDirectory,
  temporaryPath,
  type Wanted,
} from '../../restore/plan.ts';
import { readLive } from './live.ts';
import { codeOf, type FileOperations, type Place, placeAt } from './operations.ts';
import { linkedParent } from './refuse.ts';

/** Gives the content of an object of the store, in parts. What it gives is compared with the digest again. */
export type Contents = (file: Wanted) => AsyncIterable<Uint8Array>;

/** What an error from the file system or the store means at one location. */
export function failure(code: string, what: string, path: Location, error: unknown): Problem {
  return {
    code,
    message: `${what} (${codeOf(error)}).`,
    hint: 'See what stands in the way: a full disk, missing rights, an immutable file, a broken device.',
    path,
  };
}

/**
 * Makes the directories that are missing, each under another name until its owner and mode are right. Those that
 * somebody has made meanwhile are left as they are. Gives the ones whose owner could not be set.
 */
export function makeDirectories(
  files: FileOperations,
  { id, root, directories }: Journal,
): Result<Location[]> {
  const foreign: Location[] = [];
  for (const [index, { path, mode, uid, gid }] of directories.entries()) {
    const temporary = placeAt(root, temporaryDirectory(id, index, path));
    try {
      if (files.lstat(temporary) !== undefined) files.removeDirectory(temporary);
      if (files.lstat(placeAt(root, path)) !== undefined) continue;
      files.makeDirectory(temporary);
      if (!own(() => files.ownPath(temporary, uid, gid))) foreign.push(path);
      files.setPathMode(temporary, mode);
      files.rename(temporary, placeAt(root, path));
    } catch (error) {
      return refuse(failure('directory-not-made', 'The directory cannot be made', path, error));
    }
  }
  return ok(foreign);
}

/**
 * Writes every file beside its place, complete, with owner and mode, and on the disk. Nothing has been replaced when it
 * ends. Gives the locations whose owner could not be set.
 */
export async function stage(
  files: FileOperations,
  journal: Journal,
  contents: Contents,
): Promise<Result<Location[]>> {
  const { root } = journal;
  const foreign: Location[] = [];
  for (const [index, write] of journal.writes.entries()) {
    const { path } = write;
    try {
      if (write.inPlace || isAsWanted(write, readLive(files, placeAt(root, path)))) continue;
      const linked = linkedParent({ files, root }, directoryOf(path));
      if (linked !== undefined) return refuse(becameLink(linked));
      const temporary = placeAt(root, temporaryPath(journal.id, index, path));
      if (files.lstat(temporary) !== undefined) files.remove(temporary);
      if (!(await stageOne(files, write, temporary, contents))) foreign.push(path);
    } catch (error) {
      return refuse(failure('not-staged', 'The file cannot be written beside its place', path, error));
    }
  }
  return ok(foreign);
}

async function stageOne(
  files: FileOperations,
  file: Wanted,
  temporary: Place,
  contents: Contents,
): Promise<boolean> {
  if (file.link !== undefined) {
    files.link(file.link, temporary);
    return own(() => files.ownPath(temporary, file.uid, file.gid));
  }
  const fd = files.openNew(temporary);
  try {
    return await fill(files, fd, file, contents);
  } finally {
    files.close(fd);
  }
}

/** The owner first: a change of owner takes the set-user-ID bits away. Without the owner they are not given. */
export async function fill(
  files: FileOperations,
  fd: number,
  file: Wanted,
  contents: Contents,
): Promise<boolean> {
  const digest = createHash('sha256');
  for await (const part of contents(file)) {
    digest.update(part);
    files.write(fd, part);
  }
  if (digest.digest('hex') !== file.sha256) throw new Error('the object in the store is damaged');
  const owned = own(() => files.own(fd, file.uid, file.gid));
  files.setMode(fd, owned ? file.mode : file.mode & 0o777);
  files.sync(fd);
  return owned;
}

/** False where this user may not give a file to somebody else. */
function own(change: () => void): boolean {
  try {
    change();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EPERM') return false;
    throw error;
  }
}

/** Takes back what was staged: temporary files, and directories that nothing else uses. */
export function unstage(files: FileOperations, journal: Journal): void {
  const { id, root, writes, directories } = journal;
  const quietly = (undo: () => void) => {
    try {
      undo();
    } catch {}
  };
  for (const [index, { path }] of writes.entries()) {
    quietly(() => files.remove(placeAt(root, temporaryPath(id, index, path))));
  }
  for (const [index, { path }] of [...directories.entries()].toReversed()) {
    quietly(() => files.removeDirectory(placeAt(root, temporaryDirectory(id, index, path))));
    quietly(() => files.removeDirectory(placeAt(root, path)));
  }
}

export function becameLink(path: Location): Problem {
  return {
    code: 'parent-is-link',
    message: 'This directory of a file to restore has become something else while the restore ran.',
    hint: 'See who changes it, then restore again.',
    path,
  };
}
