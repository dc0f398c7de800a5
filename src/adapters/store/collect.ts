import { decodePath, type Path } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import { createLocator } from '../../policy/live.ts';
import type { Policy } from '../../policy/policy.ts';
import { createSelector } from '../../policy/select.ts';
import type { Entry, Snapshot } from '../../snapshots/snapshot.ts';
import type { Collected, SavedFile, UnsavedReason } from '../../store/manifest.ts';
import { type Kept, keptOf, type LiveScope } from '../../store/scope.ts';
import { sha256 } from '../../store/seal.ts';
import { directoriesOf } from './directories.ts';
import type { Fs } from './fs.ts';
import { contentOf, type ObjectWriter } from './objects.ts';
import { inParallel } from './parallel.ts';
import { readLive } from './read-live.ts';
import { findLive, placeBelow } from './walk.ts';

/** Files that are read at the same time. */
const WIDTH = 8;

/**
 * Keeps the critical files of a host.
 * @param root the directory that stands for `/` of the host; `''` is the host itself.
 */
export async function collectLive(
  fs: Fs,
  root: string,
  scope: LiveScope,
  objects: ObjectWriter,
): Promise<Collected> {
  const { found, absent, unsaved } = await findLive(fs, root, scope);
  const collected: Collected = { files: [], absent, unsaved };
  await inParallel(found, WIDTH, async (path) => {
    const { service, sensitive } = scope.at(path)!;
    const result = await readLive(fs, placeBelow(root, path), objects, sensitive);
    if ('file' in result) collected.files.push({ path, service, sensitive, ...result.file });
    else if ('reason' in result) collected.unsaved.push({ path, service, ...result });
    else if (scope.expected.has(path)) collected.absent.push({ path, service });
  });
  const kept = sorted(collected);
  return { ...kept, directories: await directoriesOf(fs, root, kept.files) };
}

/** Keeps the critical files of a commit, each under the places where the policy puts it. */
export async function collectCommit(
  snapshot: Snapshot,
  policy: Policy,
  objects: ObjectWriter,
): Promise<Result<Collected>> {
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const select = createSelector(policy);
  const locate = createLocator(policy);
  const collected: Collected = { files: [], absent: [], unsaved: [] };
  const wanted = entries.value.filter(({ path }) => select(path)?.critical === true);
  let index = 0;
  for await (const blob of snapshot.read(wanted)) {
    const entry = wanted[index++]!;
    const kept = keptOf(select(entry.path)!);
    const places = placesOf(entry.path, locate);
    if ('refused' in blob) {
      const reason = reasonOf(entry, blob.refused);
      for (const path of places)
        collected.unsaved.push({ path, service: kept.service, reason, detail: blob.refused });
      continue;
    }
    const file = await keep(entry, blob.bytes, kept, objects);
    for (const path of places) collected.files.push({ path, ...file });
  }
  return ok(sorted(collected));
}

/** Where a file of a commit belongs: on hosts, or, where the policy does not say so, at its own path. */
export function placesOf(path: Path, locate: (path: Path) => string[]): string[] {
  const places = locate(path).filter((place) => place.startsWith('/'));
  return places.length === 0 ? [path] : places;
}

function reasonOf({ mode }: Entry, refused: string): UnsavedReason {
  if (mode === 'submodule') return 'submodule';
  return refused === 'too-large' ? 'too-large' : 'unreadable';
}

async function keep(
  { mode }: Entry,
  bytes: Uint8Array,
  { service, sensitive }: Kept,
  objects: ObjectWriter,
): Promise<Omit<SavedFile, 'path'>> {
  const isLink = mode === 'symlink';
  return {
    ...(isLink ? { sha256: sha256(bytes) } : (await objects.keep(contentOf(bytes), sensitive))!),
    service,
    size: bytes.length,
    mode: isLink ? 0o777 : mode === 'executable' ? 0o755 : 0o644,
    uid: null,
    gid: null,
    mtime: null,
    link: isLink ? decodePath(bytes) : null,
    sensitive,
  };
}

/** A place that two rules give to two files is that of the first. */
function sorted({ files, absent, unsaved }: Collected): Collected {
  const lost = byPath(unsaved);
  const missed = new Set(lost.map(({ path }) => path));
  return {
    files: byPath(files.filter(({ path }) => !missed.has(path))),
    absent: byPath(absent.filter(({ path }) => !missed.has(path))),
    unsaved: lost,
  };
}

function byPath<T extends { path: string }>(files: readonly T[]): T[] {
  const first = new Map(files.toReversed().map((file) => [file.path, file]));
  return [...first.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}
