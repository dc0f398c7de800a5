import { describe, expect, test } from '@jest/globals';
import type { Against } from '../../src/changes/drift.ts';
import type { Chosen } from '../../src/restore/choose.ts';
import type { Collected, SavedFile, UnsavedReason } from '../../src/store/manifest.ts';
import { compareLive } from '../../src/verify/drift.ts';
import { sampleFile } from '../store/samples.ts';

const KEYS = '/etc/auth/keys.yml';
const good = sampleFile(KEYS, 'keys: [a]\n');
const GOOD: Against = { kind: 'known-good' };

function live(parts: Partial<Collected> = {}): Collected {
  return { files: [], absent: [], unsaved: [], ...parts };
}

function lost(path: string, reason: UnsavedReason, detail = '') {
  return { path, service: null, reason, detail };
}

function compare(stands: Collected, chosen: Partial<Chosen> = { files: [good] }, against = GOOD) {
  const all = { files: [], absent: [], unsaved: [], unplaced: [], unmet: [], ...chosen };
  return compareLive(all, stands, {
    against,
    isRotating: (path) => path.endsWith('.token'),
    isAsked: () => true,
    reachesAsked: () => true,
    sealed: new Map(),
  });
}

/** The drift of the one place that drifted. */
function driftOf(stands: Collected, chosen?: Partial<Chosen>, against?: Against) {
  const { drifted, intact, unknown } = compare(stands, chosen, against);
  expect([drifted.length, intact, unknown]).toEqual([1, [], []]);
  const { against: _, ...drift } = drifted[0]!.drift;
  return drift;
}

const PLAIN = { good: 'file', live: 'file', content: false, emptied: false, rotating: false };

describe('a place that is not as it should be', () => {
  const other = (more: Partial<SavedFile>) => live({ files: [{ ...good, ...more }] });

  test('has other bytes', () => {
    const sha256 = 'f'.repeat(64);
    expect(driftOf(other({ sha256 }))).toEqual({ ...PLAIN, content: true, sha256 });
  });

  test('is empty', () => {
    const empty = sampleFile(KEYS, '');
    expect(driftOf(live({ files: [empty] }))).toMatchObject({ content: true, emptied: true });
  });

  test('has another mode or another owner, down to the last bit', () => {
    expect(driftOf(other({ mode: 0o641 }))).toMatchObject({ ...PLAIN, mode: { good: 0o640, live: 0o641 } });
    expect(driftOf(other({ mode: 0o4640 }))).toMatchObject({ mode: { good: 0o640, live: 0o4640 } });
    expect(driftOf(other({ uid: 7 }))).toMatchObject({ ...PLAIN, owner: { good: '0:33', live: '7:33' } });
    expect(driftOf(other({ gid: 7 }))).toMatchObject({ owner: { good: '0:33', live: '0:7' } });
  });

  test('is missing', () => {
    expect(driftOf(live())).toEqual({ ...PLAIN, live: 'nothing' });
  });

  test('is something else', () => {
    const link = sampleFile(KEYS, '/tmp/keys.yml', { link: '/tmp/keys.yml', mode: 0o777 });
    expect(driftOf(live({ files: [link] }))).toMatchObject({ good: 'file', live: 'link', content: false });
    expect(driftOf(live({ unsaved: [lost(KEYS, 'directory')] }))).toEqual({ ...PLAIN, live: 'directory' });
    expect(driftOf(live({ unsaved: [lost(KEYS, 'not-a-file')] }))).toEqual({ ...PLAIN, live: 'other' });
  });

  test('is a link to another place', () => {
    const link = (target: string) => sampleFile(KEYS, target, { link: target, mode: 0o777 });
    const chosen = { files: [link('a.yml')] };
    expect(driftOf(live({ files: [link('b.yml')] }), chosen)).toMatchObject({
      good: 'link',
      live: 'link',
      content: true,
    });
    expect(compare(live({ files: [link('a.yml')] }), chosen)).toMatchObject({ intact: [KEYS], drifted: [] });
  });

  test('was added, as a file or as anything else', () => {
    const debug = sampleFile('/etc/auth/debug.yml', 'debug: true\n');
    const added = { ...PLAIN, good: 'nothing' };
    expect(driftOf(live({ files: [debug] }), { absent: [debug.path] })).toEqual({
      ...added,
      sha256: debug.sha256,
    });
    const pipe = live({ unsaved: [lost('/etc/auth/pipe', 'not-a-file')] });
    expect(driftOf(pipe, {})).toEqual({ ...added, live: 'other' });
  });

  test('rotates, when the policy says so', () => {
    const token = sampleFile('/etc/auth/a.token', 'one');
    const stands = live({ files: [sampleFile('/etc/auth/a.token', 'two')] });
    expect(driftOf(stands, { files: [token] })).toMatchObject({ content: true, rotating: true });
  });
});

describe('a place that is as it should be', () => {
  test('is told as that, whatever its time is', () => {
    const stands = live({ files: [{ ...good, mtime: '2020-01-01T00:00:00.000Z' }] });
    expect(compare(stands)).toEqual({ drifted: [], intact: [KEYS], unknown: [] });
  });

  test('is where nothing belongs and nothing is', () => {
    expect(compare(live(), { absent: ['/etc/auth/limits.yml'] })).toEqual({
      drifted: [],
      intact: [],
      unknown: [],
    });
  });

  test('has of a commit its content, and the bit that makes it a program', () => {
    const commit: Against = { kind: 'commit', id: 'a'.repeat(40) };
    const committed = sampleFile(KEYS, 'keys: [a]\n', { uid: null, gid: null, mtime: null, mode: 0o644 });
    const stands = live({ files: [good] });
    expect(compare(stands, { files: [committed] }, commit).intact).toEqual([KEYS]);
    const program = live({ files: [{ ...good, mode: 0o750 }] });
    expect(driftOf(program, { files: [committed] }, commit)).toMatchObject({
      mode: { good: 0o644, live: 0o750 },
    });
  });
});

describe('what could not be looked at is neither', () => {
  test.each<[UnsavedReason, string]>([
    ['unreadable', 'EIO'],
    ['changing', ''],
    ['behind-link', ''],
  ])('%s', (reason, detail) => {
    const { drifted, intact, unknown } = compare(live({ unsaved: [lost(KEYS, reason, detail)] }));
    expect([drifted, intact]).toEqual([[], []]);
    expect(unknown).toMatchObject([{ path: KEYS, reason: `live-${reason}`, blocks: true }]);
  });

  test('a directory, once for all that is below it', () => {
    const files = [good, sampleFile('/etc/auth/a/b/c.yml', 'c')];
    for (const directory of ['/etc/auth', '/etc', '/']) {
      const compared = compare(live({ unsaved: [lost(directory, 'unreadable', 'EACCES')] }), { files });
      expect(compared).toMatchObject({ drifted: [], intact: [], unknown: [{ path: directory }] });
    }
  });

  test('what the snapshot does not hold, though something stands there', () => {
    const unsaved = [lost('/etc/auth/odd', 'not-a-file'), lost('/etc/auth/z', 'unreadable', 'EIO')];
    const stands = live({ unsaved: [lost('/etc/auth/odd', 'not-a-file')] });
    const { drifted, unknown } = compare(stands, { unsaved });
    expect(drifted).toEqual([]);
    expect(unknown.map(({ path, reason, blocks }) => [path, reason, blocks])).toEqual([
      ['/etc/auth/odd', 'not-in-snapshot', true],
      ['/etc/auth/z', 'not-in-snapshot', true],
    ]);
  });
});
