import { groupBy } from '../model/lists.ts';
import type { Path } from '../model/path.ts';
import { environmentFamilies } from './families.ts';
import { escapeGlob } from './globs.ts';

const NAMES: Record<string, readonly string[]> = {
  production: ['production', 'prod', 'prd', 'live'],
  staging: ['staging', 'stage', 'stg'],
  development: ['development', 'develop', 'dev', 'local'],
  test: ['test', 'testing'],
  acceptance: ['uat', 'acceptance'],
  quality: ['qa'],
  preproduction: ['preprod', 'preproduction', 'nonprod'],
  integration: ['integration'],
  sandbox: ['sandbox'],
  demo: ['demo'],
};

const KINDS = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) => names.map((name) => [name, kind] as const)),
);

/** Every word that names a kind of environment. */
export const environmentNames: readonly string[] = [...KINDS.keys()];

/** The kind of environment that a word names: `prod` is `production`; `undefined` for other words. */
export function environmentKind(word: string): string | undefined {
  return KINDS.get(word.toLowerCase());
}

/** The kinds of environment that the parts of a path name: `env/prod/app-dev.yml` has two, `non-prod` is not production. */
export function environmentKinds(path: Path): string[] {
  const words = path.toLowerCase().replace(/(^|[/._-])(non|not|pre)[._-]?(?=prod)/g, '$1pre');
  return words.split(/[/._-]/).flatMap((word) => environmentKind(word) ?? []);
}

const FEWEST_ALIKE = 3;

/**
 * Finds patterns of files that stand once per environment: the name of an environment is a directory, or a
 * part of a file's or directory's name. A family has production or staging, and one more kind. Patterns
 * that fit mostly other files are left out.
 */
export function discoverFamilies(paths: readonly Path[]): string[] {
  const kinds = new Map<string, Set<string>>();
  for (const path of paths) {
    for (const { pattern, kind } of candidates(path)) {
      const seen = kinds.get(pattern);
      if (seen === undefined) kinds.set(pattern, new Set([kind]));
      else seen.add(kind);
    }
  }
  const families = [...kinds]
    .filter(([, seen]) => seen.size >= 2 && (seen.has('production') || seen.has('staging')))
    .map(([pattern]) => pattern);
  return alike(belowDirectories(families))
    .filter((pattern) => fitsMostlyEnvironments(pattern, paths))
    .sort();
}

function candidates(path: Path): { pattern: string; kind: string }[] {
  const parts = path.split(/([/._-])/);
  return parts.flatMap((part, index) => {
    const kind = environmentKind(part);
    if (kind === undefined) return [];
    const before = escapeGlob(parts.slice(0, index).join(''));
    const after = escapeGlob(parts.slice(index + 1).join(''));
    return [{ pattern: `${before}{environment}${after}`, kind }];
  });
}

/** `env/{environment}/a.yml` and `env/{environment}/b.yml` are `env/{environment}/**`. */
function belowDirectories(patterns: readonly string[]): string[] {
  const groups = groupBy(patterns, (pattern) => {
    const end = pattern.indexOf('/', pattern.indexOf('{environment}'));
    return end === -1 ? pattern : `${pattern.slice(0, end)}/**`;
  });
  return [...groups].map(([shared, group]) => (group.length > 1 ? shared : group[0]!));
}

/** Patterns that differ in one directory only become one with `*` there, largest group first. */
function alike(patterns: readonly string[]): string[] {
  let rest = [...patterns];
  for (;;) {
    const groups = new Map<string, Set<string>>();
    for (const pattern of rest) {
      const parts = pattern.split('/');
      for (const [index, part] of parts.entries()) {
        if (part.includes('{environment}') || part.includes('*') || index === parts.length - 1) continue;
        const shape = parts.with(index, '*').join('/');
        const group = groups.get(shape);
        if (group === undefined) groups.set(shape, new Set([pattern]));
        else group.add(pattern);
      }
    }
    const [largest] = [...groups].sort(([, left], [, right]) => right.size - left.size);
    if (largest === undefined || largest[1].size < FEWEST_ALIKE) return rest;
    rest = [...rest.filter((pattern) => !largest[1].has(pattern)), largest[0]];
  }
}

function fitsMostlyEnvironments(pattern: string, paths: readonly Path[]): boolean {
  const families = environmentFamilies([pattern], []);
  let known = 0;
  let other = 0;
  for (const path of paths) {
    const member = families.get(path);
    if (member === undefined) continue;
    if (environmentKinds(member.environment).length === 0) other += 1;
    else known += 1;
  }
  return known >= other;
}
