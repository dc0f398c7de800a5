import { createLiveSelector } from '../policy/live.ts';
import type { Policy, Selection } from '../policy/policy.ts';
import { bareSelection } from '../policy/select.ts';
import { type Part, scopeOf } from './choose.ts';
import type { Location } from './plan.ts';

/**
 * How the keys of a place are compared and shown: by the policy of today, or that of the snapshot. Snapshots of older
 * versions say that a file holds values which the policy hides, but not which: then all of them are hidden.
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
    const now = today(location);
    const selection = (now ?? then)?.selection ?? NOTHING;
    const named = [now, then].flatMap((found) => found?.selection.sensitive ?? []);
    const sensitive = named.length > 0 || !hidden.has(location) ? [...new Set(named)] : ['**'];
    return { ...selection, sensitive };
  };
}

/** Whether a snapshot does not say which keys are sensitive, as those of older versions do not. */
export function isSilent({ manifest }: Part): boolean {
  return manifest.scope.some(({ sensitive }) => sensitive === undefined);
}

const NOTHING = bareSelection('snapshot', true);
