import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runCheck } from '../../src/cli/check.ts';
import { reports } from '../../src/reports/index.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

const POLICY = 'critical:\n  - files: config/**\n    sensitive: [pin]\n';
const GOOD = 'db:\n  host: db.internal\n  password: hunter22\n  user: auth\npin: 471147\n';

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
  expect(text).not.toMatch(/hunter22|471147/);
});

test('a value that is no secret is shown', async () => {
  await repository.write('config/auth.yml', GOOD.replace('host: db.internal', 'hots: db.internal'));
  expect(await check('json')).toMatch(/"db\.internal"/);
});
