import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/model/json.ts';
import { at, judge, parse, problemOf, schemasOf } from './support.ts';

type Rule = { rule: string } & Record<string, unknown>;

const rules = (...texts: (string | Rule)[]) => ({
  'x-kubernetes-validations': texts.map((text) => (typeof text === 'string' ? { rule: text } : text)),
});

/** What the rules of a schema say: broken ones as `key: message or rule`, `?` before reasons for silence. */
async function broken(schema: unknown, after: Json, before?: Json): Promise<string[]> {
  const schemas = schemasOf({ 's.json': schema });
  const prepared = await schemas.prepare(at('s.json'));
  if (!prepared.ok) throw new Error(prepared.problem.message);
  const { violations, problems } = await schemas.judgeRules({
    source: at('s.json'),
    before: before === undefined ? undefined : await parse(JSON.stringify(before)),
    after: await parse(JSON.stringify(after)),
    mask: (document) => document,
  });
  return [
    ...violations.map(({ key, message, rule, old }) => `${old ? 'old ' : ''}${key}: ${message ?? rule}`),
    ...problems.map(({ message }) => `? ${/could not be judged for (.*)\.$/.exec(message)?.[1] ?? message}`),
  ];
}

describe('transition rules', () => {
  const schema = {
    properties: { a: { type: 'integer', ...rules({ rule: 'self >= oldSelf', message: 'less' }) } },
  };

  test('are asked where there is an old value', async () => {
    expect(await broken(schema, { a: 1 }, { a: 2 })).toEqual(['/a: less']);
    expect(await broken(schema, { a: 3 }, { a: 2 })).toEqual([]);
    expect(await broken(schema, { a: 1 }, {})).toEqual([]);
    expect(await broken(schema, { a: 1 })).toEqual([]);
    expect(await broken(schema, {}, { a: 2 })).toEqual([]);
  });

  test('with `optionalOldSelf` are always asked', async () => {
    const optional = {
      properties: { a: rules({ rule: 'oldSelf.orValue(5) <= self', optionalOldSelf: true }) },
    };
    expect(await broken(optional, { a: 4 })).toEqual(['/a: oldSelf.orValue(5) <= self']);
    expect(await broken(optional, { a: 4 }, { a: 4 })).toEqual([]);
    expect(await broken(optional, { a: 4 }, { a: 6 })).toEqual(['/a: oldSelf.orValue(5) <= self']);
  });

  test('find the items of a list by its keys, and of no other list', async () => {
    const item = { type: 'object', ...rules('self.v >= oldSelf.v') };
    const keyed = { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['n', 'm'], items: item };
    const now = [
      { n: 'b', m: 1, v: 1 },
      { n: 'a', m: 1, v: 5 },
      { n: 'a', m: 2, v: 0 },
    ];
    const then = [
      { n: 'a', m: 1, v: 6 },
      { n: 'b', m: 1, v: 1 },
    ];
    expect(await broken(keyed, now, then)).toEqual(['/1: self.v >= oldSelf.v']);
    for (const type of [undefined, 'atomic', 'set']) {
      const problem = await problemOf(
        { 's.json': { 'x-kubernetes-list-type': type, items: item } },
        's.json',
      );
      expect(problem).toMatchObject({ code: 'schema-rule', place: { line: 1 } });
      expect(problem.message).toContain('below a list whose items cannot be told apart');
    }
  });

  test('hold for entries of maps, and through `$ref`, `allOf` and recursion', async () => {
    const schema = {
      $defs: {
        tree: {
          properties: {
            size: { type: 'integer' },
            children: { additionalProperties: { $ref: '#/$defs/tree' } },
          },
          ...rules('self.size >= oldSelf.size'),
        },
      },
      allOf: [{ $ref: '#/$defs/tree' }, rules('self.size < 10')],
    };
    const tree = (size: number, inner: number) => ({ size, children: { x: { size: inner, children: {} } } });
    expect(await broken(schema, tree(10, 1), tree(3, 2))).toEqual([
      ': self.size < 10',
      '/children/x: self.size >= oldSelf.size',
    ]);
  });
});

