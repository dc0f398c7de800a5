import { expect, test } from '@jest/globals';
import { exactRenames, withRenames } from '../../src/changes/pair.ts';
import type { RawChange } from '../../src/snapshots/snapshot.ts';

const pairChanges = (raw: RawChange[]) => withRenames(raw, exactRenames(raw));
const entry = (path: string, id: string) => ({ path, id, mode: 'file' as const });
const removed = (path: string, id: string): RawChange => ({ path, before: entry(path, id) });
const added = (path: string, id: string): RawChange => ({ path, after: entry(path, id) });

test('a rename is a removal that says where it went, and an addition that says where it came from', () => {
  expect(pairChanges([removed('a/x.yml', '1'), added('b/x.yml', '1')])).toEqual([
    { path: 'a/x.yml', status: 'removed', before: entry('a/x.yml', '1'), to: 'b/x.yml' },
    {
      path: 'b/x.yml',
      status: 'renamed',
      from: 'a/x.yml',
      before: entry('a/x.yml', '1'),
      after: entry('b/x.yml', '1'),
    },
  ]);
});

test('among equal contents the one with the same name is the rename', () => {
  const changes = pairChanges([removed('a/x.yml', '1'), added('b/other.yml', '1'), added('c/x.yml', '1')]);
  expect(changes.map(({ path, status }) => `${path} ${status}`)).toEqual([
    'a/x.yml removed',
    'b/other.yml added',
    'c/x.yml renamed',
  ]);
});

test('two removals do not become one file', () => {
  const changes = pairChanges([removed('a.yml', '1'), removed('b.yml', '1'), added('c.yml', '1')]);
  expect(changes.map(({ to }) => to)).toEqual(['c.yml', undefined, undefined]);
});

test('another mode is another type', () => {
  const before = entry('a.yml', '1');
  const after = { ...before, mode: 'symlink' as const };
  expect(pairChanges([{ path: 'a.yml', before, after }])[0]?.status).toBe('retyped');
});
