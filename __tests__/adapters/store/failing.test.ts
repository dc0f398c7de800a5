import { appendFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { collectLive } from '../../../src/adapters/store/collect.ts';
import type { Store } from '../../../src/adapters/store/files.ts';
import { type Fs, nodeFs } from '../../../src/adapters/store/fs.ts';
import { takeInventory } from '../../../src/adapters/store/inventory.ts';
import { acquireLock } from '../../../src/adapters/store/lock.ts';
import { createObjectWriter } from '../../../src/adapters/store/objects.ts';
import { guarded } from '../../../src/adapters/store/problems.ts';
import { prune } from '../../../src/adapters/store/prune.ts';
import {
  addSnapshot,
  addVerdict,
  readSnapshots,
  readVerdicts,
} from '../../../src/adapters/store/snapshots.ts';
import { createStore } from '../../../src/adapters/store/store.ts';
import { ok, type Result } from '../../../src/model/problem.ts';
import { readPolicy } from '../../../src/policy/read.ts';
import { examine } from '../../../src/store/examine.ts';
import type { Collected } from '../../../src/store/manifest.ts';
import { liveScope } from '../../../src/store/scope.ts';
import { newestVerdicts } from '../../../src/store/verdicts.ts';
import { createDirectory } from '../../helpers/repository.ts';
import { sampleId, sampleManifest } from '../../store/samples.ts';
import { type Call, codeOf, newStore, systemError, value, watchedFs } from './support.ts';

let dir: string;
let root: string;
let dispose: () => Promise<void>;

beforeEach(async () => {
  ({ dir, dispose } = await createDirectory());
  root = join(dir, 'root');
  await mkdir(join(root, 'etc/auth'), { recursive: true });
  for (const name of ['a', 'b', 'c'])
    await writeFile(join(root, 'etc/auth', `${name}.yml`), `name: ${name}\n`);
});
afterEach(() => dispose());

async function scopeOf(files: string) {
  const policy = await readPolicy(`critical:\n  - files: ${files}\n`, 'p.yml', {
    kind: 'file',
    path: 'p.yml',
  });
  return liveScope(await value(policy), []);
}

/** The critical files of the root, read through this file system. */
async function collect(store: Store, fs: Fs, files = '/etc/auth/**'): Promise<Collected> {
  return collectLive(fs, root, await scopeOf(files), createObjectWriter(store));
}

/** A whole backup, as the command makes it, into the store of `dir`. */
function save(fs: Fs, id: string): Promise<Result<undefined>> {
  return guarded(dir, async () => {
    const store = await createStore(join(dir, 'store'), fs);
    if (!store.ok) return store;
    const lock = await acquireLock(store.value, 'test', 0);
    if (!lock.ok) return lock;
    const objects = createObjectWriter(store.value);
    const collected = await collectLive(fs, root, await scopeOf('/etc/auth/**'), objects);
    await objects.flush();
    const added = await addSnapshot(store.value, sampleManifest({ id, ...collected }));
    await lock.value.release();
    return added;
  });
}

async function damage(): Promise<string[]> {
  const inventory = await takeInventory({ directory: join(dir, 'store'), fs: nodeFs });
  return examine(await value(inventory)).damage.map(({ file, code }) => `${file} ${code}`);
}

const paths = (files: readonly { path: string }[]) => files.map(({ path }) => path);

test.each(['EACCES', 'EIO'])('%s on one of many files: the others are saved', async (code) => {
  const store = await newStore(dir);
  const fs = watchedFs(({ name, place }) => {
    if (name === (code === 'EIO' ? 'file.read' : 'open') && place.endsWith('/b.yml')) throw systemError(code);
  });
  const { files, absent, unsaved } = await collect(store, fs);
  expect(paths(files)).toEqual(['/etc/auth/a.yml', '/etc/auth/c.yml']);
  expect(absent).toEqual([]);
  expect(unsaved).toEqual([{ path: '/etc/auth/b.yml', service: null, reason: 'unreadable', detail: code }]);
});

test('a directory that cannot be listed is told', async () => {
  const fs = watchedFs(({ name, place }) => {
    if (name === 'readdir' && place.endsWith('/auth')) throw systemError('EACCES');
  });
  expect(await collect(await newStore(dir), fs)).toMatchObject({
    files: [],
    absent: [],
    unsaved: [{ path: '/etc/auth', reason: 'unreadable', detail: 'EACCES' }],
  });
});

test('a file that is written to while it is read is read again', async () => {
  const place = join(root, 'etc/auth/b.yml');
  let writes = 1;
  const fs = watchedFs(async ({ name, place: at }) => {
    if (name === 'file.read' && at === place && writes-- > 0) await appendFile(place, 'more: true\n');
  });
  const store = await newStore(dir);
  const { files, unsaved } = await collect(store, fs);
  expect(unsaved).toEqual([]);
  expect(files[1]).toMatchObject({ path: '/etc/auth/b.yml', size: 'name: b\nmore: true\n'.length });
});

test('a file that changes each time is named', async () => {
  const place = join(root, 'etc/auth/b.yml');
  const fs = watchedFs(async ({ name, place: at }) => {
    if (name === 'file.read' && at === place) await appendFile(place, 'x');
  });
  const { files, unsaved } = await collect(await newStore(dir), fs);
  expect(paths(files)).toEqual(['/etc/auth/a.yml', '/etc/auth/c.yml']);
  expect(unsaved).toMatchObject([{ path: '/etc/auth/b.yml', reason: 'changing' }]);
});

test('a large file that changes between its two readings is read again, and never half kept', async () => {
  const place = join(root, 'etc/auth/large.yml');
  await writeFile(place, Buffer.alloc(5 << 20, 1));
  const store = await newStore(dir);
  let changes = 1;
  const fs = watchedFs(async ({ name, place: at }) => {
    if (name === 'open' && at.includes('/tmp/') && changes-- > 0)
      await writeFile(place, Buffer.alloc(5 << 20, 2));
  });
  const collected = await collectLive(
    fs,
    root,
    await scopeOf('/etc/auth/large.yml'),
    createObjectWriter({ ...store, fs }),
  );
  expect(collected.unsaved).toEqual([]);
  expect(collected.files).toMatchObject([{ path: '/etc/auth/large.yml', size: 5 << 20 }]);
  expect(await readdir(join(store.directory, 'tmp'))).toEqual([]);
  await value(addSnapshot(store, sampleManifest({ ...collected })));
  expect(await damage()).toEqual([]);
});

test.each<[string, (place: string) => Promise<void>, Partial<Collected>]>([
  ['another file', (place) => rename(place.replace('b.yml', 'c.yml'), place), { unsaved: [], absent: [] }],
  ['nothing', (place) => rm(place), { unsaved: [], absent: [{ path: '/etc/auth/b.yml', service: null }] }],
  [
    'a directory',
    async (place) => {
      await rm(place);
      await mkdir(place);
    },
    { unsaved: [{ path: '/etc/auth/b.yml', service: null, reason: 'directory', detail: '' }], absent: [] },
  ],
])('a file in whose place comes %s before it is opened', async (_, change, expected) => {
  const place = join(root, 'etc/auth/b.yml');
  let changes = 1;
  const fs = watchedFs(async (call) => {
    if (call.name === 'open' && call.place === place && changes-- > 0) await change(place);
  });
  const { unsaved, absent } = await collect(await newStore(dir), fs, '/etc/auth/b.yml');
  expect({ unsaved, absent }).toEqual(expected);
});

test.each(['ENOSPC', 'EIO', 'EROFS'])(
  '%s on the side of the store: no snapshot, a clear problem',
  async (code) => {
    for (const failing of ['file.write', 'file.sync', 'rename', 'mkdir']) {
      await rm(join(dir, 'store'), { recursive: true, force: true });
      await value(save(nodeFs, sampleId(0)));
      await rm(join(dir, 'store/objects'), { recursive: true });
      await mkdir(join(dir, 'store/objects'));
      const fs = watchedFs(({ name, place }) => {
        if (name === failing && place.startsWith(join(dir, 'store'))) throw systemError(code);
      });
      const result = await save(fs, sampleId(1));
      expect(result).toMatchObject({
        ok: false,
        problem: {
          code: 'store-io',
          message: expect.stringContaining(code),
          hint: expect.stringMatching(/disk|file system/),
        },
      });
      expect(await readdir(join(dir, 'store/snapshots'))).toEqual([`${sampleId(0)}.json`]);
      if (failing.startsWith('file.')) expect(await readdir(join(dir, 'store/tmp'))).toEqual([]);
    }
  },
);

/** Ends the process, as far as the store can tell: from this call on nothing happens any more. */
function stopsAt(count: number): { fs: Fs; calls: Call[] } {
  const calls: Call[] = [];
  const fs = watchedFs((call) => {
    calls.push(call);
    if (calls.length >= count) throw systemError('EKILLED');
  });
  return { fs, calls };
}

test('a backup that ends at any call leaves a whole store, and the next one needs no help', async () => {
  await value(save(nodeFs, sampleId(0)));
  let points = 0;
  for (let count = 1; ; count++) {
    await writeFile(join(root, 'etc/auth/a.yml'), `name: ${count}\n`);
    const { fs, calls } = stopsAt(count);
    const result = await save(fs, sampleId(count));
    if (calls.length < count) break;
    points += 1;
    expect(await damage()).toEqual([]);
    const saved = await readdir(join(dir, 'store/snapshots'));
    // Giving the lock back comes after all else, and never fails.
    if (result.ok) expect(saved).toContain(`${sampleId(count)}.json`);
    // The lock's holder is this process, which lives on: it has to count as gone.
    await rm(join(dir, 'store/lock'), { recursive: true });
    await mkdir(join(dir, 'store/lock'));
  }
  expect(points).toBeGreaterThan(50);
  await value(save(nodeFs, sampleId(points + 1)));
  expect(await damage()).toEqual([]);
  expect(await readdir(join(dir, 'store/tmp'))).toEqual([]);
});

test('prune that ends at any call loses nothing that stays, and the next one finishes it', async () => {
  const keep = { last: 1, daily: 0, weekly: 0, knownGood: 0 };
  let points = 0;
  for (let count = 1; ; count++) {
    await rm(join(dir, 'store'), { recursive: true, force: true });
    for (const index of [0, 1, 2, 3]) {
      await writeFile(join(root, 'etc/auth/a.yml'), `name: ${index}\n`);
      await value(save(nodeFs, sampleId(index)));
    }
    const store: Store = { directory: join(dir, 'store'), fs: nodeFs };
    const about = { at: '2026-01-31T12:00:00.000Z', by: 'probes', reason: null } as const;
    for (const [index, verdict] of [
      [1, 'good'],
      [2, 'bad'],
    ] as const) {
      await value(
        addVerdict(store, { id: sampleId(index + 4), snapshot: sampleId(index), verdict, ...about }),
      );
    }
    const { fs, calls } = stopsAt(count);
    const result = await prune({ ...store, fs }, keep, false);
    expect(await damage()).toEqual([]);
    const left = paths((await value(readSnapshots(store))).items.map(({ id }) => ({ path: id })));
    expect(left).toEqual(expect.arrayContaining([sampleId(1), sampleId(3)]));
    const verdicts = newestVerdicts((await value(readVerdicts(store))).items);
    expect(verdicts.get(sampleId(1))?.verdict).toBe('good');
    if (calls.length < count) {
      expect(result).toMatchObject({ ok: true, value: { objects: 2, bytes: 16 } });
      break;
    }
    points += 1;
    await value(prune(store, keep, false));
    expect(await readdir(join(dir, 'store/snapshots'))).toHaveLength(2);
    expect(await readdir(join(dir, 'store/verdicts'))).toHaveLength(1);
    expect(examine(await value(takeInventory(store)))).toMatchObject({
      damage: [],
      objects: 4,
      unused: { objects: 0 },
    });
  }
  expect(points).toBeGreaterThan(20);
});

test('an error that is no error of the file system is a bug, and is thrown on', async () => {
  const fs = watchedFs(() => {
    throw new TypeError('a bug');
  });
  await expect(createStore(join(dir, 'store'), fs)).rejects.toThrow('a bug');
  await expect(collect(await newStore(dir), fs)).rejects.toThrow('a bug');
  expect(await codeOf(guarded(dir, async () => ok(1)))).toBe(undefined);
});
