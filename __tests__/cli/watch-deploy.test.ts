import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { saveDeployment } from '../../src/adapters/store/deployments.ts';
import { acquireLock } from '../../src/adapters/store/lock.ts';
import {
  AUTH,
  BILLING,
  COPY_STAGING,
  createSite,
  KEYS,
  NEW,
  OLD,
  type Site,
  STAGING,
  WAIT,
} from './deploy-support.ts';
import { createWatches, type Watching } from './watch-support.ts';

const MAIN = join(process.cwd(), 'src/cli/main.ts');
const RUN = join(process.cwd(), 'scripts/run.mjs');
const SERVICES = `services:
  auth:
    probe: { command: 'true' }
    passes: 1
    soak: 1s
`;

let site: Site;
let watches: ReturnType<typeof createWatches>;
let watching: Watching;
beforeEach(async () => {
  site = await createSite(SERVICES);
  const policy = join(site.dir, '.github/holdfast.yml');
  watches = createWatches({ dir: site.dir, root: site.root, store: site.store, policy });
  await site.backup('--root', site.root);
  await site.backup('mark', 'latest', '--good');
  watching = await watches.watch();
});
afterEach(async () => {
  await watches.killAll();
  await site.dispose();
});

/** Saved whole beside it and renamed, a hundred times, slowly enough for looks and sweeps in between. */
const SAVES = `i=0; while [ $i -lt 100 ]; do i=$((i+1)); install -m 640 config/auth/production.yml host${AUTH}.tmp; mv host${AUTH}.tmp host${AUTH}; sleep 0.02; done`;

const hasBegun = async () => (await readdir(site.dir)).includes('begun.log');

async function save(path: string, text: string): Promise<void> {
  await writeFile(`${site.place(path)}.tmp`, text);
  await rename(`${site.place(path)}.tmp`, site.place(path));
}

test('what the commit says is no alert, and is the known good when the deployment has ended good', async () => {
  const { code, out } = await site.deploy(SAVES);
  expect([code, out]).toEqual([0, expect.stringContaining('GOOD')]);
  await watching.swept();
  expect(await site.text(AUTH)).toBe(NEW);
  expect(watching.lines.map(({ event }) => event)).toEqual(['ready']);
  await save(KEYS, STAGING);
  await watching.alert(KEYS);
  await writeFile(site.place(AUTH), OLD[AUTH]!);
  await watching.alert(AUTH);
});

test('what the commit does not say is one, until it is put back', async () => {
  const deployed = site.deploy(`${COPY_STAGING}; ${WAIT}`);
  await watching.alert(AUTH);
  expect(watching.resolved()).toEqual([]);
  await site.go();
  expect((await deployed).out).toContain('staging');
  await watching.allClear(AUTH);
  expect(await site.text(AUTH)).toBe(OLD[AUTH]);
  expect(watching.alerts()).toEqual([AUTH]);
});

test('a file beside those of the commit is one, too', async () => {
  const deployed = site.deploy(`sed -i s/19/7/ host${BILLING}; ${WAIT}`);
  await watching.alert(BILLING);
  await site.go();
  await deployed;
  await watching.allClear(BILLING);
});

test('what it has declared to write is borne with where the commit does not say what', async () => {
  const deployed = site.deploy(`sed -i s/19/20/ host${BILLING}; touch begun.log; ${WAIT}`, [
    '--writes',
    BILLING,
  ]);
  await watching.until('the command', hasBegun);
  await watching.swept();
  expect(watching.alerts()).toEqual([]);
  await site.go();
  expect((await deployed).code).toBe(0);
  // No probe has spoken for it: it is not known to be good.
  await watching.alert(BILLING);
});

const LEFT = 'watch:deployment';

describe('a deployment that was killed', () => {
  /** A real process, of which nothing is left but its record and what its command goes on doing. */
  async function killed(writes: string): Promise<void> {
    const line = `sed -i s/19/20/ host${BILLING}; touch begun.log; sleep 60`;
    const argv = ['--root', site.root, '--store', site.store, '--writes', writes, '--', 'sh', '-c', line];
    const child = spawn(process.execPath, [RUN, MAIN, 'deploy', ...argv], {
      cwd: site.dir,
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    try {
      await watching.until('the command', hasBegun);
      await watching.swept();
      expect(watching.alerts()).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      await ended;
    }
  }

  test('excuses nothing any more, and is told of until holdfast resume has finished it', async () => {
    await killed(BILLING);
    await watching.alert(LEFT);
    await watching.alert(BILLING);
    const [record] = await site.deployments();
    expect(watching.lines.find(({ key }) => key === LEFT)).toMatchObject({
      kind: 'deployment',
      path: null,
      summary: expect.stringMatching(
        new RegExp(`not finished.*${record!.id}.*stage running; holdfast resume`),
      ),
    });
    expect(await site.resume()).toMatchObject({ code: 1 });
    await watching.allClear(BILLING);
    await watching.allClear(LEFT);
    expect(await site.text(BILLING)).toBe(OLD[BILLING]);
    expect(watching.alerts().sort()).toEqual([BILLING, LEFT].sort());
  });

  test('is none while another run finishes it, and one whoever else uses the store', async () => {
    await watching.end();
    await killedAsRecorded();
    await save(BILLING, 'vat = 7\n');
    const store = await site.opened();
    for (const [command, code, keys] of [
      ['holdfast resume', 0, []],
      ['holdfast deploy', 0, []],
      ['holdfast backup', 1, [BILLING, LEFT]],
    ] as const) {
      const lock = await acquireLock(store, command);
      if (!lock.ok) throw new Error(lock.problem.message);
      try {
        const { code: ended, lines } = await watches.once();
        expect([ended, lines.map(({ key }) => key).sort()]).toEqual([code, keys]);
      } finally {
        await lock.value.release();
      }
    }
    expect(await watches.once()).toMatchObject({ code: 1, lines: [] });
  });

  test('is told of where no file is wrong, too', async () => {
    await watching.end();
    await killedAsRecorded();
    const { code, lines } = await watches.once();
    expect([code, lines.map(({ key, status }) => [key, status])]).toEqual([1, [[LEFT, 'firing']]]);
    await site.resume('--discard');
    expect(await watches.once()).toMatchObject({ code: 0, lines: [{ key: LEFT, status: 'resolved' }] });
  });

  async function killedAsRecorded(): Promise<void> {
    await site.deploy('true');
    const [last] = await site.deployments();
    await saveDeployment(await site.opened(), {
      ...last!,
      stage: 'running',
      outcome: null,
      endedAt: null,
      writes: [BILLING],
    });
  }
});
