import type { Policy, Selection } from '../policy/policy.ts';
import type { Part } from '../restore/choose.ts';

/**
 * A file that was added on the host is in no snapshot, so that without a policy nothing says which of its values are
 * sensitive: all of them are hidden.
 */
export function hiddenWhereUnknown(
  select: (location: string) => Selection,
  parts: readonly Part[],
  policy: Policy | undefined,
): (location: string) => Selection {
  if (policy !== undefined) return select;
  const held = new Set(parts.flatMap(({ manifest }) => manifest.files.map(({ path }) => path)));
  return (location) => {
    const selection = select(location);
    return held.has(location) ? selection : { ...selection, sensitive: ['**'] };
  };
}
