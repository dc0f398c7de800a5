import type { Change } from '../changes/change.ts';
import type { Path } from '../model/path.ts';
import type { Policy, Selection } from '../policy/policy.ts';
import { createSelector } from '../policy/select.ts';

/** A change that the policy selects. `twin`: the critical path that this new path collides with. */
export type Selected = { change: Change; selection: Selection; twin?: Path };

export function selectChanges(changes: readonly Change[], policy: Policy): Selected[] {
  const select = createSelector(policy);
  return changes.flatMap((change) => {
    const selection = select(change.path);
    return selection === undefined ? [] : [{ change, selection }];
  });
}
