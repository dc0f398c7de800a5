import type { Path } from '../model/path.ts';
import type { Policy } from '../policy/policy.ts';
import { createSelector } from '../policy/select.ts';

export type Critical = { select(path: Path): { service?: string; rule: string } | undefined };

/** STUB. */
export function createCritical(policy: Policy, _paths: readonly Path[]): Critical {
  const select = createSelector(policy);
  return {
    select: (path) => {
      const selection = select(path.replace(/^\//, ''));
      return selection?.critical ? selection : undefined;
    },
  };
}
