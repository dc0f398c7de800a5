import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskedLines } from '../../../src/adapters/processes/masked-lines.ts';
import { secretMask } from '../../../src/adapters/processes/secrets.ts';

const mask = secretMask(['hunter2-€-long']);

function through(chunks: Buffer[], how = mask): string[] {
  const shown: string[] = [];
  const lines = maskedLines(how, (text) => shown.push(text));
  for (const chunk of chunks) lines.write(chunk);
  lines.end();
  return shown;
}

test('however the bytes are cut, what comes out is the same and holds no secret', () => {
  const text = 'start hunter2-€-long\nx=hunter2-€-long;\r\nprogress 1\rprogress 2\r\n𝄞 end hunter2-€-long';
  const bytes = Buffer.from(text);
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 12 }), (cuts) => {
      const places = [0, ...cuts.sort((left, right) => left - right), bytes.length];
      const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
      expect(through(chunks).join('')).toBe(text.replaceAll('hunter2-€-long', '«hidden»'));
    }),
    { seed: 5, numRuns: 500 },
  );
});

test('a line without an end leaves in parts, and no secret at a cut is seen', () => {
  const filler = 'a-b '.repeat(50);
  const text = `${filler}hunter2-€-long `.repeat(2_000);
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / 4_093) }, (_, index) =>
    bytes.subarray(index * 4_093, (index + 1) * 4_093),
  );
  const shown = through(chunks);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.join('')).toBe(text.replaceAll('hunter2-€-long', '«hidden»'));
});

test('where no cut is safe, the part is left out and that is said', () => {
  const all = (text: string) => (text.includes('\n') ? text : `<${text.length}>`);
  const shown = through([Buffer.from('a'.repeat(100_000)), Buffer.from('b\n')], all).join('');
  expect(shown).not.toMatch(/aaaa/);
  expect(shown).toMatch(/was left out/);
  expect(shown).toMatch(/b\n$/);
});
