import { directoryOf, type Path } from '../model/path.ts';
import type { Entry } from '../snapshots/snapshot.ts';

/** Gives the files that are nearest to a path, itself left out: by directories to go up and down, then by path. */
export type Nearest = (path: Path) => Entry[];

/** @param most files per path. Paths of one directory share one search, and directories are compared, not files. */
export function nearestIn(entries: readonly Entry[], most: number): Nearest {
  const directories = new Map<Path, { parts: string[]; files: number[] }>();
  for (const [index, { path, mode }] of entries.entries()) {
    if (mode !== 'file' && mode !== 'executable') continue;
    const name = directoryOf(path);
    const known = directories.get(name) ?? { parts: partsOf(name), files: [] };
    known.files.push(index);
    directories.set(name, known);
  }
  const known = new Map<Path, Entry[]>();
  return (path) => {
    const own = directoryOf(path);
    // One more than wanted: the file itself is among them.
    const found = known.get(own) ?? search(partsOf(own), most + 1);
    known.set(own, found);
    return found.filter((entry) => entry.path !== path).slice(0, most);
  };

  function search(own: readonly string[], wanted: number): Entry[] {
    const bySteps: number[][] = [];
    for (const { parts, files } of directories.values()) {
      const distance = steps(own, parts);
      bySteps[distance] ??= [];
      for (const file of files) bySteps[distance].push(file);
    }
    const found: Entry[] = [];
    for (const files of bySteps) {
      if (found.length >= wanted) break;
      for (const file of (files ?? []).sort((left, right) => left - right).slice(0, wanted - found.length))
        found.push(entries[file]!);
    }
    return found;
  }
}

function partsOf(directory: Path): string[] {
  return directory === '' ? [] : directory.split('/');
}

/** Directories to go up and down from one to the other. */
function steps(from: readonly string[], to: readonly string[]): number {
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return from.length + to.length - 2 * shared;
}
