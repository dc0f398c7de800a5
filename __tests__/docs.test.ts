import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

test('the generated pages say what the checks, their fixtures and the table of commands say', async () => {
  const command = ['scripts/run.mjs', 'scripts/docs.ts', '--check'];
  // What the user's git is set to shows in none of them.
  const settings = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'diff.noprefix', GIT_CONFIG_VALUE_0: 'true' };
  const env = { ...process.env, ...settings };
  const complaint = await promisify(execFile)(process.execPath, command, { env }).then(
    () => '',
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
  expect(complaint).toBe('');
});
