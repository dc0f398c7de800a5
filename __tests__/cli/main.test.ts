import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BuiltAction, buildAction } from '../helpers/action.ts';

let built: BuiltAction;
beforeAll(async () => {
  built = await buildAction();
});
afterAll(() => built.dispose());

/** A line of shell; `$1` is Node, `$2` the command line as it is bundled. */
function shell(line: string): Promise<{ code: unknown; err: string }> {
  const argv = ['-c', line, 'sh', process.execPath, join(built.directory, 'dist/cli.js')];
  return new Promise((resolve) => {
    execFile('sh', argv, { cwd: built.directory }, (error, _, err) => {
      resolve({ code: error === null ? 0 : error.code, err });
    });
  });
}

test.each(['verify', 'deploy -- true', 'backup list'])(
  'a directory that is gone is a problem, and no finding (%s)',
  async (command) => {
    const { code, err } = await shell(`mkdir gone && cd gone && rmdir ../gone && "$1" "$2" ${command}`);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^holdfast: The current directory does not exist/),
    ]);
  },
);
