import type { Step } from '../../blame/step.ts';
import { ok } from '../../model/problem.ts';
import type { Landed } from '../../snapshots/landed.ts';
import type { Snapshot } from '../../snapshots/snapshot.ts';
import { commitSnapshot } from '../git/commit.ts';
import { innerCommits } from '../git/inner.ts';
import type { Repository } from '../git/repository.ts';
import { sharedHistory } from '../git/shared-history.ts';

/** Steps of a branch, each against what stood before it. The first commit of all has nothing before it, and is none. */
export function commitSteps(
  repository: Repository,
  commits: readonly Landed[],
  end: Snapshot,
  isOfInterest: (path: string) => boolean,
): Step[] {
  const paths = new Set(
    commits.flatMap(({ changes }) => changes.map(({ path }) => path)).filter(isOfInterest),
  );
  const snapshotOf = snapshots(repository);
  const historyOf = sharedHistory(repository, commits, [...paths]);
  return commits
    .filter(({ parents }) => parents.length > 0)
    .map((commit): Step => {
      const { id, at, author, subject, message, parents, changes } = commit;
      return {
        kind: 'commit',
        id,
        at,
        author,
        subject,
        message,
        parents,
        changes,
        deployment: null,
        outsidePlan: false,
        undone: false,
        putBack: false,
        placeOf: (path) => path,
        end,
        pair: () => ({
          before: snapshotOf(parents[0]!),
          after: snapshotOf(id),
          history: historyOf(commit),
          differences: async () => ok([...changes]),
        }),
        inner: (wanted) => innerCommits(repository, parents, wanted),
      };
    });
}

/** Snapshots whose listings are kept: what is after one step is often before the next. */
const KEPT = 4;

function snapshots(repository: Repository): (id: string) => Snapshot {
  const known = new Map<string, Snapshot>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const snapshot = commitSnapshot(repository, id);
    let entries: ReturnType<Snapshot['entries']> | undefined;
    known.set(id, {
      ...snapshot,
      entries() {
        entries ??= snapshot.entries();
        return entries;
      },
    });
    for (const old of [...known.keys()].slice(0, -KEPT)) known.delete(old);
    return known.get(id)!;
  };
}
