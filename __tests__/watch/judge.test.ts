import { describe, expect, test } from '@jest/globals';
import { judge, type Leeway, type Seen, type Window } from '../../src/watch/judge.ts';
import type { Expected } from '../../src/watch/known.ts';
import { AUTH, file, KEYS, stands } from './samples.ts';

const expected = (files: ReturnType<typeof file>[], absent: string[] = []): Expected => ({
  files: new Map(files.map((one) => [one.path, one])),
  absent: new Set(absent),
});
const known = expected([file(AUTH, 'good')], [KEYS]);
const strict: Leeway = { covered: false, rotating: false, windows: [] };
const absent: Seen = { kind: 'absent' };

function verdictOf(place: string, seen: Seen, leeway: Partial<Leeway> = {}, known_ = known): string {
  const judgement = judge(place, seen, known_, { ...strict, ...leeway });
  return judgement.verdict === 'bad' ? judgement.drift.kind : judgement.verdict;
}

test.each<[string, string, Seen, string]>([
  ['as it should be', AUTH, stands('good'), 'good'],
  ['another time of change', AUTH, stands('good', { mtime: '2027-01-01T00:00:00.000Z' }), 'good'],
  ['another content', AUTH, stands('bad'), 'modified'],
  ['another mode', AUTH, stands('good', { mode: 0o644 }), 'metadata'],
  ['another group', AUTH, stands('good', { gid: 0 }), 'metadata'],
  ['a link in place of a file', AUTH, stands('good', { link: 'staging.yml' }), 'retyped'],
  ['nothing', AUTH, absent, 'removed'],
  ['what cannot be read', AUTH, { kind: 'unsaved', reason: 'unreadable', detail: 'EACCES' }, 'unreadable'],
  ['what changes all the time', AUTH, { kind: 'unsaved', reason: 'changing', detail: '' }, 'changing'],
  ['nothing where nothing belongs', KEYS, absent, 'good'],
  ['something where nothing belongs', KEYS, stands('x'), 'added'],
  ['nothing where nobody knows', '/etc/auth/other.yml', absent, 'good'],
  ['something where nobody knows', '/etc/auth/other.yml', stands('x'), 'unknown'],
])('%s', (_, place, seen, verdict) => {
  expect(verdictOf(place, seen)).toBe(verdict);
});

test('what the known good would have held was added', () => {
  expect(verdictOf('/etc/auth/other.yml', stands('x'), { covered: true })).toBe('added');
});

describe('what an editor writes beside a file that belongs there', () => {
  const files = expected([file(AUTH, 'good'), file('/etc/auth/.env', 'good')]);
  const at = (name: string, seen = stands('x')) =>
    verdictOf(`/etc/auth/${name}`, seen, { covered: true }, files);

  test.each([
    ...[
      '.production.yml.swp',
      '.production.yml.swo',
      '.production.yml.swx',
      '.env.swp',
      '.production.yml.kate-swp',
    ],
    ...['#production.yml#', 'production.yml~', 'production.yml.~12~', '.env~'],
  ])('%s', (name) => {
    expect(at(name)).toBe('editor');
  });

  test('a lock, which is a link to nowhere', () => {
    expect(at('.#production.yml', stands('x', { link: 'ada@web1.4711:1' }))).toBe('editor');
  });

  test('is in one state, whatever is in it', () => {
    const states = ['x', 'y'].map((sha256) =>
      judge('/etc/auth/production.yml~', stands(sha256), files, { ...strict, covered: true }),
    );
    expect(states[0]).toEqual(states[1]);
  });

  test.each([
    ...['.staging.yml.swp', 'staging.yml~', '#staging.yml#', '~', '##', '.swp', 'production.yml.bak'],
    ...['production.yml.swp', 'production.yml', '4913', '.production.yml.swz'],
  ])('is not what only looks like it: %s', (name) => {
    expect(at(name)).not.toBe('editor');
  });
});

test('states are told apart by all that is compared', () => {
  const states = [
    stands('a'),
    stands('b'),
    stands('a', { mode: 0o600 }),
    stands('a', { uid: 7 }),
    absent,
  ].map((seen) => {
    const judgement = judge(AUTH, seen, known, strict);
    return judgement.verdict === 'bad' ? judgement.drift.state : '';
  });
  expect(new Set(states).size).toBe(states.length);
  expect(states).not.toContain('');
});

test('a snapshot of a commit knows neither owner nor mode', () => {
  const commit = expected([file(AUTH, 'good', { uid: null, gid: null, mode: 0o644 })]);
  expect(verdictOf(AUTH, stands('good', { mode: 0o600, uid: 9 }), {}, commit)).toBe('good');
  expect(verdictOf(AUTH, stands('bad'), {}, commit)).toBe('modified');
});

test('a file that rotates may have another content, and nothing else', () => {
  const rotating = { rotating: true };
  expect(verdictOf(AUTH, stands('rotated'), rotating)).toBe('good');
  expect(verdictOf(AUTH, stands('rotated', { mode: 0o666 }), rotating)).toBe('modified');
  expect(verdictOf(AUTH, stands('empty', { size: 0 }), rotating)).toBe('modified');
  expect(verdictOf(AUTH, absent, rotating)).toBe('removed');
  expect(verdictOf(KEYS, stands('new'), rotating)).toBe('added');
});

describe('while a deployment runs', () => {
  const [added, free] = ['/etc/auth/new.yml', '/etc/auth/generated.yml'];
  const wanted = new Map([
    [AUTH, file(AUTH, 'meant', { uid: null, gid: null })],
    [added, file(added, 'new', { uid: null, gid: null })],
  ]);
  const window: Window = {
    before: expected([file(AUTH, 'before'), file(free, 'old')]),
    wants: (place) => (place === free ? undefined : { file: wanted.get(place) }),
    made: undefined,
    writes: (place) => place === free,
  };
  const during = (more: Partial<Window> = {}) => ({ covered: true, windows: [{ ...window, ...more }] });

  test.each<[string, string, Seen, string]>([
    ['a file as it was good', AUTH, stands('good'), 'good'],
    ['a file as it is meant to be', AUTH, stands('meant', { mode: 0o600 }), 'good'],
    ['a file as it was before', AUTH, stands('before'), 'tolerated'],
    ['a file as neither says', AUTH, stands('neither'), 'modified'],
    ['a file that is gone', AUTH, absent, 'removed'],
    ['a new file as it is meant to be', added, stands('new'), 'good'],
    ['a new file as nobody says', added, stands('newer'), 'added'],
    ['a file that the commit does not have', '/etc/auth/x.yml', stands('x'), 'added'],
    ['whatever is written where the commit does not say', free, stands('rendered'), 'tolerated'],
    ['what cannot be read', free, { kind: 'unsaved', reason: 'unreadable', detail: 'EACCES' }, 'unreadable'],
  ])('%s', (_, place, seen, verdict) => {
    expect(verdictOf(place, seen, during())).toBe(verdict);
  });

  test('what it removes is as it is meant to be', () => {
    wanted.delete(AUTH);
    expect(verdictOf(AUTH, absent, during())).toBe('good');
  });

  test('what it has made holds when it was judged, and nothing else there', () => {
    const made = expected([file(free, 'rendered')]);
    expect(verdictOf(free, stands('rendered'), during({ made, writes: () => false }))).toBe('good');
    expect(verdictOf(free, stands('later'), during({ made, writes: () => false }))).toBe('added');
  });

  test('it excuses nothing when it is over', () => {
    expect(verdictOf(AUTH, stands('meant'), { covered: true })).toBe('modified');
  });
});
