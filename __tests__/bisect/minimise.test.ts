import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { culpritCounts } from '../../scripts/bench-bisect/counts.ts';
import { type Ask, minimise, type Outcome } from '../../src/bisect/minimise.ts';

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** Asks a predicate, each set once, and counts. */
function asking(outcomeOf: (set: readonly number[]) => Outcome, most = Number.POSITIVE_INFINITY) {
  const answers = new Map<string, Outcome>();
  const ask: Ask = async (set) => {
    const name = set.join();
    if (!answers.has(name) && answers.size >= most) return 'stop';
    if (!answers.has(name)) answers.set(name, outcomeOf(set));
    return answers.get(name)!;
  };
  return { ask, asked: () => answers.size };
}

describe('the number of probes, with those that prove both sides and the set that was found', () => {
  test.each([
    { culprits: 1, median: 16 },
    { culprits: 2, median: 140 },
  ])('$culprits of 500: at most $median in the middle', async ({ culprits, median }) => {
    const counts = await culpritCounts(500, culprits, 200);
    expect(counts[counts.length >> 1]).toBeLessThanOrEqual(median);
  });

  test('one culprit never takes more than 16, wherever it is', async () => {
    const counts = await culpritCounts(500, 1, 500);
    expect(Math.max(...counts)).toBeLessThanOrEqual(16);
  });
});

test('whatever the culprits are, they are found and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
      async (n, picks) => {
        const culprits = [...new Set(picks.map((pick) => pick % n))].sort((one, other) => one - other);
        const { ask } = asking((set) => (culprits.every((unit) => set.includes(unit)) ? 'fail' : 'pass'));
        expect(await minimise(range(n), ask)).toEqual({ set: culprits, minimal: true });
      },
    ),
    { seed: 7, numRuns: 200 },
  );
});

test('a probe without any order gets a set that fails, and no single unit of it can go', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 24 }), fc.nat(), async (n, salt) => {
      const outcomeOf = (set: readonly number[]): Outcome => {
        if (set.length === 0) return 'pass';
        if (set.length === n) return 'fail';
        const hash = set.reduce((sum, unit) => Math.imul(sum ^ (unit + salt), 0x9e3779b1) >>> 0, salt + 1);
        return (['pass', 'fail', 'unresolved'] as const)[hash % 3]!;
      };
      const { set, minimal } = await minimise(range(n), asking(outcomeOf).ask);
      expect(minimal).toBe(true);
      expect(outcomeOf(set)).toBe('fail');
      if (set.length > 1)
        for (const unit of set) expect(outcomeOf(set.filter((other) => other !== unit))).not.toBe('fail');
    }),
    { seed: 11, numRuns: 300 },
  );
});

test('units that say nothing on their own stay with the one that they need', async () => {
  const { ask } = asking((set) => {
    if (set.includes(3) !== set.includes(4)) return 'unresolved';
    return set.includes(4) ? 'fail' : 'pass';
  });
  expect(await minimise(range(10), ask)).toEqual({ set: [3, 4], minimal: true });
});

test('an early end gives the smallest set that was seen to fail, and says so', async () => {
  const { ask, asked } = asking((set) => (set.includes(400) ? 'fail' : 'pass'), 4);
  const { set, minimal } = await minimise(range(500), ask);
  expect(minimal).toBe(false);
  expect(set).toContain(400);
  expect(set.length).toBeLessThan(500);
  expect(asked()).toBe(4);
});
