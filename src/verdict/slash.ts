import type { Change } from '../changes/change.ts';
import type { NotLookedAt } from '../findings/finding.ts';
import { createLiveSelector } from '../policy/live.ts';
import type { Policy } from '../policy/policy.ts';
import { createSelector } from '../policy/select.ts';

/**
 * Changed files that the policy would guard if its globs had no slash in front: `/config/**` is a place on a host, and
 * whoever meant the checkout's `config/` guards nothing. What is not judged for a slip of the pen must not pass.
 */
export function slashedAway(changes: readonly Change[], policy: Policy): NotLookedAt[] {
  if (!policy.critical.some(({ files }) => files.some((glob) => glob.startsWith('/')))) return [];
  const select = createSelector(policy);
  const live = createLiveSelector(policy);
  return changes
    .filter(({ path }) => !select(path)?.critical && live(`/${path}`) !== undefined)
    .map(({ path }) => ({
      path,
      reason: 'policy-slash',
      detail: `The policy names /${path}, which is a place on a host; this file of the repository is not guarded by it.`,
      hint: 'Take the slash away when the file of the repository is meant; otherwise name both: the file under `files`, and its place under `live`.',
      blocks: true,
    }));
}
