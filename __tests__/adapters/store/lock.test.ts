import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/files.ts';
import { acquireLock, whileLocked } from '../../../src/adapters/store/lock.ts';
import { ok } from '../../../src/model/problem.ts';
import { readLock, writeLock } from '../../../src/store/lock.ts';
import { createDirectory } from '../../helpers/repository.ts';
import { newStore, systemError, value, watchedFs } from './support.ts';

let store: Store;
let dir: string;
let dispose: () => Promise<void>;
const children: ChildProcess[] = [];
beforeEach(async () => {
  ({ dir, dispose } = await createDirectory());
  store = await newStore(dir);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await dispose();
});

const files = () => readdir(join(store.directory, 'lock'));

/** Makes the lock that is held by this process that of another one. */
async function hand(pid: number, started: string | null): Promise<void> {
  const [name = ''] = await files();
  const place = join(store.directory, 'lock', name);
  const holder = readLock(await readFile(place))!;
  await writeFile(place, writeLock({ ...holder, pid, started }));
}

async function sleeper(): Promise<ChildProcess> {
  const child = spawn('sleep', ['100']);
  children.push(child);
  await once(child, 'spawn');
  return child;
}

test('one at a time; a holder is named; who comes after it finds nothing to clean up', async () => {
  const lock = await value(acquireLock(store, 'holdfast backup', 0));
  const refused = await acquireLock(store, 'holdfast backup prune', 0);
  expect(refused).toMatchObject({
    ok: false,
    problem: {
      code: 'store-locked',
      message: expect.stringContaining(`holdfast backup (process ${process.pid}`),
    },
  });
  await lock.release();
  const next = await value(acquireLock(store, 'holdfast backup prune', 0));
  expect(await files()).toEqual(['2']);
  expect(await readdir(join(store.directory, 'tmp'))).toEqual([]);
  await next.release();
});

test('who waits gets it when it is free', async () => {
  const lock = await value(acquireLock(store, 'one', 0));
  const waiting = acquireLock(store, 'other', 20_000);
  await lock.release();
  await (await value(waiting)).release();
});

test('a process that was killed has lost it; its id, given to another process, does not keep it', async () => {
  const child = await sleeper();
  await value(acquireLock(store, 'one', 0));
  await hand(child.pid!, null);
  expect(await acquireLock(store, 'other', 0)).toMatchObject({ ok: false });
  await hand(child.pid!, '1');
  await value(acquireLock(store, 'third', 0));
  await hand(child.pid!, null);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await value(acquireLock(store, 'fourth', 0));
  expect(await files()).toHaveLength(1);
});

test.each(['', '{"pid":1}', 'half a lo'])(
  'a damaged lock, as a crash of the machine leaves it: %j',
  async (text) => {
    await writeFile(join(store.directory, 'lock/7'), text);
    await value(acquireLock(store, 'next', 0));
    expect(await files()).toEqual(['8']);
  },
);

test('of many that find a stale lock at the same time, one gets it, and then each in turn', async () => {
  await writeFile(join(store.directory, 'lock/3'), 'stale');
  let inside = 0;
  let most = 0;
  const results = await Promise.all(
    Array.from({ length: 12 }, () =>
      whileLocked(store, 'test', async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside -= 1;
        return ok(1);
      }),
    ),
  );
  expect(results.every((result) => result.ok)).toBe(true);
  expect(most).toBe(1);
  expect(await files()).toHaveLength(1);
});

test('it is given back after an error, and a lock that cannot be given back goes with its process', async () => {
  await expect(
    whileLocked(store, 'test', async () => {
      throw new TypeError('a bug');
    }),
  ).rejects.toThrow('a bug');
  await (await value(acquireLock(store, 'next', 0))).release();
  const fs = watchedFs(({ name }) => {
    if (name === 'rename') throw systemError('EIO');
  });
  expect(await whileLocked({ ...store, fs }, 'test', async () => ok(2))).toEqual({ ok: true, value: 2 });
});

test('a store whose making was interrupted is completed before it is locked', async () => {
  for (const name of ['lock', 'tmp', 'snapshots', 'deployments']) {
    await rm(join(store.directory, name), { recursive: true });
  }
  const lock = await value(acquireLock(store, 'test'));
  expect(await readdir(store.directory)).toEqual(
    expect.arrayContaining(['lock', 'tmp', 'snapshots', 'deployments']),
  );
  await lock.release();
});
