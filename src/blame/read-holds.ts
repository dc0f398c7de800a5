import type { Path } from '../model/path.ts';
import { ok, type Result } from '../model/problem.ts';
import type { Entry } from '../snapshots/entry.ts';
import type { RawChange, Snapshot } from '../snapshots/snapshot.ts';
import { readBlobs, toDocument } from '../subjects/read.ts';
import { holdsOf } from './holds.ts';
import type { Step } from './step.ts';

/** Files of one step that are read for this; of more, the first ones tell. */
const MOST_FILES = 20;

/**
 * How much of what a step did still holds at the end of the range, in 0..1: that of the file that holds most, as one of
 * them is enough. `untouched`: all of its files are to the byte as the step left them.
 * Problems: those of the end, which is not taken for one where the files are gone.
 * @param telling the files that count for the share; all of them are among `paths`.
 * @param placeOf where a file is at the end.
 */
export async function readHolds(
  step: Step,
  paths: readonly Path[],
  telling: ReadonlySet<Path>,
  placeOf: (change: RawChange) => Path,
): Promise<Result<{ holds: number; untouched: boolean }>> {
  if (step.undone) return ok({ holds: 0, untouched: false });
  const wanted = new Set(paths);
  const changes = step.changes.filter(({ path }) => wanted.has(path));
  const ends = new Map<Path, Entry | undefined>();
  for (const change of changes) {
    const found = await step.end.entry(placeOf(change));
    if (!found.ok) return found;
    ends.set(change.path, found.value);
  }
  const untouched = changes.every(
    (change) => placeOf(change) === change.path && ends.get(change.path)?.id === change.after?.id,
  );
  const counting = changes.filter(({ path }) => telling.has(path));
  if (counting.length === 0 || counting.some(({ path, after }) => ends.get(path)?.id === after?.id))
    return ok({ holds: 1, untouched });
  const pair = step.pair();
  let holds = 0;
  for (const { path, before, after } of counting.slice(0, MOST_FILES)) {
    const end = ends.get(path);
    const three = {
      before: await documentOf(pair.before, before),
      after: await documentOf(pair.after, after),
      end: await documentOf(step.end, end),
      ids: { before: before?.id, after: after?.id, end: end?.id },
    };
    holds = Math.max(holds, holdsOf(three));
  }
  return ok({ holds, untouched });
}

async function documentOf(snapshot: Snapshot, entry: Entry | undefined) {
  if (entry === undefined) return undefined;
  const [blob] = await readBlobs(snapshot, [entry]);
  return blob && toDocument(entry, blob, undefined);
}
