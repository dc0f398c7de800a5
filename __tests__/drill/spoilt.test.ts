import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readTree } from '../../scripts/git.ts';
import { commitSnapshot } from '../../src/adapters/git/commit.ts';
import { commitHistory } from '../../src/adapters/git/history.ts';
import { openLocalPair } from '../../src/adapters/git/open-pair.ts';
import { schemaLoader } from '../../src/adapters/schemas.ts';
import { check } from '../../src/check.ts';
import { operators } from '../../src/drill/operators/index.ts';
import { randomFrom } from '../../src/drill/random.ts';
import { createStage, pathsWithPast, targetsOf } from '../../src/drill/scenes.ts';
import { spoiltPair } from '../../src/drill/spoilt.ts';
import { openWorld, pastOf, type World } from '../../src/drill/world.ts';
import { ok, type Result } from '../../src/model/problem.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read.ts';
import type { SnapshotPair } from '../../src/snapshots/snapshot.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

const ORDERS = 'config/orders/production.yml';
const POLICY = '.github/holdfast.yml';

let repository: TestRepository;
let policy: Policy;
beforeAll(async () => {
  repository = await createRepository();
  for (const [path, { content }] of await readTree('__tests__/fixtures/shop'))
    await repository.write(path, content);
  const text = await readFile(join(repository.dir, ORDERS), 'utf8');
  await repository.write(ORDERS, text.replace(/\d+/, '7'));
  await repository.commit('Begin');
  await repository.write(ORDERS, text.replace(/\d+/, '8'));
  await repository.commit('Raise it');
  await repository.write(ORDERS, text);
  await repository.commit('Raise it again');
  policy = must(
    await readPolicy(await readFile(join(repository.dir, POLICY), 'utf8'), POLICY, {
      kind: 'base',
      path: POLICY,
    }),
  );
});
afterAll(() => repository.dispose());

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

async function judged(pair: SnapshotPair) {
  const decision = must(
    await check(pair, {
      policy: async () => ok(policy),
      schemas: (_, side) => schemaLoader(pair[side], { hosts: [], side }),
    }),
  );
  return { ...decision, base: '', head: '' };
}

async function inWorld(use: (world: World) => Promise<void>): Promise<void> {
  const open = must(await openLocalPair({ directory: repository.dir, base: 'HEAD', head: 'HEAD' }));
  const { id } = open.before;
  const history = commitHistory(open.repository, { base: id });
  const snapshot = commitSnapshot(open.repository, id);
  const pathsOf: Parameters<typeof openWorld>[2] = (entries) =>
    pathsWithPast(entries, policy, targetsOf(entries, policy));
  try {
    await use(must(await openWorld(snapshot, history, pathsOf)));
  } finally {
    await open.close();
  }
}

test('an error in memory is judged as the same error in a commit, by every operator', async () => {
  await inWorld(async (world) => {
    const targets = targetsOf(world.entries, policy);
    const stage = createStage(world, policy, targets, 1);
    const seen = new Set<string>();
    for (const target of targets) {
      const staged = await stage(target, () => {});
      if ('reason' in staged) throw new Error(staged.reason);
      for (const operator of operators.filter(({ id }) => !seen.has(id))) {
        const [mutant] = await operator.apply(staged.scene, randomFrom(1), 1);
        if (mutant === undefined) continue;
        seen.add(operator.id);
        const inMemory = await judged(spoiltPair(world, mutant.head, new Map(), () => {}));
        await repository.branch(`trial-${operator.id}`, 'main');
        for (const [path, content] of mutant.head) await repository.write(path, content);
        await repository.commit('Update the configuration');
        const pair = must(await openLocalPair({ directory: repository.dir, base: 'main' }));
        const inCommit = await judged(pair);
        await pair.close();
        await repository.checkout('main');
        expect({ operator: operator.id, ...inMemory }).toEqual({ operator: operator.id, ...inCommit });
      }
    }
    expect([...seen].sort()).toEqual(operators.map(({ id }) => id).sort());
  });
});

test('the past of some files is a part of the past of all', async () => {
  await inWorld(async (world) => {
    const pair = must(await openLocalPair({ directory: repository.dir, base: 'HEAD', head: 'HEAD' }));
    for (const paths of [[ORDERS], [ORDERS, 'config/orders/staging.yml'], ['gateway/routes.xml'], []]) {
      const alone = must(await pair.history!.past(paths));
      expect(pastOf(world.past!, paths)).toEqual(alone);
    }
    expect(pastOf(world.past!, [ORDERS]).commits).toHaveLength(3);
    await pair.close();
  });
});
