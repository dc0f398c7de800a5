import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findId, isId, nextId } from '../../src/store/ids.ts';

const zeros = new Uint8Array(10);
const moment = fc.integer({ min: 0, max: 2 ** 48 - 2 });
const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('an id is a ULID: its time and its chance, as the specification writes them', () => {
  // https://github.com/ulid/spec gives 01AN4Z07BY79KA1307SR9X4MV3; its first ten digits are this time.
  const random = Uint8Array.from([0x39, 0xd2, 0xa0, 0x8c, 0x1e, 0xcc, 0x27, 0x4e, 0x8f, 0x74]);
  expect(nextId(1465824320894, zeros)).toBe('01AN4Z07BY0000000000000000');
  expect(nextId(1465824320894, random).slice(0, 10)).toBe('01AN4Z07BY');
  expect(nextId(2 ** 48 - 1, new Uint8Array(10).fill(255))).toBe('7ZZZZZZZZZZZZZZZZZZZZZZZZZ');
});

test('each follows the one before, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(moment, chance), { minLength: 2 }), (steps) => {
      const ids: string[] = [];
      for (const [now, random] of steps) ids.push(nextId(now, random, ids.at(-1)));
      expect(ids.every(isId)).toBe(true);
      expect(ids).toEqual([...new Set(ids)].sort());
    }),
    { seed: 31 },
  );
});

test('the clock that goes on counts, and one that stands still or goes back only adds one', () => {
  const last = nextId(1000, zeros);
  expect(nextId(2000, zeros, last)).toBe(nextId(2000, zeros));
  expect(nextId(1000, zeros, last)).toBe(`${last.slice(0, -1)}1`);
  expect(nextId(1, zeros, last)).toBe(`${last.slice(0, -1)}1`);
  expect(nextId(1, zeros, nextId(1000, new Uint8Array(10).fill(255)))).toBe(nextId(1001, zeros));
});

test.each([
  '',
  'latest',
  '01KB4',
  '8ZZZZZZZZZZZZZZZZZZZZZZZZZ',
  '01kb4000000000000000000000',
  '01IB4000000000000000000000',
])('no id: %j', (text) => expect(isId(text)).toBe(false));

test('an id may be shortened when it is unambiguous', () => {
  const ids = ['01KB4000000000000000000AB1', '01KB4000000000000000000AB2', '01KC4000000000000000000AB2'];
  const codeOf = (given: string) => {
    const found = findId(ids, given);
    return found.ok ? found.value : found.problem.code;
  };
  expect(codeOf('latest')).toBe(ids[2]);
  expect(codeOf('01KC')).toBe(ids[2]);
  expect(codeOf('0ab1')).toBe(ids[0]);
  expect(codeOf(ids[1]!)).toBe(ids[1]);
  expect(codeOf('01KB4')).toBe('snapshot-ambiguous');
  expect(codeOf('0AB2')).toBe('snapshot-ambiguous');
  for (const given of ['', 'AB1', '01KD', '%', '..']) expect(codeOf(given)).toBe('snapshot-unknown');
  expect(findId([], 'latest')).toMatchObject({ ok: false, problem: { code: 'snapshot-unknown' } });
});
