import type { Change } from '../changes/change.ts';
import type { Path } from '../model/path.ts';
import type { Selection } from '../policy/policy.ts';
import type { Entry, EntryMode, Snapshot, SnapshotPair } from '../snapshots/snapshot.ts';
import { compareAll } from '../subjects/compare.ts';
import { readVersions } from '../subjects/read.ts';
import type { Selected } from '../subjects/select.ts';
import { NO_QUESTIONS, toSubject } from '../subjects/subjects.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import { summarise } from '../verdict/summary.ts';
import type { Live, Location, Plan, Wanted } from './plan.ts';

/** Where the contents of both sides come from: the host as it is, and the store. */
export type Sides = { before: Pick<Snapshot, 'read'>; after: Pick<Snapshot, 'read'> };

/** Files that are read and compared; of the others only is said what becomes of them. */
export const MOST_COMPARED = 20;

/** What a restore would change, by key, sensitive values masked: the host is before, the snapshot is after. */
export async function compareByKey(
  plan: Plan,
  live: ReadonlyMap<Location, Live>,
  select: (location: Location) => Selection,
  sides: Sides,
): Promise<ChangeSummary[]> {
  const selected = [
    ...plan.writes.map((write) => selectedOf(write.path, entryOf(write.path, live), wantedEntry(write))),
    ...plan.removes.map((path) => selectedOf(path, entryOf(path, live), undefined)),
  ].map((change): Selected => ({ change, selection: select(change.path) }));
  const first = selected.slice(0, MOST_COMPARED);
  const versions = await readVersions(sides as SnapshotPair, first);
  const compared = await compareAll(first, versions);
  const rest = selected.slice(MOST_COMPARED).map(({ change, selection }): ChangeSummary => {
    const { path, status } = change;
    return { path, status, rule: selection.rule, critical: selection.critical };
  });
  return [...compared.map((one) => summarise(toSubject(one, NO_QUESTIONS), true)), ...rest];
}

function selectedOf(path: Path, before: Entry | undefined, after: Entry | undefined): Change {
  const status =
    before === undefined
      ? 'added'
      : after === undefined
        ? 'removed'
        : before.mode === after.mode
          ? 'modified'
          : 'retyped';
  return { path, status, ...(before && { before }), ...(after && { after }) };
}

/** A file that is to be written, as the tree of a commit would have it. */
export function wantedEntry({ path, link, mode, sha256 }: Wanted): Entry {
  return { path, mode: link === undefined ? modeOf(mode) : 'symlink', id: sha256 };
}

function entryOf(path: Location, live: ReadonlyMap<Location, Live>): Entry | undefined {
  const found = live.get(path)!;
  if (found.kind === 'absent') return undefined;
  if (found.kind === 'link') return { path, mode: 'symlink', id: `link:${found.link}` };
  return found.kind === 'file'
    ? { path, mode: modeOf(found.mode), id: found.sha256 }
    : { path, mode: 'file', id: found.kind };
}

function modeOf(mode: number): EntryMode {
  return (mode & 0o100) === 0 ? 'file' : 'executable';
}
