import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../../src/model/json.ts';
import { judge } from './support.ts';
import { weakenedBetween } from './weakened-support.ts';

const name = fc.constantFrom('a', 'b', 'xa');
const text = fc.constantFrom('', 'a', 'ab', 'abc', 'x');
const small = fc.integer({ min: 0, max: 3 });
const scalar = fc.oneof(text, fc.integer({ min: -2, max: 4 }), fc.constantFrom(null, true, false, 0.5, 1.5));

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  ),
}));

const { schema } = fc.letrec<{ schema: Json }>((tie) => {
  const schemas = fc.array(tie('schema'), { minLength: 1, maxLength: 2 });
  const table = fc.dictionary(name, tie('schema'), { maxKeys: 2 });
  const types = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object');
  const keywords = {
    type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
    enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }),
    const: scalar,
    minimum: small,
    exclusiveMinimum: small,
    maximum: small,
    multipleOf: fc.constantFrom(1, 2, 0.5),
    minLength: small,
    maxLength: small,
    pattern: fc.constantFrom('^a', 'b'),
    minItems: small,
    maxItems: small,
    uniqueItems: fc.boolean(),
    minProperties: small,
    maxProperties: small,
    required: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
    dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 1 }), { maxKeys: 1 }),
    properties: table,
    patternProperties: fc.dictionary(fc.constantFrom('^x', 'a'), tie('schema'), { maxKeys: 1 }),
    additionalProperties: tie('schema'),
    propertyNames: fc.record({ pattern: fc.constantFrom('^a', 'b') }),
    prefixItems: schemas,
    items: tie('schema'),
    contains: tie('schema'),
    allOf: schemas,
    anyOf: schemas,
    oneOf: fc.tuple(tie('schema'), tie('schema')).map(([one, other]) => [
      { type: ['string', 'object'], allOf: [one] },
      { type: ['array', 'number', 'boolean'], allOf: [other] },
    ]),
    not: tie('schema'),
    if: tie('schema'),
    // biome-ignore lint/suspicious/noThenProperty: the keyword's name
    then: tie('schema'),
    else: tie('schema'),
    dependentSchemas: fc.dictionary(name, tie('schema'), { maxKeys: 1 }),
  };
  const some = fc
    .uniqueArray(fc.constantFrom(...Object.keys(keywords)), { maxLength: 3 })
    .chain((chosen) =>
      fc.record(
        Object.fromEntries(chosen.map((keyword) => [keyword, keywords[keyword as keyof typeof keywords]])),
      ),
    );
  return {
    schema: fc.oneof({ depthSize: 'small', maxDepth: 3 }, fc.boolean(), some as fc.Arbitrary<Json>),
  };
});

/** A schema and the same one with one part left out or replaced. */
const pair = fc.tuple(schema, fc.nat(), fc.option(schema)).map(([before, at, other]): [Json, Json] => {
  const after = structuredClone(before);
  const spots: { holder: { [key: string]: Json }; key: string }[] = [];
  const visit = (json: Json) => {
    if (json === null || typeof json !== 'object') return;
    for (const [key, inner] of Object.entries(json)) {
      if (!Array.isArray(json)) spots.push({ holder: json, key });
      visit(inner);
    }
  };
  visit(after);
  const spot = spots[at % Math.max(1, spots.length)];
  if (spot !== undefined) {
    const old = spot.holder[spot.key]!;
    if (other !== null && typeof old === 'object' && !Array.isArray(old)) spot.holder[spot.key] = other;
    else if (typeof old === 'number') spot.holder[spot.key] = Math.max(0, old - 1);
    else delete spot.holder[spot.key];
  }
  return [before, after];
});

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const whole = (json: Json): Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? { $schema: DRAFT, ...json } : json;

test('when a value becomes valid, something is said to be looser', async () => {
  let admitted = 0;
  const property = fc.asyncProperty(
    fc.oneof(pair, fc.tuple(schema, schema)),
    fc.array(value, { minLength: 10, maxLength: 25 }),
    async ([then, now], values) => {
      const [before, after] = [whole(then), whole(now)];
      const found = await weakenedBetween(before, after).catch((error: Error) => error.message);
      fc.pre(!found.includes('has a mistake at' as never));
      for (const each of values) {
        const [old, fresh] = await Promise.all(
          [before, after].map((version) => judge(version, JSON.stringify(each))),
        );
        if (old?.kind !== 'invalid' || fresh?.kind !== 'valid') continue;
        admitted += 1;
        if (found.length === 0)
          throw new Error(
            `${[each, then, now].map((json) => JSON.stringify(json)).join(' ')}: nothing is said`,
          );
        break;
      }
    },
  );
  await fc.assert(property, {
    numRuns: Number(process.env.RUNS ?? 400),
    seed: Number(process.env.SEED ?? 7),
  });
  expect(admitted).toBeGreaterThan(20);
}, 120_000);

test('a schema that is the same in other words is not looser', async () => {
  const property = fc.asyncProperty(schema, async (one) => {
    const before = whole(one);
    for (const after of [
      before,
      { $schema: DRAFT, allOf: [one] },
      { $schema: DRAFT, $ref: '#/$defs/x', $defs: { x: one } },
    ]) {
      expect(await weakenedBetween(before, after)).toEqual([]);
      expect(await weakenedBetween(after, before)).toEqual([]);
    }
  });
  await fc.assert(property, { numRuns: 250, seed: 7 });
});
