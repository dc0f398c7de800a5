import { createLiveSelector } from '../policy/live.ts';
import type { Policy, Selection } from '../policy/policy.ts';
import { type Part, scopeOf } from './choose.ts';
import type { Location } from './plan.ts';

/**
 * How the keys of a place are compared and shown. A snapshot says that a file holds values which the policy hides, but
 * not which: without a policy that says so, all of them are hidden.
 */
export function selectionsOf(
  parts: readonly Part[],
  policy: Policy | undefined,
): (location: Location) => Selection {
  const today = policy === undefined ? () => undefined : createLiveSelector(policy);
  const scopes = parts.map(({ manifest }) => createLiveSelector(scopeOf(manifest)));
  const hidden = new Set(
    parts.flatMap(({ manifest }) =>
      manifest.files.filter(({ sensitive }) => sensitive).map(({ path }) => path),
    ),
  );
  return (location) => {
    const then = scopes.map((select) => select(location)).find((found) => found !== undefined);
    const selection = (today(location) ?? then)?.selection ?? NOTHING;
    if (selection.sensitive.length > 0 || !hidden.has(location)) return selection;
    return { ...selection, sensitive: ['**'] };
  };
}

const NOTHING: Selection = {
  rule: 'snapshot',
  critical: true,
  schemas: [],
  protect: [],
  freeze: [],
  sensitive: [],
  identity: {},
};
