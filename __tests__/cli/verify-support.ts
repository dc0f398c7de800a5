import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runVerify } from '../../src/cli/verify/index.ts';
import type { Decision } from '../../src/verdict/decision.ts';
import type { Run } from './restore-support.ts';

/** Runs `holdfast verify` in a directory. */
export async function verifyIn(cwd: string, ...argv: string[]): Promise<Run> {
  const run = { code: -1, out: '', err: '' };
  run.code = await runVerify(argv, {
    cwd,
    env: { COLUMNS: '100' },
    stdout: (text) => {
      run.out += text;
    },
    stderr: (text) => {
      run.err += text;
    },
    color: false,
  });
  return run;
}

/** The same as JSON: the exit code, what was found where, and what was not looked at. */
export async function judgedIn(cwd: string, ...argv: string[]) {
  const { code, out, err } = await verifyIn(cwd, ...argv, '--format', 'json');
  if (err !== '') throw new Error(err);
  const decision = JSON.parse(out) as Decision;
  return {
    code,
    decision,
    found: decision.findings.map(({ check, severity, path }) => `${severity} ${check} ${path}`),
    unread: decision.notLookedAt.map(({ path, reason, blocks }) => ({ path, reason, blocks })),
  };
}

/** An `ssh` that runs the command here, in this shell; `before` is done first. Gives its place. */
export async function fakeSsh(directory: string, shell: string, before = ''): Promise<string> {
  const place = join(directory, `ssh-${shell.replace(/\W/g, '-')}-${before.length}`);
  await writeFile(place, `#!/bin/sh\nshift\n${before}\nexec ${shell} -c "$1"\n`);
  await chmod(place, 0o755);
  return place;
}
