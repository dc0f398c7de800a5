import { announcesRevert } from '../changes/announced.ts';
import { type CommonPoint, commonPoint, type Returning, versionsBack } from '../changes/past.ts';
import type { WentBack } from '../checks/context.ts';
import { identityOf } from '../checks/key-name.ts';
import type { Difference } from '../diff/difference.ts';
import { undoneKeys } from '../diff/undone.ts';
import type { FormatId, ParsedDocument } from '../documents/document.ts';
import type { Path } from '../model/path.ts';
import type { Problem } from '../model/problem.ts';
import { count } from '../model/text.ts';
import type { Entry } from '../snapshots/entry.ts';
import type { Past } from '../snapshots/history.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import type { Messages } from './messages.ts';
import { readBlobs, toDocument, type Versions } from './read.ts';
import type { Selected } from './select.ts';

/** Older versions of a file that are read to compare keys, and files of which they are; whole contents need no reading. */
const MOST_READ = 10;
const MOST_FILES = 200;
/** Characters of all older versions that are read, taken to be as long as the newest. */
const MOST_CHARACTERS = 24 * 1024 * 1024;
/** A history that is cut off after this many commits says enough; a file needs two versions to go back. */
const ENOUGH_COMMITS = 50;
const ENOUGH_VERSIONS = 3;

/** What came before the change, for the files that are critical. */
export type PastOf = {
  /** Reads older versions of these changes, so that `wentBack` can answer for them. */
  load(selected: readonly Selected[], versions: readonly Versions[]): Promise<void>;
  wentBack(one: Selected, versions: Versions, difference: Difference | undefined): WentBack | undefined;
  /** Why this cannot be known of some critical files, when that is so. */
  unseen(): Promise<Problem | undefined>;
};

/** Older versions to read of one file. */
type Wanted = { before: ParsedDocument; entries: Entry[]; format: FormatId };
type Together = NonNullable<WentBack['together']>;
type Known = { past: Past; returning: Map<Path, Returning>; together: Map<Path, Together> };

