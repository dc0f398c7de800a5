import type { Content, FilePair } from '../../bisect/units.ts';
import type { Path } from '../../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { globMatcher } from '../../policy/globs.ts';
import type { Entry, Snapshot } from '../../snapshots/snapshot.ts';

/**
 * The files that differ, sorted by path, with the contents of both sides.
 * @param globs none: all files. Problem: `unreadable`, because a part that is not seen may hold the cause.
 */
export async function filePairs(
  good: Snapshot,
  bad: Snapshot,
  globs: readonly string[],
): Promise<Result<FilePair[]>> {
  const [old, now] = [await good.entries(), await bad.entries()];
  if (!old.ok) return old;
  if (!now.ok) return now;
  const selects = globs.length === 0 ? () => true : globMatcher(withAll(globs));
  const sides = { good: byPath(old.value), bad: byPath(now.value) };
  const paths = [...new Set([...sides.good.keys(), ...sides.bad.keys()])]
    .filter((path) => selects(path) && differ(sides.good.get(path), sides.bad.get(path)))
    .sort();
  const contents = {
    good: await contentsOf(good, paths, sides.good),
    bad: await contentsOf(bad, paths, sides.bad),
  };
  if (!contents.good.ok) return contents.good;
  if (!contents.bad.ok) return contents.bad;
  const pairs: FilePair[] = [];
  for (const path of paths) {
    const [before, after] = [contents.good.value.get(path), contents.bad.value.get(path)];
    // The ids of commits, directories and the store are made differently.
    if (before && after && before.mode === after.mode && Buffer.compare(before.bytes, after.bytes) === 0)
      continue;
    pairs.push({ path, ...(before && { good: before }), ...(after && { bad: after }) });
  }
  return ok(pairs);
}

/** Exclusions alone leave the rest. */
function withAll(globs: readonly string[]): string[] {
  return globs.every((glob) => glob.startsWith('!')) ? ['**', ...globs] : [...globs];
}

function byPath(entries: readonly Entry[]): Map<Path, Entry> {
  return new Map(entries.map((entry) => [entry.path, entry]));
}

function differ(before: Entry | undefined, after: Entry | undefined): boolean {
  return before?.id !== after?.id || before?.mode !== after?.mode;
}

async function contentsOf(
  snapshot: Snapshot,
  paths: readonly Path[],
  entries: ReadonlyMap<Path, Entry>,
): Promise<Result<Map<Path, Content>>> {
  const wanted = paths.flatMap((path) => entries.get(path) ?? []);
  const contents = new Map<Path, Content>();
  let index = 0;
  for await (const blob of snapshot.read(wanted)) {
    const { path, mode } = wanted[index++]!;
    if ('refused' in blob)
      return refuse(unreadable(path, mode === 'submodule' ? 'a submodule' : blob.refused));
    contents.set(path, { mode, bytes: blob.bytes });
  }
  return ok(contents);
}

function unreadable(path: Path, why: string): Problem {
  return {
    code: 'unreadable',
    message: `It differs and cannot be read (${why}), so the cause may be in it.`,
    hint: `Leave it out with --files '!${path}' when it cannot be the cause.`,
    path,
  };
}
