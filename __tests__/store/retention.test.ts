import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Manifest } from '../../src/store/manifest.ts';
import { outlineOf } from '../../src/store/outline.ts';
import { type Keep, retain } from '../../src/store/retention.ts';
import { newestVerdicts, type StoredVerdict } from '../../src/store/verdicts.ts';
import { sampleFile, sampleId, sampleManifest } from './samples.ts';

const NOTHING: Keep = { last: 0, daily: 0, weekly: 0, knownGood: 0 };

function snapshot(index: number, at: string, more: Partial<Manifest> = {}): Manifest {
  return sampleManifest({ id: sampleId(index), at: `${at}:00.000Z`, absent: [], ...more });
}

function verdict(index: number, of: number, said: 'good' | 'bad'): StoredVerdict {
  const at = '2026-01-31T12:00:00.000Z';
  return { id: sampleId(index), snapshot: sampleId(of), verdict: said, at, by: 'probes', reason: null };
}

/** Which snapshots stay, by their index, oldest first, with the reasons. */
function kept(snapshots: Manifest[], keep: Partial<Keep>, verdicts: StoredVerdict[] = []) {
  const retained = retain(snapshots.map(outlineOf), newestVerdicts(verdicts), { ...NOTHING, ...keep });
  return Object.fromEntries(
    retained
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ snapshot: { id }, reasons }): [number, string[]] => [Number(id.slice(5)), reasons]),
  );
}

test('the last ones, and the last of each day and week', () => {
  const days = [
    '2026-01-25T10:00', // a Sunday
    '2026-01-26T09:00', // the Monday after
    '2026-01-26T23:59',
    '2026-01-27T00:00',
    '2026-01-27T12:00',
  ].map((at, index) => snapshot(index, at));
  expect(kept(days, { last: 2 })).toEqual({ 3: ['last'], 4: ['last', 'newest complete'] });
  expect(kept(days, { daily: 2 })).toEqual({ 2: ['daily'], 4: ['daily', 'newest complete'] });
  expect(kept(days, { weekly: 2 })).toEqual({ 0: ['weekly'], 4: ['weekly', 'newest complete'] });
  expect(kept(days, { daily: 99 })).toMatchObject({ 0: ['daily'], 2: ['daily'], 4: expect.anything() });
});

test('a clock that went back spoils no count: the newest by id stands for its day', () => {
  const days = [
    snapshot(0, '2026-01-27T10:00'),
    snapshot(1, '2026-01-20T10:00'),
    snapshot(2, '2026-01-27T09:00'),
  ];
  expect(Object.keys(kept(days, { daily: 5 }))).toEqual(['1', '2']);
});

test('known good ones are those whose newest verdict says so', () => {
  const snapshots = [0, 1, 2, 3].map((index) => snapshot(index, `2026-01-2${index}T10:00`));
  const verdicts = [
    verdict(10, 0, 'good'),
    verdict(11, 1, 'good'),
    verdict(12, 2, 'good'),
    verdict(13, 2, 'bad'),
  ];
  expect(kept(snapshots, { knownGood: 1 }, verdicts)).toEqual({
    1: ['known good', 'newest known good of auth'],
    3: ['newest complete'],
  });
  expect(Object.keys(kept(snapshots, { knownGood: 9 }, verdicts))).toEqual(['0', '1', '3']);
});

test('the newest known good of every service stays, also of one that newer snapshots do not have', () => {
  const web = { files: [sampleFile('/etc/web.conf', 'x', { service: 'web' })] };
  const snapshots = [
    snapshot(0, '2026-01-20T10:00', web),
    snapshot(1, '2026-01-21T10:00', web),
    snapshot(2, '2026-01-22T10:00'),
    snapshot(3, '2026-01-23T10:00'),
  ];
  const verdicts = [0, 1, 2].map((of) => verdict(10 + of, of, 'good'));
  expect(kept(snapshots, { last: 1 }, verdicts)).toEqual({
    1: ['newest known good of web'],
    2: ['newest known good of auth'],
    3: ['last', 'newest complete'],
  });
});

test('hosts, environments and choices of a service are counted apart', () => {
  const snapshots = [
    snapshot(0, '2026-01-20T10:00', { host: 'web2' }),
    snapshot(1, '2026-01-20T11:00', { environment: 'staging' }),
    snapshot(2, '2026-01-20T12:00', { onlyService: 'auth' }),
    snapshot(3, '2026-01-20T13:00'),
    snapshot(4, '2026-01-20T14:00'),
  ];
  expect(Object.keys(kept(snapshots, { last: 1 }))).toEqual(['0', '1', '2', '4']);
});

test('the newest complete snapshot stays behind incomplete ones', () => {
  const unsaved: Manifest['unsaved'] = [
    { path: '/etc/auth/x.yml', service: 'auth', reason: 'unreadable', detail: 'EACCES' },
  ];
  const snapshots = [
    snapshot(0, '2026-01-20T10:00'),
    snapshot(1, '2026-01-21T10:00'),
    snapshot(2, '2026-01-22T10:00', { unsaved }),
    snapshot(3, '2026-01-23T10:00', { unsaved }),
  ];
  expect(Object.keys(kept(snapshots, { last: 1 }))).toEqual(['1', '3']);
});

test('whatever is asked: what is known good of a service is never lost', () => {
  const count = fc.integer({ min: 0, max: 3 });
  const keep = fc.record({ last: count, daily: count, weekly: count, knownGood: count });
  const story = fc.array(
    fc.record({
      service: fc.constantFrom('auth', 'web', null),
      day: fc.integer({ min: 10, max: 28 }),
      good: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(keep, story, (numbers, steps) => {
      const snapshots = steps.map(({ service, day }, index) =>
        snapshot(index, `2026-01-${day}T10:00`, { files: [sampleFile('/etc/a', 'x', { service })] }),
      );
      const verdicts = steps.flatMap(({ good }, index) =>
        good ? [verdict(100 + index, index, 'good')] : [],
      );
      const stays = kept(snapshots, numbers, verdicts);
      for (const service of ['auth', 'web', null]) {
        const newest = steps.findLastIndex((step) => step.good && step.service === service);
        if (newest !== -1) expect(Object.keys(stays)).toContain(String(newest));
      }
    }),
    { seed: 29 },
  );
});
