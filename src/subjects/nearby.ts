import type { Subject } from '../checks/check.ts';
import type { Nearby } from '../checks/context.ts';
import { lostNames } from '../checks/lost-names.ts';
import { decode } from '../documents/decode.ts';
import type { Path } from '../model/path.ts';
import { ok, type Result } from '../model/problem.ts';
import type { Entry, Snapshot } from '../snapshots/snapshot.ts';
import { readBlobs } from './read.ts';

/** Files around a critical one in which a reference to what it lost is looked for. */
const MOST_FILES = 1000;
/** In bytes: larger files are data. */
const LARGEST = 256 * 1024;

export type NearbyFiles = {
  /** Reads what is near to those of the subjects that lost a name; answers for them. */
  load(
    subjects: readonly Pick<Subject, 'change' | 'selection' | 'difference'>[],
  ): Promise<Result<(path: Path) => Nearby[]>>;
};

/** The after side's files near to a path, the nearest first. The side is listed when it is needed. */
export function openNearby(after: Snapshot): NearbyFiles {
  let listed: Promise<Result<Entry[]>> | undefined;
  const texts = new Map<string, string | undefined>();
  return {
    async load(subjects) {
      const asking = subjects.filter(
        ({ selection, difference }) =>
          selection.critical && difference !== undefined && lostNames(difference).length > 0,
      );
      if (asking.length === 0) return ok(() => []);
      listed ??= after.entries();
      const entries = await listed;
      if (!entries.ok) return entries;
      const near = new Map(
        asking.map(({ change }) => [change.path, nearest(change.path, entries.value)] as const),
      );
      const unread = [...near.values()].flat().filter(({ id }) => !texts.has(id));
      const wanted = [...new Map(unread.map((entry) => [entry.id, entry])).values()];
      const blobs = await readBlobs(after, wanted);
      for (const [index, { id }] of wanted.entries()) {
        const blob = blobs[index]!;
        const decoded = 'bytes' in blob && blob.bytes.length <= LARGEST ? decode(blob.bytes) : undefined;
        texts.set(id, decoded !== undefined && 'text' in decoded ? decoded.text : undefined);
      }
      return ok((path) =>
        (near.get(path) ?? []).flatMap(({ path: other, id }) => {
          const text = texts.get(id);
          return text === undefined ? [] : [{ path: other, text }];
        }),
      );
    },
  };
}

function nearest(path: Path, entries: readonly Entry[]): Entry[] {
  const own = path.split('/').slice(0, -1);
  return entries
    .filter((entry) => entry.path !== path && (entry.mode === 'file' || entry.mode === 'executable'))
    .map((entry) => ({ entry, steps: steps(own, entry.path.split('/').slice(0, -1)) }))
    .sort((left, right) => left.steps - right.steps)
    .slice(0, MOST_FILES)
    .map(({ entry }) => entry);
}

/** Directories to go up and down from one to the other. */
function steps(from: readonly string[], to: readonly string[]): number {
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return from.length + to.length - 2 * shared;
}
