import { expect, test } from '@jest/globals';
import { isStale, type LockHolder, type Observed, readLock, writeLock } from '../../src/store/lock.ts';

const holder: LockHolder = {
  pid: 4711,
  started: '1234',
  boot: 'boot-1',
  namespace: 'pid:[1]',
  command: 'holdfast backup',
  at: '2026-01-31T12:00:00.000Z',
  released: false,
};
const now: Observed = { boot: 'boot-1', namespace: 'pid:[1]', started: '1234', silence: 0 };

test.each<[string, Partial<LockHolder>, Partial<Observed>, boolean]>([
  ['the process lives', {}, {}, false],
  ['it is silent, but lives', {}, { silence: 1e9 }, false],
  ['it has ended', {}, { started: undefined }, true],
  ['another process has its id', {}, { started: '9999' }, true],
  ['nobody knows when it started', { started: null }, {}, false],
  ['nobody knows when the one that has its id started', {}, { started: null }, false],
  ['the machine has started again', {}, { boot: 'boot-2' }, true],
  ['it has released the store', { released: true }, {}, true],
  [
    'it is in another container, and gives signs of life',
    {},
    { namespace: 'pid:[2]', started: undefined },
    false,
  ],
  ['it is in another container, and silent', {}, { namespace: 'pid:[2]', silence: 200_000 }, true],
  ['its last sign of life is far in the future', {}, { namespace: 'pid:[2]', silence: -200_000 }, true],
])('%s: stale %#', (_, of, observed, stale) => {
  expect(isStale({ ...holder, ...of }, { ...now, ...observed })).toBe(stale);
});

test('a lock comes back as it was written; a damaged one is none', () => {
  const bytes = writeLock(holder);
  expect(readLock(bytes)).toEqual(holder);
  expect(readLock(bytes.subarray(0, 20))).toBeUndefined();
  expect(readLock(new Uint8Array())).toBeUndefined();
});
