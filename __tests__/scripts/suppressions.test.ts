import { expect, test } from '@jest/globals';
import { readSuppressions } from '../../src/scripts/suppressions.ts';

const brief = (text: string) =>
  readSuppressions(text).map(({ line, rules, reason, from, to }) => [
    line,
    rules.join('+'),
    reason,
    from,
    to,
  ]);

test('a comment is about the command below it, wherever that ends', () => {
  expect(
    brief(`#!/bin/sh
set -e

# holdfast-disable a, b -- the host keeps a copy
# Another comment.

cat x |
  tee y
rm z
`),
  ).toEqual([[4, 'a+b', 'the host keeps a copy', 7, 8]]);
});

test('a comment beside a command is about that one', () => {
  expect(brief('set -e\ncp a b  # holdfast-disable a -- fine -- really\ncp c d\n')).toEqual([
    [2, 'a', 'fine -- really', 2, 2],
  ]);
});

test('before the first command it is about the whole file', () => {
  expect(brief('#!/bin/sh\n# Deploys.\n#holdfast-disable a -- b\n\ncp a b\ncp c d')).toEqual([
    [3, 'a', 'b', 1, 6],
  ]);
  expect(brief('# holdfast-disable a -- b')).toEqual([[1, 'a', 'b', 1, 1]]);
});

test('other languages have the same comments', () => {
  const workflow =
    'on: push\njobs:\n  a:\n    steps:\n      # holdfast-disable a -- b\n      - run: cp a b\n';
  expect(brief(workflow)).toEqual([[5, 'a', 'b', 6, 6]]);
  expect(brief('FROM alpine\r\n# holdfast-disable a -- b\r\nCOPY a b\r\n')).toEqual([[2, 'a', 'b', 3, 3]]);
});

test('without a reason, or without a rule, that is told', () => {
  expect(brief('x\n# holdfast-disable a\ny')).toEqual([[2, 'a', '', 3, 3]]);
  expect(brief('x\n# holdfast-disable a --  \ny')).toEqual([[2, 'a', '', 3, 3]]);
  expect(brief('x\n# holdfast-disable -- why\ny')).toEqual([[2, '', 'why', 3, 3]]);
});

test.each([
  'x\ncat <<EOF\n# holdfast-disable a -- b\nEOF\n',
  "x\ncat <<-'END' > y\n\t# holdfast-disable a -- b\n\tEND\n",
  'x\necho " # holdfast-disable a -- b"\n',
  "x\necho 'it # holdfast-disable a -- b\n",
  'x\necho a#holdfast-disable b -- c\n',
  'x\n# holdfast-disabled a -- b\n',
])('what only looks like one is none: %j', (text) => {
  expect(brief(text)).toEqual([]);
});

test('a shift is no heredoc', () => {
  expect(brief('x=$((1 << 3))\n# holdfast-disable a -- b\ny')).toEqual([[2, 'a', 'b', 3, 3]]);
});

test('a large file with heredocs that never end is read to its end', () => {
  expect(brief(`${'cat <<E\n'.repeat(100_000)}# holdfast-disable a -- b`)).toHaveLength(1);
});
