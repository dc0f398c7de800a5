import { describe, expect, test } from '@jest/globals';
import { at, DRAFT, judge, parse, schemasOf } from './support.ts';

const verdict = async (schema: unknown, document: unknown) => {
  const judgement = await judge(schema, document);
  return judgement.kind === 'inconclusive' ? judgement.problem.code : judgement.kind;
};

describe('each draft keeps its own meaning', () => {
  test.each([
    [4, { minimum: 5, exclusiveMinimum: true }, 6, 5],
    [6, { exclusiveMinimum: 5, properties: { a: { const: 1 } } }, 6, 5],
    [7, { if: { type: 'string' }, else: { minimum: 2 } }, 2, 1],
    [7, { items: [{ type: 'string' }], additionalItems: false }, ['a'], ['a', 1]],
    [7, { dependencies: { a: ['b'], c: { required: ['d'] } } }, { a: 1, b: 1 }, { c: 1 }],
    [2019, { dependentRequired: { a: ['b'] } }, { a: 1, b: 1 }, { a: 1 }],
    [2019, { contains: { type: 'number' }, minContains: 2 }, [1, 2], [1, 'a']],
    [2020, { prefixItems: [{ type: 'string' }], items: false }, ['a'], ['a', 1]],
    [2020, { anyOf: [{ properties: { a: true } }], unevaluatedProperties: false }, { a: 1 }, { b: 1 }],
  ] as const)('%s %j', async (draft, schema, valid, invalid) => {
    expect(await verdict({ $schema: DRAFT[draft], ...schema }, JSON.stringify(valid))).toBe('valid');
    expect(await verdict({ $schema: DRAFT[draft], ...schema }, JSON.stringify(invalid))).toBe('invalid');
  });

  test('a schema without $schema is draft-07: the array form of items is known, prefixItems is not', async () => {
    expect(await verdict({ items: [{ type: 'string' }] }, [1])).toBe('invalid');
    expect(await verdict({ prefixItems: [{ type: 'string' }] }, [1])).toBe('schema-keyword');
  });

  test('dynamic references reach the outermost anchor', async () => {
    const tree = (more: object) => ({
      $schema: DRAFT[2020],
      $id: 'https://example.com/tree',
      $dynamicAnchor: 'node',
      properties: { children: { items: { $dynamicRef: '#node' } }, ...more },
    });
    const strict = {
      $schema: DRAFT[2020],
      $id: 'https://example.com/strict',
      $dynamicAnchor: 'node',
      $ref: 'tree',
      unevaluatedProperties: false,
      $defs: { tree: tree({ data: true }) },
    };
    expect(await verdict(strict, { children: [{ data: 1 }] })).toBe('valid');
    expect(await verdict(strict, { children: [{ daat: 1 }] })).toBe('invalid');
    expect(await verdict(tree({ data: true }), { children: [{ daat: 1 }] })).toBe('valid');
  });

  test('a draft may refer to its meta-schema without any download', async () => {
    const schema = { $schema: DRAFT[7], properties: { schema: { $ref: DRAFT[7] } } };
    expect(await verdict(schema, { schema: { type: 'string' } })).toBe('valid');
    expect(await verdict(schema, { schema: { type: 'strin' } })).toBe('invalid');
  });
});

