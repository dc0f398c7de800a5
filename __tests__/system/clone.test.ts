import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const run = promisify(execFile);

let directory = '';
let clone = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'holdfast-system-'));
  clone = join(directory, 'clone');
  await run('git', ['clone', '--quiet', `file://${process.cwd()}`, clone]);
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: clone });
});

afterAll(() => rm(directory, { recursive: true, force: true }));

test('the demo shows a failed check, and what to do about it', async () => {
  const env = { ...process.env, NO_COLOR: '1' };
  const { stdout } = await run('npm', ['run', '--silent', 'demo'], { cwd: clone, env });
  for (const shown of ['FAIL', 'config/auth/production.yml', 'auth', 'git checkout']) {
    expect(stdout).toContain(shown);
  }
});

test('the demo of the drill ends with a policy that lets no structural error pass', async () => {
  const env = { ...process.env, NO_COLOR: '1' };
  const { stdout } = await run('npm', ['run', '--silent', 'demo', '--', 'drill'], { cwd: clone, env });
  expect(stdout).toMatch(/^\d+ of \d+ errors that damage a file or a key would pass\.$/m);
  expect(stdout).toMatch(/^None of \d+ errors that damage a file or a key would pass\.$/m);
});

test('the committed bundle is what the sources build, and runs without node_modules', async () => {
  await run('node', ['scripts/build.mjs', '--check'], { cwd: clone });
  await rm(join(clone, 'node_modules'), { recursive: true });
  const { stdout } = await run(
    'node',
    ['dist/cli.js', 'check', '--base', 'HEAD', '--head', 'HEAD', '--format', 'json'],
    {
      cwd: clone,
    },
  );
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, verdict: 'pass', findings: [] });
});
