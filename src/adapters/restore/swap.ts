import { directoryOf } from '../../model/path.ts';
import type { Problem } from '../../model/problem.ts';
import type { Journal } from '../../restore/journal.ts';
import { isAsWanted, type Location, temporaryPath, type Write } from '../../restore/plan.ts';
import { readLive } from './live.ts';
import { codeOf, type FileOperations, type Place, placeAt } from './operations.ts';
import { linkedParent } from './refuse.ts';
import { becameLink, type Contents, failure, fill } from './stage.ts';

/**
 * Puts every staged file in its place and removes what has to go. One that fails does not keep the others from being
 * put back. `foreign`: the locations whose owner could not be set.
 */
export async function swap(
  files: FileOperations,
  journal: Journal,
  contents: Contents,
): Promise<{ problems: Problem[]; foreign: Location[] }> {
  const problems: Problem[] = [];
  const foreign: Location[] = [];
  for (const [index, write] of journal.writes.entries()) {
    try {
      if (write.inPlace && !(await writeOver(files, journal, write, contents))) foreign.push(write.path);
      if (!write.inPlace) problems.push(...putInPlace(files, journal, write, index));
    } catch (error) {
      problems.push(failure('not-replaced', 'The file cannot be put in its place', write.path, error));
    }
  }
  for (const path of journal.removes) {
    try {
      const linked = linkedParent({ files, root: journal.root }, directoryOf(path));
      if (linked !== undefined) problems.push(becameLink(linked));
      else if (files.lstat(placeAt(journal.root, path)) !== undefined)
        files.remove(placeAt(journal.root, path));
    } catch (error) {
      problems.push(failure('not-removed', 'The file cannot be removed', path, error));
    }
  }
  return { problems, foreign };
}

function putInPlace(files: FileOperations, { id, root }: Journal, { path }: Write, index: number): Problem[] {
  const temporary = placeAt(root, temporaryPath(id, index, path));
  if (files.lstat(temporary) === undefined) return [];
  const linked = linkedParent({ files, root }, directoryOf(path));
  if (linked !== undefined) return [becameLink(linked)];
  files.rename(temporary, placeAt(root, path));
  return [];
}

async function writeOver(
  files: FileOperations,
  { root }: Journal,
  file: Write,
  contents: Contents,
): Promise<boolean> {
  if (isAsWanted(file, readLive(files, placeAt(root, file.path)))) return true;
  const fd = files.openToWrite(placeAt(root, file.path));
  try {
    files.truncate(fd, 0);
    return await fill(files, fd, file, contents);
  } finally {
    files.close(fd);
  }
}

/** Directories in which names have changed: only then are renames and removals on the disk. */
export function syncDirectories(files: FileOperations, journal: Journal): Problem[] {
  const { root, writes, removes, directories } = journal;
  const paths = [...writes, ...directories].map(({ path }) => path);
  const changed = new Set([...paths, ...removes].map(directoryOf));
  const problems: Problem[] = [];
  for (const directory of changed) {
    try {
      if (files.lstat(placeAt(root, directory || '/')) !== undefined)
        syncOne(files, placeAt(root, directory || '/'));
    } catch (error) {
      problems.push(failure('not-synced', 'The directory may not be on the disk', directory, error));
    }
  }
  return problems;
}

function syncOne(files: FileOperations, directory: Place): void {
  const fd = files.openToRead(directory);
  try {
    files.sync(fd);
  } catch (error) {
    // Some network file systems have no such thing.
    if (codeOf(error) !== 'EINVAL') throw error;
  } finally {
    files.close(fd);
  }
}

/** Reads every file back. `foreign` ones are compared without their owner, which is told elsewhere. */
export function compareAll(
  files: FileOperations,
  { root, writes, removes }: Journal,
  foreign: readonly Location[],
): Problem[] {
  const others = new Set(foreign);
  const wrong = writes.filter((write) => {
    const live = readLive(files, placeAt(root, write.path));
    if (!others.has(write.path) || !('uid' in live)) return !isAsWanted(write, live);
    const { uid, gid } = live;
    return !isAsWanted({ ...write, uid, gid, mode: write.mode & 0o777 }, live);
  });
  const back = removes.filter((path) => readLive(files, placeAt(root, path), false).kind !== 'absent');
  return [...wrong.map(({ path }) => path), ...back].map((path) => ({
    code: 'not-as-restored',
    message: 'What was read back is not what was written: something else changed it meanwhile.',
    hint: 'See who writes there (a running deployment, a configuration manager), stop it, then restore again.',
    path,
  }));
}
