import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Fs, nodeFs } from '../../src/adapters/store/fs.ts';
import { localHost } from '../../src/adapters/verify/local.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read.ts';
import type { Part } from '../../src/restore/choose.ts';
import type { SavedFile } from '../../src/store/manifest.ts';
import { liveScope } from '../../src/store/scope.ts';
import { verify } from '../../src/verify.ts';
import { createDirectory } from '../helpers/repository.ts';
import { sampleManifest } from '../store/samples.ts';

const KEYS = '/etc/auth/keys.yml';
const LIMITS = '/etc/auth/limits.yml';
const TEXTS: Record<string, string> = { [KEYS]: 'keys: [a]\n', [LIMITS]: 'perMinute: 60\n' };

let root: string;
let dispose: () => Promise<void>;
let policy: Policy;
let parts: Part[];

beforeEach(async () => {
  ({ dir: root, dispose } = await createDirectory());
  await mkdir(join(root, '/etc/auth'), { recursive: true });
  for (const [path, text] of Object.entries(TEXTS)) await writeFile(join(root, path), text);
  const text = 'critical:\n  - files: /etc/auth/**\n    service: auth\n';
  const read = await readPolicy(text, 'policy.yml', { kind: 'file', path: 'policy.yml' });
  if (!read.ok) throw new Error(read.problem.message);
  policy = read.value;
  parts = [{ manifest: sampleManifest({ files: await filesThere(), absent: [] }) }];
});
afterEach(() => dispose());

async function filesThere(): Promise<SavedFile[]> {
  const collected = await localHost(root, 'web1').collect(liveScope(policy, []));
  if (!collected.ok) throw new Error(collected.problem.message);
  return collected.value.files;
}

/** Verifies with these calls in place of Node's. */
async function verified(calls: Partial<Fs> = {}) {
  const result = await verify({
    against: { kind: 'known-good' },
    parts,
    sealed: new Map(),
    good: {
      id: 'good',
      async *read(entries) {
        for (const { id, path } of entries) yield { id, bytes: Buffer.from(TEXTS[path]!) };
      },
    },
    live: localHost(root, 'web1', { ...nodeFs, ...calls }),
    policy,
    limits: {},
    asked: { services: [], paths: [] },
    schemas: async () => {
      throw new Error('No schema was declared.');
    },
  });
  if (!result.ok) throw new Error(result.problem.message);
  const { verdict, findings, notLookedAt } = result.value.decision;
  return {
    verdict,
    found: findings.map(({ path }) => path),
    unread: notLookedAt.map(({ path, reason }) => `${reason} ${path}`),
  };
}

const fails = (code: string) => Object.assign(new Error(code), { code });
const isAt = (place: string | Buffer, path: string) => place.toString() === root + path;

describe('bad disks and busy files', () => {
  test('nothing is wrong with good ones', async () => {
    expect(await verified()).toEqual({ verdict: 'pass', found: [], unread: [] });
  });

  test.each(['EACCES', 'EIO', 'EMFILE'])('one file of many cannot be opened: %s', async (code) => {
    const open: Fs['open'] = async (place, ...more) => {
      if (isAt(place, KEYS)) throw fails(code);
      return nodeFs.open(place, ...more);
    };
    const unread = [`live-unreadable ${KEYS}`];
    expect(await verified({ open })).toEqual({ verdict: 'inconclusive', found: [], unread });
    await writeFile(join(root, LIMITS), 'perMinute: 6\n');
    expect(await verified({ open })).toEqual({ verdict: 'fail', found: [LIMITS], unread });
  });

  test('a disk that breaks while a file is read', async () => {
    const open: Fs['open'] = async (place, ...more) => {
      const file = await nodeFs.open(place, ...more);
      if (!isAt(place, KEYS)) return file;
      return {
        read: () => Promise.reject(fails('EIO')),
        write: (bytes) => file.write(bytes),
        stat: (options) => file.stat(options),
        sync: () => file.sync(),
        close: () => file.close(),
      };
    };
    expect(await verified({ open })).toMatchObject({
      verdict: 'inconclusive',
      unread: [`live-unreadable ${KEYS}`],
    });
  });

  test('a directory that cannot be listed', async () => {
    const readdir = () => Promise.reject(fails('EIO'));
    expect(await verified({ readdir })).toEqual({
      verdict: 'inconclusive',
      found: [],
      unread: ['live-unreadable /etc/auth'],
    });
  });

  test('a file that is replaced once while it is read, and one that is each time', async () => {
    const replaced = (times: number): Fs['open'] => {
      let left = times;
      return async (place, ...more) => {
        if (isAt(place, KEYS) && left-- > 0) {
          await writeFile(join(root, 'new'), 'keys: [b]\n');
          await rename(join(root, 'new'), join(root, KEYS));
        }
        return nodeFs.open(place, ...more);
      };
    };
    expect(await verified({ open: replaced(Number.POSITIVE_INFINITY) })).toEqual({
      verdict: 'inconclusive',
      found: [],
      unread: [`live-changing ${KEYS}`],
    });
    expect(await verified({ open: replaced(1) })).toEqual({ verdict: 'fail', found: [KEYS], unread: [] });
  });
});

describe('what is judged by key', () => {
  test('is limited, and what is beyond it fails all the same', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `/etc/auth/${1000 + index}.yml`);
    for (const path of names) {
      await writeFile(join(root, path), 'a: 1\n');
      TEXTS[path] = 'a: 1\n';
    }
    parts = [{ manifest: sampleManifest({ files: await filesThere(), absent: [] }) }];
    for (const path of names) await writeFile(join(root, path), 'b: 1\n');
    const { verdict, found } = await verified();
    expect([verdict, found]).toEqual(['fail', names]);
  });
});
