import { describe, expect, test } from '@jest/globals';
import { momentOf } from '../../src/blame/moment.ts';
import { pullOf } from '../../src/blame/pull.ts';
import { type Facts, rank } from '../../src/blame/rank.ts';
import { undoCommit, undoHost } from '../../src/blame/undo.ts';

const HOUR = 3_600_000;
const facts: Facts = {
  touch: 'own',
  outsidePlan: false,
  putBack: false,
  repaired: false,
  announced: false,
  lost: 0,
  holds: 1,
  latest: false,
  age: HOUR,
  symptom: { words: [], share: 0 },
};
const score = (more: Partial<Facts>) => rank({ ...facts, ...more }).score;

describe('what comes before what', () => {
  const order: [string, Partial<Facts>][] = [
    ['a write outside of the plan', { outsidePlan: true }],
    ['a file that cannot be read', { severity: 'error', damage: 'broken' }],
    ['what the owner has forbidden', { severity: 'error', damage: 'forbidden' }],
    ['nearly all of a file gone', { severity: 'error', lost: 0.9 }],
    ['content of another file', { severity: 'error', damage: 'foreign' }],
    ['an error in the file', { severity: 'error' }],
    [
      'an error about a file that goes, as the commit says',
      { severity: 'error', announced: true, lost: 0.5 },
    ],
    ['a value that the symptom speaks of', { symptom: { words: ['token'], share: 1 } }],
    ['a warning', { severity: 'warning' }],
    ['the latest change of its file', { latest: true }],
    ['a notice', { severity: 'notice' }],
    ['its files', {}],
    ['its schema, with an error less', { touch: 'related' }],
    ['a critical file of another service', { touch: 'critical' }],
    ['other configuration', { touch: 'other' }],
    ['what was undone since', { severity: 'error', lost: 1, holds: 0 }],
  ];
  test.each(
    order.slice(1).map(([name, more], index) => [order[index]![0], name, order[index]![1], more] as const),
  )('%s before %s', (_one, _other, before, after) => {
    if (after.holds === 0)
      expect(score({ ...before, age: 0 })).toBeGreaterThanOrEqual(score({ ...after, age: 0 }));
    else expect(score(before)).toBeGreaterThan(score(after));
  });

  test('a write outside of the plan before a finding', () => {
    expect(score({ outsidePlan: true })).toBeGreaterThan(score({ severity: 'error' }));
  });

  test('of equals the later one, and no age is worth more than a finding', () => {
    expect(score({ age: 0 })).toBeGreaterThan(score({ age: HOUR }));
    expect(score({ age: -HOUR })).toBe(score({ age: 0 }));
    expect(score({ age: 10_000 * HOUR, severity: 'warning' })).toBeGreaterThan(score({ age: 0 }));
  });
});

test('what put back what had stood there comes after everything, and after what it undid', () => {
  const back = rank({ ...facts, severity: 'error', lost: 1, latest: true, age: 0, putBack: true });
  const undone = { severity: 'error', lost: 1, holds: 0, age: 10_000 * HOUR } as const;
  expect(back.score).toBeLessThan(score(undone));
  expect(back.score).toBeLessThan(score({ touch: 'other', age: 10_000 * HOUR }));
  expect(back.reasons.at(-1)!.kind).toBe('put-back');
  expect(back.reasons.reduce((total, { points }) => total + points, 0)).toBeCloseTo(back.score);
});

test('every reason is shown, and they add up', () => {
  const { score: sum, reasons } = rank({
    ...facts,
    severity: 'error',
    lost: 0.5,
    holds: 0.5,
    symptom: { words: ['token'], share: 1 },
  });
  expect(reasons.map(({ kind }) => kind)).toEqual(['touch', 'severity', 'lost', 'symptom', 'undone', 'time']);
  expect(reasons.reduce((total, { points }) => total + points, 0)).toBeCloseTo(sum);
});

test.each([
  ['Merge pull request #412 from acme/release', 412],
  ['Raise the pool (#41)', 41],
  ['Raise the pool (!7)', 7],
  ['Merged in fix (pull request #9)', 9],
  ['Fix #12 in the pool', undefined],
  ['Merge branch main', undefined],
  ['(#1234567890)', undefined],
])('%s', (subject, pull) => {
  expect(pullOf(subject)).toBe(pull);
});

const NOW = Date.parse('2026-01-31T12:00:00Z');
test.each([
  ['2h', '2026-01-31T10:00:00.000Z'],
  ['90m', '2026-01-31T10:30:00.000Z'],
  ['1w', '2026-01-24T12:00:00.000Z'],
  ['2026-01-30', '2026-01-30T00:00:00.000Z'],
  ['2026-01-30 09:00', '2026-01-30T09:00:00.000Z'],
  ['2026-01-30T09:00+02:00', '2026-01-30T07:00:00.000Z'],
  ['2026-13-40', undefined],
  ['2026-02-29', undefined],
  ['2028-02-29', '2028-02-29T00:00:00.000Z'],
  ['2026-04-31T09:00Z', undefined],
  ['v1.4', undefined],
  ['HEAD~3', undefined],
  ['2026-01-30-release', undefined],
])('the moment %s', (text, moment) => {
  const found = momentOf(text, NOW);
  expect(found === undefined ? undefined : new Date(found).toISOString()).toBe(moment);
});

const ID = 'a'.repeat(40);
const PARENT = 'b'.repeat(40);
describe('the command that puts it back', () => {
  test.each([
    ['a commit', [PARENT], 0, true, 'git revert --no-edit aaaaaaaaaaaa'],
    ['a merge', [PARENT, ID], 0, true, 'git revert --no-edit -m 1 aaaaaaaaaaaa'],
    [
      'one with other files',
      [PARENT],
      3,
      true,
      "git restore --source=bbbbbbbbbbbb --staged --worktree -- :/etc/a.yml ':/etc/it'\\''s.yml'",
    ],
    ['one whose files have changed since', [PARENT], 3, false, 'git revert --no-edit aaaaaaaaaaaa'],
  ])('%s', (_, parents, others, untouched, command) => {
    expect(undoCommit({ id: ID, parents }, { paths: ['etc/a.yml', "etc/it's.yml"], others, untouched })).toBe(
      command,
    );
  });

  test('what changed on a host', () => {
    const options = { service: 'auth', paths: ['/etc/auth/a b.yml'] };
    expect(undoHost('01J', { ...options, good: { environment: null } })).toBe(
      "holdfast restore --known-good --service auth --path '/etc/auth/a b.yml'",
    );
    expect(undoHost('01J', { ...options, good: { environment: 'production' } })).toBe(
      "holdfast restore --known-good --environment production --service auth --path '/etc/auth/a b.yml'",
    );
    expect(undoHost('01J', { service: null, paths: [], good: undefined })).toBe('holdfast restore 01J');
    const named = { store: './my store', identity: ['a.key', 'b.key'] };
    expect(undoHost('01J', { ...named, service: null, paths: ['/etc/a[b].yml'], good: undefined })).toBe(
      "holdfast restore 01J --path '/etc/a\\[b\\].yml' --store './my store' --identity a.key --identity b.key",
    );
  });
});
