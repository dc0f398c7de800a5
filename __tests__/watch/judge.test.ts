import { expect, test } from '@jest/globals';
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

test('while a deployment runs, a file is as it was before or as it is meant to be', () => {
  const other = '/etc/auth/new.yml';
  const window: Window = {
    before: expected([file(AUTH, 'before')]),
    intended: expected([file(AUTH, 'meant', { uid: null, gid: null }), file(other, 'new', { uid: null })]),
  };
  const during = { covered: true, windows: [window] };
  expect(verdictOf(AUTH, stands('good'), during)).toBe('good');
  expect(verdictOf(AUTH, stands('meant', { mode: 0o600 }), during)).toBe('good');
  expect(verdictOf(AUTH, stands('before'), during)).toBe('tolerated');
  expect(verdictOf(AUTH, stands('neither'), during)).toBe('modified');
  expect(verdictOf(AUTH, absent, during)).toBe('removed');
  expect(verdictOf(other, stands('new'), during)).toBe('good');
  expect(verdictOf(other, stands('newer'), during)).toBe('added');
  expect(verdictOf(AUTH, stands('meant'), { covered: true })).toBe('modified');
});
