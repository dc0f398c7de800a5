import type { Path } from '../model/path.ts';
import type { RawChange, Snapshot, SnapshotPair } from '../snapshots/snapshot.ts';
import type { Inner } from './candidate.ts';
import { nearest, type Touch } from './touch.ts';

/** Something that may be to blame, before anything of it is read. */
export type Step = {
  kind: 'commit' | 'host';
  id: string;
  at: string;
  author: string | null;
  subject: string;
  /** The whole message; empty for a host. */
  message: string;
  /** Full commit ids; none for a host. */
  parents: string[];
  changes: readonly RawChange[];
  /** The deployment that did it, as far as that is on record. */
  deployment: string | null;
  /** A host has what no commit has, or a deployment wrote what it was not to write. */
  outsidePlan: boolean;
  /** It was rolled back. */
  undone: boolean;
  /** It did nothing but put back what had stood there before a failure. */
  putBack: boolean;
  /** Both sides of it. */
  pair(): SnapshotPair;
  /** Where a file of it is on the host; the path itself for a commit. */
  placeOf(path: Path): string;
  /** How its files stand at the end of the range. */
  end: Snapshot;
  /** What a merge brought to these paths, the newest first. */
  inner(paths: readonly Path[]): Promise<Inner[]>;
};

/** A step that changed some configuration. `paths`: those that come nearest to the service. */
export type Touching = { step: Step; touch: Touch; paths: Path[] };

/** Steps that are read and judged: those that come nearest to the service, and of these the newest. */
export const MOST_JUDGED = 200;

/** The steps that changed configuration, in their order. */
export function touching(steps: readonly Step[], touchOf: (path: Path) => Touch | undefined): Touching[] {
  return steps.flatMap((step) => {
    const touch = nearest(step.changes.map(({ path }) => touchOf(path)));
    if (touch === undefined) return [];
    const paths = step.changes.map(({ path }) => path).filter((path) => isAsNear(touchOf(path), touch));
    return [{ step, touch, paths }];
  });
}

/** What concerns the service counts together: its files, and what they are judged and written by. */
function isAsNear(touch: Touch | undefined, nearestOne: Touch): boolean {
  if (nearestOne === 'own') return touch === 'own' || touch === 'related';
  return touch === nearestOne;
}

/** Those that are worth reading. Hosts and commits are each in their order, the newest first. */
export function toJudge(all: readonly Touching[]): Touching[] {
  const nearest = (['own', 'related'] as const).flatMap((wanted) =>
    byTime(all.filter(({ touch }) => touch === wanted)),
  );
  return nearest.slice(0, MOST_JUDGED);
}

/** Hosts and commits in one order. Clocks of commits may go backwards: their own order stays. */
function byTime(all: readonly Touching[]): Touching[] {
  const hosts = all.filter(({ step }) => step.kind === 'host');
  const merged: Touching[] = [];
  for (const commit of all.filter(({ step }) => step.kind === 'commit')) {
    while (hosts.length > 0 && Date.parse(hosts[0]!.step.at) > Date.parse(commit.step.at))
      merged.push(hosts.shift()!);
    merged.push(commit);
  }
  return [...merged, ...hosts];
}
