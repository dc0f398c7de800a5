import { expect, test } from '@jest/globals';
import { retainedLines } from '../../src/diff/lines.ts';

test('kept lines are counted as a multiset, without blank lines and indentation', () => {
  expect(retainedLines('a\n\n  b\nb\nc\n', 'b\nc\nd\n')).toEqual({ before: 4, kept: 2, share: 0.5 });
  expect(retainedLines('', 'a\n')).toEqual({ before: 0, kept: 0, share: 1 });
  expect(retainedLines('a\r\nb\r\n', 'a\nb\n').share).toBe(1);
});
