import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AUTH, BAD } from '../cli/restore-support.ts';
import { createMachine, type Machine } from '../cli/watch-support.ts';

/** A limit for this test alone needs a user namespace, which not every container allows. */
const LIMIT = 'echo 2 > /proc/sys/user/max_inotify_watches';
const mayLimit = spawnSync('unshare', ['-r', 'sh', '-c', LIMIT]).status === 0;
const limiting = mayLimit ? test : test.skip;

let machine: Machine;
beforeAll(async () => {
  machine = await createMachine();
});
afterAll(() => machine.disposeAll());

limiting('without watches the sweeps go on, and that is said', async () => {
  const program = [process.execPath, 'scripts/run.mjs', 'src/cli/main.ts', 'watch'];
  const shell = ['-r', 'sh', '-c', `${LIMIT}; exec "$@"`, 'sh', ...program];
  const watching = await machine.watch([], {}, ['unshare', ...shell]);
  await watching.alert('watch:watches');
  await machine.save(AUTH, BAD);
  await watching.alert(AUTH);
  expect(watching.alerts()).toEqual(['watch:watches', AUTH]);
});
