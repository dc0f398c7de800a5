import { expect, test } from '@jest/globals';
import { holdsOf } from '../../src/blame/holds.ts';
import { readDocument } from '../../src/documents/read.ts';

async function holds(
  before: string | undefined,
  after: string | undefined,
  end: string | undefined,
  path = 'a.yml',
) {
  const open = async (text: string | undefined) =>
    text === undefined
      ? undefined
      : readDocument({ path, mode: 'file' }, { id: text, bytes: Buffer.from(text) });
  return holdsOf({
    before: await open(before),
    after: await open(after),
    end: await open(end),
    ids: { before, after, end },
  });
}

test.each<[string, string | undefined, string | undefined, string | undefined, number]>([
  ['nothing since', 'a: 1\n', 'a: 2\n', 'a: 2\n', 1],
  ['taken back', 'a: 1\n', 'a: 2\n', 'a: 1\n', 0],
  ['another key since', 'a: 1\nb: 1\n', 'a: 2\nb: 1\n', 'a: 2\nb: 2\n', 1],
  ['the key again since', 'a: 1\nb: 1\n', 'a: 2\nb: 1\n', 'a: 3\nb: 1\n', 0],
  ['one of two', 'a: 1\nb: 1\n', 'a: 2\nb: 2\n', 'a: 2\nb: 3\n', 0.5],
  ['what is above it', 'x:\n  a: 1\n', 'x:\n  a: 2\n', 'y: 1\n', 0],
  ['a new file', undefined, 'a: 1\n', 'a: 1\nb: 1\n', 1],
  ['a file that is gone', 'a: 1\n', undefined, undefined, 1],
  ['a file that came back', 'a: 1\n', undefined, 'a: 2\n', 0],
  ['a file that went later', 'a: 1\n', 'a: 2\n', undefined, 0],
  ['broken, and still', 'a: 1\n', 'a: [\nb: 1\n', 'a: [\nb: 2\n', 0.5],
])('%s', async (_, before, after, end, share) => {
  expect(await holds(before, after, end)).toBe(share);
});

test.each([
  ['lines that it brought', 'a\nb\n', 'a\nc\nd\n', 'a\nc\n', 0.5],
  ['lines that it only took away', 'a\nb\nc\n', 'a\n', 'a\nb\n', 0.5],
])('text: %s', async (_, before, after, end, share) => {
  expect(await holds(before, after, end, 'nginx.conf')).toBe(share);
});
