import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spansBetween } from '../../src/checks/spans.ts';

const MARKS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['${', '}'],
  ['((', '))'],
] as const;

test('the same parts as the lazy pattern finds', () => {
  const text = fc.array(fc.constantFrom('{', '}', '%', '$', '(', ')', 'a', '\n'), { maxLength: 60 });
  fc.assert(
    fc.property(text, (characters) => {
      const joined = characters.join('');
      const pattern = /\{\{.*?\}\}|\{%.*?%\}|\$\{.*?\}|\(\(.*?\)\)/gs;
      const wanted = [...joined.matchAll(pattern)].map(({ 0: part, index }) => [index, index + part.length]);
      expect([...spansBetween(joined, MARKS)]).toEqual(wanted);
    }),
    { numRuns: 3000, seed: 13 },
  );
});
