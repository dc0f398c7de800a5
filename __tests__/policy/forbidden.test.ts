import { expect, test } from '@jest/globals';
import { forbiddenAs } from '../../src/policy/forbidden.ts';

test.each([
  ['dev*', 'development', true],
  ['dev*', 'predev', false],
  ['*.staging.example.com', 'db.STAGING.example.com', true],
  ['*.staging.example.com', 'staging.example.com', false],
  ['10.?.*', '10.1.0.0', true],
  ['10.?.*', '10.12.0.0', false],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*c', 'a-b-b', false],
  ['*', '', true],
  ['', '', true],
  ['', 'a', false],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['a\\', 'a\\', true],
  ['(a|b)+[c]', '(a|b)+[c]', true],
  ['line*', 'line one\nline two', true],
  ['1.*', 1.5, true],
  ['null', null, false],
  [null, null, true],
  [null, 'null', false],
  [null, '', false],
  [true, true, true],
  [true, 'TRUE', true],
  [true, false, false],
  [8080, 8080, true],
  [8080, '8080', true],
  [8080, 80800, false],
  ['*', ['a'], false],
  ['*', { a: 'b' }, false],
] as const)('%j forbids %j: %s', (forbidden, value, expected) => {
  expect(forbiddenAs([forbidden], value as never) !== undefined).toBe(expected);
});

test('many stars do not hang', () => {
  expect(forbiddenAs(['*a'.repeat(50)], `${'a'.repeat(20_000)}b`)).toBeUndefined();
});
