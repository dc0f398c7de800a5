import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { HELP } from '../../src/cli/help.ts';
import { helpOf } from '../../src/cli/help-of.ts';

const run = promisify(execFile);

async function holdfast(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['scripts/run.mjs', 'src/cli/main.ts', ...args]);
  return stdout;
}

test.each([['--help'], ['-h'], ['help']])('help is all of it: %s', async (...args) => {
  expect(await holdfast(...args)).toBe(HELP);
});

test.each([
  ['check', '--staged', '--effects'],
  ['explain', 'explain PATH [--policy FILE]', 'doctor'],
  ['restore', '--known-good', '--keep-last'],
  ['backup', '--keep-last', '--known-good'],
  ['resume', '--discard', '--lift-hold'],
  ['drill', 'holdfast drill restore', '--symptom'],
])('%s --help is about that command', async (command, has, lacks) => {
  const help = await holdfast(command, '--help');
  expect(help).toContain(`holdfast ${command}`);
  expect(help).toContain(has);
  expect(help).not.toContain(lacks);
  expect(help).toMatch(/^Exit codes: /m);
});

test('every command has its help', async () => {
  const commands = new Set([...HELP.matchAll(/^ {2}holdfast (\w+)/gm)].map(([, name]) => name!));
  expect(commands.size).toBeGreaterThan(12);
  for (const command of commands) expect(helpOf(command).split('\n\n').length).toBeGreaterThanOrEqual(5);
});
