import { type Document, textOf } from '../documents/document.ts';
import type { Path } from '../model/path.ts';
import { isAside } from '../policy/defaults.ts';
import type { Policy, Selection } from '../policy/policy.ts';
import { findKin, type Kin } from '../policy/relatives.ts';
import { createSelector } from '../policy/select.ts';
import type { Entry } from '../snapshots/snapshot.ts';
import { readBlobs } from '../subjects/read.ts';
import type { Drilled } from './drilled.ts';
import { parserOf } from './edits/parse.ts';
import type { Operator, Scene } from './operators/operator.ts';
import { stale } from './operators/stale.ts';
import { oneOf, randomFrom, seedOf } from './random.ts';
import type { Seen } from './spoilt.ts';
import type { World } from './world.ts';

/** A critical file, and what the policy says about it. */
export type Target = { path: Path; entry: Entry; selection: Selection };

/** The critical files of a snapshot, in its order. */
export function targetsOf(entries: readonly Entry[], policy: Policy): Target[] {
  const select = createSelector(policy);
  return entries.flatMap((entry) => {
    const selection = select(entry.path);
    return selection?.critical ? [{ path: entry.path, entry, selection }] : [];
  });
}

/** The targets, and the same files of other environments: all whose past a trial may ask for. */
export function pathsWithPast(entries: readonly Entry[], policy: Policy, targets: readonly Target[]): Path[] {
  const kinOf = kinFinder(entries, policy, targets);
  return [...new Set(targets.flatMap(({ path }) => [path, ...ofOtherEnvironments(kinOf(path))]))];
}

function kinFinder(entries: readonly Entry[], policy: Policy, targets: readonly Target[]) {
  return findKin(
    policy.environments,
    targets.map(({ path }) => path),
    entries.map(({ path }) => path),
  );
}

/** A healthy file with what is around it, or why it cannot be drilled. */
export type Staged = { scene: Scene } | { reason: string };

/** Other files that are drawn for one scene; what a drill depends on grows with each. */
const MOST_ALIKE = 1;
const MOST_OTHERS = 1;
const MOST_EARLIER = 2;
/** Bytes of a file that is drilled: larger ones would take the time of all others. */
const LARGEST = 1024 * 1024;

/** Prepares scenes for the targets of one world. `seen` is told which files a scene is made of. */
export function createStage(
  world: World,
  policy: Policy,
  targets: readonly Target[],
  seed: number,
): (target: Target, seen: Seen) => Promise<Staged> {
  const paths = targets.filter(({ entry }) => isFile(entry)).map(({ path }) => path);
  const kinOf = kinFinder(world.entries, policy, targets);
  const readTexts = async (entries: readonly Entry[], seen: Seen): Promise<string[]> => {
    for (const { path, id } of entries) if (world.byPath.get(path)?.id === id) seen(path);
    const blobs = await readBlobs(world.snapshot, entries);
    return blobs.flatMap((blob) => {
      const text = 'bytes' in blob && blob.bytes.length <= LARGEST ? decoded(blob.bytes) : undefined;
      return text === undefined ? [] : [text];
    });
  };
  // What a link holds is no content that could stand in a file.
  const at = (path: Path) => [world.byPath.get(path) ?? []].flat().filter(isFile);
  return async ({ path, entry, selection }, seen) => {
    const read = (entries: readonly Entry[]) => readTexts(entries, seen);
    if (!isFile(entry)) return { reason: `a ${entry.mode}` };
    const [blob] = await readBlobs(world.snapshot, [entry]);
    if (blob === undefined || 'refused' in blob) return { reason: blob?.refused ?? 'missing' };
    if (blob.bytes.length > LARGEST) return { reason: 'larger than 1 MiB' };
    const parse = parserOf(path, selection.format);
    const text = decoded(blob.bytes);
    const document: Document | undefined = text === undefined ? undefined : await parse(text);
    if (text === undefined || textOf(document) === undefined) return { reason: 'not text' };
    if (document!.kind === 'broken') return { reason: 'broken already' };
    const kin = kinOf(path);
    const random = randomFrom(seedOf(`${seed} ${path}`));
    const environments: Scene['environments'][number][] = [];
    for (const other of ofOtherEnvironments(kin)) {
      const [sibling] = await read(at(other));
      if (sibling !== undefined && sibling !== text) environments.push({ path: other, text: sibling });
    }
    const [sample] = await read(related(kin, 'sample').slice(0, 1).flatMap(at));
    const pools = poolsOf(path, kin, paths, world);
    const drawn = (pool: readonly Path[], most: number) =>
      read(draw(pool, most, random).flatMap(at)).then((texts) => texts.filter((each) => each !== text));
    const scene: Scene = {
      path,
      text,
      document: document!,
      parse,
      environments,
      ...(sample === undefined ? {} : { sample }),
      earlier: (await read(earlierOf(world, path, entry))).filter((each) => each !== text),
      alike: await drawn(pools.alike, MOST_ALIKE),
      others: await drawn(pools.others, MOST_OTHERS),
    };
    return { scene };
  };
}

