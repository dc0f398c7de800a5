import type { Path } from '../model/path.ts';

export type EntryMode = 'file' | 'executable' | 'symlink' | 'submodule';

/** One path of a snapshot. `id` names the content (a git object id): equal ids, equal bytes. */
export type Entry = { path: Path; mode: EntryMode; id: string };
