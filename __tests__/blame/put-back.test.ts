import { describe, expect, test } from '@jest/globals';
import {
  failureOf,
  type HostRecord,
  restoredAfter,
  rolledBack,
  seenOf,
  wentBackTo,
} from '../../src/blame/put-back.ts';
import type { Deployment } from '../../src/store/deployments.ts';
import type { Manifest } from '../../src/store/manifest.ts';

const id = (number: number) => `01M8${'0'.repeat(20)}${String(number).padStart(2, '0')}`;
const at = (number: number) => new Date(Date.parse('2026-01-02T00:00:00Z') + number * 60_000).toISOString();

/** A snapshot of one file of the service, and of one of another. */
function snapshot(number: number, auth: string, more: Partial<Manifest> = {}): Manifest {
  const file = (path: string, service: string, sha256: string) => ({
    ...{ path, service, sha256, size: 1, mode: 0o644, uid: 0, gid: 0, mtime: null, link: null },
    sensitive: false,
  });
  return {
    ...{ id: id(number), parent: null, at: at(number), environment: null, host: 'web1', commit: null },
    ...{ deploymentId: null, reason: null, source: 'live', onlyService: null, scope: [], absent: [] },
    files: [file('/etc/auth.yml', 'auth', auth), file('/etc/pay.yml', 'pay', String(number))],
    unsaved: [],
    ...more,
  };
}

function deployment(parts: Partial<Deployment>): Deployment {
  return {
    ...{ version: 1, id: id(90), at: at(2), endedAt: at(5), host: 'web1', environment: null, commit: null },
    ...{ deploymentId: null, root: '', cwd: '/', inPlace: false, command: 'x', writes: [], services: [] },
    ...{ stage: 'ended', before: id(2), intended: null, made: id(3), process: null, ran: null },
    ...{ outcome: 'rolled-back', findings: [], held: false, lifted: null },
    ...parts,
  };
}

const GOOD = snapshot(1, 'good');

function record(manifests: Manifest[], bad: number[], deployments: Deployment[] = []): HostRecord {
  const snapshots = [GOOD, ...manifests].map((manifest) => seenOf(manifest, 'auth'));
  const verdicts = new Map(bad.map((number) => [id(number), { verdict: 'bad' as const }]));
  return { snapshots, verdicts, deployments, good: snapshots[0] };
}

describe('what a deployment left that was rolled back', () => {
  test.each<[string, Manifest, Partial<Deployment>, boolean]>([
    ['the snapshot after its command', snapshot(3, 'bad'), {}, true],
    ['what it left when it was interrupted', snapshot(4, 'bad'), { made: null }, true],
    ['what it found', snapshot(2, 'good'), {}, false],
    ['what came later', snapshot(6, 'bad'), {}, false],
    ['another host', snapshot(3, 'bad', { host: 'web2' }), {}, false],
    ['one that was good', snapshot(3, 'bad'), { outcome: 'good' }, false],
    ['one that could not be put back', snapshot(3, 'bad'), { outcome: 'inconclusive' }, false],
  ])('%s', (_, manifest, parts, is) => {
    expect(rolledBack(manifest, [deployment(parts)])?.id).toBe(is ? id(90) : undefined);
  });

  test('before it was, it is in effect', () => {
    const made = snapshot(3, 'bad');
    expect(rolledBack(made, [deployment({})], Date.parse(at(4)))).toBeUndefined();
    expect(rolledBack(made, [deployment({})], Date.parse(at(5)))).toBeDefined();
  });
});

test.each([
  [`before the restore of ${id(1)}`, [id(1)]],
  [`before the restore of ${id(1)}, ${id(2)}`, [id(1), id(2)]],
  [`before finishing the restore of ${id(1)}`, [id(1)]],
  ['before the restore of the database', []],
  [null, []],
])('the reason %s', (reason, ids) => {
  expect(restoredAfter({ reason })).toEqual(ids);
});

const backTo = (host: HostRecord, number: number) =>
  wentBackTo(host)({ id: id(number) }).map((snapshot) => snapshot.id);

describe('what something may have gone back to', () => {
  test('nothing before a failure is on record', () => {
    expect(backTo(record([snapshot(2, 'b'), snapshot(3, 'c')], [3]), 3)).toEqual([]);
  });

  test('the known good after a failure', () => {
    expect(backTo(record([snapshot(2, 'b'), snapshot(3, 'c')], [2]), 3)).toEqual([id(1)]);
  });

  test('what a deployment had found that was rolled back', () => {
    const host = record(
      [snapshot(2, 'other'), snapshot(3, 'bad'), snapshot(6, 'other')],
      [3],
      [deployment({})],
    );
    expect(backTo(host, 6)).toEqual([id(1), id(2)]);
  });

  test('what was restored by hand', () => {
    const kept = snapshot(3, 'bad', { reason: `before the restore of ${id(2)}` });
    expect(backTo(record([snapshot(2, 'other'), kept], []), 4)).toEqual([id(1), id(2)]);
  });
});

describe('the failure that a search is about', () => {
  const failing = (host: HostRecord) => {
    const found = failureOf(host);
    return found && [found.snapshot.id, found.over];
  };

  test('none', () => {
    expect(failing(record([snapshot(2, 'b')], []))).toBeUndefined();
    expect(failing({ ...record([snapshot(2, 'b')], [2]), good: undefined })).toBeUndefined();
  });

  test('the first that nobody has put back', () => {
    expect(failing(record([snapshot(2, 'b'), snapshot(3, 'b')], [2, 3]))).toEqual([id(2), false]);
  });

  test('one that lasts comes before one that is over', () => {
    const host = record([snapshot(2, 'b'), snapshot(3, 'good'), snapshot(4, 'c')], [2, 4]);
    expect(failing(host)).toEqual([id(4), false]);
  });

  test('one that was put back, while nothing else has become of the host', () => {
    expect(failing(record([snapshot(2, 'b'), snapshot(3, 'good')], [2]))).toEqual([id(2), true]);
    expect(failing(record([snapshot(2, 'b'), snapshot(3, 'good'), snapshot(4, 'c')], [2]))).toBeUndefined();
    const host = record([snapshot(2, 'good'), snapshot(3, 'bad')], [3], [deployment({})]);
    expect(failing(host)).toEqual([id(3), true]);
  });

  test('other services do not count, and all do where none is named', () => {
    const manifests = [snapshot(2, 'b'), snapshot(3, 'good')];
    expect(failing(record(manifests, [2]))).toEqual([id(2), true]);
    const all = manifests.map((manifest) => seenOf(manifest, undefined));
    const host = record(manifests, [2]);
    expect(failing({ ...host, snapshots: [seenOf(GOOD, undefined), ...all] })).toEqual([id(2), false]);
  });
});