function isFile({ mode }: Entry): boolean {
  return mode === 'file' || mode === 'executable';
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function related({ relatives }: Kin, ...relations: Kin['relatives'][number]['relation'][]): Path[] {
  return relatives.filter(({ relation }) => relations.includes(relation)).map(({ path }) => path);
}

/** Staging's and its like stand first in the policy's own order; one is enough, and two show more than one way. */
function ofOtherEnvironments(kin: Kin): Path[] {
  return related(kin, 'declared', 'discovered').slice(0, 2);
}

function earlierOf({ past }: World, path: Path, { id, mode }: Entry): Entry[] {
  const versions = past?.versions.get(path) ?? [];
  const ids = versions.flatMap(({ entry }) => entry?.id ?? []).filter((other) => other !== id);
  return [...new Set(ids)].slice(0, MOST_EARLIER).map((other) => ({ path, mode, id: other }));
}

/** Targets of which `stale` would need older versions than there are, because the history is cut off. */
export function cutOffOf(
  { past }: World,
  targets: readonly Target[],
  operators: readonly Operator[],
): Pick<Drilled, 'cutOff'> {
  if (past?.cutAfter === undefined || !operators.includes(stale)) return {};
  const short = targets.filter(({ path }) => {
    const known = past.versions.get(path) ?? [];
    return known.length <= MOST_EARLIER && known.at(-1)?.first !== true;
  });
  return short.length === 0 ? {} : { cutOff: { commits: past.cutAfter, files: short.length } };
}

/** Critical files first: those are what copy commands have at hand. */
function poolsOf(
  path: Path,
  kin: Kin,
  critical: readonly Path[],
  { entries }: World,
): { alike: Path[]; others: Path[] } {
  const apart = new Set([path, ...related(kin, 'declared', 'discovered', 'sample')]);
  const ending = endingOf(path);
  const peers = related(kin, 'peer');
  const alike = critical.filter((other) => !apart.has(other) && endingOf(other) === ending);
  const others = critical.filter((other) => endingOf(other) !== ending);
  const anything = () =>
    entries
      .filter((entry) => entry.mode === 'file' && !isAside(entry.path) && endingOf(entry.path) !== ending)
      .map((entry) => entry.path);
  return {
    alike: alike.length > 0 ? alike : peers,
    others: others.length > 0 ? others : anything(),
  };
}

function endingOf(path: Path): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function draw(pool: readonly Path[], most: number, random: () => number): Path[] {
  const left = [...pool];
  const drawn: Path[] = [];
  while (drawn.length < most && left.length > 0) {
    const one = oneOf(left, random)!;
    left.splice(left.indexOf(one), 1);
    drawn.push(one);
  }
  return drawn;
}
