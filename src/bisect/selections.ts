import type { Path } from '../model/path.ts';
import { createLiveSelector } from '../policy/live.ts';
import type { Policy, Selection } from '../policy/policy.ts';
import { bareSelection, createSelector } from '../policy/select.ts';

/**
 * What the policy says about a file of the scratch tree, which stands for a checkout or for `/` of a host.
 * @param hidden files of which a snapshot says that they hold values to hide, and not which.
 */
export function selectionsFor(policy: Policy, hidden: ReadonlySet<Path>): (path: Path) => Selection {
  const select = createSelector(policy);
  const live = createLiveSelector(policy);
  return (path) => {
    const selection = live(`/${path}`)?.selection ?? select(path) ?? NOTHING;
    if (selection.sensitive.length > 0 || !hidden.has(path)) return selection;
    return { ...selection, sensitive: ['**'] };
  };
}

const NOTHING = bareSelection('none', false);
