import { describe, expect, test } from '@jest/globals';
import type { Subject } from '../../src/checks/check.ts';
import type { Sibling } from '../../src/checks/context.ts';
import { distinguishingTokens } from '../../src/checks/environment-tokens.ts';
import { environmentWords, withoutEnvironment } from '../../src/checks/environment-words.ts';
import {
  hasExpression,
  hasHole,
  namesOwnHost,
  namesRealHost,
  namesSampleHost,
  placeholderIn,
} from '../../src/checks/placeholders.ts';
import { valueChanges } from '../../src/checks/value-changes.ts';
import type { Document } from '../../src/documents/document.ts';

describe('in a text without keys', () => {
  const changed = (before: string, after: string) => {
    const text = (content: string) => ({ kind: 'text', format: 'text', text: content });
    const subject = { before: text(before), after: text(after), difference: undefined } as Subject;
    return valueChanges(subject).map((change) => [
      change.place()?.line,
      change.segments.join(),
      change.before,
      change.after,
    ]);
  };

  test.each<[string, string, string, unknown[]]>([
    ['a word', 'a\nlisten 80;\nb\n', 'a\nlisten 81;\nb\n', [[2, 'listen', '80', '81']]],
    ['an assignment', 'export API="x"\n', 'export API="y"\n', [[1, 'API', 'x', 'y']]],
    ['a key', 'url: http://a\n', 'url: http://b\n', [[1, 'url', 'http://a', 'http://b']]],
    ['an option', 'run --host=a x y\n', 'run --host=b x y\n', [[1, '--host', 'a', 'b']]],
    [
      'two lines',
      'a 1\nb 2\n',
      'a 3\nb 4\n',
      [
        [1, 'a', '1', '3'],
        [2, 'b', '2', '4'],
      ],
    ],
    ['a comment', '# host a\n', '# host b\n', []],
    ['a comment behind', 'x 1 # a\n', 'x 1 # b\n', []],
    ['another line', 'listen 80;\n', 'server_name acme;\n', []],
    ['more words', 'listen 80;\n', 'listen 80 ssl;\n', []],
    ['a line more', 'a 1\n', 'a 2\na 3\n', []],
    ['the whole text', 'a\n', 'b\n', []],
  ])('%s', (_, before, after, expected) => {
    expect(changed(before, after)).toEqual(expected);
  });
});

test('no text keeps them busy: a pattern that backtracks would not come to an end', () => {
  const hostile = [
    '{{'.repeat(200_000),
    '${'.repeat(200_000),
    'a='.repeat(145),
    `1${'_a'.repeat(140)}!`,
    `${'__A'.repeat(100_000)}`,
    `${'@a.'.repeat(100_000)}`,
    `${'a.'.repeat(900)}!`,
    `https://${'a'.repeat(1_900)}`,
    `x ${'a=-.'.repeat(120)}`,
  ];
  const done = hostile.filter((text) => {
    placeholderIn(text, true);
    for (const asks of [hasExpression, hasHole, namesOwnHost, namesRealHost, namesSampleHost]) asks(text);
    environmentWords(text);
    withoutEnvironment(text);
    const one = (content: string) => ({ kind: 'text', format: 'text', text: content });
    const parsed = (value: string) =>
      ({ kind: 'parsed', text: value, values: [{ a: value }], lossy: [] }) as unknown as Document;
    const sibling = { relation: 'declared', document: parsed(`${text}1`) } as Sibling;
    distinguishingTokens(parsed(text), [sibling]);
    valueChanges({ before: one(text), after: one(`${text} `), difference: undefined } as Subject);
    return true;
  });
  expect(done).toHaveLength(hostile.length);
});
