import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fixtureSteps, type Step } from '../../scripts/fixture.ts';
import { openLocalPair } from '../../src/adapters/git/open-pair.ts';
import { choosePolicy } from '../../src/adapters/policy.ts';
import { schemaLoader } from '../../src/adapters/schemas.ts';
import { check } from '../../src/check.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { acknowledge } from '../../src/verdict/acknowledge.ts';
import type { Decision } from '../../src/verdict/decision.ts';
import { createRepository } from './repository.ts';

/** `check` on two commits of a real repository, as the command line runs it. */
export async function checkCommits(directory: string, base: string, head: string): Promise<Decision> {
  const pair = await openLocalPair({ directory, base, head });
  if (!pair.ok) throw new Error(pair.problem.message);
  try {
    let policy = defaultPolicy();
    const decision = await check(pair.value, {
      async policy(before) {
        const chosen = await choosePolicy(before, { criticalFiles: [], schemas: [] }, directory);
        if (chosen.ok) policy = chosen.value;
        return chosen;
      },
      schemas: ({ schemaHosts }, side) => schemaLoader(pair.value[side], { hosts: schemaHosts, side }),
    });
    if (!decision.ok) throw new Error(`${decision.problem.code}: ${decision.problem.message}`);
    return acknowledge(decision.value, policy, undefined, '2026-11-23');
  } finally {
    await pair.value.close();
  }
}

/** Commits a fixture's trees, `policy.yml` as the policy of all, or another one, and checks the last change. */
export async function checkFixture(fixture: string, policy?: string): Promise<Decision> {
  const repository = await createRepository();
  try {
    const ids: string[] = [];
    for (const step of await fixtureSteps(fixture))
      ids.push(await commitTree(repository, fixture, step, policy));
    return await checkCommits(repository.dir, ids.at(-2)!, ids.at(-1)!);
  } finally {
    await repository.dispose();
  }
}

type Repository = Awaited<ReturnType<typeof createRepository>>;

async function commitTree(
  repository: Repository,
  fixture: string,
  step: Step,
  other?: string,
): Promise<string> {
  for (const name of await readdir(repository.dir)) {
    if (name !== '.git') await rm(join(repository.dir, name), { recursive: true });
  }
  await cp(step.directory, repository.dir, { recursive: true, verbatimSymlinks: true });
  const policy = other ?? (await readFile(join(fixture, 'policy.yml'), 'utf8').catch(() => undefined));
  const own = await readFile(join(repository.dir, '.github/holdfast.yml'), 'utf8').catch(() => undefined);
  if (policy !== undefined && own === undefined) await repository.write('.github/holdfast.yml', policy);
  return repository.commit(step.message);
}
