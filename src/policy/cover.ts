import { groupBy } from '../model/lists.ts';
import { baseName, type Path } from '../model/path.ts';
import { escapeGlob, globFault, globMatcher } from './globs.ts';

/**
 * The fewest readable globs that select exactly these files of one directory: whole trees and directories
 * by their file extensions where nothing else there has them, single paths elsewhere.
 * @param wanted paths at or below `directory`; `all` are all paths of the repository below it.
 */
export function coverWithGlobs(directory: Path, wanted: readonly Path[], all: readonly Path[]): string[] {
  if (wanted.length === 0) return [];
  const prefix = directory === '' ? '' : `${directory}/`;
  const asked = new Set(wanted);
  const others = all.filter((path) => !asked.has(path));
  const whole = byExtension(prefix, '**/', wanted, others);
  if (whole !== undefined) return [whole];

  const wantedBelow = byDirectory(prefix, wanted);
  const allBelow = byDirectory(prefix, all);
  const own = wantedBelow.get('') ?? [];
  const ownOthers = (allBelow.get('') ?? []).filter((path) => !asked.has(path));
  const level = byExtension(prefix, '', own, ownOthers);
  const globs = level === undefined ? own.map(escapeGlob) : [level];
  for (const [name, inside] of wantedBelow) {
    if (name !== '') globs.push(...coverWithGlobs(`${prefix}${name}`, inside, allBelow.get(name) ?? []));
  }
  return globs;
}

/** Paths by the directory directly below `prefix` that they stand in; `''` for those that stand in none. */
function byDirectory(prefix: string, paths: readonly Path[]): Map<string, Path[]> {
  return groupBy(paths, (path) => {
    const end = path.indexOf('/', prefix.length);
    return end === -1 ? '' : path.slice(prefix.length, end);
  });
}

/** `config/*.{json,yml}`, when it selects several wanted files and no others. */
function byExtension(
  prefix: string,
  deep: string,
  wanted: readonly Path[],
  others: readonly Path[],
): string | undefined {
  if (wanted.length < 2) return undefined;
  const extensions = [...new Set(wanted.map(extensionOf))].sort();
  if (extensions.includes('') || others.some((path) => extensions.includes(extensionOf(path))))
    return undefined;
  const below = deep !== '' && wanted.some((path) => path.slice(prefix.length).includes('/')) ? deep : '';
  const glob = `${escapeGlob(prefix)}${below}*.${extensions.length === 1 ? extensions[0] : `{${extensions.join(',')}}`}`;
  return globFault(glob) === undefined && wanted.every(globMatcher([glob])) ? glob : undefined;
}

function extensionOf(path: Path): string {
  return /[^.]\.([A-Za-z0-9]+)$/.exec(baseName(path))?.[1] ?? '';
}
