import { expect, test } from '@jest/globals';
import { meet, wordsOf } from '../../src/blame/words.ts';

test.each([
  ['tokenEndpoint token_endpoint TOKEN-ENDPOINT', ['token', 'endpoint']],
  ['XMLServer2Go', ['xml', 'server2', 'go']],
  ['POST https://login.example.com/token: 401', ['post', 'login', 'example', 'com', 'token', '401']],
  ['the error was in a log', []],
  [`x ${'a'.repeat(41)}`, []],
  ['Überlauf 令牌', ['überlauf', '令牌']],
])('%s', (text, words) => {
  expect([...wordsOf(text)]).toEqual(words);
});

test('a word that one candidate has tells more than one that all have', () => {
  const [rare, common] = meet('token pool', [new Set(['token']), new Set(['pool']), new Set(['pool'])]);
  expect(rare).toEqual({ words: ['token'], share: 1 });
  expect(common!.words).toEqual(['pool']);
  expect(common!.share).toBeLessThan(1);
});

test('a symptom that nobody meets, or none, lifts nobody', () => {
  const candidates = [new Set(['token']), new Set<string>()];
  for (const symptom of ['', 'disk full'])
    expect(meet(symptom, candidates)).toEqual([
      { words: [], share: 0 },
      { words: [], share: 0 },
    ]);
  expect(meet('token', [])).toEqual([]);
});
