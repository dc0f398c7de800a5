import { addTo } from '../model/lists.ts';
import type { Path } from '../model/path.ts';
import { count } from '../model/text.ts';
import { isOwnConfiguration } from './candidates.ts';
import { discoverFamilies } from './environments.ts';
import { escapeGlob } from './globs.ts';
import { type Group, groupFiles, type SchemaFile, schemaByName } from './groups.ts';
import { followLink, type SchemaLink } from './links.ts';
import { codeOwners } from './owners.ts';
import { yamlScalar } from './yaml.ts';

/** What a repository shows of itself at one commit. */
export type RepositoryView = {
  paths: readonly Path[];
  /** The text of CODEOWNERS. */
  owners?: string;
  schemas: readonly SchemaFile[];
  /** Files that name their schema. */
  links: readonly SchemaLink[];
};

/** A policy to start from. `found` are lines for people; names in them are as they are, not yet escaped. */
export type Proposal = { text: string; found: string[] };

const MOST_PATTERNS = 20;
const MOST_NAMED = 10;

/**
 * Writes a commented policy from what a repository shows: files that production seems to read, grouped by
 * service; environment families; schemas that files name; code owners. Guesses stay comments.
 * @returns `undefined` when the repository has no configuration file to guard.
 */
export function proposePolicy(repository: RepositoryView): Proposal | undefined {
  const { paths } = repository;
  const { certain, groups, rest } = groupFiles(paths, codeOwners(repository.owners ?? ''));
  if (groups.length === 0) return undefined;
  const families = discoverFamilies(paths.filter(isOwnConfiguration));
  const links = followLinks(repository);
  const text = [
    ...HEADER,
    'version: 1',
    '',
    ...(certain ? CERTAIN : UNCERTAIN),
    'critical:',
    ...groups.flatMap((group) => ruleLines(group, schemaByName(group, repository.schemas))),
    ...restLines(rest),
    ...familyLines(families),
    ...schemaLines(links),
  ];
  return { text: `${text.join('\n')}\n`, found: summary(groups, certain, families, links, rest) };
}

const HEADER = [
  '# Holdfast policy: which files are critical here, and how they may change.',
  '# It is read from the base commit: it counts for changes made after it is on the default branch.',
  '# Proposed by `holdfast init` from the names of files. Keep what production reads, remove the rest.',
  '# In a rule, keys may be named as well:',
  '#   protect: [issuer, database.host]   may not be removed, emptied or change their type',
  '#   freeze: [environment]              may not change at all',
];
const CERTAIN = ['# Files that production seems to read.'];
const UNCERTAIN = [
  '# No name here says production: this is all configuration that is not for tools, tests or examples.',
];

function ruleLines(group: Group, schema: SchemaFile | undefined): string[] {
  const lines = [`  # ${count(group.files.length, 'file')}${ownedBy(group.owners)}`];
  const [only] = group.globs;
  if (group.globs.length === 1) lines.push(`  - files: ${yamlScalar(only!)}`);
  else lines.push('  - files:', ...group.globs.map((glob) => `      - ${yamlScalar(glob)}`));
  const team = group.owners.find((owner) => owner.startsWith('@') && owner.includes('/'));
  if (group.service !== undefined) lines.push(`    service: ${yamlScalar(group.service)}`);
  else if (team !== undefined) {
    lines.push(
      `    # service: ${yamlScalar(team.slice(team.indexOf('/') + 1))}   # by its owners; name the service that reads these files`,
    );
  }
  if (schema !== undefined) {
    lines.push(
      `    # schema: ${yamlScalar(schema.path)}   # fits by its name only; try it before taking the # away`,
    );
  }
  return lines;
}

