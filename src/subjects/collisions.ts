import type { Change } from '../changes/change.ts';
import { groupBy } from '../model/lists.ts';
import { foldPath } from '../model/path.ts';
import { ok, type Result } from '../model/problem.ts';
import type { Policy } from '../policy/policy.ts';
import { createSelector } from '../policy/select.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Selected } from './select.ts';

/**
 * Adds to the selected changes the new paths that are the same file as a critical one where names are not
 * case-sensitive or are normalised. The after side is listed only when a new path could collide.
 */
export async function findCollisions(
  after: Snapshot,
  changes: readonly Change[],
  selected: readonly Selected[],
  policy: Policy,
): Promise<Result<Selected[]>> {
  const selectFolded = createSelector(foldedPolicy(policy));
  const suspects = changes.filter(
    (change) =>
      change.after !== undefined &&
      (change.status === 'added' || change.status === 'renamed') &&
      selectFolded(foldPath(change.path))?.critical === true,
  );
  if (suspects.length === 0) return ok([...selected]);
  const listed = await after.entries();
  if (!listed.ok) return listed;
  const twins = groupBy(
    listed.value.map((entry) => entry.path),
    foldPath,
  );
  const select = createSelector(policy);
  const found = new Map(selected.map((one) => [one.change.path, one]));
  for (const change of suspects) {
    const twin = (twins.get(foldPath(change.path)) ?? []).find(
      (path) => path !== change.path && select(path)?.critical === true,
    );
    if (twin !== undefined) found.set(change.path, { change, selection: select(twin)!, twin });
  }
  return ok([...found.values()]);
}

function foldedPolicy(policy: Policy): Policy {
  const critical = policy.critical.map((rule) => ({ ...rule, files: rule.files.map(foldPath) }));
  return { ...policy, critical };
}
