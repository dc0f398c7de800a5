import { describe, expect, test } from '@jest/globals';
import { observe, startWatching, type Watching } from '../../src/watch/machine.ts';
import { AUTH, alert, at, bad, fine, KEYS } from './samples.ts';

/** What is told at these moments: `place state`, or `place over`. */
function told(watching: Watching, ...steps: [number, Parameters<typeof observe>[1]][]): string[][] {
  return steps.map(([ms, observations]) =>
    observe(watching, observations, at(ms)).told.map(
      ({ key, state, until }) => `${key} ${until === null ? state : 'over'}`,
    ),
  );
}

test('a wrong state is told once, and once more when it is right again', () => {
  const watching = startWatching();
  const one = [bad(AUTH, 'a'), fine(KEYS)];
  expect(told(watching, [0, one], [10, one], [20, [fine(AUTH)]], [30, [fine(AUTH)]])).toEqual([
    [`${AUTH} a`],
    [],
    [`${AUTH} over`],
    [],
  ]);
  expect(watching.open.size).toBe(0);
});

test('another wrong state is told, and one that was told before is not told again', () => {
  const watching = startWatching();
  const steps = ['a', 'b', 'a', 'b', 'c'].map((state, ms): [number, Parameters<typeof observe>[1]] => [
    ms,
    [bad(AUTH, state)],
  ]);
  expect(told(watching, ...steps)).toEqual([[`${AUTH} a`], [`${AUTH} b`], [], [], [`${AUTH} c`]]);
  expect(watching.open.get(AUTH)).toMatchObject({ state: 'c', since: at(0).iso, changed: at(4).iso });
  // After it was right, the same state is news.
  expect(told(watching, [9, [fine(AUTH)]], [10, [bad(AUTH, 'a')]])).toEqual([
    [`${AUTH} over`],
    [`${AUTH} a`],
  ]);
});

test('what a deployment may leave for now neither opens an alert nor ends one', () => {
  const watching = startWatching([alert(AUTH)]);
  const both = [fine(AUTH, 'tolerated'), fine(KEYS, 'tolerated')];
  expect(told(watching, [0, both])).toEqual([[]]);
  expect([...watching.open.keys()]).toEqual([AUTH]);
});

describe('a file that was added', () => {
  const added = (instance: string) => [bad(KEYS, 'x', { kind: 'added' }, instance)];

  test('has to last', () => {
    const watching = startWatching();
    const first = observe(watching, added('1'), at(0));
    expect(first).toEqual({ told: [], again: [{ key: KEYS, at: 1000 }] });
    expect(observe(watching, added('1'), at(999)).told).toEqual([]);
    expect(observe(watching, added('1'), at(1000)).told).toHaveLength(1);
    expect(watching.suspects.size).toBe(0);
  });

  test('is not told when it goes, nor when another one comes each time', () => {
    const watching = startWatching();
    observe(watching, added('1'), at(0));
    observe(watching, [fine(KEYS)], at(500));
    expect(observe(watching, added('1'), at(1200)).told).toEqual([]);
    expect(observe(watching, added('2'), at(2100)).told).toEqual([]);
    expect(observe(watching, added('3'), at(3000)).told).toEqual([]);
  });

  test('is told in the end, though it is another one each time', () => {
    const watching = startWatching();
    const times = Array.from({ length: 40 }, (_, second) => second * 900);
    const said = times.map((ms) => observe(watching, added(String(ms)), at(ms)).told.length);
    expect(said.reduce((sum, count) => sum + count, 0)).toBe(1);
  });
});

describe("an editor's file", () => {
  const left = (instance: string) => [bad(KEYS, 'editor', { kind: 'editor' }, instance)];

  test('is borne with for a quarter of an hour, however often it is written, and told once', () => {
    const watching = startWatching();
    const minutes = Array.from({ length: 40 }, (_, minute) => minute);
    const said = minutes.map((minute) => observe(watching, left(String(minute)), at(minute * 60_000)));
    expect(said[0]!.again).toEqual([{ key: KEYS, at: 900_000 }]);
    expect(minutes.filter((minute) => said[minute]!.told.length > 0)).toEqual([15]);
    expect(observe(watching, [fine(KEYS)], at(3_000_000)).told).toMatchObject([{ kind: 'editor' }]);
  });

  test('is never told when it goes before', () => {
    const watching = startWatching();
    observe(watching, left('1'), at(0));
    expect(observe(watching, [fine(KEYS)], at(600_000)).told).toEqual([]);
    expect(observe(watching, left('1'), at(960_000)).told).toEqual([]);
  });

  test('is told like any other by a watch that does not stay', () => {
    const watching: Watching = { ...startWatching(), once: true };
    expect(observe(watching, left('1'), at(0)).again).toEqual([{ key: KEYS, at: 1000 }]);
    expect(observe(watching, left('1'), at(1000)).told).toHaveLength(1);
  });
});

test('what was open at the last end goes on from there', () => {
  const watching = startWatching([alert(AUTH), alert(KEYS)]);
  expect(told(watching, [5, [bad(AUTH, 'one'), fine(KEYS)]])).toEqual([[`${KEYS} over`]]);
});