describe('what the validator alone judges wrongly or crashes on', () => {
  test.each([
    ['uniqueItems, own valueOf', { uniqueItems: true }, '[{"valueOf":1},{"valueOf":1}]', 'invalid'],
    ['uniqueItems, constructor', { uniqueItems: true }, '[{"constructor":{}},{"constructor":{}}]', 'invalid'],
    ['uniqueItems, order of keys', { uniqueItems: true }, '[{"a":1,"b":2},{"b":2,"a":1}]', 'invalid'],
    [
      'uniqueItems, __proto__ strings',
      { uniqueItems: true, items: { type: 'string' } },
      '["__proto__","__proto__"]',
      'invalid',
    ],
    ['enum, own toString', { enum: [{ toString: 1 }] }, '{"toString":1}', 'valid'],
    ['const, own toString', { const: { toString: 1 } }, '{"toString":2}', 'invalid'],
    ['required toString', { required: ['toString'] }, '{}', 'invalid'],
    ['a rule on __proto__', '{"properties":{"__proto__":{"type":"number"}}}', '{"__proto__":"a"}', 'invalid'],
    ['an additional __proto__', { additionalProperties: false }, '{"__proto__":1}', 'invalid'],
    ['contains inside a loop', { items: { contains: { type: 'number' } } }, '[[1],[]]', 'invalid'],
    ['multipleOf of decimals', { multipleOf: 0.1 }, '0.3', 'valid'],
    ['multipleOf of large numbers', { multipleOf: 3 }, '1e21', 'invalid'],
    ['an enum with a number as text', { enum: [1] }, '"1"', 'invalid'],
  ])('%s', async (_name, schema, document, expected) => {
    expect(await verdict(schema, document)).toBe(expected);
  });

  const evaluated = (schema: object) => ({ $schema: DRAFT[2020], ...schema });
  test.each([
    [
      'evaluated by the item before',
      {
        items: {
          anyOf: [{ properties: { a: { type: 'string' } }, required: ['a'] }, { properties: { b: true } }],
          unevaluatedProperties: false,
        },
      },
      [{ a: 'x' }, { b: 1, a: 1 }],
    ],
    [
      'evaluated by an alternative that does not match',
      {
        oneOf: [{ type: 'boolean', anyOf: [{ patternProperties: { x: true } }] }, true],
        unevaluatedProperties: false,
      },
      { x: 1 },
    ],
    [
      'evaluated by an if that does not match',
      { if: { properties: { a: { const: 1 } }, required: ['a'] }, else: {}, unevaluatedProperties: false },
      { a: 2 },
    ],
    [
      'items of an alternative',
      { unevaluatedItems: { type: 'boolean' }, anyOf: [{ items: { type: 'string' } }, true] },
      ['a', 1],
    ],
  ])('unevaluated: %s', async (_name, schema, document) => {
    expect(await verdict(evaluated(schema), document)).toBe('invalid');
  });

  test('what stays in doubt is inconclusive', async () => {
    const contains = evaluated({ contains: { type: 'number' }, unevaluatedItems: false });
    expect(await verdict(contains, [1])).toBe('schema-unsupported');
    expect(await verdict(evaluated({ unevaluatedProperties: false }), '{"constructor":1}')).toBe(
      'schema-unsupported',
    );
    expect(await verdict({ $ref: '#' }, 1)).toBe('schema-unusable');
    expect(await verdict({ anyOf: [{ $ref: '#' }] }, 1)).toBe('schema-recursion');
  });

  test('rules beside a $ref: judged when both readings agree, in doubt when only they are broken', async () => {
    const schema = { $ref: '#/definitions/a', minLength: 2, definitions: { a: { type: 'string' } } };
    expect(await verdict(schema, '"ab"')).toBe('valid');
    expect(await verdict(schema, '1')).toBe('invalid');
    expect(await verdict(schema, '"a"')).toBe('schema-beside-ref');
    expect(await verdict({ $schema: DRAFT[2019], ...schema }, '"a"')).toBe('invalid');
  });

  test('digits that were lost: in doubt only when the schema turns on them', async () => {
    const lossy = '9007199254740993';
    expect(await verdict({ type: 'integer', minimum: 1 }, lossy)).toBe('valid');
    expect(await verdict({ maximum: 9007199254740992 }, lossy)).toBe('schema-lossy-number');
    expect(await verdict({ multipleOf: 2 }, lossy)).toBe('schema-lossy-number');
    expect(await verdict({ type: 'string' }, lossy)).toBe('invalid');
  });
});

