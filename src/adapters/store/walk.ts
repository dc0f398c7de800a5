import type { BigIntStats, Dirent } from 'node:fs';
import { decodePath, encodePath } from '../../model/path.ts';
import type { AbsentFile, UnsavedFile, UnsavedReason } from '../../store/manifest.ts';
import type { LiveScope } from '../../store/scope.ts';
import { errorCode } from './fs.ts';

/** Critical files and links as they stand on a host; nothing of them is read yet. All lists are sorted by path. */
export type LiveFiles = { found: string[]; absent: AbsentFile[]; unsaved: UnsavedFile[] };

type Kind = Pick<BigIntStats, 'isDirectory' | 'isFile' | 'isSymbolicLink'>;

/** What is asked of a host to find its files: what stands at a place, links not followed, and what is in a directory. */
export type Lister = {
  lstat(place: Buffer): Promise<Kind>;
  readdir(place: Buffer): Promise<Pick<Dirent<Buffer>, 'name' | 'isDirectory'>[]>;
};

/** Where a place of a host is on this machine: below the root, which is `''` for the host itself. */
export function placeBelow(root: string, place: string): Buffer {
  return Buffer.concat([Buffer.from(root), encodePath(place)]);
}

/**
 * Finds what the scope selects below a root. Links are never followed: where one stands in place of a directory, that
 * is told, because nothing behind it is seen.
 */
export async function findLive(fs: Lister, root: string, scope: LiveScope): Promise<LiveFiles> {
  const found = new Set<string>();
  const absent = new Map<string, AbsentFile>();
  const unsaved = new Map<string, UnsavedFile>();
  const seen = new Set<string>();

  const tell = (path: string, reason: UnsavedReason, detail = '') => {
    unsaved.set(path, { path, service: scope.at(path)?.service ?? null, reason, detail });
  };

  const visit = async (place: string, start: boolean): Promise<void> => {
    if (seen.has(place)) return;
    seen.add(place);
    const state = await lookAt(fs, root, place);
    if ('fault' in state) return tell(place, 'unreadable', state.fault);
    const { stat } = state;
    if (stat === undefined) {
      if (scope.expected.has(place))
        absent.set(place, { path: place, service: scope.at(place)?.service ?? null });
    } else if (stat.isDirectory()) {
      if (scope.files.has(place)) tell(place, 'directory');
      await descend(place);
    } else if (stat.isSymbolicLink() && start && (await isDirectory(fs, root, place))) {
      tell(place, 'behind-link');
    } else if (scope.at(place) !== undefined) {
      if (stat.isFile() || stat.isSymbolicLink()) found.add(place);
      else tell(place, 'not-a-file');
    }
  };

  const descend = async (directory: string): Promise<void> => {
    if (!scope.reaches(directory)) return;
    const names = await entriesOf(fs, root, directory);
    if ('fault' in names) return tell(directory, 'unreadable', names.fault);
    for (const { name, directory: isDirectory } of names.entries) {
      const place = `${directory === '/' ? '' : directory}/${name}`;
      if (isDirectory || scope.at(place) !== undefined) await visit(place, false);
    }
  };

  const ways = new Map<string, 'open' | 'link' | 'none'>();
  for (const start of scope.starts) {
    const way = await wayTo(fs, root, start, ways);
    if (way === 'link') tell(start, 'behind-link');
    else await visit(start, true);
  }
  return {
    found: [...found].sort(),
    absent: sorted(absent),
    unsaved: sorted(unsaved),
  };
}

function sorted<T extends { path: string }>(files: ReadonlyMap<string, T>): T[] {
  return [...files.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** `fault`: why it cannot be known, as the system names it. Nothing is there when a directory above is no directory. */
async function lookAt(
  fs: Lister,
  root: string,
  place: string,
): Promise<{ stat: Kind | undefined } | { fault: string }> {
  try {
    return { stat: await fs.lstat(placeBelow(root, place)) };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return code === 'ENOENT' || code === 'ENOTDIR' ? { stat: undefined } : { fault: code };
  }
}

async function isDirectory(fs: Lister, root: string, link: string): Promise<boolean> {
  const state = await lookAt(fs, root, `${link}/.`);
  return 'stat' in state && state.stat !== undefined;
}

async function entriesOf(fs: Lister, root: string, directory: string) {
  try {
    const entries = await fs.readdir(placeBelow(root, directory));
    const named = entries.map((entry) => ({ name: decodePath(entry.name), directory: entry.isDirectory() }));
    return { entries: named };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return code === 'ENOENT' ? { entries: [] } : { fault: code };
  }
}

/** Whether links stand among the directories above a place. */
async function wayTo(
  fs: Lister,
  root: string,
  place: string,
  known: Map<string, 'open' | 'link' | 'none'>,
): Promise<'open' | 'link' | 'none'> {
  for (let slash = place.indexOf('/', 1); slash !== -1; slash = place.indexOf('/', slash + 1)) {
    const directory = place.slice(0, slash);
    let way = known.get(directory);
    if (way === undefined) {
      const state = await lookAt(fs, root, directory);
      if ('fault' in state || state.stat === undefined) way = 'none';
      else way = state.stat.isSymbolicLink() ? 'link' : 'open';
      known.set(directory, way);
    }
    if (way !== 'open') return way;
  }
  return 'open';
}
