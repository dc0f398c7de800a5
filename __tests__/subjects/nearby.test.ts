import { expect, test } from '@jest/globals';
import { compareKeys } from '../../src/diff/keys.ts';
import { readDocument } from '../../src/documents/read.ts';
import { ok } from '../../src/model/problem.ts';
import type { Selection } from '../../src/policy/policy.ts';
import type { Entry, Snapshot } from '../../src/snapshots/snapshot.ts';
import { openNearby } from '../../src/subjects/nearby.ts';
import { nearestIn } from '../../src/subjects/nearest.ts';

const file = (path: string): Entry => ({ path, mode: 'file', id: path });

test('the nearest files come first, those equally near by path', () => {
  const paths = ['a.yml', 'x/b.yml', 'x/y/c.yml', 'x/y/d.yml', 'x/z/e.yml', 'y/f.yml'];
  const links: Entry[] = [{ path: 'x/y/link', mode: 'symlink', id: 'link' }];
  const nearest = nearestIn([...paths.map(file), ...links], 4);
  const near = (path: string) => nearest(path).map((entry) => entry.path);
  expect(near('x/y/c.yml')).toEqual(['x/y/d.yml', 'x/b.yml', 'a.yml', 'x/z/e.yml']);
  expect(near('x/y/d.yml')).toEqual(['x/y/c.yml', 'x/b.yml', 'a.yml', 'x/z/e.yml']);
  expect(near('a.yml')).toEqual(['x/b.yml', 'y/f.yml', 'x/y/c.yml', 'x/y/d.yml']);
});

async function parsed(text: string) {
  const document = await readDocument({ path: 'f.yml', mode: 'file' }, { id: 'x', bytes: Buffer.from(text) });
  if (document.kind !== 'parsed') throw new Error('not parsed');
  return document;
}

async function losing(path: string, name: string) {
  const difference = compareKeys(await parsed(`${name}: 1\nb: 2\n`), await parsed('b: 2\n'));
  return {
    change: { path, status: 'modified' as const },
    selection: { critical: true } as Selection,
    difference,
  };
}

/** Files of `size` bytes that end with a name; counts the bytes that are read. */
function side(count: number, size: number, name: string) {
  const read = { bytes: 0 };
  const entries = Array.from({ length: count }, (_, index) => file(`${String(index).padStart(5, '0')}.txt`));
  const content = Buffer.from(`${' '.repeat(size - name.length)}${name}`);
  const snapshot: Snapshot = {
    id: 'a',
    entry: async () => ok(undefined),
    entries: async () => ok(entries),
    async *read(wanted) {
      for (const { id } of wanted) {
        read.bytes += content.length;
        yield { id, bytes: content };
      }
    },
  };
  return { snapshot, read };
}

test('only files that hold a lost name are given', async () => {
  const { snapshot } = side(3, 100, 'lostname');
  const near = await openNearby(snapshot).load([
    await losing('a.yml', 'lostname'),
    await losing('b.yml', 'other'),
  ]);
  if (!near.ok) throw new Error(near.problem.message);
  expect(near.value('a.yml').map(({ path }) => path)).toEqual(['00000.txt', '00001.txt', '00002.txt']);
  expect(near.value('b.yml')).toEqual([]);
});

test('reading ends at a number of bytes, and what was read still counts', async () => {
  const { snapshot, read } = side(1000, 1024 * 1024, 'lostname');
  const near = await openNearby(snapshot).load([await losing('a.yml', 'lostname')]);
  expect(near.ok).toBe(true);
  expect(read.bytes).toBeLessThan(300 * 1024 * 1024);
  const small = side(1000, 200 * 1024, 'lostname');
  const found = await openNearby(small.snapshot).load([await losing('a.yml', 'lostname')]);
  if (!found.ok) throw new Error(found.problem.message);
  const given = found.value('a.yml');
  expect(given.length).toBeGreaterThan(100);
  expect(given.length).toBeLessThan(1000);
  expect(given[0]!.path).toBe('00000.txt');
});

test('looking ends at an amount of work, the first files first', async () => {
  const { snapshot } = side(200, 200 * 1024, 'lostname');
  const subjects = await Promise.all(
    Array.from({ length: 64 }, (_, index) => losing(`${index}.yml`, 'lostname')),
  );
  const near = await openNearby(snapshot).load(subjects);
  if (!near.ok) throw new Error(near.problem.message);
  expect(near.value('0.yml')).toHaveLength(200);
  expect(near.value('63.yml')).toEqual([]);
});
