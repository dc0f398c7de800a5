import type { Path } from '../model/path.ts';
import type { Result } from '../model/problem.ts';
import type { Entry } from './entry.ts';
import type { History } from './history.ts';

export type { Entry, EntryMode } from './entry.ts';

/** The bytes of an entry, or why they cannot be had. `size` is in bytes. */
export type Blob =
  | { id: string; bytes: Uint8Array }
  | { id: string; refused: 'missing' | 'too-large' | 'unreadable'; size?: number };

/** A read-only view of files at one moment: a commit, the index, a directory, a backup. */
export interface Snapshot {
  /** What a person may use to find it again: a full commit id, `index`, `worktree`. */
  readonly id: string;
  /** The entry at exactly this path; `undefined` when the snapshot has none. */
  entry(path: Path): Promise<Result<Entry | undefined>>;
  /** All entries, sorted by path bytes. */
  entries(): Promise<Result<Entry[]>>;
  /** The contents of these entries, in this order, one blob per entry. Symlinks give their target's text. */
  read(entries: readonly Entry[]): AsyncIterable<Blob>;
}

/** One path that differs between two snapshots; neither side missing means both are given. */
export type RawChange = { path: Path; before?: Entry; after?: Entry };

/** Two snapshots and what differs between them. */
export interface SnapshotPair {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Every differing path, sorted by path; complete or refused, never truncated. */
  differences(): Promise<Result<RawChange[]>>;
  /** What came before the before side; absent where nothing can be known of it. */
  readonly history?: History;
}
