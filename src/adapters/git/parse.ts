import { decodePath } from '../../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Entry, RawChange } from '../../snapshots/snapshot.ts';
import { entryMode, isObjectId, isZeroId } from './modes.ts';

/** A commit's own data. `committerTime` is in seconds since 1970. Parents are listed in shallow clones too. */
export type Commit = { id: string; tree: string; parents: string[]; committerTime: number };

/** A directory: name -> octal mode and object id. */
export type Tree = Map<string, { mode: string; id: string }>;

export function parseCommit(id: string, bytes: Buffer): Result<Commit> {
  const end = bytes.indexOf('\n\n');
  const lines = bytes.toString('latin1', 0, end === -1 ? bytes.length : end).split('\n');
  const tree = /^tree ([0-9a-f]+)$/.exec(lines[0] ?? '')?.[1];
  const parents = lines.flatMap((line) => /^parent ([0-9a-f]+)$/.exec(line)?.[1] ?? []);
  const time = lines.map((line) => /^committer .*> (-?\d+) [+-]\d+$/.exec(line)?.[1]).find(Boolean);
  if (tree === undefined || ![tree, ...parents].every(isObjectId)) return refuse(malformed(`commit ${id}`));
  return ok({ id, tree, parents, committerTime: Number(time ?? 0) });
}

/** Reads a tree object: `<mode> <name>\0<binary id>`, again and again. */
export function parseTree(id: string, type: string, bytes: Buffer): Result<Tree> {
  const width = id.length / 2;
  const tree: Tree = new Map();
  if (type !== 'tree') return refuse(malformed(`tree ${id}`));
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space);
    if (space === -1 || end === -1 || end + 1 + width > bytes.length) return refuse(malformed(`tree ${id}`));
    const name = decodePath(bytes.subarray(space + 1, end));
    const object = bytes.toString('hex', end + 1, end + 1 + width);
    if (!tree.has(name)) tree.set(name, { mode: bytes.toString('latin1', at, space), id: object });
    at = end + 1 + width;
  }
  return ok(tree);
}

/** Options that make the output depend on the objects alone, never on configuration or attributes. */
export const RAW_OPTIONS = [
  '--raw',
  '-z',
  '--no-renames',
  '--no-abbrev',
  '--no-ext-diff',
  '--no-textconv',
  // Without it, `ignore = all` in .gitmodules hides that a submodule moved.
  '--ignore-submodules=none',
];

/** One side of a line of `--raw` output; `undefined` for a side that does not exist. */
export type RawSide = { mode: string; id: string } | undefined;

/** A path that differs, with the status letter: A, D, M, T, or U for a path in the middle of a merge. */
export type RawLine = { path: string; status: string; before: RawSide; after: RawSide };

/** Reads `--raw -z` output: `:<mode> <mode> <id> <id> <status>\0<path>\0`, again and again. */
export function parseRaw(bytes: Buffer): Result<RawLine[]> {
  const lines: RawLine[] = [];
  const bad = () => refuse(malformed('difference'));
  for (let at = 0; at < bytes.length; ) {
    const headerEnd = bytes.indexOf(0, at);
    const pathEnd = headerEnd === -1 ? -1 : bytes.indexOf(0, headerEnd + 1);
    if (pathEnd === -1 || pathEnd === headerEnd + 1) return bad();
    const header = bytes.toString('latin1', at, headerEnd);
    const found = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+) ([0-9a-f]+) ([ADMTU])$/.exec(header);
    if (found === null || !isObjectId(found[3]!) || !isObjectId(found[4]!)) return bad();
    const [, oldMode, newMode, oldId, newId, status] = found as unknown as string[];
    const before = oldMode === '000000' ? undefined : { mode: oldMode!, id: oldId! };
    const after = newMode === '000000' ? undefined : { mode: newMode!, id: newId! };
    lines.push({ path: decodePath(bytes.subarray(headerEnd + 1, pathEnd)), status: status!, before, after });
    at = pathEnd + 1;
  }
  return ok(lines);
}

/** Lines between two trees, or a tree and the index, as raw changes; any line that makes no sense refuses all. */
export function toRawChanges(lines: readonly RawLine[]): Result<RawChange[]> {
  const changes: RawChange[] = [];
  const paths = new Set<string>();
  for (const { path, status, before, after } of lines) {
    const sides = { A: !before && after, D: before && !after, M: before && after, T: before && after }[
      status
    ];
    const old = toEntry(path, before);
    const now = toEntry(path, after);
    if (!sides || paths.has(path) || old === 'unknown' || now === 'unknown') {
      return refuse({ ...malformed('difference'), path });
    }
    paths.add(path);
    changes.push({ path, ...(old && { before: old }), ...(now && { after: now }) });
  }
  return ok(changes);
}

function toEntry(path: string, side: RawSide): Entry | undefined | 'unknown' {
  if (side === undefined) return undefined;
  const mode = entryMode(side.mode);
  return mode === undefined || isZeroId(side.id) ? 'unknown' : { path, mode, id: side.id };
}

/**
 * Reads `ls-tree -r -z` (`<mode> <type> <id>\t<path>\0`) and `ls-files -s -z` (`<mode> <id> <stage>\t<path>\0`).
 * A path in the middle of a merge is the problem `unmerged`.
 */
export function parseListing(bytes: Buffer): Result<Entry[]> {
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tab = bytes.indexOf(9, at);
    const end = tab === -1 ? -1 : bytes.indexOf(0, tab);
    if (end === -1) return refuse(malformed('listing'));
    const [octal = '', second = '', third = ''] = bytes.toString('latin1', at, tab).split(' ');
    const path = decodePath(bytes.subarray(tab + 1, end));
    const staged = isObjectId(second);
    const mode = entryMode(octal);
    if (staged && third !== '0') return refuse(unmerged(path));
    const id = staged ? second : third;
    if (mode === undefined || !isObjectId(id)) return refuse({ ...malformed('listing'), path });
    entries.push({ path, mode, id });
    at = end + 1;
  }
  return ok(entries);
}

/** Splits `-z` output into paths. */
export function parsePaths(bytes: Buffer): string[] {
  const paths: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const stop = end === -1 ? bytes.length : end;
    paths.push(decodePath(bytes.subarray(at, stop)));
    at = stop + 1;
  }
  return paths;
}

export function unmerged(path: string): Problem {
  return {
    code: 'unmerged',
    message: 'The index holds a path in the middle of a merge.',
    hint: 'Resolve the conflict, `git add` the file, and run Holdfast again.',
    path,
  };
}

/** Why an object that was asked for cannot be had. `wanted` is its type in words. */
export function notReadable(id: string, wanted: string, refused: string): Problem {
  if (refused === 'missing') {
    return {
      code: `missing-${wanted}`,
      message: `The repository does not have the ${wanted} ${id}.`,
      hint: 'In a shallow clone, fetch it (actions/checkout: `fetch-depth: 0`); otherwise run `git fsck`.',
    };
  }
  return {
    code: `unreadable-${wanted}`,
    message: `The ${wanted} ${id} cannot be read (${refused}).`,
    hint: 'Run `git fsck` in the repository; clone it again when it is damaged.',
  };
}

/** Git wrote something else than it documents. */
export function malformed(what: string): Problem {
  return {
    code: 'malformed-git-data',
    message: `Git's ${what} is not in the form that git documents.`,
    hint: 'Run `git fsck` in the repository; if it finds nothing, report this with your version of git.',
  };
}