/** Asks for the history only when a critical file changed; a change that announces a revert is left alone. */
export function openPast(pair: SnapshotPair, messages: Messages, selected: readonly Selected[]): PastOf {
  const critical = selected.filter(
    ({ selection, change }) => selection.critical && change.before !== undefined,
  );
  let problem: Problem | undefined;
  let characters = 0;
  let known: Known | undefined;
  const older = new Map<Path, (ParsedDocument | undefined)[]>();

  async function ask(): Promise<void> {
    if (pair.history === undefined || critical.length === 0) return;
    // Where not all of them can be asked for, those that count come first.
    const paths = new Set([...critical, ...selected].map(({ change }) => change.path));
    const found = await pair.history.past([...paths]);
    if (!found.ok) {
      problem = missing(critical, found.problem.message);
      return;
    }
    const past = found.value;
    problem = tooShort(past, critical);
    if (past.commits.length === 0) return;
    if (announcesRevert(await messages())) return;
    const all = selected.flatMap(({ change: { path, before, after } }): Returning[] => {
      const versions = past.versions.get(path);
      return versions === undefined || versions[0]?.entry?.id !== before?.id
        ? []
        : [{ path, after, versions }];
    });
    const returning = new Map(all.map((one) => [one.path, one]));
    known = { past, returning, together: togetherOf(past, commonPoint(all, past), selected) };
  }

  const asked = ask();
  return {
    async load(group, versions) {
      await asked;
      const wanted = group.flatMap(({ change, selection }, index): Wanted[] => {
        const returning = known?.returning.get(change.path);
        const { before, after } = versions[index]!;
        if (returning === undefined || !selection.critical || change.status !== 'modified') return [];
        if (before?.kind !== 'parsed' || after?.kind !== 'parsed') return [];
        if (versionsBack(returning) !== undefined) return [];
        return [{ before, entries: olderEntries(returning), format: selection.format ?? before.format }];
      });
      const files = wanted.slice(0, MOST_FILES - older.size).filter(({ before, entries }) => {
        const length = before.text.length * entries.length;
        if (characters + length > MOST_CHARACTERS) return false;
        characters += length;
        return true;
      });
      // All in one request: a partial clone fetches what it lacks, and that must not be one by one.
      const blobs = await readBlobs(
        pair.before,
        files.flatMap(({ entries }) => entries),
      );
      for (const { before, entries, format } of files) {
        const own = blobs.splice(0, entries.length);
        const read = entries.map((entry, at) => toDocument(entry, own[at]!, format));
        const documents = (await Promise.all(read)).map((one) => (one.kind === 'parsed' ? one : undefined));
        if (entries[0] !== undefined) older.set(entries[0].path, [before, ...documents]);
      }
    },
    wentBack(one, { after }, difference) {
      const { change, selection } = one;
      const returning = known?.returning.get(change.path);
      if (known === undefined || returning === undefined || !selection.critical) return undefined;
      const { commits } = known.past;
      const at = (version: number) => commits[returning.versions[version]!.commit]!;
      const back = versionsBack(returning);
      if (back !== undefined) {
        // What is deleted is told as that; it still counts among the files that go back together.
        if (change.after === undefined) return undefined;
        const undone = returning.versions.slice(0, back).map(({ commit }) => commits[commit]!);
        const together = known.together.get(change.path);
        return {
          to: at(back),
          keys: difference?.changes,
          commits: undone,
          whole: true,
          ...(together && { together }),
        };
      }
      const documents = older.get(change.path);
      if (documents === undefined || difference === undefined || after?.kind !== 'parsed') return undefined;
      const undone = undoneKeys(difference.changes, documents, after, identityOf(selection));
      if (undone === undefined) return undefined;
      return { to: at(undone.versions), keys: undone.keys, commits: undone.steps.map(at), whole: false };
    },
    async unseen() {
      await asked;
      return problem;
    },
  };
}

/** The same for all files that go back to the common moment. */
function togetherOf(
  { commits }: Past,
  point: CommonPoint | undefined,
  selected: readonly Selected[],
): Map<Path, Together> {
  const paths = new Set(point?.paths);
  const first = selected.find(
    ({ change, selection }) => selection.critical && change.after !== undefined && paths.has(change.path),
  );
  if (point === undefined || first === undefined) return new Map();
  const together = {
    files: point.paths,
    first: first.change.path,
    touched: selected.length,
    commits: point.undone.map((index) => commits[index]!),
  };
  return new Map(point.paths.map((path) => [path, together]));
}

/** The versions before the newest one, up to one at which the file did not exist. */
function olderEntries({ versions }: Returning): Entry[] {
  const entries = versions.slice(1, MOST_READ + 1).map(({ entry }) => entry);
  const gap = entries.indexOf(undefined);
  return entries.slice(0, gap === -1 ? entries.length : gap).flatMap((entry) => entry ?? []);
}

function tooShort({ cutAfter, versions }: Past, critical: readonly Selected[]): Problem | undefined {
  if (cutAfter === undefined || cutAfter >= ENOUGH_COMMITS) return undefined;
  const short = critical.filter(({ change: { path, before } }) => {
    const known = versions.get(path) ?? [];
    return before !== undefined && known.length < ENOUGH_VERSIONS && !known.at(-1)?.first;
  });
  return short.length === 0
    ? undefined
    : missing(short, `The history is cut off after ${count(cutAfter, 'commit')}.`);
}

function missing([first, ...more]: readonly Selected[], why: string): Problem {
  const others = more.length === 0 ? '' : `, and ${count(more.length, 'other critical file')},`;
  return {
    code: 'history-missing',
    message: `${why} Whether this file${others} goes back to an older version is not known.`,
    hint: 'Check out with `fetch-depth: 0`, or run `git fetch --unshallow`.',
    path: first!.change.path,
  };
}
