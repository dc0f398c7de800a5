import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { HELP } from '../../src/cli/help.ts';

const run = promisify(execFile);

async function holdfast(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['scripts/run.mjs', 'src/cli/main.ts', ...args]);
  return stdout;
}

test.each([['--help'], ['check', '--help'], ['explain', '-h']])(
  'help is help everywhere: %s %s',
  async (...args) => {
    expect(await holdfast(...args)).toBe(HELP);
  },
);
