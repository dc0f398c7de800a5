import { commitSnapshot } from '../../adapters/git/commit.ts';
import { defaultBranch, resolveCommit } from '../../adapters/git/refs.ts';
import { openRepository } from '../../adapters/git/repository.ts';
import { readPolicyFile } from '../../adapters/policy.ts';
import { ok, type Result } from '../../model/problem.ts';
import { findPolicy } from '../../policy/locations.ts';
import type { Service } from '../../policy/service.ts';

/** Services whose commands may run here; `note` says why there are none. */
export type Trusted = { services: Service[]; note?: string };

/**
 * The services of a policy that somebody answers for: of the file that a person named, or else of the default branch.
 * What a checked-out branch would have run is not asked: it may be anybody's.
 */
export async function trustedServices(file: string | undefined, cwd: string): Promise<Result<Trusted>> {
  if (file !== undefined) {
    const policy = await readPolicyFile(file, cwd);
    return policy.ok ? ok(trustedOf(policy.value.services, file)) : policy;
  }
  const repository = await openRepository({ directory: cwd });
  if (!repository.ok) return ok({ services: [], note: NO_POLICY });
  try {
    const branch = await defaultBranch(repository.value);
    const commit = branch.ok ? await resolveCommit(repository.value, branch.value) : branch;
    if (!commit.ok) return ok({ services: [], note: NO_POLICY });
    const policy = await findPolicy(commitSnapshot(repository.value, commit.value));
    if (!policy.ok) return policy;
    return ok(trustedOf(policy.value?.services, 'the default branch'));
  } finally {
    await repository.value.close();
  }
}

const NO_POLICY =
  'No service was asked: there is no policy of a default branch here, and none was named with --policy.';

function trustedOf(services: Service[] | undefined, where: string): Trusted {
  const own = (services ?? []).filter(({ check }) => check !== undefined);
  if (own.length > 0) return { services: own };
  return { services: [], note: `No service was asked: the policy of ${where} gives none a check command.` };
}
