import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

test('the generated pages say what the checks, their fixtures and the table of commands say', async () => {
  const command = ['scripts/run.mjs', 'scripts/docs.ts', '--check'];
  const complaint = await promisify(execFile)(process.execPath, command).then(
    () => '',
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
  expect(complaint).toBe('');
});
