import { describe, expect, test } from '@jest/globals';
import { delayAfter, enqueue, newQueue, nextBatch, retryRefused, settle } from '../../src/watch/queue.ts';
import { AUTH, alert, at, KEYS } from './samples.ts';

const again = { ok: false, again: true, reason: 'status 500' } as const;
const never = { ok: false, again: false, reason: 'status 404' } as const;
const keys = (map: ReadonlyMap<string, unknown>) => [...map.keys()];

test('the newest word on a place takes the place of an older one, at the end', () => {
  const queue = newQueue([alert(AUTH), alert(KEYS)]);
  enqueue(queue, [alert(AUTH, { until: at(9).iso })]);
  expect(nextBatch(queue).map(({ key, until }) => [key, until])).toEqual([
    [KEYS, null],
    [AUTH, at(9).iso],
  ]);
});

test('what was sent goes, unless there is a newer word on it', () => {
  const queue = newQueue([alert(AUTH), alert(KEYS)]);
  const batch = nextBatch(queue);
  enqueue(queue, [alert(AUTH, { until: at(9).iso })]);
  settle(queue, batch, { ok: true });
  expect(nextBatch(queue)).toEqual([alert(AUTH, { until: at(9).iso })]);
});

test('what could not be sent stays, and what was refused is kept apart until it is tried again', () => {
  const queue = newQueue([alert(AUTH), alert(KEYS)]);
  settle(queue, nextBatch(queue), again);
  expect(keys(queue.waiting)).toEqual([AUTH, KEYS]);
  settle(queue, nextBatch(queue), never);
  expect([keys(queue.waiting), keys(queue.refused)]).toEqual([[], [AUTH, KEYS]]);
  enqueue(queue, [alert(KEYS, { state: 'newer' })]);
  retryRefused(queue);
  expect(queue.refused.size).toBe(0);
  expect(nextBatch(queue).map(({ key, state }) => [key, state])).toEqual([
    [KEYS, 'newer'],
    [AUTH, 'one'],
  ]);
});

test('a receiver gets many alerts in parts that it can take', () => {
  const queue = newQueue(Array.from({ length: 1200 }, (_, index) => alert(`/etc/auth/${index}.yml`)));
  const sizes: number[] = [];
  while (queue.waiting.size > 0) {
    const batch = nextBatch(queue);
    sizes.push(batch.length);
    settle(queue, batch, { ok: true });
  }
  expect(sizes).toEqual([500, 500, 200]);
});

describe('the delay', () => {
  test('doubles up to five minutes, half of it by chance', () => {
    expect([1, 2, 3, 9, 10, 1000].map((failures) => delayAfter(failures, 1))).toEqual([
      1000, 2000, 4000, 256_000, 300_000, 300_000,
    ]);
    expect(delayAfter(3, 0)).toBe(2000);
  });

  test('is what the receiver asks for, up to an hour', () => {
    expect(delayAfter(1, 0, 7000)).toBe(7000);
    expect(delayAfter(1, 0, 1e9)).toBe(3_600_000);
  });
});
