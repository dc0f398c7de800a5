import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { commitSnapshot } from '../../src/adapters/git/commit.ts';
import { openRepository, type Repository } from '../../src/adapters/git/repository.ts';
import { findPolicy } from '../../src/policy/locations.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

const POLICY = 'critical:\n  - files: a\n';
let files: TestRepository;
let repository: Repository;

beforeEach(async () => {
  files = await createRepository();
  const opened = await openRepository({ directory: files.dir });
  if (!opened.ok) throw new Error(opened.problem.message);
  repository = opened.value;
});
afterEach(async () => {
  await repository.close();
  await files.dispose();
});

async function find(named?: string) {
  return findPolicy(commitSnapshot(repository, await files.commit()), named);
}

test('the policy is found where it may stand, with its origin', async () => {
  expect(await find()).toEqual({ ok: true, value: undefined });
  await files.write('holdfast.yaml', `\ufeff${POLICY}`);
  expect(await find()).toMatchObject({
    ok: true,
    value: { origin: { kind: 'base', path: 'holdfast.yaml' } },
  });
  await files.write('.github/holdfast.yml', POLICY);
  expect(await find()).toMatchObject({
    ok: false,
    problem: { code: 'policy-ambiguous', path: 'holdfast.yaml' },
  });
  expect(await find('.github/holdfast.yml')).toMatchObject({ ok: true });
  expect(await find('elsewhere.yml')).toMatchObject({ ok: false });
});

test('what is no readable file is refused, never skipped', async () => {
  await files.write('policy.yml', POLICY);
  await files.link('holdfast.yml', 'policy.yml');
  expect(await find()).toMatchObject({ ok: false, problem: { code: 'policy-not-a-file' } });
  await files.remove('holdfast.yml');
  await files.write('holdfast.yml', Uint8Array.of(0x61, 0x3a, 0xff));
  expect(await find()).toMatchObject({ ok: false, problem: { code: 'policy-encoding' } });
  await files.write('holdfast.yml', 'critical: [');
  expect(await find()).toMatchObject({
    ok: false,
    problem: { code: 'policy-syntax', path: 'holdfast.yml', place: { line: 1 } },
  });
});
