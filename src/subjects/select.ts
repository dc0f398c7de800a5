import type { Change } from '../changes/change.ts';
import type { Subject } from '../checks/check.ts';
import type { Path } from '../model/path.ts';
import type { Policy, Selection } from '../policy/policy.ts';
import { createSelector } from '../policy/select.ts';

/** A change that the policy selects. `twin`: the critical path that this new path collides with. */
export type Selected = { change: Change; selection: Selection; twin?: Path };

/** @param guards what steers Holdfast itself is judged as that, unless a rule of the policy selects it too. */
export function selectChanges(
  changes: readonly Change[],
  policy: Policy,
  guards: readonly Subject[],
): Selected[] {
  const select = createSelector(policy);
  const guarded = new Set(guards.map(({ change }) => change.path));
  return changes.flatMap((change) => {
    const selection = select(change.path);
    if (selection === undefined) return [];
    return selection.rule === 'default' && guarded.has(change.path) ? [] : [{ change, selection }];
  });
}
