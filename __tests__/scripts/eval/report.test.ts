import { describe, expect, test } from '@jest/globals';
import { figures, goalsTable, met } from '../../../scripts/eval/goals.ts';
import { alarms, misses, show } from '../../../scripts/eval/listing.ts';
import { report } from '../../../scripts/eval/report.ts';
import type { Outcome } from '../../../scripts/eval/run-case.ts';

const accident = (id: string, more: Partial<Outcome> = {}): Outcome => ({
  id,
  group: 1,
  incident: id,
  label: 'replaced',
  accident: true,
  foundBy: 'message',
  path: `${id}.yml`,
  hot: true,
  doubt: false,
  sample: 'found',
  verdict: 'pass',
  gone: false,
  said: [],
  elsewhere: 0,
  naming: 'no',
  ...more,
});
const ordinary = (id: string, more: Partial<Outcome> = {}): Outcome =>
  accident(id, { label: 'ordinary', accident: false, foundBy: '', sample: 'uniform', ...more });
const error = [{ check: 'file-replaced', severity: 'error' as const, how: 'keys', folded: ['key-removed'] }];
const warning = [{ check: 'file-replaced', severity: 'warning' as const }];
const notice = [{ check: 'key-removed', severity: 'notice' as const }];

const outcomes = [
  accident('P1', { said: error, naming: 'whole' }),
  accident('P2', { said: warning, naming: 'whole', group: 2, incident: 'P1' }),
  accident('P3', { label: 'key-lost', said: notice, naming: 'part' }),
  accident('P4', { label: 'key-lost' }),
  accident('P5', { foundBy: 'scan', said: error, naming: 'whole' }),
  ordinary('N1'),
  ordinary('N2', { said: error, group: 2 }),
  ordinary('N3', { said: warning, hot: false }),
  ordinary('N4', { said: error, gone: true, hot: false }),
  ordinary('N5', { said: error, doubt: true }),
  ordinary('N6', { said: error, sample: 'rewrites' }),
];

describe('the figures of the goals', () => {
  test('count the cases that each may be quoted from', () => {
    const counted = figures(outcomes).map(
      ({ cases, counts }) => `${cases.filter(counts).length}/${cases.length}`,
    );
    expect(counted).toEqual(['1/2', '3/4', '2/4', '2/4', '1/2', '1/3', '2/4', '2/3', '3/4']);
  });

  test('stand in the table with incidents, study, goal and the median', () => {
    const lines = goalsTable(outcomes).split('\n');
    expect(lines[1]).toMatch(
      /^structural accidents: error +1\/2 +50\.0% .* 1\/1 100\.0% +60\.0% +>= 85\.0% +no\*$/,
    );
    expect(lines[10]).toMatch(/^findings per ordinary change, uniform: median +4 +1 .* 0 +no$/);
  });

  test('are met, missed, or not settled by the cases', () => {
    expect(
      met(
        90,
        100,
        [
          [0.86, 0.95],
          [0.87, 0.94],
        ],
        0.85,
        'least',
      ),
    ).toBe('yes');
    expect(
      met(
        90,
        100,
        [
          [0.84, 0.95],
          [0.87, 0.94],
        ],
        0.85,
        'least',
      ),
    ).toBe('yes*');
    expect(met(80, 100, [[0.7, 0.86], undefined], 0.85, 'least')).toBe('no*');
    expect(met(80, 100, [[0.7, 0.84], undefined], 0.85, 'least')).toBe('no');
    expect(
      met(
        0,
        100,
        [
          [0, 0],
          [0, 0.037],
        ],
        0.01,
        'most',
      ),
    ).toBe('yes*');
    expect(met(2, 100, [[0.012, 0.05]], 0.01, 'most')).toBe('no');
    expect(met(0, 0, [], 0.01, 'most')).toBe('-');
  });
});

test('every miss is listed once by its id, with what was said', () => {
  const text = misses(outcomes);
  expect(text).toContain('Recall set: neither the right key nor the cause named: 1\n  P4   1  key-lost');
  expect(text).toContain('P4.yml: nothing');
  expect(text).toContain('Recall set: named in a notice only: 1\n  P3');
  expect(text).toContain('Recall set: named, and at most a warning: 1\n  P2');
  expect(text).not.toMatch(/P1 |P5 |N\d/);
});

test('every false alarm is listed by its id, sets apart', () => {
  const text = alarms(outcomes);
  for (const [title, id] of [
    ['Uniform sample: error', 'N2'],
    ['Uniform sample: warning', 'N3'],
    ['Uniform sample: deleted or renamed', 'N4'],
    ['Doubtful label: error or warning', 'N5'],
    ['Rewrites (drawn to be hard): error', 'N6'],
  ])
    expect(text).toContain(`${title}: 1\n  ${id} `);
  expect(text).toContain('error file-replaced (keys) over key-removed');
  expect(text).not.toContain('N1');
});

test('one check can be asked for, folded ones too', () => {
  expect(show(outcomes, 'key-removed')).toMatch(/^key-removed speaks: 7\n/);
  expect(show(outcomes, 'syntax-error')).toBe('syntax-error speaks: 0');
});

test('the whole report counts crashes and says what is inconclusive', () => {
  const text = report([
    ...outcomes,
    accident('P6', { verdict: 'crash', crash: 'boom' }),
    ordinary('N7', { verdict: 'inconclusive', said: notice }),
  ]);
  expect(text).toContain('13 cases from 2 repositories; crashes: 1; inconclusive: 1.');
  expect(text).toContain('crash P6: boom');
  expect(text).toMatch(/\nkey-removed +0 \/ 0 \/ 1 +0 \/ 0 \/ 0 +0 \/ 0 \/ 1/);
});
