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
    const own = select(change.path);
    if (own === undefined) return [];
    const selection = change.from === undefined ? own : alsoHiding(own, select(change.from));
    return selection.rule === 'default' && guarded.has(change.path) ? [] : [{ change, selection }];
  });
}

/** A file that moves takes its old content along: what was hidden at the old place is hidden in the comparison. */
function alsoHiding(selection: Selection, old: Selection | undefined): Selection {
  const more = (old?.sensitive ?? []).filter((pattern) => !selection.sensitive.includes(pattern));
  return more.length === 0 ? selection : { ...selection, sensitive: [...selection.sensitive, ...more] };
}