test('a list of type `set` or `map` is equal in any order', async () => {
  const list = (type: string) => ({
    properties: {
      l: { 'x-kubernetes-list-type': type, 'x-kubernetes-list-map-keys': ['n'], ...rules('self == oldSelf') },
    },
  });
  const [now, then] = [{ l: [{ n: 1 }, { n: 2 }] }, { l: [{ n: 2 }, { n: 1 }] }];
  expect(await broken(list('set'), now, then)).toEqual([]);
  expect(await broken(list('map'), now, then)).toEqual([]);
  expect(await broken(list('atomic'), now, then)).toEqual(['/l: self == oldSelf']);
});

test('defaults are there, also for rules of the value that is left out', async () => {
  const schema = {
    properties: {
      a: {
        type: 'object',
        default: {},
        properties: {
          b: { type: 'string', default: 'x', ...rules({ rule: 'self == oldSelf', message: 'kept' }) },
        },
      },
    },
    ...rules('self.a.b != ""'),
  };
  expect(await broken(schema, {})).toEqual([]);
  expect(await broken(schema, {}, { a: { b: 'y' } })).toEqual(['/a/b: kept']);
  expect(await broken(schema, { a: { b: '' } }, { a: { b: '' } })).toEqual(['old : self.a.b != ""']);
});

test('`null` is absent unless the schema allows it', async () => {
  const schema = {
    properties: { a: { type: 'string' }, b: { type: ['string', 'null'] } },
    ...rules('!has(self.a) && has(self.b)'),
  };
  expect(await broken(schema, { a: null, b: null })).toEqual([]);
});

test('types decide how values are seen', async () => {
  const schema = {
    properties: {
      int: { type: 'integer' },
      num: { type: 'number' },
      any: {},
      time: { type: 'string', format: 'date-time' },
      day: { type: 'string', format: 'date' },
      wait: { type: 'string', format: 'duration' },
      data: { type: 'string', format: 'byte' },
    },
    ...rules(
      'type(self.int) == int && type(self.num) == double && type(self.any) == int',
      'self.time > timestamp("2024-01-01T00:00:00Z") && self.day.getFullYear() == 2024',
      'string(self.data) == "hi"',
    ),
  };
  const value = { int: 3, num: 3, any: 3, time: '2024-05-01T00:00:00Z', day: '2024-05-01', data: 'aGk=' };
  expect(await broken(schema, value)).toEqual([]);
});

test('digits that JavaScript loses are kept', async () => {
  const schemas = schemasOf({ 's.json': rules('self.id == oldSelf.id') });
  const judged = await schemas.judgeRules({
    source: at('s.json'),
    before: await parse('{"id": 9007199254740992}'),
    after: await parse('{"id": 9007199254740993}'),
    mask: (document) => document,
  });
  expect(judged.violations).toHaveLength(1);
});

describe('what is told', () => {
  test('the field, the reason, and the message expression before the message', async () => {
    const rule = {
      rule: 'self.a.size() < 2',
      message: 'plain',
      messageExpression: '"has " + string(self.a.size())',
      fieldPath: '.a',
      reason: 'FieldValueForbidden',
    };
    expect(await broken(rules(rule), { a: [1, 2] })).toEqual(['/a: has 2']);
    expect(await broken(rules({ ...rule, messageExpression: 'self.b' }), { a: [1, 2] })).toEqual([
      '/a: plain',
    ]);
    expect(await broken(rules({ ...rule, messageExpression: '" "' }), { a: [1, 2] })).toEqual(['/a: plain']);
    expect(await broken(rules({ ...rule, messageExpression: '"a\\nb"' }), { a: [1, 2] })).toEqual([
      '/a: plain',
    ]);
    expect(await broken(rules({ ...rule, fieldPath: "['a'].x.y" }), { a: [1, 2] })).toEqual(['/a: has 2']);
  });

  test('old only when the values that the rule looks at are the same', async () => {
    const schema = rules('self.a <= self.b', 'self.l.all(x, x < 5)', 'size(self.l) < 2');
    const value = { a: 3, b: 2, l: [9, 9], c: 1 };
    expect(await broken(schema, { ...value, c: 2 }, value)).toEqual([
      'old : self.a <= self.b',
      'old : self.l.all(x, x < 5)',
      'old : size(self.l) < 2',
    ]);
    expect(await broken(schema, { ...value, a: 4, l: [9, 8] }, value)).toEqual([
      ': self.a <= self.b',
      'old : self.l.all(x, x < 5)',
      ': size(self.l) < 2',
    ]);
  });

  test('why a rule cannot be judged, once for each rule', async () => {
    const items = { items: rules('self.missing > 1'), ...rules('self.size()') };
    expect(await broken(items, [{}, {}, {}])).toEqual([
      '? the document: it gives no `true` or `false`',
      '? /0: no such key: missing',
    ]);
    const large = Array.from({ length: 2_000 }, (_, index) => index);
    expect(await broken(rules('self.all(a, self.all(b, a + b >= 0))'), large)).toEqual([
      '? the document: it costs too much on this file',
    ]);
  });

  test('a before side that cannot be read, when a rule compares with it', async () => {
    const schemas = schemasOf({ 's.json': rules('self == oldSelf'), 'n.json': rules('self != 1') });
    const request = {
      before: undefined,
      after: await parse('1'),
      mask: (json: Json) => json,
      unreadable: true,
    };
    const compares = await schemas.judgeRules({ source: at('s.json'), ...request });
    expect(compares.problems).toMatchObject([{ code: 'rule-unjudged' }]);
    const alone = await schemas.judgeRules({ source: at('n.json'), ...request });
    expect(alone).toMatchObject({ violations: [{ key: '' }], problems: [] });
  });
});

