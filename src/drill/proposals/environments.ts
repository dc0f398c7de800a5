import { discoverFamilies } from '../../policy/environments.ts';
import type { Maker } from './proposal.ts';

/** Files that are the same one per environment are compared with each other once the policy says that they are. */
export const environments: Maker = ({ path, policy, environments: others }) =>
  discoverFamilies([path, ...others])
    .filter((pattern) => !policy.environments.includes(pattern))
    .map((pattern) => ({ kind: 'environments', pattern }));