function restLines(rest: readonly Path[]): string[] {
  if (rest.length === 0) return [];
  const more = rest.length > MOST_NAMED ? [`  #   and ${rest.length - MOST_NAMED} more`] : [];
  return [
    '  # Other configuration, not proposed. Add what production reads:',
    ...rest.slice(0, MOST_NAMED).map((path) => `  #   ${yamlScalar(escapeGlob(path))}`),
    ...more,
  ];
}

function ownedBy(owners: readonly string[]): string {
  return owners.length === 0 ? '' : `; owned by ${owners.map(comment).join(', ')}`;
}

function familyLines(families: readonly string[]): string[] {
  if (families.length === 0) return [];
  return [
    '',
    '# The same file per environment: one that becomes a copy of its sibling is reported.',
    'environments:',
    ...families.slice(0, MOST_PATTERNS).map((pattern) => `  - ${yamlScalar(pattern)}`),
    ...families.slice(MOST_PATTERNS).map((pattern) => `  # - ${yamlScalar(pattern)}`),
  ];
}

type Links = { local: Map<Path, Path[]>; remote: Map<string, Path[]> };

function followLinks({ paths, links }: RepositoryView): Links {
  const known = new Set(paths);
  const found: Links = { local: new Map(), remote: new Map() };
  for (const link of links) {
    const target = followLink(link, (path) => known.has(path));
    if (target === undefined) continue;
    if ('path' in target) addTo(found.local, target.path, link.path);
    else addTo(found.remote, target.url, link.path);
  }
  return found;
}

function schemaLines({ local, remote }: Links): string[] {
  const lines: string[] = [];
  if (local.size > 0) lines.push('', '# Schemas that the files themselves name.', 'schemas:');
  for (const [schema, paths] of local) {
    lines.push('  - files:', ...paths.map((path) => `      - ${yamlScalar(escapeGlob(path))}`));
    lines.push(`    schema: ${yamlScalar(schema)}`);
  }
  if (remote.size > 0) {
    lines.push(
      '',
      '# These files name schemas on the web. To validate with one, write it below `schemas:` as',
      '#   - files: …',
      '#     schema: {url: …, sha256: …}   # the sha256 pins it: sha256sum FILE',
    );
  }
  for (const [url, paths] of [...remote].slice(0, MOST_PATTERNS)) {
    const more = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
    lines.push(`#   ${comment(url)}: ${yamlScalar(paths[0]!)}${more}`);
  }
  return lines;
}

function summary(
  groups: Group[],
  certain: boolean,
  families: string[],
  links: Links,
  rest: Path[],
): string[] {
  const files = groups.reduce((sum, group) => sum + group.files.length, 0);
  const what = certain ? 'that production seems to read' : 'that may be critical (no name says production)';
  return [
    `${count(files, 'configuration file')} ${what}, in ${count(groups.length, 'group')}:`,
    ...groups.slice(0, MOST_PATTERNS).map((group) => {
      const name = group.service ?? (group.directory === '' ? 'the root' : group.directory);
      const owners = group.owners.length === 0 ? '' : `, owned by ${group.owners.join(', ')}`;
      return `  ${name}: ${count(group.files.length, 'file')} in ${group.directory === '' ? '.' : group.directory}${owners}`;
    }),
    ...(groups.length > MOST_PATTERNS ? [`  and ${groups.length - MOST_PATTERNS} more`] : []),
    ...(rest.length > 0 ? [`${count(rest.length, 'other configuration file')} not proposed`] : []),
    ...(families.length > 0
      ? [
          `The same file per environment: ${families.slice(0, 5).join(', ')}${families.length > 5 ? ` and ${families.length - 5} more` : ''}`,
        ]
      : []),
    ...[...links.local].map(
      ([schema, paths]) => `A schema that ${count(paths.length, 'file')} name: ${schema}`,
    ),
    ...(links.remote.size > 0
      ? [`${count(links.remote.size, 'schema')} on the web, as a comment: pin one to use it`]
      : []),
  ];
}

/** Text of the repository inside a comment: nothing that could end the line. */
function comment(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
