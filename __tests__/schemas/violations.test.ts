import { describe, expect, test } from '@jest/globals';
import { nearestName } from '../../src/schemas/nearest.ts';
import { DRAFT, violationsIn } from './support.ts';

const only = async (schema: unknown, document: unknown) => {
  const violations = await violationsIn(schema, document);
  expect(violations).toHaveLength(1);
  return violations[0]!;
};

describe('facts of single keywords', () => {
  test.each([
    [
      'type',
      { properties: { a: { type: ['array', 'null'], description: 'The  list\nof a' } } },
      { a: 'x' },
      {
        key: '/a',
        part: 'value',
        schemaKey: '/properties/a/type',
        facts: { expected: ['list', 'null'], actual: 'string', about: 'The list of a' },
      },
    ],
    [
      'required',
      { properties: { a: { required: ['b'] } } },
      { a: {} },
      { key: '/a', part: 'key', facts: { name: 'b' } },
    ],
    [
      'additionalProperties',
      { properties: { replicas: true, image: true }, additionalProperties: false },
      { replcias: 1 },
      {
        key: '/replcias',
        part: 'key',
        facts: { name: 'replcias', nearest: 'replicas', allowed: ['replicas', 'image'] },
      },
    ],
    [
      'unevaluatedProperties',
      {
        $schema: DRAFT[2020],
        allOf: [{ $ref: '#/$defs/a' }],
        unevaluatedProperties: false,
        $defs: { a: { properties: { timeout: true } } },
      },
      { timeuot: 1 },
      { key: '/timeuot', part: 'key', facts: { nearest: 'timeout' } },
    ],
    [
      'propertyNames',
      { propertyNames: { pattern: '^[a-z]+$' } },
      { 'A/b': 1 },
      { key: '/A~1b', part: 'key', facts: { name: 'A/b', pattern: '^[a-z]+$' } },
    ],
    [
      'enum',
      { enum: ['production', 'staging', 3] },
      '"prodution"',
      { key: '', facts: { allowed: ['production', 'staging', 3], nearest: 'production' } },
    ],
    ['const', { const: 1 }, '2', { facts: { allowed: [1], actual: 'number' } }],
    ['maximum', { maximum: 3 }, '4', { facts: { limit: 3 } }],
    [
      'exclusiveMaximum',
      { $schema: DRAFT[4], maximum: 3, exclusiveMaximum: true },
      '3',
      { schemaKey: '/exclusiveMaximum', facts: { limit: 3 } },
    ],
    ['multipleOf', { multipleOf: 2 }, '3', { facts: { limit: 2 } }],
    ['minLength', { minLength: 3 }, '"ab"', { facts: { limit: 3 } }],
    ['pattern', { pattern: '^a' }, '"secret"', { facts: { pattern: '^a', actual: 'string' } }],
    ['format', { format: 'ipv4' }, '"1.2.3"', { facts: { format: 'ipv4', actual: 'string' } }],
    ['uniqueItems', { uniqueItems: true }, [1, 2, 1], { key: '/2', facts: { detail: 'equal to item 1' } }],
    ['contains', { contains: { type: 'string' } }, [1], { key: '', facts: { limit: 1 } }],
    ['not', { not: { type: 'string' } }, '"a"', { facts: { actual: 'string' } }],
    ['false schema', { properties: { a: false } }, { a: 1 }, { key: '/a', schemaKey: '/properties/a' }],
    [
      'dependencies',
      { dependencies: { a: ['b'] } },
      { a: 1 },
      {
        key: '',
        part: 'key',
        schemaKey: '/dependencies',
        facts: { name: 'b', detail: 'needed because `a` is there' },
      },
    ],
    [
      'additionalItems',
      { items: [true], additionalItems: false },
      [1, 2],
      { key: '', schemaKey: '/additionalItems', facts: { limit: 1 } },
    ],
    [
      'oneOf',
      { oneOf: [{ type: 'number' }, { minimum: 1 }] },
      '2',
      { key: '', facts: { detail: 'alternatives 1 and 2 of 2 both match' } },
    ],
  ])('%s', async (keyword, schema, document, expected) => {
    expect(await only(schema, document)).toMatchObject({ document: 0, keyword, ...expected });
  });

  test('no value of the document is among them', async () => {
    const schema = {
      properties: {
        a: { type: 'number' },
        b: { pattern: '^x' },
        c: { enum: ['d'] },
        e: { const: {} },
        f: { format: 'uri' },
      },
    };
    const violations = await violationsIn(schema, {
      a: 'hunter2',
      b: 'hunter2',
      c: 'hunter2',
      e: 'hunter2',
      f: 'hunter2',
    });
    expect(violations).toHaveLength(5);
    expect(JSON.stringify(violations)).not.toContain('hunter2');
  });
});

