import { expect, test } from '@jest/globals';
import { happened, lookAgain, nextDue, type Pending, takeDue } from '../../src/watch/pending.ts';

test('a place is looked at when it has been quiet, however often something happens before', () => {
  const pending: Pending = new Map();
  for (const ms of [0, 30, 60]) happened(pending, '/etc/a', ms);
  expect(nextDue(pending)).toBe(110);
  expect(takeDue(pending, 109)).toEqual([]);
  expect(takeDue(pending, 110)).toEqual(['/etc/a']);
  expect(nextDue(pending)).toBeUndefined();
});

test('a place that is never quiet is looked at all the same', () => {
  const pending: Pending = new Map();
  for (let ms = 0; ms < 990; ms += 10) happened(pending, '/etc/a', ms);
  expect(nextDue(pending)).toBe(1000);
});

test('what is below a place goes with it, and names that only begin alike do not', () => {
  const pending: Pending = new Map();
  for (const place of ['/etc/auth/a', '/etc/auth', '/etc/auth.d/b']) happened(pending, place, 0);
  expect(takeDue(pending, 50)).toEqual(['/etc/auth', '/etc/auth.d/b']);
});

test('a second look is not put off by an earlier one', () => {
  const pending: Pending = new Map();
  happened(pending, '/etc/a', 0);
  lookAgain(pending, '/etc/a', 1000);
  expect(nextDue(pending)).toBe(50);
  lookAgain(pending, '/etc/b', 20);
  expect(nextDue(pending)).toBe(20);
});
