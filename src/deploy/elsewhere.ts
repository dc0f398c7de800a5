import type { Path } from '../model/path.ts';
import { environmentKinds } from '../policy/environments.ts';
import { environmentFamilies, type FamilyMember } from '../policy/families.ts';
import { createLiveSelector } from '../policy/live.ts';
import type { Policy } from '../policy/policy.ts';

/** What a deployment is about: the environment that it names, and the services that are asked; all without a list. */
export type About = { environment: string | null; services?: readonly string[] | undefined };

/**
 * Tells whether a file of the commit is none of this deployment's: it is of another environment, or of a service that is
 * not asked.
 * @param paths all files of the commit.
 */
export function elsewhere(
  policy: Policy,
  paths: readonly Path[],
  { environment, services }: About,
): (file: { path: string; service: string | null }) => boolean {
  const select = createLiveSelector(policy);
  const families = environmentFamilies(policy.environments, paths);
  return ({ path, service }) => {
    if (services !== undefined && service !== null && !services.includes(service)) return true;
    if (environment === null) return false;
    const own = select(path)?.path;
    const member = own === undefined ? undefined : families.get(own);
    return member !== undefined && isOfAnother(member, environment.toLowerCase());
  };
}

/**
 * `config/auth/{environment}.yml` fits `keys.yml`, too: only what is a usual name of an environment is one for certain.
 * @param named in lower case.
 */
function isOfAnother({ environment, others }: FamilyMember, named: string): boolean {
  const kinds = environmentKinds(environment);
  if (kinds.length === 0 || environment.toLowerCase() === named) return false;
  if (others.some((other) => other.environment.toLowerCase() === named)) return true;
  const wanted = environmentKinds(named);
  return wanted.length > 0 && !wanted.some((kind) => kinds.includes(kind));
}