test('a file that is too deep or too large for its rules is not passed', async () => {
  const schema = { ...rules('true'), additionalProperties: { $ref: '#' } };
  let deep: Json = 1;
  for (let level = 0; level < 5_000; level++) deep = { a: deep };
  const schemas = schemasOf({ 's.json': schema });
  const after = { ...(await parse('{}')), values: [deep] };
  const judged = await schemas.judgeRules({
    source: at('s.json'),
    before: undefined,
    after,
    mask: (json) => json,
  });
  expect(judged.problems.length).toBeGreaterThan(0);
});

describe('a rule that cannot work makes the schema unusable', () => {
  const inside = (keyword: string, value: unknown) => ({ properties: { a: { [keyword]: value } } });
  test.each<[string, unknown, string]>([
    ['unknown name', rules('slf > 1'), '`slf` is not known here (at character 1)'],
    ['syntax', rules('self >'), 'Unexpected token'],
    ['no list', { 'x-kubernetes-validations': { rule: 'true' } }, 'it has to be a list of rules'],
    ['no rule', rules({ rule: '' }), 'it has no `rule`'],
    ['no object', { 'x-kubernetes-validations': ['true'] }, 'a rule is an object'],
    ['unknown field', rules({ rule: 'true', ruel: 'x' }), '`ruel` is no field of a rule'],
    ['wrong type', rules({ rule: 'true', optionalOldSelf: 'yes' }), '`optionalOldSelf` has to be a boolean'],
    ['message expression', rules({ rule: 'true', messageExpression: 'x' }), '`x` is not known here'],
    ['field path', rules({ rule: 'true', fieldPath: 'a' }), 'it is not a path'],
    ['in anyOf', inside('anyOf', [rules('true')]), 'it stands inside `anyOf`'],
    ['below oneOf', inside('oneOf', [{ properties: { b: rules('true') } }]), 'it stands inside `oneOf`'],
    ['in not', inside('not', rules('true')), 'it stands inside `not`'],
    ['in if', { if: rules('true'), else: {} }, 'it stands inside `if`'],
    [
      'by a reference under a condition',
      { $defs: { r: rules('true') }, $ref: '#/$defs/r', contains: { $ref: '#/$defs/r' } },
      'it stands inside `contains`',
    ],
  ])('%s', async (_name, schema, words) => {
    const problem = await problemOf({ 's.json': schema }, 's.json');
    expect(problem).toMatchObject({ code: 'schema-rule', path: 's.json' });
    expect(problem.message).toContain(words);
  });

  test('and is told as the reason for every file', async () => {
    expect(await judge(rules('slf'), {})).toMatchObject({
      kind: 'inconclusive',
      problem: { code: 'schema-rule' },
    });
  });
});

test('what nobody refers to is not criticised', async () => {
  expect(await broken({ $defs: { x: { anyOf: [rules('slf')] } }, ...rules('true') }, {})).toEqual([]);
});
