import type { Subject } from '../checks/check.ts';
import type { Nearby } from '../checks/context.ts';
import { type LostName, lostNames } from '../checks/lost-names.ts';
import { decode } from '../documents/decode.ts';
import type { Path } from '../model/path.ts';
import { ok, type Result } from '../model/problem.ts';
import type { Entry, Snapshot } from '../snapshots/snapshot.ts';
import { type Nearest, nearestIn } from './nearest.ts';

/** Files around a critical one in which a reference to what it lost is looked for. */
const MOST_FILES = 1000;
/** In bytes: larger files are data. */
const LARGEST = 256 * 1024;
/**
 * What one run reads in bytes, whatever is kept of it, in portions of so many files; and what it looks through: a
 * name in a text costs the text's length, and a sixteenth of it where the name is not there. Beyond that, what is
 * nearest to the first files has been looked at.
 */
const MOST_BYTES = 48 * 1024 * 1024;
const PORTION = 250;
const MOST_WORK = 256 * 1024 * 1024;
const ABSENT = 1 / 16;

export type NearbyFiles = {
  /** Reads what is near to those of the subjects that lost a name; answers with the files that hold such a name. */
  load(
    subjects: readonly Pick<Subject, 'change' | 'selection' | 'difference'>[],
  ): Promise<Result<(path: Path) => Nearby[]>>;
};

/** The after side's files near to a path, the nearest first. The side is listed when it is needed. */
export function openNearby(after: Snapshot): NearbyFiles {
  let listed: Promise<Result<Nearest>> | undefined;
  const texts = openTexts(after);
  let work = 0;

  function holding(entries: readonly Entry[], names: readonly string[]): Nearby[] {
    const found: Nearby[] = [];
    for (const { path, id } of entries) {
      if (work > MOST_WORK) break;
      const text = texts.get(id);
      if (text === undefined) continue;
      const here = names.filter((name) => text.includes(name)).length;
      work += text.length * (here + (names.length - here) * ABSENT);
      if (here > 0) found.push({ path, text });
    }
    return found;
  }

  return {
    async load(subjects) {
      const asking = subjects.flatMap(({ change, selection, difference }) => {
        const lost = selection.critical && difference !== undefined ? lostNames(difference) : [];
        return lost.length === 0 ? [] : [{ path: change.path, names: namesOf(lost) }];
      });
      if (asking.length === 0) return ok(() => []);
      listed ??= listNearest(after);
      const nearest = await listed;
      if (!nearest.ok) return nearest;
      await texts.read(asking.flatMap(({ path }) => nearest.value(path)));
      const near = new Map(asking.map(({ path, names }) => [path, holding(nearest.value(path), names)]));
      return ok((path) => near.get(path) ?? []);
    },
  };
}

/** The names, and the keys at the top above them: Helm's templates and default values name the whole path. */
function namesOf(lost: readonly LostName[]): string[] {
  return [...new Set(lost.flatMap(({ name, change }) => [name, change.segments[0] ?? name]))];
}

async function listNearest(side: Snapshot): Promise<Result<Nearest>> {
  const entries = await side.entries();
  return entries.ok ? ok(nearestIn(entries.value, MOST_FILES)) : entries;
}

/** The texts of a side by the id of their content; `undefined` for what is large, no text, or not read. */
function openTexts(side: Snapshot) {
  const texts = new Map<string, string | undefined>();
  let bytes = 0;
  return {
    get: (id: string) => texts.get(id),
    /** Reads what is not read yet, as far as the bytes go. */
    async read(entries: readonly Entry[]): Promise<void> {
      const unread = entries.filter(({ id }) => !texts.has(id));
      const wanted = [...new Map(unread.map((entry) => [entry.id, entry])).values()];
      for (let start = 0; start < wanted.length && bytes < MOST_BYTES; start += PORTION) {
        for await (const blob of side.read(wanted.slice(start, start + PORTION))) {
          if (!('bytes' in blob)) {
            texts.set(blob.id, undefined);
            continue;
          }
          bytes += blob.bytes.length;
          const decoded = blob.bytes.length <= LARGEST ? decode(blob.bytes) : undefined;
          texts.set(blob.id, decoded !== undefined && 'text' in decoded ? decoded.text : undefined);
        }
      }
    },
  };
}
