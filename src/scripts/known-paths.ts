import { addTo, groupBy } from '../model/lists.ts';
import { baseName } from '../model/path.ts';

/** Locations, to be asked by directory and by name without looking at all of them. */
export type KnownPaths = {
  has(location: string): boolean;
  /** Those below a directory, in their order; `''` is the root of relative ones. */
  below(directory: string): readonly string[];
  named(name: string): readonly string[];
  /** Directories that hold one of them, at whatever depth, by their last name. */
  directoriesNamed(name: string): readonly string[];
};

export function knownPaths(locations: Iterable<string>): KnownPaths {
  const all = [...new Set(locations)].sort();
  const set = new Set(all);
  const byName = groupBy(all, baseName);
  let directories: Map<string, string[]> | undefined;
  return {
    has: (location) => set.has(location),
    below(directory) {
      if (directory === '') return all.filter(isRelative);
      const prefix = directory.endsWith('/') ? directory : `${directory}/`;
      const from = firstFrom(all, prefix);
      let to = from;
      while (to < all.length && all[to]!.startsWith(prefix)) to += 1;
      return all.slice(from, to);
    },
    named: (name) => byName.get(name) ?? [],
    directoriesNamed(name) {
      directories ??= directoriesOf(all);
      return directories.get(name) ?? [];
    },
  };
}

function isRelative(location: string): boolean {
  return !location.startsWith('/');
}

function directoriesOf(all: readonly string[]): Map<string, string[]> {
  const seen = new Set<string>();
  const byName = new Map<string, string[]>();
  for (const location of all) {
    for (let end = location.lastIndexOf('/'); end > 0; end = location.lastIndexOf('/', end - 1)) {
      const directory = location.slice(0, end);
      if (seen.has(directory)) break;
      seen.add(directory);
      addTo(byName, baseName(directory), directory);
    }
  }
  return byName;
}

/** The index of the first that does not stand before `text`. */
function firstFrom(all: readonly string[], text: string): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
