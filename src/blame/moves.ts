import type { Path } from '../model/path.ts';
import type { RawChange } from '../snapshots/snapshot.ts';
import type { ChangeSummary } from '../verdict/decision.ts';

/** Where files are at the end of the range that an older step knew by these paths: later ones have renamed them. */
export type Moves = Map<Path, Path>;

/** Steps are added from the newest to the oldest. */
export function addMoves(moves: Moves, changes: readonly ChangeSummary[]): void {
  const renamed = changes.flatMap(({ path, to }) =>
    to === undefined ? [] : [[path, moves.get(to) ?? to] as const],
  );
  // What was of this name later is another file.
  for (const { path, status } of changes)
    if (status !== 'modified' && status !== 'retyped') moves.delete(path);
  for (const [path, place] of renamed) moves.set(path, place);
}

/**
 * Where the outcome of a change is at the end of the range. That a file is gone, or has another name, is itself the
 * outcome, so that those stay where they are.
 * @param own what the step did, with the renames in it.
 */
export function placeNow(moves: Moves, own: readonly ChangeSummary[]): (change: RawChange) => Path {
  const renamed = new Set(own.flatMap(({ path, from }) => (from === undefined ? [] : [path])));
  return ({ path, after }) => (after === undefined || renamed.has(path) ? path : (moves.get(path) ?? path));
}
