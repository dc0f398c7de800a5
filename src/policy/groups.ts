import { baseName, type Path } from '../model/path.ts';
import { isCriticalCandidate, isOwnConfiguration, serviceDirectory } from './candidates.ts';
import { coverWithGlobs } from './cover.ts';
import { environmentKind } from './environments.ts';
import { globFault, globMatcher } from './globs.ts';

/** A JSON Schema in the repository. */
export type SchemaFile = { path: Path; title?: string };

/** Files that one service reads, as a rule would select them. */
export type Group = {
  directory: Path;
  service?: string;
  files: Path[];
  globs: string[];
  owners: readonly string[];
};

/**
 * What is proposed: `certain` when names say production, otherwise all configuration that is left. `rest` is
 * configuration that is not proposed.
 */
export type Grouping = { certain: boolean; groups: Group[]; rest: Path[] };

/** More globs than this in one rule would not be read by anybody: the files of further ones are left out. */
const MOST_GLOBS = 12;

/** Groups the configuration that production seems to read by the directory of its service. */
export function groupFiles(paths: readonly Path[], ownersOf: (path: Path) => readonly string[]): Grouping {
  const candidates = paths.filter(isCriticalCandidate);
  const certain = candidates.length > 0;
  const chosen = certain ? candidates : paths.filter(isOwnConfiguration);
  const groups = new Map<string, Group>();
  for (const path of chosen) {
    const { directory, service } = serviceDirectory(path);
    const group = groups.get(directory);
    if (group !== undefined) group.files.push(path);
    else
      groups.set(directory, { directory, ...(service && { service }), files: [path], globs: [], owners: [] });
  }
  for (const group of groups.values()) {
    const below =
      group.directory === '' ? paths : paths.filter((path) => path.startsWith(`${group.directory}/`));
    group.globs = coverWithGlobs(group.directory, group.files, below)
      .filter((glob) => globFault(glob) === undefined)
      .slice(0, MOST_GLOBS);
    group.files = group.files.filter(globMatcher(group.globs));
    group.owners = ownersOf(group.files[0] ?? group.directory);
  }
  const usable = [...groups.values()].filter((group) => group.globs.length > 0);
  usable.sort((left, right) => (left.directory < right.directory ? -1 : 1));
  const matches = globMatcher(usable.flatMap((group) => group.globs));
  return {
    certain,
    groups: usable,
    rest: paths.filter((path) => isOwnConfiguration(path) && !matches(path)),
  };
}

/** The schema that fits a group by its name: the service's, or that of one of its files. */
export function schemaByName(group: Group, schemas: readonly SchemaFile[]): SchemaFile | undefined {
  const names = new Set(group.files.flatMap((path) => wordsOf(baseName(path))));
  if (group.service !== undefined) names.add(group.service.toLowerCase());
  const fitting = schemas.filter((schema) => {
    const name = baseName(schema.path)
      .toLowerCase()
      .replace(/[._-]?schema\b.*$/, '');
    const titled = (schema.title ?? '').toLowerCase().split(/\W+/);
    return names.has(name) || (group.service !== undefined && titled.includes(group.service.toLowerCase()));
  });
  const depth = (schema: SchemaFile) => schema.path.split('/').length;
  return fitting.sort((left, right) => depth(left) - depth(right))[0];
}

function wordsOf(name: string): string[] {
  const words = name.toLowerCase().split(/[._-]/).slice(0, -1);
  return [words.join('.'), ...words].filter((word) => word.length > 2 && environmentKind(word) === undefined);
}
