import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

test('docs/evaluation.md holds the mutation tables as they are measured', async () => {
  const command = ['scripts/run.mjs', 'scripts/mutate/main.ts', '--check'];
  const complaint = await promisify(execFile)(process.execPath, command).then(
    () => '',
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
  expect(complaint).toBe('');
});
