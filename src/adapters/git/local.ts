import { encodePath, type Path } from '../../model/path.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import type { History } from '../../snapshots/history.ts';
import type { Entry, RawChange, Snapshot, SnapshotPair } from '../../snapshots/snapshot.ts';
import { commitSnapshot, emptySnapshot, readEntries } from './commit.ts';
import { diskBlob, diskEntry, type WorkTree } from './disk.ts';
import { commitHistory } from './history.ts';
import { isZeroId } from './modes.ts';
import { parsePaths, parseRaw, RAW_OPTIONS, type RawLine, toRawChanges, unmerged } from './parse.ts';
import type { Repository } from './repository.ts';
import { gitBytes } from './run.ts';

const EMPTY_TREES = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

/** What is compared with the index or the work tree. */
export type LocalOptions = {
  /** Full commit id; absent before the first commit: then everything is added. */
  base?: string;
  /** The index that a hook was given, instead of the repository's own. */
  indexFile?: string;
};

/** A commit against the index: what the next commit would change. */
export function indexPair(repository: Repository, options: LocalOptions): SnapshotPair {
  const before = baseSnapshot(repository, options);
  return overlayPair(
    before,
    historyOf(repository, options),
    'index',
    (entries) => readEntries(repository, entries),
    async () => {
      const lines = await diffIndex(repository, options, ['--cached']);
      if (!lines.ok) return lines;
      const conflict = lines.value.find((line) => line.status === 'U');
      return conflict ? refuse(unmerged(conflict.path)) : toRawChanges(lines.value);
    },
  );
}

/**
 * A commit against the files on disk: tracked ones, and untracked ones that are not ignored. Files are read
 * as they are; conversions (autocrlf, filters) are not undone, so a converted file differs in its bytes once
 * git has to look at it. Repositories inside the work tree that are no submodules are not looked into.
 */
export function worktreePair(
  repository: Repository & { workTree: string },
  options: LocalOptions,
): SnapshotPair {
  const tree = { directory: repository.workTree, objectFormat: repository.objectFormat };
  const before = baseSnapshot(repository, options);
  const onDisk = new Map<Path, string>();
  const read: Snapshot['read'] = (entries) =>
    readEntries(repository, entries, (entry) =>
      onDisk.get(entry.path) === entry.id ? () => diskBlob(tree, entry) : undefined,
    );
  return overlayPair(before, historyOf(repository, options), 'worktree', read, async () => {
    const [lines, untracked] = await Promise.all([
      diffIndex(repository, options, []),
      listUntracked(repository, options),
    ]);
    if (!lines.ok) return lines;
    if (!untracked.ok) return untracked;
    const paths = new Map<Path, RawLine | undefined>();
    for (const line of lines.value) {
      if (line.status !== 'U' || !paths.has(line.path)) paths.set(line.path, line);
    }
    for (const path of untracked.value)
      if (!paths.has(path) || !paths.get(path)?.after) paths.set(path, paths.get(path));
    return diskChanges(tree, before, paths, onDisk);
  });
}

async function diskChanges(
  tree: WorkTree,
  before: Snapshot,
  paths: ReadonlyMap<Path, RawLine | undefined>,
  onDisk: Map<Path, string>,
): Promise<Result<RawChange[]>> {
  const changes: RawChange[] = [];
  for (const [path, line] of paths) {
    const old = await before.entry(path);
    if (!old.ok) return old;
    let now: Entry | undefined;
    if (line?.after && !isZeroId(line.after.id)) {
      const staged = toRawChanges([{ ...line, before: undefined, status: 'A' }]);
      if (!staged.ok) return staged;
      now = staged.value[0]?.after;
    } else {
      now = await diskEntry(tree, path, line?.after?.mode);
      if (now) onDisk.set(path, now.id);
    }
    const same = old.value?.id === now?.id && old.value?.mode === now?.mode;
    if (!same) changes.push({ path, ...(old.value && { before: old.value }), ...(now && { after: now }) });
  }
  return ok(sorted(changes));
}

function baseSnapshot(repository: Repository, options: LocalOptions): Snapshot {
  return options.base === undefined
    ? emptySnapshot(EMPTY_TREES[repository.objectFormat])
    : commitSnapshot(repository, options.base);
}

function historyOf(repository: Repository, { base }: LocalOptions): History | undefined {
  return base === undefined ? undefined : commitHistory(repository, { base });
}

/** The after side is the before side with the differences laid over it, so that both always agree. */
function overlayPair(
  before: Snapshot,
  history: History | undefined,
  id: string,
  read: Snapshot['read'],
  compare: () => Promise<Result<RawChange[]>>,
): SnapshotPair {
  let comparing: Promise<Result<RawChange[]>> | undefined;
  const differences = () => {
    comparing ??= compare();
    return comparing;
  };
  const overlay = async (): Promise<Result<Map<Path, Entry | undefined>>> => {
    const changes = await differences();
    return changes.ok ? ok(new Map(changes.value.map((change) => [change.path, change.after]))) : changes;
  };
  const after: Snapshot = {
    id,
    async entry(path) {
      const changed = await overlay();
      if (!changed.ok) return changed;
      return changed.value.has(path) ? ok(changed.value.get(path)) : before.entry(path);
    },
    async entries() {
      const [changed, old] = await Promise.all([overlay(), before.entries()]);
      if (!changed.ok) return changed;
      if (!old.ok) return old;
      const kept = old.value.filter((entry) => !changed.value.has(entry.path));
      const added = [...changed.value.values()].filter((entry) => entry !== undefined);
      return ok(sorted([...kept, ...added]));
    },
    read,
  };
  return { before, after, differences, ...(history && { history }) };
}

function sorted<T extends { path: Path }>(items: T[]): T[] {
  return items
    .map((item) => ({ item, bytes: encodePath(item.path) }))
    .sort((one, other) => Buffer.compare(one.bytes, other.bytes))
    .map(({ item }) => item);
}

async function diffIndex(
  repository: Repository,
  options: LocalOptions,
  more: string[],
): Promise<Result<RawLine[]>> {
  const { gitDir, workTree, objectFormat } = repository;
  // Looking into a submodule's files would start git with the submodule's own configuration.
  const submodules = more.length === 0 ? ['--ignore-submodules=dirty'] : [];
  const base = options.base ?? EMPTY_TREES[objectFormat];
  const output = await gitBytes({
    gitDir,
    ...(workTree && { workTree }),
    ...(options.indexFile && { indexFile: options.indexFile }),
    args: ['diff-index', ...more, ...RAW_OPTIONS, ...submodules, base, '--'],
  });
  return output.ok ? parseRaw(output.value) : output;
}

/** A trailing slash is a repository inside the work tree. */
async function listUntracked(repository: Repository, options: LocalOptions): Promise<Result<Path[]>> {
  const { gitDir, workTree } = repository;
  const output = await gitBytes({
    gitDir,
    ...(workTree && { workTree }),
    ...(options.indexFile && { indexFile: options.indexFile }),
    args: ['ls-files', '--others', '--exclude-standard', '-z'],
  });
  return output.ok ? ok(parsePaths(output.value).filter((path) => !path.endsWith('/'))) : output;
}
