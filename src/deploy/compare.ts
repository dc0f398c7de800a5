import type { Change } from '../changes/change.ts';
import type { Selection } from '../policy/policy.ts';
import type { Entry, Snapshot, SnapshotPair } from '../snapshots/snapshot.ts';
import type { SavedFile } from '../store/manifest.ts';
import { compareAll } from '../subjects/compare.ts';
import { readVersions } from '../subjects/read.ts';
import type { Selected } from '../subjects/select.ts';
import { NO_QUESTIONS, toSubject } from '../subjects/subjects.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import { summarise } from '../verdict/summary.ts';

/** One place as it was, or as it should be, and as it is. */
export type Pair = { path: string; before?: SavedFile | undefined; after?: SavedFile | undefined };

/** Files that are read and compared; of the others only is said what became of them. */
export const MOST_COMPARED = 20;

/** What differs by key between saved files, sensitive values masked. `contents`: reads what the store holds. */
export async function compareSaved(
  pairs: readonly Pair[],
  select: (path: string) => Selection,
  contents: Pick<Snapshot, 'read'>,
): Promise<ChangeSummary[]> {
  const selected = pairs
    .slice(0, MOST_COMPARED)
    .map((pair): Selected => ({ change: changeOf(pair), selection: select(pair.path) }));
  const versions = await readVersions({ before: contents, after: contents } as SnapshotPair, selected);
  const compared = await compareAll(selected, versions);
  return compared.map((one) => summarise(toSubject(one, NO_QUESTIONS), true));
}

function changeOf({ path, before, after }: Pair): Change {
  const [then, now] = [entryOf(before), entryOf(after)];
  const status =
    then === undefined
      ? 'added'
      : now === undefined
        ? 'removed'
        : then.mode === now.mode
          ? 'modified'
          : 'retyped';
  return { path, status, ...(then && { before: then }), ...(now && { after: now }) };
}

function entryOf(file: SavedFile | undefined): Entry | undefined {
  if (file === undefined) return undefined;
  // Whether it may be executed is told as its mode, not as its type.
  return { path: file.path, mode: file.link === null ? 'file' : 'symlink', id: file.sha256 };
}
