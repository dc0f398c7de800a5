import { describe, expect, test } from '@jest/globals';
import { compareKeys } from '../../src/diff/keys.ts';
import { undoneKeys } from '../../src/diff/undone.ts';
import type { ParsedDocument } from '../../src/documents/document.ts';
import { readDocument } from '../../src/documents/read.ts';

async function yaml(text: string): Promise<ParsedDocument> {
  const blob = { id: 'x', bytes: Buffer.from(text) };
  const document = await readDocument({ path: 'f.yml', mode: 'file' }, blob);
  if (document.kind !== 'parsed') throw new Error(`not parsed: ${text}`);
  return document;
}

/** What a change from the first of `versions` (newest first) to `after` undoes. */
async function undone(after: string, ...versions: string[]) {
  const documents = await Promise.all(versions.map(yaml));
  const now = await yaml(after);
  const found = undoneKeys(compareKeys(documents[0]!, now).changes, documents, now);
  return found && { ...found, keys: found.keys.map(({ kind, name }) => `${kind} ${name}`) };
}

describe('keys that go back', () => {
  test.each<[string, string, string[], Awaited<ReturnType<typeof undone>>]>([
    ['to the version before', '{a: 1, b: 9}', ['{a: 2, b: 2}', '{a: 1, b: 2}'], back(1, [0], 'changed a')],
    [
      'past versions, of which only those count that touched them',
      '{a: 1, b: 1, c: 9}',
      ['{a: 2, b: 2, c: 3}', '{a: 2, b: 2, c: 2}', '{a: 2, b: 1, c: 1}', '{a: 1, b: 1, c: 1}'],
      back(3, [1, 2], 'changed a', 'changed b'),
    ],
    ['by being removed again', '{a: 1}', ['{a: 1, b: 2}', '{a: 1}'], back(1, [0], 'removed b')],
    ['by being there again', '{a: 1, b: 2}', ['{a: 1}', '{a: 1, b: 2}'], back(1, [0], 'added b')],
    [
      'with all that is around them',
      'x: {a: 1, b: 9}',
      ['x: {a: 2, b: 2}', 'x: {a: 1, b: 1}'],
      back(1, [0], 'changed x.a'),
    ],
    [
      'to the newest of the versions that explain nearly all',
      '{a: 1, b: 1, c: 1, d: 1, e: 1}',
      ['{a: 2, b: 2, c: 2, d: 2, e: 2}', '{a: 1, b: 1, c: 1, d: 1, e: 2}', '{a: 1, b: 1, c: 1, d: 1, e: 1}'],
      back(1, [0], 'changed a', 'changed b', 'changed c', 'changed d'),
    ],
  ])('%s', async (_, after, versions, expected) => {
    expect(await undone(after, ...versions)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['what is new', '{a: 3}', ['{a: 2}', '{a: 1}']],
    ['nothing older', '{a: 3}', ['{a: 2}']],
    [
      'a list whose items have no identity, and that is not the old one',
      'l: [1, 3]',
      ['l: [1, 2]', 'l: [3, 4]'],
    ],
    ['an item that was elsewhere in the list', 'l: [a, b]', ['l: [a, b, x]', 'l: [a, x, b]']],
    ['another number of documents', 'a: 1\n---\nb: 1\n', ['a: 2\n---\nb: 1\n', 'a: 1\n']],
  ])('do not: %s', async (_, after, versions) => {
    expect(await undone(after, ...versions)).toBeUndefined();
  });

  test('are told apart by document', async () => {
    const resources = (one: number, other: number) =>
      [`one}\nvalue: ${one}`, `other}\nvalue: ${other}`]
        .map((text) => `kind: Job\nmetadata: {name: ${text}\n`)
        .join('---\n');
    const found = await undone(resources(1, 3), resources(2, 2), resources(1, 1));
    expect(found).toEqual(back(1, [0], 'changed Job/one:value'));
  });
});

function back(versions: number, steps: number[], ...keys: string[]) {
  return { versions, keys, steps };
}

test('many keys in many versions are not compared all with all', async () => {
  const version = (value: number) =>
    JSON.stringify(
      Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, index + value])),
    );
  const versions = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((value) => version(value * 100_000));
  const found = await undone(version(200_000), ...versions);
  expect(found).toMatchObject({ versions: 7, steps: [0, 1, 2, 3, 4, 5, 6] });
  expect(found?.keys).toHaveLength(20_000);
});
