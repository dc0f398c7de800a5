import type { Policy, Selection } from '../policy/policy.ts';
import type { Part } from '../restore/choose.ts';
import { isSilent } from '../restore/selections.ts';

/**
 * A file that was added on the host is in no snapshot. Where these are of an older version, which does not say what is
 * sensitive, and there is no policy, all of its values are hidden.
 */
export function hiddenWhereUnknown(
  select: (location: string) => Selection,
  parts: readonly Part[],
  policy: Policy | undefined,
): (location: string) => Selection {
  if (policy !== undefined || !parts.some(isSilent)) return select;
  const held = new Set(parts.flatMap(({ manifest }) => manifest.files.map(({ path }) => path)));
  return (location) => {
    const selection = select(location);
    return held.has(location) ? selection : { ...selection, sensitive: ['**'] };
  };
}
