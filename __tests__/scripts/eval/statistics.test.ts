import { describe, expect, test } from '@jest/globals';
import { clusterBootstrap, median, wilson } from '../../../scripts/eval/statistics.ts';
import { randomFrom } from '../../../src/drill/random.ts';

describe("Wilson's interval", () => {
  // R 4: prop.test(x, n, correct = FALSE)$conf.int; the first is Newcombe's example, Stat. Med. 17 (1998), table I.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [20, 20, 0.8389, 1],
    [0, 1, 0, 0.7935],
  ])('%i of %i', (hits, total, low, high) => {
    const [from, to] = wilson(hits, total)!;
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });

  test('of nothing there is none', () => {
    expect(wilson(0, 0)).toBeUndefined();
  });
});

describe('the bootstrap over clusters', () => {
  test('two clusters that differ wholly: each share has its binomial weight', () => {
    // Both from the first: 1/4, both from the second: 1/4, one of each: 1/2. So the ends are the extremes.
    const clusters = [
      { hits: 10, total: 10 },
      { hits: 0, total: 10 },
    ];
    expect(clusterBootstrap(clusters)).toEqual([0, 1]);
  });

  test('many equal clusters have no spread, whatever the spread within them', () => {
    const clusters = Array.from({ length: 14 }, () => ({ hits: 5, total: 10 }));
    expect(clusterBootstrap(clusters)).toEqual([0.5, 0.5]);
  });

  test('many single cases come near to the normal interval', () => {
    const clusters = Array.from({ length: 400 }, (_, index) => ({ hits: index % 4 === 0 ? 1 : 0, total: 1 }));
    const [low, high] = clusterBootstrap(clusters)!;
    const spread = 1.96 * Math.sqrt((0.25 * 0.75) / 400);
    expect(Math.abs(low - (0.25 - spread))).toBeLessThan(0.006);
    expect(Math.abs(high - (0.25 + spread))).toBeLessThan(0.006);
  });

  test('clusters that differ are less certain than their cases taken as independent', () => {
    const clusters = [0, 0, 0, 0, 20, 20].map((hits) => ({ hits, total: 20 }));
    const [low, high] = clusterBootstrap(clusters)!;
    const [from, to] = wilson(40, 120)!;
    expect(low).toBeLessThan(from);
    expect(high).toBeGreaterThan(to);
  });

  test('is the same every time, and leaves empty clusters out', () => {
    const clusters = [3, 1, 4, 1, 5].map((hits) => ({ hits, total: 9 }));
    expect(clusterBootstrap([...clusters, { hits: 0, total: 0 }])).toEqual(clusterBootstrap(clusters));
  });

  test('of one cluster there is none', () => {
    expect(clusterBootstrap([{ hits: 1, total: 5 }])).toBeUndefined();
    expect(
      clusterBootstrap([
        { hits: 1, total: 5 },
        { hits: 0, total: 0 },
      ]),
    ).toBeUndefined();
  });
});

test('the median', () => {
  expect(median([])).toBeUndefined();
  expect(median([7])).toBe(7);
  expect(median([10, 2, 1])).toBe(2);
  expect(median([10, 2, 1, 3])).toBe(2.5);
});

test('random numbers fill [0, 1), depend on the seed, and come again', () => {
  const draw = (seed: number) => Array.from({ length: 1000 }, randomFrom(seed));
  const numbers = draw(1);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(new Set(numbers).size).toBeGreaterThan(990);
  expect(Math.abs(numbers.reduce((sum, number) => sum + number) / 1000 - 0.5)).toBeLessThan(0.05);
  expect(draw(1)).toEqual(numbers);
  expect(draw(2)).not.toEqual(numbers);
});
