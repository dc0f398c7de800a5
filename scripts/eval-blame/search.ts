import { commitSteps } from '../../src/adapters/blame/commit-steps.ts';
import { commitSnapshot } from '../../src/adapters/git/commit.ts';
import { landedCommits } from '../../src/adapters/git/landed.ts';
import { resolveCommit } from '../../src/adapters/git/refs.ts';
import { openRepository } from '../../src/adapters/git/repository.ts';
import { schemaLoader } from '../../src/adapters/schemas.ts';
import { createTouch } from '../../src/blame/touch.ts';
import { blame } from '../../src/blame.ts';
import type { Result } from '../../src/model/problem.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { escapeGlob } from '../../src/policy/globs.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Incident } from './incident.ts';

const SERVICE = 'service';

/** The place of the accident among the candidates, from 1; how many there were, and what stood before it and why. */
export type Placed = { place: number; of: number; why: string; before: string[] };

/** Runs `blame` as the command does, without a symptom. */
export async function search(gitDir: string, incident: Incident, apart: boolean): Promise<Placed> {
  const repository = must(await openRepository({ directory: gitDir, gitDir }));
  try {
    const head = must(await resolveCommit(repository, incident.ref));
    const { commits } = must(await landedCommits(repository, { from: incident.start, to: head }));
    const policy = policyFor(incident, apart);
    const touchOf = createTouch(policy, SERVICE);
    const steps = commitSteps(
      repository,
      commits,
      commitSnapshot(repository, head),
      (path) => touchOf(path) !== undefined,
    );
    const { candidates } = await blame(
      {
        service: SERVICE,
        policy,
        since: { id: incident.start, at: commits.at(-1)!.at, name: 'start' },
        until: { id: head, at: commits[0]!.at, name: 'HEAD' },
        steps,
        symptom: '',
        most: steps.length,
        missing: [],
        good: undefined,
      },
      { schemas: (step, side) => schemaLoader(step.pair()[side], { hosts: [], side }) },
    );
    const index = candidates.findIndex(({ id }) => id === incident.accident);
    const whyOf = (at: number) =>
      candidates[at]?.reasons
        .map(
          (reason) =>
            `${reason.kind}${'severity' in reason ? ` ${reason.severity}` : ''}${'damage' in reason ? ` ${reason.damage}` : ''} ${reason.points.toFixed(0)}`,
        )
        .join(', ') ?? 'not found';
    return {
      place: index === -1 ? Number.POSITIVE_INFINITY : index + 1,
      of: candidates.length,
      why: whyOf(index),
      before: Array.from({ length: Math.max(0, Math.min(index, 3)) }, (_, at) => whyOf(at)),
    };
  } finally {
    await repository.close();
  }
}

function policyFor({ path, others }: Incident, apart: boolean): Policy {
  const rule = { protect: [], freeze: [], sensitive: [], identity: {} };
  const files = others.map(escapeGlob);
  return {
    ...defaultPolicy(),
    origin: { kind: 'inputs' },
    critical: [
      { ...rule, id: 'critical[0]', service: SERVICE, files: [escapeGlob(path), ...(apart ? [] : files)] },
      ...(apart ? [{ ...rule, id: 'critical[1]', service: 'others', files }] : []),
    ],
  };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
