import { createHash } from 'node:crypto';
import type { Path } from '../../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Entry, RawChange } from '../../snapshots/snapshot.ts';
import { entryMode, isObjectId, isTreeMode } from '../git/modes.ts';
import type { Tree } from '../git/parse.ts';
import type { GitHub } from './client.ts';

/** The trees of a repository through GitHub's API, each asked for once. A tree's id stands for it. */
export type Trees = {
  /** What differs between two trees, sorted by path bytes; `undefined` is a tree without entries. */
  compare(before: string | undefined, after: string | undefined): Promise<Result<RawChange[]>>;
  /** The entry at exactly this path below a tree; directories are no entries. */
  entry(tree: string, path: Path): Promise<Result<Entry | undefined>>;
  /** Bytes of the blobs in all trees read so far, as GitHub states them. */
  sizes: Map<string, number>;
};

type Item = { path: string; mode: string; sha: string; size?: number };
type Listing = { tree: Item[]; truncated: boolean };

const MOST_NAMES = 1_000_000;

/**
 * A tree is rebuilt from GitHub's answer and hashed: an answer that is cut, changed or not exact (names that are
 * not UTF-8) has another id. Problems: those of the client, `github-truncated`, `github-inexact`, `too-many-paths`.
 * https://docs.github.com/en/rest/git/trees
 */
export function openTrees(github: GitHub): Trees {
  const trees = new Map<string, Promise<Result<Tree>>>();
  const whole = new Map<string, Promise<Result<Tree>>>();
  const sizes = new Map<string, number>();

  async function list(id: string, more: { recursive?: '1' }): Promise<Result<Listing>> {
    if (gitId('tree', new Uint8Array(), id) === id) return ok({ tree: [], truncated: false });
    const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';
    const answer = await github.request<Listing | undefined>(route, { tree_sha: id, ...more });
    if (!answer.ok) return answer;
    const { tree, truncated } = answer.value.data ?? {};
    if (!Array.isArray(tree) || !tree.every(isItem) || typeof truncated !== 'boolean') return inexact(id);
    for (const { sha, size } of tree) if (typeof size === 'number') sizes.set(sha, size);
    return ok({ tree, truncated });
  }

  const load = memo(trees, async (id) => {
    const listing = await list(id, {});
    if (!listing.ok) return listing;
    if (!listing.value.truncated) return toTree(id, listing.value.tree);
    return checkOut('github-truncated', `GitHub gives only a part of the directory ${id}: it is too large.`);
  });

  /** A tree with all below it: in one request, or in one for each of its directories where GitHub cuts it. */
  const loadAll: (id: string) => Promise<Result<Tree>> = memo(whole, async (id) => {
    const listing = await list(id, { recursive: '1' });
    if (!listing.ok) return listing;
    if (listing.value.truncated) {
      const tree = await load(id);
      if (!tree.ok) return tree;
      const below = [...tree.value.values()].filter(({ mode }) => isTreeMode(mode));
      const loaded = await Promise.all(below.map((each) => loadAll(each.id)));
      return loaded.find((each) => !each.ok) ?? tree;
    }
    const directories = new Map<string, { id: string; items: Item[] }>([['', { id, items: [] }]]);
    for (const { path, mode, sha } of listing.value.tree) {
      if (isTreeMode(mode)) directories.set(`${path}/`, { id: sha, items: [] });
    }
    for (const item of listing.value.tree) {
      const start = item.path.lastIndexOf('/') + 1;
      directories.get(item.path.slice(0, start))?.items.push({ ...item, path: item.path.slice(start) });
    }
    for (const directory of directories.values()) {
      const tree = toTree(directory.id, directory.items);
      if (!tree.ok) return tree;
      for (const known of [trees, whole]) known.set(directory.id, Promise.resolve(tree));
    }
    return load(id);
  });

  const compare: Trees['compare'] = async (before, after) => {
    const changes: RawChange[] = [];
    let problem: Problem | undefined;
    let names = 0;
    const side = async (id: string | undefined, other: string | undefined): Promise<Tree> => {
      if (id === undefined) return new Map();
      const tree = await (other === undefined ? loadAll(id) : load(id));
      if (tree.ok) return tree.value;
      problem ??= tree.problem;
      return new Map();
    };
    const visit = async (one: string | undefined, two: string | undefined, prefix: string): Promise<void> => {
      const [old, now] = await Promise.all([side(one, two), side(two, one)]);
      const below: Promise<void>[] = [];
      for (const name of new Set([...old.keys(), ...now.keys()])) {
        const [was, is] = [old.get(name), now.get(name)];
        if (problem || (was?.id === is?.id && was?.mode === is?.mode)) continue;
        // A few small trees that name each other many times can stand for any number of paths.
        if (++names > MOST_NAMES)
          ({ problem } = checkOut('too-many-paths', `More than ${MOST_NAMES} paths.`));
        const path = prefix + name;
        const [from, to] = [toEntry(path, was), toEntry(path, is)];
        const [left, right] = [from ? undefined : was?.id, to ? undefined : is?.id];
        if (left !== right) below.push(visit(left, right, `${path}/`));
        if (from?.id === to?.id && from?.mode === to?.mode) continue;
        changes.push({ path, ...(from && { before: from }), ...(to && { after: to }) });
      }
      await Promise.all(below);
    };
    if (before !== after) await visit(before, after, '');
    return problem ? refuse(problem) : ok(sortByBytes(changes, ({ path }) => path));
  };

  const entry: Trees['entry'] = async (root, path) => {
    let found: { mode: string; id: string } | undefined = { mode: '40000', id: root };
    for (const name of path.split('/')) {
      if (found === undefined || !isTreeMode(found.mode)) return ok(undefined);
      const tree: Result<Tree> = await load(found.id);
      if (!tree.ok) return tree;
      found = tree.value.get(name);
    }
    return ok(toEntry(path, found));
  };

  return { compare, entry, sizes };
}

