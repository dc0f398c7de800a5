import { describe, expect, test } from '@jest/globals';
import { conflictMarkers } from '../../src/documents/markers.ts';

const lines = (...text: string[]) => text.join('\n');

describe('conflictMarkers', () => {
  test.each([
    ['a whole conflict', lines('a: 1', '<<<<<<< HEAD', 'b: 1', '=======', 'b: 2', '>>>>>>> topic', ''), [2]],
    ['diff3', lines('<<<<<<< ours', '1', '||||||| base', '0', '=======', '2', '>>>>>>> theirs'), [1]],
    [
      'two conflicts',
      lines('<<<<<<< a', '=======', '>>>>>>> b', 'x', '<<<<<<< a', '=======', '>>>>>>> b'),
      [1, 5],
    ],
    ['line ends of Windows', lines('x\r', '<<<<<<< HEAD\r', '=======\r', '>>>>>>> b\r'), [2]],
    ['a forgotten opening', lines('x', '<<<<<<< HEAD', 'y'), [2]],
    ['a forgotten closing', lines('x', 'y', '>>>>>>> 1f3a (fix)'), [3]],
    ['an underline', lines('Title', '=======', '', 'text'), []],
    ['no label', lines('<<<<<<<', '>>>>>>>'), []],
    ['indented', lines('  <<<<<<< HEAD', '  >>>>>>> b'), []],
    ['longer runs', lines('<<<<<<<< HEAD', '>>>>>>>> b'), []],
    ['inside a line', 'see <<<<<<< HEAD for more', []],
  ])('%s', (_, text, expected) => {
    expect(conflictMarkers(text)).toEqual(expected.map((line) => ({ line, column: 1 })));
  });
});