describe('alternatives', () => {
  const byKind = {
    oneOf: [
      { properties: { kind: { const: 'disk' }, size: { type: 'number' } }, required: ['kind', 'size'] },
      { properties: { kind: { const: 'web' }, url: { type: 'string' } }, required: ['kind', 'url'] },
      { type: 'string' },
    ],
  };

  test('the one whose discriminator matches', async () => {
    expect(await only(byKind, { kind: 'web', url: 1 })).toMatchObject({
      key: '/url',
      keyword: 'type',
      schemaKey: '/oneOf/1/properties/url/type',
      facts: { otherBranches: 2 },
    });
  });

  test('the one of the same type, and the one that fails least and deepest', async () => {
    const schema = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'number' } }] };
    expect(await only(schema, [1, 'a'])).toMatchObject({ key: '/1', facts: { expected: ['number'] } });
    const objects = {
      anyOf: [{ required: ['a', 'b', 'c'] }, { required: ['a'], properties: { x: { type: 'string' } } }],
    };
    expect((await violationsIn(objects, { a: 1, x: 1 })).map(({ key }) => key)).toEqual(['/x']);
  });

  test('other types and other constants become one violation', async () => {
    const types = {
      anyOf: [{ type: 'string' }, { type: 'object' }, { $ref: '#/definitions/n' }],
      definitions: { n: { type: 'number' } },
    };
    expect(await only(types, 'true')).toMatchObject({
      keyword: 'type',
      facts: { expected: ['string', 'object', 'number'], actual: 'boolean' },
    });
    const values = { oneOf: [{ const: 'fast' }, { const: 'safe' }, { enum: ['slow'] }] };
    expect(await only(values, '"sfae"')).toMatchObject({
      keyword: 'enum',
      facts: { allowed: ['fast', 'safe', 'slow'], nearest: 'safe' },
    });
  });

  test('inside alternatives, and behind references', async () => {
    const schema = {
      anyOf: [{ $ref: '#/definitions/list' }, { type: 'null' }],
      definitions: {
        list: {
          type: 'array',
          items: { anyOf: [{ $ref: '#/definitions/port' }, { type: 'string', pattern: '^x' }] },
        },
        port: { type: 'integer', maximum: 9 },
      },
    };
    expect(await only(schema, [1, 70])).toMatchObject({
      key: '/1',
      keyword: 'maximum',
      schemaKey: '/definitions/port/maximum',
    });
  });

  test('an if tells what its then asks for, and not itself', async () => {
    const schema = JSON.parse('{"if":{"required":["tls"]},"then":{"required":["certificate"]}}');
    expect(await only(schema, { tls: 1 })).toMatchObject({
      keyword: 'required',
      schemaKey: '/then/required',
    });
  });
});

test('violations are sorted, told once, and at most 50', async () => {
  const rule = { properties: { b: { type: 'string' }, a: { type: 'string' } } };
  const violations = await violationsIn({ allOf: [rule, rule] }, { b: 1, a: 1 });
  expect(violations.map(({ key }) => key)).toEqual(['/a', '/b']);
});

test.each([
  ['replcias', ['replicas', 'replica'], 'replicas'],
  ['Image', ['image', 'imago'], 'image'],
  ['prot', ['port', 'path'], 'port'],
  ['xy', ['ab'], undefined],
  ['name', ['image'], undefined],
  ['a', ['b'], undefined],
])('nearest to %s among %j', (name, candidates, expected) => {
  expect(nearestName(name, candidates)).toBe(expected);
});