function memo<T>(
  known: Map<string, Promise<T>>,
  ask: (id: string) => Promise<T>,
): (id: string) => Promise<T> {
  return (id) => {
    const answer = known.get(id) ?? ask(id);
    known.set(id, answer);
    return answer;
  };
}

/** The id that git gives to an object, in the hash of another id of the same repository. */
export function gitId(type: 'blob' | 'tree', bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A tree object is `<mode> <name>\0<binary id>` for each entry, a directory sorted as if it ended in `/`. */
function toTree(id: string, items: readonly Item[]): Result<Tree> {
  const tree: Tree = new Map(items.map(({ path, mode, sha }) => [path, { mode, id: sha }]));
  const sorted = sortByBytes(items, ({ path, mode }) => (isTreeMode(mode) ? `${path}/` : path));
  const parts = sorted.flatMap(({ path, mode, sha }) => [
    Buffer.from(`${mode.replace(/^0/, '')} ${path}\0`),
    Buffer.from(sha, 'hex'),
  ]);
  const plain = items.every(({ path }) => path !== '' && !path.includes('/') && path.isWellFormed());
  const same = gitId('tree', Buffer.concat(parts), id) === id;
  return plain && same && tree.size === items.length
    ? ok(tree)
    : inexact(id, items.find(({ path }) => path.includes('\ufffd'))?.path);
}

function toEntry(path: Path, found: { mode: string; id: string } | undefined): Entry | undefined {
  const mode = found && entryMode(found.mode);
  return mode && { path, mode, id: found.id };
}

function isItem(item: Partial<Item> | null): boolean {
  const { path, mode, sha } = item ?? {};
  if (typeof path !== 'string' || typeof mode !== 'string' || !isObjectId(String(sha))) return false;
  return isTreeMode(mode) || entryMode(mode) !== undefined;
}

function sortByBytes<T>(items: readonly T[], text: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, bytes: Buffer.from(text(item)) }));
  return keyed.sort((one, other) => Buffer.compare(one.bytes, other.bytes)).map(({ item }) => item);
}

function inexact(id: string, name?: string) {
  const why = name === undefined ? '' : `, probably because of the name ${JSON.stringify(name)}`;
  return checkOut('github-inexact', `GitHub does not give the directory ${id} exactly${why}.`);
}

/** What the API cannot give, but git can. */
export function checkOut(code: string, message: string): { ok: false; problem: Problem } {
  const hint = 'Check out the repository in this job, so that Holdfast reads it with git.';
  return refuse({ code, message, hint });
}
