import { existsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { diskOperations } from '../../src/adapters/restore/operations.ts';
import { type Fs, nodeFs } from '../../src/adapters/store/fs.ts';
import { acquireLock } from '../../src/adapters/store/lock.ts';
import { createStore } from '../../src/adapters/store/store.ts';
import { readDeployArguments } from '../../src/cli/deploy/arguments.ts';
import { deploySteps, orderOf } from '../../src/cli/deploy/order.ts';
import { openDeploySource } from '../../src/cli/deploy/source.ts';
import { type Deployed, deploy } from '../../src/deploy.ts';
import { systemError } from '../adapters/store/support.ts';
import { AUTH, BILLING, COPY, COPY_STAGING, createSite, NEW, OLD, type Site } from './deploy-support.ts';

let site: Site;
beforeEach(async () => {
  site = await createSite();
});
afterEach(() => site.dispose());

/** A store on a disk that is full, or broken, for as long as `broken` says so. */
function failingFs(code: string, broken: () => boolean): Fs {
  return {
    ...nodeFs,
    async open(place, flags, mode) {
      if (flags === 'wx' && broken()) throw systemError(code);
      return nodeFs.open(place, flags, mode);
    },
  };
}

/** A deployment as the command line does it, on this file system. `after`: called when the command has ended. */
async function deployOn(fs: Fs, line: string, after: () => Promise<void> | void): Promise<Deployed> {
  const env = { PATH: process.env.PATH };
  const io = { cwd: site.dir, env, stdout: () => {}, stderr: () => {}, color: false };
  const argv = ['--root', site.root, '--store', site.store, '--', 'sh', '-c', line];
  const args = readDeployArguments(argv);
  if (!args.ok) throw new Error(args.problem.message);
  const source = await openDeploySource(args.value, io);
  const created = await createStore(site.store);
  if (!source.ok || !created.ok) throw new Error('nothing can be deployed');
  const lock = await acquireLock(created.value, 'test');
  const store = { ...created.value, fs };
  try {
    const order = await orderOf(store, source.value, args.value, io);
    const { signal } = new AbortController();
    const steps = deploySteps(store, source.value, args.value, order.deployment, {
      io,
      signal,
      json: false,
      keys: {},
    });
    const run: typeof steps.run = async (started) => {
      const ended = await steps.run(started);
      await after();
      return ended;
    };
    return await deploy(order, { ...steps, run });
  } finally {
    if (lock.ok) await lock.value.release();
    await source.value.opened.close();
  }
}

test.each(['ENOSPC', 'EIO', 'EROFS'])(
  'nothing is run when what is there cannot be kept (%s)',
  async (code) => {
    const done = await deployOn(
      failingFs(code, () => true),
      'touch host/ran',
      () => {},
    );
    expect(done).toMatchObject({ refused: [{ code: 'store-io', message: expect.stringContaining(code) }] });
    expect(await site.text('/ran')).toBeUndefined();
    expect(await site.deploy(COPY)).toMatchObject({ code: 0 });
  },
);

test('nothing is run when the disk is full after the first writes', async () => {
  let writes = 0;
  const full = failingFs('ENOSPC', () => ++writes > 3);
  const done = await deployOn(full, 'touch host/ran', () => {});
  expect(done).toMatchObject({
    refused: expect.arrayContaining([expect.objectContaining({ code: 'store-io' })]),
  });
  expect(await site.text('/ran')).toBeUndefined();
  expect(await site.resume()).toMatchObject({ code: 0 });
});

test('a disk that fills while the command runs: nothing is called good, and the next run puts it back', async () => {
  let full = false;
  const fs = failingFs('ENOSPC', () => full);
  const done = await deployOn(fs, COPY, () => {
    full = true;
  });
  expect(done).toMatchObject({ deployment: { outcome: 'inconclusive' } });
  expect('deployment' in done && done.deployment.findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['not-judged', 'not-put-back']),
  );
  expect(await site.text(AUTH)).toBe(NEW);
  expect(await site.verdicts()).toEqual([]);
  expect(await site.resume()).toMatchObject({ code: 1 });
  expect(await site.text(AUTH)).toBe(OLD[AUTH]);
});

