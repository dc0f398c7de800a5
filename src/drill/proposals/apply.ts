import { ok, type Result } from '../../model/problem.ts';
import type { Policy, Rule } from '../../policy/policy.ts';
import { readPolicy } from '../../policy/read.ts';
import { type Block, blockText } from './block.ts';

/** The policy with a block added to it, read from the very text that people paste. */
export async function withBlock(policy: Policy, block: Block): Promise<Result<Policy>> {
  const environments = [...policy.environments, ...block.environments];
  if (block.critical.length === 0) return ok({ ...policy, environments });
  const read = await readPolicy(blockText({ ...block, environments: [] }), 'proposal', policy.origin);
  if (!read.ok) return read;
  const added = read.value.critical.map((rule, index) => renamed(rule, policy.critical.length + index));
  return ok({ ...policy, environments, critical: [...policy.critical, ...added] });
}

/** A rule as it is called at this place of the list. */
function renamed({ rules, ...rule }: Rule, index: number): Rule {
  const id = `critical[${index}]`;
  const named = rules?.map((one, at) => ({ ...one, id: `${id}.rules[${at}]` }));
  return { ...rule, id, ...(named && { rules: named }) };
}
