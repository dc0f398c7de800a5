import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareKeys } from '../../src/diff/keys.ts';
import type { LossyNumber, ParsedDocument } from '../../src/documents/document.ts';
import type { Json } from '../../src/model/json.ts';

function document(values: Json[], lossy: LossyNumber[] = []): ParsedDocument {
  return { kind: 'parsed', format: 'json', text: '', values, duplicates: [], lossy, place: () => undefined };
}

function changes(before: Json, after: Json, identity?: string) {
  const difference = compareKeys(document([before]), document([after]), () => identity);
  return difference.changes.map(({ kind, name }) => `${kind} ${name}`);
}

describe('the difference by key', () => {
  test.each<[string, Json, Json, string[]]>([
    ['nothing', { a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, []],
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, ['changed a.b']],
    ['a type', { a: 1 }, { a: '1' }, ['retyped a']],
    ['null is no other type', { a: 1 }, { a: null }, ['changed a']],
    ['a subtree that is gone is one change', { a: { b: 1, c: 2 }, d: 1 }, { d: 1 }, ['removed a']],
    ['a subtree that is new', { d: 1 }, { a: { b: 1 }, d: 1 }, ['added a']],
    ['an emptied object is one change', { a: { b: 1, c: 2 } }, { a: {} }, ['changed a']],
    ['an emptied list', { a: [1, 2] }, { a: [] }, ['changed a']],
    ['an object that became a list', { a: { b: 1 } }, { a: [1] }, ['retyped a']],
    ['keys that need quotes', { 'a.b': { 'c d': 1 } }, { 'a.b': { 'c d': 2 } }, ['changed ["a.b"].c d']],
    [
      'prototype names',
      JSON.parse('{"__proto__":1,"toString":2}'),
      { toString: 3 },
      ['removed __proto__', 'changed toString'],
    ],
    [
      'an item by its name',
      [
        { name: 'a', v: 1 },
        { name: 'b', v: 1 },
      ],
      [
        { name: 'b', v: 2 },
        { name: 'a', v: 1 },
      ],
      ['changed [name=b].v'],
    ],
    ['an item that is gone', { list: [{ id: 1 }, { id: 2 }] }, { list: [{ id: 2 }] }, ['removed list[id=1]']],
    ['moved is not changed', ['x', 'y', 'z'], ['z', 'x', 'y'], []],
    ['an inserted value', ['x', 'z'], ['x', 'y', 'z'], ['added [1]']],
    [
      'repeated names are no identity',
      [
        { name: 'a', v: 1 },
        { name: 'a', v: 2 },
      ],
      [
        { name: 'a', v: 2 },
        { name: 'a', v: 1 },
      ],
      [],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });

  test('items are matched by a declared identity', () => {
    const before = [
      { host: 'a', slot: 1, v: 1 },
      { host: 'b', slot: 2, v: 1 },
    ];
    const after = [
      { host: 'b', slot: 1, v: 1 },
      { host: 'a', slot: 2, v: 1 },
    ];
    expect(changes(before, after, 'slot')).toEqual(['changed [slot=1].host', 'changed [slot=2].host']);
    expect(changes(before, after)).toEqual(['changed [host=a].slot', 'changed [host=b].slot']);
  });

  test('numbers that JavaScript cannot tell apart are compared as written', () => {
    const token = (text: string) => [{ document: 0, key: '/a', token: text }];
    const value = { a: Number('9007199254740993') };
    const difference = compareKeys(
      document([value], token('9007199254740993')),
      document([value], token('9007199254740992')),
    );
    expect(difference.changes.map(({ kind, key }) => [kind, key])).toEqual([['changed', '/a']]);
  });

  test('the documents of a stream are matched by kind and name, wherever they stand', () => {
    const resource = (kind: string, name: string, replicas: number) => ({
      kind,
      metadata: { name },
      spec: { replicas },
    });
    const before = document([resource('Deployment', 'api', 3), resource('Service', 'api', 1)]);
    const after = document([resource('Service', 'api', 1), resource('Deployment', 'api', 1)]);
    const [change, ...more] = compareKeys(before, after).changes;
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      kind: 'changed',
      document: 1,
      beforeDocument: 0,
      key: '/spec/replicas',
      name: 'Deployment/api:spec.replicas',
    });
  });

  test('retention counts what is kept of the old file; growth does not lower it', () => {
    const { keys, values, topLevel } = compareKeys(
      document([{ a: 1, b: { c: 2, d: 3 }, e: [4, 5] }]),
      document([{ a: 9, b: { c: 2 }, new: 1, more: 2 }]),
    );
    expect(keys).toEqual({ before: 5, kept: 2, share: 0.4 });
    expect(values).toEqual({ before: 5, kept: 1, share: 0.2 });
    expect(topLevel).toEqual({ before: 3, gone: ['e'] });
  });

  test('whatever the values: none against themselves, and never more kept than there was', () => {
    const json = fc.jsonValue() as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(compareKeys(document([before]), document([structuredClone(before)])).changes).toEqual([]);
        const { keys, values, changes: found } = compareKeys(document([before]), document([after]));
        expect(values.kept).toBeLessThanOrEqual(keys.kept);
        expect(keys.kept).toBeLessThanOrEqual(keys.before);
        if (found.length === 0) expect(values.share).toBe(1);
      }),
      { seed: 37 },
    );
  });
});
