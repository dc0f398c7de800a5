import { baseName, directoryOf, type Path } from '../model/path.ts';
import { environmentKind, environmentNames } from './environments.ts';
import { environmentFamilies } from './families.ts';

/**
 * How another path is related to a file: the same file of another environment, by the policy (`declared`) or
 * by its name (`discovered`); a sample of it; or its peer, which differs in one directory or in one word of the
 * name (the same file of another service, region or cluster).
 */
export type Relation = 'declared' | 'discovered' | 'sample' | 'peer';

export type Relative = { path: Path; relation: Relation; environment?: string };

/** A file's own environment, when the policy or one word of its path names it, and its relatives. */
export type Kin = { environment?: string; relatives: Relative[] };

/** Peers that are looked at per file: the same file may stand in a thousand directories. */
const MOST_PEERS = 12;

/**
 * Finds the relatives of some paths in a snapshot. Nearer relations come first, and a path is related once.
 * @param patterns the policy's `environments`.
 * @param paths the paths that are asked for later; others have no peers.
 * @param all every path of the snapshot.
 */
export function findKin(
  patterns: readonly string[],
  paths: readonly Path[],
  all: readonly Path[],
): (path: Path) => Kin {
  const known = new Set(all);
  const families = environmentFamilies(patterns, all);
  const peers = groupPeers(paths, all);
  const sampled = new Set(all.flatMap(sampledDirectories));
  return (path) => {
    const family = families.get(path);
    const word = wordsOf(path).find((each) => environmentKind(each) !== undefined);
    const environment = family?.environment ?? word;
    const declared = (family?.others ?? []).map((other): Relative => ({ ...other, relation: 'declared' }));
    const related = new Map<Path, Relative>([[path, { path, relation: 'peer' }]]);
    for (const relative of [
      ...declared,
      ...otherEnvironments(path, known),
      ...(sampled.has(directoryOf(path)) ? samplesOf(path, known) : []),
      ...peersOf(path, peers),
    ]) {
      if (!related.has(relative.path)) related.set(relative.path, relative);
    }
    related.delete(path);
    return { ...(environment !== undefined && { environment }), relatives: [...related.values()] };
  };
}

const SEPARATORS = /([/._-])/;

function wordsOf(path: Path): string[] {
  return path.split(SEPARATORS);
}

/** `config/prod/app.yml` -> `config/staging/app.yml`: the word changes wherever it stands, or in one place. */
function otherEnvironments(path: Path, known: ReadonlySet<Path>): Relative[] {
  const words = wordsOf(path);
  const found: Relative[] = [];
  for (const [index, word] of words.entries()) {
    const kind = environmentKind(word);
    if (kind === undefined) continue;
    for (const name of environmentNames) {
      if (environmentKind(name) === kind) continue;
      const everywhere = words.map((each) => (each === word ? name : each)).join('');
      const here = words.with(index, name).join('');
      for (const other of [everywhere, here]) {
        if (known.has(other)) found.push({ path: other, relation: 'discovered', environment: name });
      }
    }
  }
  return found;
}

const SAMPLE_WORDS = ['example', 'sample', 'dist', 'default', 'defaults', 'template', 'tmpl'];

/** True for a file that shows how another one is written: by a word of its name, or below `examples/`. */
export function isSample(path: Path): boolean {
  const name = baseName(path).toLowerCase().split(/[._-]/);
  return SAMPLE_WORDS.some((word) => name.includes(word)) || /(?:^|\/)(?:examples?|samples?)\//i.test(path);
}

const NAMES_SAMPLE = new RegExp(SAMPLE_WORDS.join('|'));

/** Directories whose files this one may be a sample of, as `samplesOf` names samples: most directories have none. */
function sampledDirectories(path: Path): Path[] {
  if (!NAMES_SAMPLE.test(path)) return [];
  const directory = directoryOf(path);
  return [directory, directoryOf(directory)];
}

/** `app.yml.example`, `app.example.yml`, `example.app.yml`, `examples/app.yml`; and with `-` or `_`. */
function samplesOf(path: Path, known: ReadonlySet<Path>): Relative[] {
  const [directory, name] = [directoryOf(path), baseName(path)];
  const below = (file: string) => (directory === '' ? file : `${directory}/${file}`);
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const candidates = SAMPLE_WORDS.flatMap((word) => [
    ...['.', '-', '_'].flatMap((mark) => [
      `${name}${mark}${word}`,
      `${stem}${mark}${word}${extension}`,
      `${word}${mark}${name}`,
    ]),
    `${word}/${name}`,
    `${word}s/${name}`,
  ]);
  return candidates
    .map(below)
    .filter((other) => other !== path && known.has(other))
    .map((other) => ({ path: other, relation: 'sample' }));
}

/** The shapes of a path with one directory, or one word of its name, left open. */
function shapesOf(path: Path): string[] {
  const parts = path.split('/');
  const directories = parts.slice(0, -1).map((_, index) => parts.with(index, '\0').join('/'));
  const name = parts.at(-1)!.split(/([._-])/);
  const words = name.flatMap((word, index) =>
    index % 2 === 1 || word === '' || index === name.length - 1
      ? []
      : [[...parts.slice(0, -1), name.with(index, '\0').join('')].join('/')],
  );
  return [...directories, ...(name.length > 3 ? words : [])];
}

function groupPeers(paths: readonly Path[], all: readonly Path[]): Map<string, Path[]> {
  const groups = new Map<string, Path[]>(paths.flatMap(shapesOf).map((shape) => [shape, []]));
  const names = new Set(paths.map(extensionOf));
  if (groups.size === 0) return groups;
  for (const path of all) {
    if (!names.has(extensionOf(path))) continue;
    for (const shape of shapesOf(path)) groups.get(shape)?.push(path);
  }
  return groups;
}

function extensionOf(path: Path): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? baseName(path);
}

/** The nearest first: those in the same directory, then those that differ in a directory further down. */
function peersOf(path: Path, groups: ReadonlyMap<string, readonly Path[]>): Relative[] {
  return shapesOf(path)
    .toReversed()
    .flatMap((shape) => firstOthers(groups.get(shape) ?? [], path))
    .slice(0, MOST_PEERS)
    .map((other) => ({ path: other, relation: 'peer' }));
}

/** As many as are wanted at most: a group may hold every directory of the repository. */
function firstOthers(group: readonly Path[], path: Path): Path[] {
  return group.slice(0, MOST_PEERS + 1).filter((other) => other !== path);
}
