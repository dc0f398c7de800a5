import type { Path } from '../model/path.ts';
import type { Entry } from '../snapshots/entry.ts';
import type { Past, PastVersion } from '../snapshots/history.ts';

/** A path with what it becomes, and its versions, of which the first is what it was. */
export type Returning = { path: Path; after: Entry | undefined; versions: readonly PastVersion[] };

/** A state of the past to which several files of a change go back together. */
export type CommonPoint = { paths: Path[]; undone: number[] };

/**
 * How many versions back a path goes: the newest older version that is what it becomes. The one before the
 * first of all is that the path did not exist. `undefined`: it becomes nothing that it was.
 */
export function versionsBack({ after, versions }: Returning): number | undefined {
  if (versions[0]?.entry?.id === after?.id) return undefined;
  const index = versions.findIndex((version, at) => at > 0 && version.entry?.id === after?.id);
  if (index !== -1) return index;
  return after === undefined && versions.at(-1)?.first ? versions.length : undefined;
}

/**
 * The moment to which most of these paths go back: a branch that has not seen what came since takes all of its
 * files to the same moment. Moments are counted in commits, 1 being before the newest one; of equally good
 * moments the newest counts. Every file that is deleted did not exist once, so that deletions have no say in
 * which moment it is. `undone`: the commits of since then that changed any of the paths, newest first.
 */
export function commonPoint(changes: readonly Returning[], { commits }: Past): CommonPoint | undefined {
  const starts = new Array<number>(commits.length + 2).fill(0);
  const spans = changes.flatMap((change) =>
    spansOf(change, commits.length).map((span) => ({ change, span })),
  );
  for (const { change, span } of spans) {
    if (change.after === undefined) continue;
    starts[span.from]! += 1;
    starts[span.to + 1]! -= 1;
  }
  let best = { moment: 0, count: 0 };
  for (let moment = 1, count = 0; moment <= commits.length; moment++) {
    count += starts[moment]!;
    if (count > best.count) best = { moment, count };
  }
  if (best.count === 0) return undefined;
  const { moment } = best;
  const going = spans.filter(({ span }) => span.from <= moment && moment <= span.to);
  const undone = new Set(
    going.flatMap(({ change }) => change.versions.flatMap(({ commit }) => (commit < moment ? [commit] : []))),
  );
  return { paths: going.map(({ change }) => change.path), undone: [...undone].sort((a, b) => a - b) };
}

/** The moments, both included, at which the path was what it becomes. */
function spansOf({ after, versions }: Returning, end: number): { from: number; to: number }[] {
  if (versions[0]?.entry?.id === after?.id) return [];
  const spans = versions.flatMap(({ commit, entry }, index) =>
    index > 0 && entry?.id === after?.id ? [{ from: versions[index - 1]!.commit + 1, to: commit }] : [],
  );
  const oldest = versions.at(-1);
  if (after === undefined && oldest?.first) spans.push({ from: oldest.commit + 1, to: end });
  return spans;
}
