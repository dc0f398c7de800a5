import type { Change } from '../changes/change.ts';
import { exactRenames, isAddition, isRemoval, withRenames } from '../changes/pair.ts';
import { retainedLines } from '../diff/lines.ts';
import { baseName, directoryOf, type Path } from '../model/path.ts';
import type { Policy } from '../policy/policy.ts';
import { createSelector } from '../policy/select.ts';
import type { Blob, Entry, RawChange, SnapshotPair } from '../snapshots/snapshot.ts';
import { readBlobs } from './read.ts';

/** Share of the old lines that a moved file keeps; git's own default for renames is half. */
const ALIKE = 0.5;
/** Critical removals that are looked for, and new files that each is compared with. */
const MOST_REMOVALS = 50;
const MOST_CANDIDATES = 8;

/**
 * Turns raw differences into changes. Besides files that moved unchanged, critical files that moved and were
 * edited are found among the new files of the same kind, so that the finding says where the content went.
 */
export async function findRenames(
  pair: SnapshotPair,
  raw: readonly RawChange[],
  policy: Policy,
): Promise<Change[]> {
  const renames = exactRenames(raw);
  const taken = new Set(renames.values());
  const select = createSelector(policy);
  const removed = raw
    .filter(isRemoval)
    .filter(({ path }) => !renames.has(path) && select(path)?.critical === true)
    .slice(0, MOST_REMOVALS);
  const added = raw.filter(isAddition).filter(({ path }) => !taken.has(path));
  if (removed.length === 0 || added.length === 0) return withRenames(raw, renames);
  const before = await texts(
    pair.before,
    removed.map((change) => change.before),
  );
  const candidates = new Map(removed.map(({ path }) => [path, candidatesFor(path, added)]));
  const wanted = [...new Set([...candidates.values()].flat())];
  const after = await texts(pair.after, wanted);
  for (const { path } of removed) {
    const to = mostAlike(before.get(path), candidates.get(path) ?? [], after, taken);
    if (to === undefined) continue;
    taken.add(to);
    renames.set(path, to);
  }
  return withRenames(raw, renames);
}

/** New files of the same kind, those with the same name or directory first. */
function candidatesFor(path: Path, added: readonly { path: Path; after: Entry }[]): Entry[] {
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? '';
  const distance = (other: Path) =>
    baseName(other) === baseName(path) ? 0 : directoryOf(other) === directoryOf(path) ? 1 : 2;
  return added
    .filter((change) => change.after.mode === 'file' && change.path.endsWith(extension))
    .sort((left, right) => distance(left.path) - distance(right.path))
    .slice(0, MOST_CANDIDATES)
    .map((change) => change.after);
}

function mostAlike(
  text: string | undefined,
  candidates: readonly Entry[],
  texts: ReadonlyMap<Path, string>,
  taken: ReadonlySet<Path>,
): Path | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  let best: { path: Path; share: number } | undefined;
  for (const { path } of candidates) {
    const other = texts.get(path);
    if (other === undefined || taken.has(path)) continue;
    const { share } = retainedLines(text, other);
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { path, share };
  }
  return best?.path;
}

async function texts(
  snapshot: SnapshotPair['before'],
  entries: readonly Entry[],
): Promise<Map<Path, string>> {
  const blobs = await readBlobs(snapshot, entries);
  return new Map(entries.flatMap((entry, index) => toText(entry.path, blobs[index]!)));
}

function toText(path: Path, blob: Blob): [Path, string][] {
  return 'bytes' in blob ? [[path, Buffer.from(blob.bytes).toString('utf8')]] : [];
}
