import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runRestore } from '../../src/cli/restore/index.ts';
import { isAlive } from '../helpers/processes.ts';
import { AUTH, COPY, COPY_STAGING, createSite, NEW, OLD, type Site, WAIT } from './deploy-support.ts';

const MAIN = join(process.cwd(), 'src/cli/main.ts');
const RUN = join(process.cwd(), 'scripts/run.mjs');

let site: Site;
let children: ChildProcess[];
beforeEach(async () => {
  site = await createSite();
  children = [];
});
afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  await site.dispose();
});

type Started = { child: ChildProcess; ended: Promise<{ code: number | null; said: string }> };

/** A real process that deploys; `ended` gives how, and what it said. */
function start(line: string, ...options: string[]): Started {
  const argv = ['deploy', '--root', site.root, '--store', site.store, ...options, '--', 'sh', '-c', line];
  const child = spawn(process.execPath, [RUN, MAIN, ...argv], {
    cwd: site.dir,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (said += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }));
  return { child, ended };
}

/** Waits until a file is there; the command writes it when it has come so far. */
async function until(name: string): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if ((await readdir(site.dir)).includes(name)) return;
    await pause(50);
  }
  throw new Error(`${name} never came`);
}

const HANGING = `${COPY_STAGING}; echo $$ > pid.log; touch begun.log; ${WAIT}; echo late >> host${AUTH}; touch late.log; sleep 60`;

async function killedWhileRunning(): Promise<void> {
  const { child, ended } = start(HANGING);
  await until('begun.log');
  child.kill('SIGKILL');
  await ended;
}

describe('killed while the command runs', () => {
  beforeEach(killedWhileRunning);

  test('holdfast resume ends what was left running, and puts back what was there', async () => {
    expect(await site.text(AUTH)).not.toBe(OLD[AUTH]);
    const { code, out, err } = await site.resume();
    expect(code).toBe(1);
    expect(err).toMatch(/was interrupted \(running\); it is finished first/);
    expect(out).toMatch(/ROLLED BACK/);
    expect(out).toMatch(/interrupted while it was running/);
    expect(await isAlive(Number(await readFile(join(site.dir, 'pid.log'), 'utf8')))).toBe(false);
    expect(await site.text(AUTH)).toBe(OLD[AUTH]);
    expect(await readdir(site.dir)).not.toContain('late.log');
    expect(await site.resume()).toMatchObject({ code: 0, out: 'No deployment is unfinished.\n' });
    const [last] = await site.deployments();
    expect(last).toMatchObject({ stage: 'ended', outcome: 'rolled-back', held: false });
    expect((await site.verdicts()).map(({ verdict }) => verdict)).toEqual(['bad']);
  });

  test('the next deployment does that first, and then its own work', async () => {
    const { code, out } = await site.deploy(COPY);
    expect(code).toBe(0);
    expect(out).toMatch(/ROLLED BACK[\s\S]*GOOD/);
    expect(await site.text(AUTH)).toBe(NEW);
  });

  test('holdfast restore --resume does it too', async () => {
    let out = '';
    const io = {
      cwd: site.dir,
      env: {},
      stdout: (text: string) => (out += text),
      stderr: () => {},
      color: false,
    };
    expect(await runRestore(['--resume', '--store', site.store, '--root', site.root], io)).toBe(1);
    expect(out).toMatch(/ROLLED BACK/);
    expect(await site.text(AUTH)).toBe(OLD[AUTH]);
  });

  test('prune keeps what the rollback needs, and nothing has to be cleaned by hand', async () => {
    const [before] = await site.snapshots();
    await site.backup('--root', site.root);
    await site.backup('--root', site.root);
    const { code, out } = await site.backup('prune', '--keep-last', '1');
    expect([code, out]).toEqual([0, expect.stringMatching(/unfinished deployment/)]);
    expect((await site.snapshots()).map(({ id }) => id)).toContain(before!.id);
    expect(await site.resume()).toMatchObject({ code: 1 });
    expect(await site.text(AUTH)).toBe(OLD[AUTH]);
  });

  test('a damaged record stops the next deployment; it can be given up', async () => {
    const [name] = await readdir(join(site.store, 'deployments'));
    await writeFile(join(site.store, 'deployments', name!), '{}');
    expect(await site.backup('check')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/deployment-damaged/),
    });
    expect(await site.backup('prune')).toMatchObject({ code: 2 });
    expect(await site.deploy(COPY)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/resume --discard/),
    });
    expect(await site.resume('--discard')).toMatchObject({ code: 0, out: expect.stringMatching(/^Removed/) });
    expect(await site.deploy(COPY)).toMatchObject({ code: 0 });
  });
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the command and puts back what was there',
  async (signal) => {
    const { child, ended } = start(HANGING);
    await until('begun.log');
    child.kill(signal);
    const { code, said } = await ended;
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`The deployment was cancelled \\(${signal}\\)`));
    expect(await site.text(AUTH)).toBe(OLD[AUTH]);
    expect(await site.deployments()).toMatchObject([{ outcome: 'rolled-back', held: false, stage: 'ended' }]);
  },
);

test('a command that ignores SIGTERM is killed', async () => {
  const { child, ended } = start(`trap '' TERM; ${COPY_STAGING}; touch begun.log; while :; do sleep 1; done`);
  await until('begun.log');
  child.kill('SIGTERM');
  const { code, said } = await ended;
  expect([code, said]).toEqual([1, expect.stringMatching(/cancelled/)]);
  expect(await site.text(AUTH)).toBe(OLD[AUTH]);
}, 30_000);

test('of two at once the second says who deploys, or waits', async () => {
  const first = start(`${COPY}; touch begun.log; ${WAIT}`);
  await until('begun.log');
  const refused = await site.deploy('touch host/ran', ['--wait', '0s']);
  expect(refused).toMatchObject({
    code: 2,
    err: expect.stringMatching(/holdfast deploy \(process \d+, since /),
  });
  const second = start('touch second.log', '--wait', '60s');
  await pause(500);
  expect(await readdir(site.dir)).not.toContain('second.log');
  await site.go();
  expect([(await first.ended).code, (await second.ended).code]).toEqual([0, 0]);
  expect(await readdir(site.dir)).toContain('second.log');
  expect(await site.text('/ran')).toBeUndefined();
}, 60_000);

test('a reader that goes away does not end it in the middle', async () => {
  const { child, ended } = start(`touch begun.log; ${WAIT}; seq 1 100000; ${COPY_STAGING}`);
  await until('begun.log');
  child.stdout!.destroy();
  child.stderr!.destroy();
  await site.go();
  expect((await ended).code).toBe(1);
  expect(await site.text(AUTH)).toBe(OLD[AUTH]);
  expect(await site.deployments()).toMatchObject([{ stage: 'ended', outcome: 'rolled-back' }]);
});
