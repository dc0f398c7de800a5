import { globMatcher } from '../policy/globs.ts';
import { createLiveSelector } from '../policy/live.ts';
import type { Policy } from '../policy/policy.ts';
import type { Service } from '../policy/service.ts';

/** The services that read files of a host: those under `services`, and the names of others, of which nothing is known. */
export function affectedServices(
  policy: Policy,
  locations: readonly string[],
): { services: Service[]; unknown: string[] } {
  const select = createLiveSelector(policy);
  const names = new Set(locations.flatMap((location) => select(location)?.selection.service ?? []));
  const services = (policy.services ?? []).filter(({ name }) => names.has(name));
  const known = new Set(services.map(({ name }) => name));
  return { services, unknown: [...names].filter((name) => !known.has(name)).sort() };
}

/** Tells whether a file of a host rotates, so that it is never put back by itself: an old credential is an outage. */
export function rotatingFiles(policy: Policy): (location: string) => boolean {
  const select = createLiveSelector(policy);
  const rotating = new Map(
    (policy.services ?? []).map(({ name, rotating: globs }) => [
      name,
      globs === true ? () => true : globMatcher(globs),
    ]),
  );
  return (location) => {
    const found = select(location);
    const rotates = rotating.get(found?.selection.service ?? '');
    if (found === undefined || rotates === undefined) return false;
    return rotates(location) || (found.path !== undefined && rotates(found.path));
  };
}
