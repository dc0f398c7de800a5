import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { globMatcher, literalPath } from '../policy/globs.ts';
import { createLiveSelector } from '../policy/live.ts';
import type { Policy } from '../policy/policy.ts';
import type { Manifest, SavedDirectory, SavedFile, UnsavedFile } from '../store/manifest.ts';
import { isAtOrBelow } from '../store/scope.ts';
import type { Location } from './plan.ts';

/** What a person wants back of a snapshot; empty lists mean everything. `paths`: locations, directories or globs. */
export type Asked = { services: readonly string[]; paths: readonly string[] };

/** A snapshot, and the services that are taken from it; without `services` all of it. */
export type Part = { manifest: Manifest; services?: readonly (string | null)[] };

/**
 * What is to be put back. `absent`: locations where nothing belongs. `unsaved`: files that were there and are not in
 * the snapshot. `unplaced`: files of a commit that the policy puts nowhere on hosts. `unmet`: what was asked for, and
 * nothing of `files` and `absent` is of it.
 */
export type Chosen = {
  files: SavedFile[];
  absent: Location[];
  unsaved: UnsavedFile[];
  unplaced: string[];
  unmet: { option: '--service' | '--path'; name: string }[];
};

/**
 * @param present every location where the rules of these snapshots select something that stands there now: what a
 *   snapshot would have held had it been there, and does not hold, was added since.
 */
export function chooseFiles(
  parts: readonly Part[],
  { services, paths }: Asked,
  present: readonly Location[],
): Result<Chosen> {
  const isAskedPath = pathMatcher(paths);
  const chosen: Chosen = { files: [], absent: [], unsaved: [], unplaced: [], unmet: [] };
  const taken = new Set<Location>();
  const served = new Set<string | null>();
  for (const { manifest, services: own } of parts) {
    const isAsked = ({ path, service }: { path: string; service: string | null }) =>
      (own === undefined || own.includes(service)) &&
      (services.length === 0 || (service !== null && services.includes(service))) &&
      isAskedPath(path) &&
      !taken.has(path);
    const files = manifest.files.filter(isAsked);
    const unsaved = manifest.unsaved.filter(isAsked);
    const absent = [...manifest.absent, ...addedSince(manifest, present)].filter(isAsked);
    // One by one: a call with a hundred thousand arguments overflows the stack.
    for (const file of files) {
      if (isPlace(file.path)) chosen.files.push(file);
      else chosen.unplaced.push(file.path);
    }
    for (const file of unsaved) chosen.unsaved.push(file);
    for (const { path } of absent) if (isPlace(path)) chosen.absent.push(path);
    for (const { path } of [...files, ...unsaved, ...absent]) taken.add(path);
    for (const { path, service } of [...files, ...absent]) if (isPlace(path)) served.add(service);
  }
  const manifests = parts.map(({ manifest }) => manifest);
  const held = manifests.flatMap(({ files, absent }) => [...files, ...absent]);
  chosen.unmet = unmetOf({ services, paths }, served, {
    chosen: [...chosen.files.map(({ path }) => path), ...chosen.absent],
    all: [...held.map(({ path }) => path), ...present],
    unsaved: manifests.flatMap(({ unsaved }) => unsaved.map(({ path }) => path)),
  });
  return chosen.files.length + chosen.absent.length > 0 ? ok(chosen) : refuse(nothingChosen(chosen));
}

/** `unsaved`: places of which nothing is known, nor of what is below them. */
type Places = { all: readonly Location[]; unsaved: readonly Location[] };

/** Whoever mistypes one of several names would otherwise be told that all went well. */
function unmetOf(
  { services, paths }: Asked,
  served: ReadonlySet<string | null>,
  places: Places & { chosen: readonly Location[] },
): Chosen['unmet'] {
  const isMet = (name: string) =>
    name.startsWith('!') ? !leavesOutNothing(name, places) : places.chosen.some(pathMatcher([name]));
  return [
    ...services.filter((name) => !served.has(name)).map((name) => ({ option: '--service', name }) as const),
    ...paths.filter((name) => !isMet(name)).map((name) => ({ option: '--path', name }) as const),
  ];
}

/**
 * Whether what is left out (`!/etc/auth/old.yml`) is not there, as when it was mistyped. A glob (`!**\/*.bak`) may leave
 * out nothing: it is written for the days on which there is something.
 */
export function leavesOutNothing(exclusion: string, { all, unsaved }: Places): boolean {
  const place = literalPath(exclusion.slice(1));
  if (place === undefined) return false;
  const isIt = pathMatcher([exclusion.slice(1)]);
  return !all.some(isIt) && !unsaved.some((top) => isIt(top) || isAtOrBelow(place, top));
}

function isPlace(path: string): path is Location {
  return path.startsWith('/');
}

/** The rules that held when a snapshot was made, for asking what they select. */
export function scopeOf({ scope }: Manifest): Policy {
  return {
    origin: { kind: 'inputs' },
    critical: scope.map(({ files, live, service, sensitive = [], identity = {} }, index) => ({
      id: `critical[${index}]`,
      files,
      protect: [],
      freeze: [],
      sensitive,
      identity,
      ...(live.length === 0 ? {} : { live }),
      ...(service === null ? {} : { service }),
    })),
    schemas: [],
    environments: [],
    schemaHosts: [],
  };
}

/** The directories above the files of these snapshots; of one that is in several, the first counts. */
export function directoriesOfParts(parts: readonly Part[]): SavedDirectory[] {
  const found = parts.toReversed().flatMap(({ manifest }) => manifest.directories ?? []);
  return [...new Map(found.map((directory) => [directory.path, directory])).values()];
}

/** A commit does not say what else was on the host, and nothing is known of what could not be looked at. */
function addedSince(manifest: Manifest, present: readonly Location[]) {
  if (manifest.source === 'commit') return [];
  const selects = createLiveSelector(scopeOf(manifest));
  const held = new Set([...manifest.files, ...manifest.absent, ...manifest.unsaved].map(({ path }) => path));
  return present.flatMap((path) => {
    const unknown = held.has(path) || manifest.unsaved.some((one) => isAtOrBelow(path, one.path));
    const found = unknown ? undefined : selects(path);
    const service = found?.selection.service ?? null;
    if (found === undefined || (manifest.onlyService !== null && service !== manifest.onlyService)) return [];
    return [{ path, service }];
  });
}

/** Locations that the policy of today does not call critical. */
export function outsideOf(policy: Policy, locations: readonly Location[]): Location[] {
  const selects = createLiveSelector(policy);
  return locations.filter((location) => selects(location) === undefined);
}

/** Whether a path is one of these, below one of these directories, or named by one of these globs; every one for none. */
export function pathMatcher(paths: readonly string[]): (path: string) => boolean {
  if (paths.length === 0) return () => true;
  const named = new Set(paths);
  const selects = globMatcher(
    paths.map((path) => (literalPath(path) === undefined ? path : path.replace(/\/$/, ''))),
  );
  return (path) => named.has(path) || selects(path);
}

function nothingChosen({ unplaced }: Chosen): Problem {
  return {
    code: 'nothing-chosen',
    message:
      unplaced.length > 0
        ? 'The snapshot is of a commit, and its policy says of none of these files where they are on hosts.'
        : 'The snapshot holds nothing that was asked for.',
    hint:
      unplaced.length > 0
        ? 'Add `live` to the rules of the policy and take a backup of the host.'
        : 'Check --service and --path; holdfast backup show lists what it holds.',
  };
}
