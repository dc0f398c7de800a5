import { describe, expect, test } from '@jest/globals';
import { candidates, choose, leaveOneOut, scoreOf, type Trial } from '../../../scripts/eval/held-out.ts';
import type { Outcome } from '../../../scripts/eval/run-case.ts';

type Kind = 'accident' | 'ordinary' | 'gone';

const outcome = (kind: Kind, group: number, severity?: 'error' | 'warning'): Outcome => ({
  id: 'X',
  group,
  incident: 'X',
  label: kind === 'accident' ? 'replaced' : 'ordinary',
  accident: kind === 'accident',
  foundBy: kind === 'accident' ? 'message' : '',
  path: 'a.yml',
  hot: true,
  doubt: false,
  sample: 'uniform',
  verdict: 'pass',
  gone: kind === 'gone',
  said: severity === undefined ? [] : [{ check: 'file-replaced', severity }],
  elsewhere: 0,
  naming: 'no',
});
const many = (count: number, ...args: Parameters<typeof outcome>) =>
  Array.from({ length: count }, () => outcome(...args));

test('a score counts reported accidents, and ordinary changes that stay', () => {
  const outcomes = [
    ...many(3, 'accident', 1, 'error'),
    ...many(2, 'accident', 1, 'warning'),
    ...many(4, 'accident', 1),
    ...many(5, 'ordinary', 1, 'error'),
    ...many(6, 'ordinary', 1, 'warning'),
    ...many(7, 'gone', 1, 'error'),
    ...many(8, 'ordinary', 1, 'error').map((one) => ({ ...one, sample: 'rewrites' })),
    ...many(2, 'ordinary', 1).map((one) => ({ ...one, sample: 'rewrites' })),
  ];
  expect(scoreOf(outcomes)).toEqual({
    accidents: 9,
    errors: 3,
    alarmed: 5,
    ordinary: 11,
    falseErrors: 5,
    falseAlarms: 11,
    rewrites: 10,
    rewriteErrors: 8,
  });
});

describe('choosing a value', () => {
  const trial = (value: number, errors: number, falseErrors: number, falseWarnings = 0): Trial => ({
    value,
    outcomes: [
      ...many(errors, 'accident', 1, 'error'),
      ...many(10 - errors, 'accident', 1),
      ...many(falseErrors, 'ordinary', 1, 'error'),
      ...many(falseWarnings, 'ordinary', 1, 'warning'),
      ...many(200 - falseErrors - falseWarnings, 'ordinary', 1),
    ],
  });

  test('takes the most accidents that the limits allow', () => {
    expect(choose([trial(1, 3, 0), trial(2, 5, 2), trial(3, 9, 3)], 1)).toEqual({ value: 2, within: true });
    expect(choose([trial(1, 3, 0), trial(2, 9, 0, 17), trial(3, 5, 0, 16)], 1)).toEqual({
      value: 3,
      within: true,
    });
  });

  test('takes the fewest false alarms of equals, then the nearest to the value in force', () => {
    expect(choose([trial(1, 5, 2), trial(2, 5, 1)], 1)).toEqual({ value: 2, within: true });
    expect(choose([trial(1, 5, 1), trial(2, 5, 1), trial(6, 5, 1)], 4)).toEqual({ value: 2, within: true });
  });

  test('takes the fewest false errors when no value keeps the limits', () => {
    expect(choose([trial(1, 9, 9), trial(2, 1, 3), trial(3, 2, 3)], 1)).toEqual({ value: 3, within: false });
  });
});

test('what is chosen for a repository does not look at it', () => {
  // In repository 1 only the value 2 finds the accidents; in the others it costs too many false errors.
  const trials: Trial[] = [
    {
      value: 1,
      outcomes: [...many(5, 'accident', 1), ...many(50, 'ordinary', 2), ...many(50, 'ordinary', 3)],
    },
    {
      value: 2,
      outcomes: [
        ...many(5, 'accident', 1, 'error'),
        ...many(50, 'ordinary', 2, 'error'),
        ...many(50, 'ordinary', 3),
      ],
    },
  ];
  const { folds, score } = leaveOneOut(trials, 1);
  expect(folds).toEqual([
    { group: 1, chosen: 1, within: true },
    { group: 2, chosen: 2, within: true },
    { group: 3, chosen: 1, within: true },
  ]);
  expect(score).toMatchObject({ accidents: 5, errors: 0, ordinary: 100, falseErrors: 50 });
});

test('values on both sides are tried, shares inside 0 and 1, counts from 1', () => {
  expect(candidates(0.3)).toEqual([0.2, 0.25, 0.3, 0.35, 0.4]);
  expect(candidates(0.1)).toEqual([0.05, 0.1, 0.15, 0.2]);
  expect(candidates(0.9)).toEqual([0.8, 0.85, 0.9, 0.95]);
  expect(candidates(5)).toEqual([3, 5, 10]);
  expect(candidates(1)).toEqual([1, 2]);
});