describe('deadline and budgets', () => {
  test('a bomb in one file stops that file only', async () => {
    const schemas = schemasOf(
      { 's.json': { additionalProperties: { pattern: '^(a+)+$' } } },
      { deadlineMs: 1_000 },
    );
    const texts = ['{"a":"aa"}', `{"a":"${'a'.repeat(40)}!"}`, '{"a":"b"}', '{"a":"a"}'];
    const documents = await Promise.all(texts.map((text) => parse(text)));
    const judgements = await schemas.judge(documents.map((document) => ({ source: at('s.json'), document })));
    expect(
      judgements.map((judgement) =>
        judgement.kind === 'inconclusive' ? judgement.problem.code : judgement.kind,
      ),
    ).toEqual(['valid', 'schema-deadline', 'invalid', 'valid']);
  });

  test('many small files that take longer than the deadline together are all judged', async () => {
    const schemas = schemasOf({ 's.json': { items: { type: 'number' } } }, { deadlineMs: 300 });
    const document = await parse(JSON.stringify(Array.from({ length: 3_000 }, (_, index) => index)));
    const judgements = await schemas.judge(
      Array.from({ length: 40_000 }, () => ({ source: at('s.json'), document })),
    );
    expect(new Set(judgements.map(({ kind }) => kind))).toEqual(new Set(['valid']));
  });

  test('20,000 objects under uniqueItems are judged in time', async () => {
    const items = Array.from({ length: 20_000 }, (_, index) => ({ id: index }));
    expect(await verdict({ uniqueItems: true }, items)).toBe('valid');
    expect(await verdict({ uniqueItems: true }, [...items, { id: 7 }])).toBe('invalid');
  });

  test('more errors than anybody reads are cut, and the verdict stays', async () => {
    const wrong = Array.from({ length: 50_000 }, () => 1);
    const judgement = await judge({ items: { type: 'string' } }, wrong);
    expect(judgement.kind === 'invalid' && judgement.violations.length).toBe(1);
    const either = { anyOf: [{ items: { type: 'string' } }, { items: { type: 'number' } }] };
    expect(await verdict(either, wrong)).toBe('valid');
    const some = await judge({ items: { type: 'string' } }, wrong.slice(0, 60));
    expect(some.kind === 'invalid' && some.violations.length).toBe(50);
  });

  test('a file over the budget is not judged', async () => {
    const schemas = schemasOf({ 's.json': true }, { maxDocumentBytes: 10 });
    const [judgement] = await schemas.judge([
      { source: at('s.json'), document: await parse('"0123456789"') },
    ]);
    expect(judgement).toMatchObject({ kind: 'inconclusive', problem: { code: 'schema-too-large' } });
  });
});

test('every YAML document of a file is judged, and an empty file breaks nothing', async () => {
  const schemas = schemasOf({ 's.json': { required: ['a'] } });
  const [many, empty] = await schemas.judge([
    { source: at('s.json'), document: await parse('a: 1\n---\nb: 1\n---\nc: 1\n', 'yaml') },
    { source: at('s.json'), document: await parse('# nothing\n', 'yaml') },
  ]);
  expect(many).toMatchObject({
    kind: 'invalid',
    violations: [
      { document: 1, key: '' },
      { document: 2, key: '' },
    ],
  });
  expect(empty).toEqual({ kind: 'valid' });
});

test('requests keep their order, a broken schema spoils only its own, and each is loaded once', async () => {
  const schemas = schemasOf({
    'a.json': { type: 'string' },
    'b.json': { tpye: 'string' },
    'c.json': { type: 'number' },
  });
  const document = await parse('"x"');
  const sources = ['a.json', 'b.json', 'c.json', 'a.json'].map(at);
  const judgements = await schemas.judge(sources.map((source) => ({ source, document })));
  expect(judgements.map(({ kind }) => kind)).toEqual(['valid', 'inconclusive', 'invalid', 'valid']);
  expect(judgements[1]).toMatchObject({ problem: { code: 'schema-keyword' } });
  expect(schemas.asked).toEqual(['a.json', 'b.json', 'c.json']);
});
