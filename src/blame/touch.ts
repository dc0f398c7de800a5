import type { Path } from '../model/path.ts';
import { isWatchedByDefault } from '../policy/defaults.ts';
import { globMatcher } from '../policy/globs.ts';
import { policyPaths } from '../policy/locations.ts';
import type { Policy } from '../policy/policy.ts';
import { createSelector } from '../policy/select.ts';
import { kindByName } from '../scripts/review/candidates.ts';
import type { Touch } from './rank.ts';

export type { Touch } from './rank.ts';

/** The services that a policy names, sorted. */
export function servicesOf({ critical, services = [] }: Policy): string[] {
  const names = [...critical.flatMap(({ service }) => service ?? []), ...services.map(({ name }) => name)];
  return [...new Set(names)].sort();
}

/**
 * Tells how near a path is to a service; `undefined` for what is no configuration. Without a service every critical file
 * counts, or every configuration file where nothing is declared critical.
 */
export function createTouch(policy: Policy, service: string | undefined): (path: Path) => Touch | undefined {
  const select = createSelector(policy);
  const rules = [...policy.critical, ...policy.schemas];
  const anything = policy.critical.length === 0;
  const schemas = new Set(
    rules
      .filter((rule) => service === undefined || rule.service === service)
      .flatMap(({ schema }) => (schema?.kind === 'path' ? [schema.path] : [])),
  );
  const isScript = policy.scripts === undefined ? undefined : globMatcher(policy.scripts);
  const policies = new Set([...policyPaths, ...('path' in policy.origin ? [policy.origin.path] : [])]);
  const known = new Map<Path, Touch | undefined>();
  const look = (path: Path): Touch | undefined => {
    const selection = select(path);
    const critical = selection?.critical === true;
    if (critical && (service === undefined || selection?.service === service)) return 'own';
    if (service === undefined && anything && selection !== undefined) return 'own';
    if (schemas.has(path) || policies.has(path)) return 'related';
    if (isScript?.(path) ?? kindByName(path) === 'script') return 'related';
    if (critical) return 'critical';
    return selection !== undefined || isWatchedByDefault(path) ? 'other' : undefined;
  };
  return (path) => {
    if (!known.has(path)) known.set(path, look(path));
    return known.get(path);
  };
}

const ORDER: readonly (Touch | undefined)[] = ['own', 'related', 'critical', 'other', undefined];

/** The nearest of several. */
export function nearest(touches: readonly (Touch | undefined)[]): Touch | undefined {
  return ORDER.find((touch) => touches.includes(touch));
}