test('a disk that is full for a moment only: the deployment is put back at once', async () => {
  let full = false;
  const fs = failingFs('ENOSPC', () => {
    const is = full;
    full = false;
    return is;
  });
  const done = await deployOn(fs, COPY, () => {
    full = true;
  });
  expect(done).toMatchObject({ deployment: { outcome: 'rolled-back', held: false } });
  expect(await site.text(AUTH)).toBe(OLD[AUTH]);
});

test('a store that is gone after the command: it is told, and nothing is called good', async () => {
  const done = await deployOn(nodeFs, COPY_STAGING, () => rm(site.store, { recursive: true }));
  expect(done).toMatchObject({ deployment: { outcome: 'inconclusive' } });
  expect('problems' in done && done.problems.length).toBeGreaterThan(0);
});

test('a content that was damaged in the store stops the next deployment before it runs', async () => {
  let reads = 0;
  const flipping: Fs = {
    ...nodeFs,
    async open(place, flags, mode) {
      const file = await nodeFs.open(place, flags, mode);
      if (flags !== 'r' || !/objects\/..\/.{64}$/.test(String(place)) || ++reads < 4) return file;
      return { ...bound(file), read: async () => ({ bytesRead: 0 }) };
    },
  };
  const done = await deployOn(flipping, 'touch host/ran', () => {});
  expect(done).toMatchObject({
    refused: expect.arrayContaining([expect.objectContaining({ code: 'object-damaged' })]),
  });
  expect(await site.text('/ran')).toBeUndefined();
  expect(await site.text(BILLING)).toBe(OLD[BILLING]);
});

function bound(file: Awaited<ReturnType<Fs['open']>>): Awaited<ReturnType<Fs['open']>> {
  return {
    read: file.read.bind(file),
    write: file.write.bind(file),
    stat: file.stat.bind(file),
    sync: file.sync.bind(file),
    close: file.close.bind(file),
  };
}

test('a deployment that fills the disk of the files is rolled back all the same', async () => {
  const names = [...'abcdefghijkl'].map((letter) => `/etc/auth/${letter}.yml`);
  for (const name of names) await site.write(name, OLD[AUTH]!);
  const isFull = () => existsSync(site.place('/etc/auth/filling.yml'));
  const write = jest.spyOn(diskOperations, 'write').mockImplementation((fd, bytes) => {
    if (isFull()) throw systemError('ENOSPC');
    writeFileSync(fd, bytes);
  });
  try {
    const line = `${COPY_STAGING}; for f in host/etc/auth/?.yml; do echo x > $f; done; touch host/etc/auth/filling.yml`;
    const { code, err } = await site.deploy(line);
    expect([code, err]).toEqual([1, expect.stringMatching(/Put back 13 files, removed 1\./)]);
  } finally {
    write.mockRestore();
  }
  expect(isFull()).toBe(false);
  for (const name of [AUTH, ...names]) expect([name, await site.text(name)]).toEqual([name, OLD[AUTH]]);
  const [last] = await site.deployments();
  expect(last).toMatchObject({ outcome: 'rolled-back', stage: 'ended' });
  expect(last!.findings.map(({ code }) => code)).not.toContain('not-put-back');
});

test('a link in place of a directory is not taken for what was there, whatever is behind it', async () => {
  const line = 'mv host/etc/auth host/etc/next; ln -s next host/etc/auth';
  const { code, out } = await site.deploy(line);
  expect([code, out]).toEqual([2, expect.stringMatching(/INCONCLUSIVE: the host needs somebody/)]);
  expect(out).toMatch(/\/etc\/auth was not put back, .*symbolic link/s);
  expect(await site.deploy(COPY)).toMatchObject({ code: 2 });
  await site.remove('/etc/auth');
  expect(await site.resume()).toMatchObject({ code: 1 });
  expect(await site.text(AUTH)).toBe(OLD[AUTH]);
});
