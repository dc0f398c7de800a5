import type { Path } from '../model/path.ts';
import type { Result } from '../model/problem.ts';
import type { Entry } from './entry.ts';

/** A commit of the past. `day` is the committer's, `2026-01-31` in UTC; `subject` is one line of foreign text. */
export type PastCommit = { id: string; day: string; subject: string };

/**
 * What stood at a path since the commit with this index in `Past.commits`; no entry: the path did not exist.
 * `first`: the path is new in this commit.
 */
export type PastVersion = { commit: number; entry?: Entry; first?: true };

/** What is known of the past of some paths. */
export type Past = {
  /** The commits that changed any of the paths, newest first. */
  commits: PastCommit[];
  /** Newest first: the first is what the before side has. Paths of which nothing is known are left out. */
  versions: ReadonlyMap<Path, readonly PastVersion[]>;
  /** How many commits there were to look at, when the history is cut off behind them (a shallow clone). */
  cutAfter?: number;
};

/** The commits up to the before side of a pair, and those between its two sides. */
export interface History {
  /**
   * The earlier versions of these paths, as they stood on the branch of the before side: a merge counts as one
   * commit. At most `MOST_COMMITS` commits are looked at, so that the same commits give the same answer.
   */
  past(paths: readonly Path[]): Promise<Result<Past>>;
  /** The whole messages of the commits that the after side has and the before side has not, newest first. */
  messages(): Promise<Result<string[]>>;
}

/** Commits that are looked at, and versions that are kept of one path. */
export const MOST_COMMITS = 2_000;
export const MOST_VERSIONS = 50;
/** Messages between the two sides that are read. */
export const MOST_MESSAGES = 500;

/** Commits that changed none of the paths are left out. */
export function onlyTouching(past: Past): Past {
  const touching = new Set([...past.versions.values()].flatMap((all) => all.map(({ commit }) => commit)));
  const order = [...touching].sort((one, other) => one - other);
  const places = new Map(order.map((commit, index) => [commit, index]));
  const versions = [...past.versions].map(([path, all]): [Path, PastVersion[]] => [
    path,
    all.map((version) => ({ ...version, commit: places.get(version.commit)! })),
  ]);
  const commits = order.map((index) => past.commits[index]!);
  return { ...past, commits, versions: new Map(versions) };
}
