import type { Document, FormatId } from '../documents/document.ts';
import { readDocument } from '../documents/read.ts';
import type { Blob, Entry, Snapshot, SnapshotPair } from '../snapshots/snapshot.ts';
import type { Selected } from './select.ts';

/** The two versions of one selected change. */
export type Versions = { before?: Document; after?: Document };

/** Reads the versions of some changes, each side in one request. */
export async function readVersions(pair: SnapshotPair, selected: readonly Selected[]): Promise<Versions[]> {
  const wanted = selected.map(({ change }) => ({
    before: change.before,
    after: change.after,
  }));
  const [before, after] = await Promise.all([
    readBlobs(
      pair.before,
      wanted.flatMap((entries) => entries.before ?? []),
    ),
    readBlobs(
      pair.after,
      wanted.flatMap((entries) => entries.after ?? []),
    ),
  ]);
  const versions: Versions[] = [];
  let [nextBefore, nextAfter] = [0, 0];
  for (const [index, entries] of wanted.entries()) {
    const { format } = selected[index]!.selection;
    const one: Versions = {};
    if (entries.before !== undefined)
      one.before = await toDocument(entries.before, before[nextBefore++]!, format);
    if (entries.after !== undefined) {
      const blob = after[nextAfter++]!;
      const same = entries.before?.id === entries.after.id && one.before?.kind === 'parsed';
      one.after = same ? one.before! : await toAfter(entries.after, blob, format, one.before);
    }
    versions.push(one);
  }
  return versions;
}

/** A file that is known by its content only is still of its old format when it can no longer be parsed. */
async function toAfter(
  entry: Entry,
  blob: Blob,
  format: FormatId | undefined,
  before: Document | undefined,
): Promise<Document> {
  const after = await toDocument(entry, blob, format);
  if (format !== undefined || after.kind !== 'text' || before?.kind !== 'parsed') return after;
  return toDocument(entry, blob, before.format);
}

export function toDocument(entry: Entry, blob: Blob, format: FormatId | undefined): Promise<Document> {
  return readDocument(entry, blob, format === undefined ? {} : { format });
}

export async function readBlobs(
  snapshot: Pick<Snapshot, 'read'>,
  entries: readonly Entry[],
): Promise<Blob[]> {
  const blobs: Blob[] = [];
  if (entries.length === 0) return blobs;
  for await (const blob of snapshot.read(entries)) blobs.push(blob);
  while (blobs.length < entries.length) blobs.push({ id: entries[blobs.length]!.id, refused: 'missing' });
  return blobs;
}
