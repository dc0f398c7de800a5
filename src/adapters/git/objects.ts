import type { Path } from '../../model/path.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import type { Blob, Entry } from '../../snapshots/snapshot.ts';
import type { Answer } from './batch-output.ts';
import { startCatFile, type Ticket } from './cat-file.ts';
import { entryMode, isObjectId, isTreeMode } from './modes.ts';
import { type Commit, notReadable, parseCommit, parseTree, type Tree } from './parse.ts';
import { startGit } from './run.ts';

/** Everything that is read from a repository's object store, through one `git cat-file --batch`. */
export type Objects = {
  /** The blobs with these full object ids, in this order, one answer for each. */
  read(ids: readonly string[]): AsyncIterable<Blob>;
  /** A commit, also when `id` is that of a tag on it. Problems: `missing-commit`, `not-a-commit`. */
  commit(id: string): Promise<Result<Commit>>;
  /** The entry of a commit at exactly this path; directories are no entries. */
  pathEntry(commit: string, path: Path): Promise<Result<Entry | undefined>>;
  /** Ends the process and waits for its end. */
  close(): Promise<void>;
};

export type ObjectsOptions = {
  gitDir: string;
  /** Bytes; larger blobs are refused as `too-large`. 50 MiB unless given. */
  largest?: number;
  /** Milliseconds of silence after which git counts as stuck. 60,000 unless given. */
  silence?: number;
  /** Fetches objects that a partial clone lacks: see `fetchObjects`. */
  fetchMissing?(ids: string[]): Promise<boolean | undefined>;
};

/** How many bytes a reader asks for ahead of its consumer, by the sizes seen so far. */
const AHEAD_BYTES = 16 * 1024 * 1024;
const MOST_AHEAD = 512;
const MOST_TAGS = 8;
const MOST_TREES = 256;

/** Starts git at once, so that it is ready when the first object is needed. */
export function openObjects(options: ObjectsOptions): Objects {
  const { gitDir, fetchMissing } = options;
  const readers = new Set<() => readonly string[]>();
  const catFile = startCatFile({
    start: () => startGit({ gitDir, args: ['cat-file', '--batch'] }),
    largest: options.largest ?? 50 * 1024 * 1024,
    silence: options.silence ?? 60_000,
    ...(fetchMissing && {
      recover: (id) => fetchMissing([...new Set([id, ...[...readers].flatMap((rest) => rest())])]),
    }),
  });
  const trees = new Map<string, Promise<Result<Tree>>>();

  const ask = (id: string): Ticket =>
    isObjectId(id) ? catFile.ask(id) : { id, answer: { refused: 'missing' } };

  const object = async (id: string, wanted: string): Promise<Result<{ type: string; bytes: Buffer }>> => {
    const answer = await catFile.take(ask(id));
    if ('bytes' in answer) return ok(answer);
    return refuse(catFile.failure() ?? notReadable(id, wanted, answer.refused));
  };

  const commit: Objects['commit'] = async (id) => {
    let name = id;
    for (let tags = 0; tags <= MOST_TAGS; tags++) {
      const found = await object(name, 'commit');
      if (!found.ok) return found;
      const { type, bytes } = found.value;
      if (type === 'commit') return parseCommit(name, bytes);
      const target = type === 'tag' ? /^object ([0-9a-f]+)\n/.exec(bytes.toString('latin1', 0, 80)) : null;
      if (target === null) break;
      name = target[1]!;
    }
    return refuse({
      code: 'not-a-commit',
      message: `The object ${id} is not a commit.`,
      hint: 'Name a commit, a branch or a tag of a commit.',
    });
  };

  const tree = (id: string): Promise<Result<Tree>> => {
    const known = trees.get(id);
    if (known) return known;
    if (trees.size >= MOST_TREES) trees.clear();
    const reading = object(id, 'tree').then((found) =>
      found.ok ? parseTree(id, found.value.type, found.value.bytes) : found,
    );
    trees.set(id, reading);
    return reading;
  };

  return {
    async *read(ids) {
      const tickets: Ticket[] = [];
      let asked = 0;
      let seen = 0;
      let bytes = 0;
      const rest = () => ids.slice(seen);
      readers.add(rest);
      try {
        for (; seen < ids.length; seen++) {
          const average = Math.max(1, bytes / Math.max(1, seen));
          const ahead = Math.max(2, Math.min(MOST_AHEAD, 64 + 2 * seen, AHEAD_BYTES / average));
          while (asked < ids.length && asked - seen < ahead) tickets.push(ask(ids[asked++]!));
          const id = ids[seen]!;
          const answer = await catFile.take(tickets.shift()!);
          if ('bytes' in answer) bytes += answer.bytes.length;
          yield toBlob(id, answer);
        }
      } finally {
        readers.delete(rest);
        for (const ticket of tickets) catFile.drop(ticket);
      }
    },
    commit,
    async pathEntry(commitId, path) {
      const found = await commit(commitId);
      if (!found.ok) return found;
      const segments = path.split('/');
      let id = found.value.tree;
      for (const [index, segment] of segments.entries()) {
        const directory = await tree(id);
        if (!directory.ok) return directory;
        const entry = directory.value.get(segment);
        if (entry === undefined) return ok(undefined);
        if (index < segments.length - 1) {
          if (!isTreeMode(entry.mode)) return ok(undefined);
          id = entry.id;
          continue;
        }
        const mode = entryMode(entry.mode);
        return ok(mode === undefined ? undefined : { path, mode, id: entry.id });
      }
      return ok(undefined);
    },
    close: () => catFile.close(),
  };
}

function toBlob(id: string, answer: Answer): Blob {
  if ('refused' in answer) return { id, ...answer };
  return answer.type === 'blob' ? { id, bytes: answer.bytes } : { id, refused: 'unreadable' };
}
