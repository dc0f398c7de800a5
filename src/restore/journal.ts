import type { JsonObject } from '../model/json.ts';
import { ok, type Result, refuse } from '../model/problem.ts';
import {
  count,
  digest,
  type Field,
  listOf,
  oneOf,
  optional,
  orNull,
  place,
  record,
  text,
  ulid,
} from '../store/fields.ts';
import { isSafeLocation, type Location, type NewDirectory, type Plan, type Write } from './plan.ts';

/** What a restore is going to do: enough to finish it after a crash at any moment. */
export type Journal = {
  version: 1;
  /** A ULID; the names of temporary files are made of it. */
  id: string;
  /** The snapshots that are put back. */
  snapshots: string[];
  /** The one of what stood there before; `null` when nothing did. */
  before: string | null;
  /** The directory that stands in the place of `/`; empty for the host itself. */
  root: string;
  writes: Write[];
  removes: Location[];
  directories: NewDirectory[];
  /** For whom the contents of `before` were encrypted; a run that finishes this one does the same. */
  recipients?: string[];
};

/** What a journal says besides the plan. */
export type JournalHead = Pick<Journal, 'id' | 'snapshots' | 'before' | 'root' | 'recipients'>;

export function journalOf(head: JournalHead, { writes, removes, directories }: Plan): Journal {
  return { version: 1, ...head, writes, removes, directories };
}

/** The name of a restore's entry in the store's journal. */
export const JOURNAL_NAME = /^restore-[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export function journalName({ id }: Pick<Journal, 'id'>): string {
  return `restore-${id}`;
}

const location: Field = (value) =>
  place(value) ?? (isSafeLocation(value as string) ? undefined : 'is not absolute');
const permissions: Field = (value) =>
  count(value) ?? ((value as number) > 0o7777 ? 'is more than permission bits' : undefined);
const onlyTrue: Field = (value) => (value === true ? undefined : 'is not true');
const owned = { path: location, mode: permissions, uid: count, gid: count };

const shape = record({
  version: (value) => (value === 1 ? undefined : 'is that of another Holdfast'),
  id: ulid,
  snapshots: listOf(ulid),
  before: orNull(ulid),
  root: (value) => (value === '' ? undefined : location(value)),
  writes: listOf(
    record({
      ...owned,
      sha256: digest,
      size: count,
      was: oneOf(['absent', 'unreadable', 'file', 'link']),
      link: optional(text),
      inPlace: optional(onlyTrue),
      sensitive: optional(onlyTrue),
      stored: optional(record({ sha256: digest, size: count })),
    }),
  ),
  removes: listOf(location),
  directories: listOf(record(owned)),
  recipients: optional(listOf(text)),
});

/** Reads a journal's entry. What it says is done as it stands, so that nothing in it is taken on trust. */
export function readJournalEntry(entry: JsonObject, name: string): Result<Journal> {
  const fault = shape(entry);
  if (fault === undefined && journalName(entry as { id: string }) === name)
    return ok(entry as unknown as Journal);
  return refuse(unusableJournal(fault ?? 'its name is that of another one'));
}

export function unusableJournal(fault: string) {
  return {
    code: 'journal-unusable',
    message: `The journal of an interrupted restore cannot be used: ${fault}.`,
    hint: 'Files may be partly restored. `holdfast restore --discard` forgets it; then restore again.',
  };
}
