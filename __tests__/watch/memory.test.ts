import { expect, test } from '@jest/globals';
import { readMemory, writeMemory } from '../../src/watch/memory.ts';
import { AUTH, alert, KEYS } from './samples.ts';

const memory = {
  open: [alert(AUTH, { details: ['- issuer: "a"', '+ issuer: "b"'] })],
  queues: { webhook: { waiting: [alert(KEYS)], refused: [] } },
};

test('what was remembered is read as it was written', () => {
  expect(readMemory(writeMemory(memory))).toEqual({ ok: true, value: memory });
});

test('no flipped bit and no missing end passes', () => {
  const bytes = writeMemory(memory);
  const spoiled: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const copy = Uint8Array.from(bytes);
      copy[at]! ^= 1 << bit;
      spoiled.push(copy);
    }
    spoiled.push(bytes.subarray(0, at));
  }
  const passed = spoiled.filter((copy) => readMemory(copy).ok);
  expect(spoiled.length).toBeGreaterThan(1000);
  expect(passed).toEqual([]);
});

test('what is whole and means something else is refused', () => {
  const odd = { ...memory, open: [{ ...alert(AUTH), kind: 'surprise' }] };
  const read = readMemory(writeMemory(odd as unknown as typeof memory));
  expect(read).toMatchObject({ ok: false, problem: { code: 'watch-state-damaged' } });
});
