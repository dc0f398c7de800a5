import type { Path } from '../model/path.ts';
import type { Entry } from '../snapshots/entry.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { readBlobs, toDocument } from '../subjects/read.ts';
import { holdsOf } from './holds.ts';
import type { Step } from './step.ts';

/** Files of one step that are read for this; of more, the first ones tell. */
const MOST_FILES = 20;

/**
 * How much of what a step did to these files still holds at the end of the range, in 0..1: that of the file that holds
 * most, as one of them is enough. `untouched`: all of them are to the byte as the step left them.
 */
export async function readHolds(
  step: Step,
  paths: readonly Path[],
): Promise<{ holds: number; untouched: boolean }> {
  const wanted = new Set(paths);
  const changes = step.changes.filter(({ path }) => wanted.has(path));
  const pair = step.pair();
  let holds = changes.length === 0 ? 1 : 0;
  let untouched = true;
  for (const { path, before, after } of changes.slice(0, MOST_FILES)) {
    const found = await step.end.entry(path);
    const end = found.ok ? found.value : undefined;
    const ids = { before: before?.id, after: after?.id, end: end?.id };
    if (ids.end === ids.after) {
      holds = 1;
      continue;
    }
    untouched = false;
    if (holds === 1) continue;
    const three = {
      before: await documentOf(pair.before, before),
      after: await documentOf(pair.after, after),
      end: await documentOf(step.end, end),
      ids,
    };
    holds = Math.max(holds, holdsOf(three));
  }
  return { holds, untouched: untouched && changes.length <= MOST_FILES };
}

async function documentOf(snapshot: Snapshot, entry: Entry | undefined) {
  if (entry === undefined) return undefined;
  const [blob] = await readBlobs(snapshot, [entry]);
  return blob && toDocument(entry, blob, undefined);
}
