import { describe, expect, test } from '@jest/globals';
import { weakened } from '../../src/schemas/weakened.ts';
import { gathered, weakenedBetween } from './weakened-support.ts';

const facts = async (before: unknown, after: unknown) =>
  (await weakenedBetween(before, after)).map(({ what, schemaKey }) => `${what} ${schemaKey}`);

describe('bad input', () => {
  test('a schema that refers to itself', async () => {
    const tree = (more: object) => ({
      $ref: '#/definitions/node',
      definitions: {
        node: {
          type: 'object',
          properties: { children: { items: { $ref: '#/definitions/node' } } },
          ...more,
        },
      },
    });
    expect(await facts(tree({ required: ['id'] }), tree({}))).toEqual(['required-dropped /definitions/node']);
    const ring = {
      $ref: '#/definitions/a',
      definitions: { a: { $ref: '#/definitions/b' }, b: { $ref: '#/definitions/a' } },
    };
    expect(await facts(ring, { type: 'string' })).toEqual([]);
    expect(await facts({ type: 'string' }, ring)).toEqual(['unchecked ']);
    const union = { anyOf: [{ $ref: '#' }, { type: 'string', minLength: 2 }] };
    expect(await facts(union, { anyOf: [{ $ref: '#' }, { type: 'string' }] })).toEqual([
      'bound-removed /anyOf/1',
    ]);
  });

  test('definitions that double at every level', async () => {
    const doubling = (maximum: number) => {
      const definitions: Record<string, object> = { d0: { type: 'integer', maximum } };
      for (let level = 1; level <= 60; level++) {
        const below = { $ref: `#/definitions/d${level - 1}` };
        definitions[`d${level}`] = {
          properties: { a: below, b: below },
          anyOf: [{ minProperties: 1 }, { maxProperties: 1 }],
        };
      }
      return { $ref: '#/definitions/d60', definitions };
    };
    expect(await facts(doubling(1), doubling(2))).toEqual(['bound-moved /definitions/d0/maximum']);
  });

  test('keys that every object seems to have', async () => {
    const keys = '{"properties":{"__proto__":{"type":"string"},"constructor":{"maximum":1}}}';
    const looser = '{"properties":{"__proto__":{"type":["string","null"]},"constructor":{"maximum":2}}}';
    expect(await facts(keys, looser)).toEqual([
      'type-widened /properties/__proto__/type',
      'bound-moved /properties/constructor/maximum',
    ]);
  });

  test('levels of references', async () => {
    const chain = (levels: number, minimum: number) => ({
      $ref: '#/definitions/d0',
      definitions: Object.fromEntries(
        Array.from({ length: levels }, (_, level) => [
          `d${level}`,
          level + 1 === levels ? { minimum } : { properties: { a: { $ref: `#/definitions/d${level + 1}` } } },
        ]),
      ),
    });
    expect(await facts(chain(300, 2), chain(300, 1))).toEqual(['bound-moved /definitions/d299/minimum']);
    const endless = [chain(20_000, 2), chain(20_000, 1)] as const;
    await expect(facts(...endless)).rejects.toThrow('nested too deeply');
  });

  test('2 MB, one bound among 20,000', async () => {
    const wide = (maximum: number) => ({
      properties: Object.fromEntries(
        Array.from({ length: 21_000 }, (_, index) => [
          `key-${index}`,
          {
            type: 'integer',
            minimum: 0,
            maximum: index === 12_345 ? maximum : 9,
            description: 'A counter of this service.',
          },
        ]),
      ),
    });
    expect(JSON.stringify(wide(1)).length).toBeGreaterThan(2_000_000);
    expect(await facts(wide(1), wide(5))).toEqual(['bound-moved /properties/key-12345/maximum']);
  });

  test('more differences than anybody reads', async () => {
    const many = (minimum: number) => ({
      properties: Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`k${index}`, { minimum }])),
    });
    expect(await facts(many(2), many(1))).toHaveLength(200);
  });

  test('a union of hundreds', async () => {
    const union = (count: number, last: object) => ({
      oneOf: [
        ...Array.from({ length: count }, (_, index) => ({ required: [`k${index}`], maxProperties: 3 })),
        last,
      ],
    });
    expect(await facts(union(200, { required: ['z'] }), union(200, { required: ['y'] }))).toEqual([
      'required-dropped /oneOf/200/required',
    ]);
  });

  test('a pattern that takes forever is a problem, not silence', async () => {
    const slow = (more: object) => ({
      properties: { ['a'.repeat(40)]: { type: 'string' } },
      patternProperties: { '^(a+)+$!': { type: 'string' } },
      ...more,
    });
    const versions = [
      await gathered({ s: slow({ minProperties: 2 }) }),
      await gathered({ s: slow({}) }),
    ] as const;
    expect(weakened(...versions, 200)).toMatchObject({ ok: false, problem: { code: 'schema-uncompared' } });
  });
});
