import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runCheck } from '../../src/cli/check.ts';
import { reports } from '../../src/reports/index.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

const POLICY = 'critical:\n  - files: config/**\n    sensitive: [pin]\n';
const GOOD = 'db:\n  host: db.internal\n  password: hunter22\n  user: auth\npin: walrus-47\n';

let repository: TestRepository;
beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/auth.yml', GOOD);
  await repository.commit();
});
afterEach(() => repository.dispose());

async function check(format: string): Promise<string> {
  let out = '';
  await runCheck(['--worktree', '--format', format], {
    cwd: repository.dir,
    env: {},
    stdout: (text) => {
      out += text;
    },
    stderr: () => {},
    color: false,
  });
  return out;
}

test.each(Object.keys(reports))('a secret under a misspelt key is shown nowhere: %s', async (format) => {
  await repository.write('config/auth.yml', GOOD.replace('password', 'paswsord').replace('pin', 'pni'));
  const text = await check(format);
  expect(text).toMatch(/config\/auth\.yml/);
  expect(text).not.toMatch(/hunter22|walrus-47/);
});

test('a secret of a list item, whose name was misspelt, is shown nowhere', async () => {
  const list =
    'env:\n  - name: DB_PASSWORD\n    value: swordfish9\n  - name: DB_HOST\n    value: db.internal\n';
  await repository.write('config/env.yml', list);
  await repository.commit();
  await repository.write('config/env.yml', list.replace('DB_PASSWORD', 'DB_PASWSORD'));
  const text = await check('json');
  expect(text).toMatch(/DB_PASWSORD/);
  expect(text).not.toMatch(/swordfish9/);
});

test('a value that is no secret is shown', async () => {
  await repository.write('config/auth.yml', GOOD.replace('host: db.internal', 'hots: db.internal'));
  expect(await check('json')).toMatch(/"db\.internal"/);
});
