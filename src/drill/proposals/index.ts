import { environments } from './environments.ts';
import { forbid } from './forbid.ts';
import { freeze } from './freeze.ts';
import type { Facts, Maker, Proposal } from './proposal.ts';
import { protect } from './protect.ts';
import { rules } from './rules.ts';
import { schema } from './schema.ts';

/** Every way to stop an error by the policy, the one that costs ordinary changes least first. */
const byPolicy: readonly Maker[] = [environments, forbid, protect, rules, freeze];

/** What may stop an error, to be tried: of each list the first that does is proposed. */
export function proposalsFor(facts: Facts): Proposal[][] {
  return [byPolicy.flatMap((make) => make(facts)), schema(facts)];
}
