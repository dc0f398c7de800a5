import { baseName } from '../model/path.ts';
import { isLive } from '../policy/globs.ts';
import type { Target } from './effect.ts';
import type { Confidence } from './location.ts';
import { literalOf } from './text.ts';
import type { Touched, World, Written } from './touched.ts';

/** More places below one tree say nothing more. */
const MOST = 50;

/** A literal location that is written as one file; for a directory, what is put into it. */
export function touchedFile(location: string, target: Target, effect: Written, world: World): Touched[] {
  const { files, places, roots } = world;
  const isDirectory = isLive(location)
    ? roots.some((root) => root.live && root.directory === location) || places.below(location).length > 0
    : files.below(location).length > 0;
  if (isDirectory && effect.sources.length > 0) {
    return effect.sources.flatMap((source) => {
      const name = baseName(literalOf(source) ?? '');
      return name === '' ? [] : exactly(`${location}/${name}`, literalOf(source), target, world);
    });
  }
  if (isDirectory && effect.op !== 'state') return touchedTree(location, target, effect, world);
  return exactly(location, only(effect.sources.map(literalOf)), target, world);
}

function exactly(
  location: string,
  source: string | undefined,
  { confidence }: Target,
  { at }: World,
): Touched[] {
  const found = at(location);
  if (found === undefined) return [];
  const own = source !== undefined && source === found.path && source !== location;
  return [{ location, ...found, how: 'exact', confidence, ...(own && { own }) }];
}

/** A literal directory below which everything may be written. */
export function touchedTree(location: string, target: Target, effect: Written, world: World): Touched[] {
  const { op } = effect;
  if (op === 'discard' && location === '') return [];
  const adds = op === 'extract' || op === 'replace-tree';
  const copied = adds ? copiedInto(location, target, effect, world) : undefined;
  if (copied !== undefined) return copied;
  if (adds && location === '') return [];
  const inside = (place: string) => place.slice(location === '' ? 0 : location.length + 1);
  // What is in an archive is not known: the further above a place, the less likely it holds it.
  const above: Confidence = !adds ? target.confidence : location === '/' ? 'low' : atMost(target.confidence);
  const below = world.places
    .below(location)
    .slice(0, MOST)
    .map((place): Touched => {
      return { location: place, ...world.at(place)!, how: 'tree', confidence: above, inside: inside(place) };
    });
  if (below.length > 0) return below;
  return world.roots.flatMap(({ directory, live, selection, reaches }): Touched[] => {
    if (live !== isLive(location) || directory === '') return [];
    if (holds(location, directory)) {
      const confidence = directory === location ? target.confidence : above;
      return [{ location: directory, selection, how: 'tree', confidence, inside: inside(directory) }];
    }
    if (!live || !holds(directory, location) || !reaches(location)) return [];
    return [{ location, selection, how: 'tree', confidence: target.confidence, inside: '' }];
  });
}

/** Where all that is copied is known, so is where it gets. */
function copiedInto(
  location: string,
  target: Target,
  { sources }: Written,
  world: World,
): Touched[] | undefined {
  const literals = sources.map(literalOf);
  const copied: { from: string; to: string }[] = [];
  for (const source of literals) {
    if (source === undefined || isLive(source) || source.startsWith('../')) return undefined;
    const below = world.files.below(source);
    const single = world.files.has(source);
    if (below.length === 0 && !single) return undefined;
    const start = source === '' ? 0 : source.length + 1;
    for (const from of below) copied.push({ from, to: inDirectory(location, from.slice(start)) });
    if (single) copied.push({ from: source, to: inDirectory(location, baseName(source)) });
  }
  if (copied.length === 0) return undefined;
  return copied
    .flatMap(({ from, to }) => exactly(to, from, target, world))
    .slice(0, MOST)
    .map((each) => ({
      ...each,
      how: 'tree',
      inside: each.location.slice(location.length).replace(/^\//, ''),
    }));
}

function inDirectory(directory: string, name: string): string {
  if (directory === '') return name;
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}

/** Whether `directory` is this one or stands below it. */
export function holds(location: string, directory: string): boolean {
  if (location === directory || location === '') return true;
  return directory.startsWith(/[/:]$/.test(location) ? location : `${location}/`);
}

export function atMost(confidence: Confidence): Confidence {
  return confidence === 'high' ? 'medium' : confidence;
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
