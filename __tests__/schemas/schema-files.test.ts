import { describe, expect, test } from '@jest/globals';
import { at, DRAFT, parse, problemOf, schemasOf } from './support.ts';

const PORT = { definitions: { port: { type: 'integer', maximum: 65535 } } };

async function kindsBy(files: Record<string, unknown>, name: string, ...documents: unknown[]) {
  const schemas = schemasOf(files);
  const requests = documents.map(async (document) => ({
    source: at(name),
    document: await parse(JSON.stringify(document)),
  }));
  const judgements = await schemas.judge(await Promise.all(requests));
  return {
    asked: schemas.asked,
    kinds: judgements.map((judgement) =>
      judgement.kind === 'inconclusive' ? judgement.problem.code : judgement.kind,
    ),
  };
}

describe('references', () => {
  test('across files and directories, relative to the file that refers', async () => {
    const files = {
      'schemas/app/main.json': { properties: { db: { $ref: '../common/db.yml#/definitions/db' } } },
      'schemas/common/db.yml':
        'definitions:\n  db:\n    properties:\n      port: {$ref: "ports/tcp port.json"}\n',
      'schemas/common/ports/tcp port.json': { type: 'integer' },
    };
    const { kinds, asked } = await kindsBy(
      files,
      'schemas/app/main.json',
      { db: { port: 1 } },
      { db: { port: 'a' } },
    );
    expect(kinds).toEqual(['valid', 'invalid']);
    expect(asked).toEqual(Object.keys(files));
  });

  test('an https $id with references inside needs nothing else; beside it, files are found where they lie', async () => {
    const files = {
      'schemas/main.json': {
        $id: 'https://example.com/v1/main.json',
        properties: {
          a: { $ref: '#/definitions/a' },
          b: { $ref: 'ports.json#/definitions/port' },
          c: { $ref: 'https://example.com/v1/ports.json#/definitions/port' },
        },
        definitions: { a: { type: 'string' } },
      },
      'schemas/ports.json': { $id: 'https://example.com/v1/ports.json', ...PORT },
    };
    const { kinds, asked } = await kindsBy(
      files,
      'schemas/main.json',
      { a: '', b: 1, c: 1 },
      { a: 1 },
      { b: 70_000 },
      { c: 70_000 },
    );
    expect(kinds).toEqual(['valid', 'invalid', 'invalid', 'invalid']);
    expect(asked).toEqual(['schemas/main.json', 'schemas/ports.json']);
  });

  test('from a URL to another URL', async () => {
    const files = {
      'https://example.com/s/main.json': { properties: { port: { $ref: 'ports.json#/definitions/port' } } },
      'https://example.com/s/ports.json': PORT,
    };
    expect((await kindsBy(files, 'https://example.com/s/main.json', { port: 70_000 })).kinds).toEqual([
      'invalid',
    ]);
  });

  test('to a part that is no schema by its place', async () => {
    const schema = { components: { schemas: { a: { type: 'string' } } }, $ref: '#/components/schemas/a' };
    expect((await kindsBy({ 's.json': schema }, 's.json', 1)).kinds).toEqual(['invalid']);
  });

  test.each([
    ['out of the repository', { $ref: '../../secret.json' }],
    ['out of the repository, encoded', { $ref: '%2e%2e/%2E./secret.json' }],
    ['to a file of the machine', { $ref: 'file:///etc/passwd' }],
    ['over http', { $ref: 'http://example.com/a.json' }],
    ['to a missing file', { $ref: 'missing.json' }],
    ['to a missing key', { $ref: '#/definitions/a' }],
    ['to a missing anchor', { $ref: '#a' }],
  ])('%s is refused with the place of the reference', async (_name, schema) => {
    const problem = await problemOf(
      { 'schemas/s.json': JSON.stringify({ not: schema }, null, 1) },
      'schemas/s.json',
    );
    expect(problem).toMatchObject({
      code: 'schema-ref',
      path: 'schemas/s.json',
      place: { line: 3, column: 11 },
    });
  });

  test('what nobody refers to is neither loaded nor criticised', async () => {
    const schema = { definitions: { unused: { $ref: 'missing.json', tpye: 'string' } } };
    expect((await kindsBy({ 's.json': schema }, 's.json', 1)).kinds).toEqual(['valid']);
  });
});

describe('a mistake in the schema is said, with its place', () => {
  test.each([
    [
      'schema-keyword',
      '{"properties":\n {"a": {"tpye": "string"}}}',
      2,
      9,
      '/properties/a/tpye',
      'Did you mean `type`?',
    ],
    ['schema-keyword', '{"requierd": ["a"]}', 1, 2, '/requierd', 'Did you mean `required`?'],
    ['schema-keyword', `{"$schema": "${DRAFT[4]}",\n"const": 1}`, 2, 1, '/const', '$schema'],
    ['schema-shape', '{"required": true}', 1, 14, 'a list of strings', 'required'],
    ['schema-shape', '{"items": {"type": "strin"}}', 1, 20, 'string', 'type'],
    ['schema-shape', '[]', 1, 1, 'A schema is an object', ''],
    ['schema-format', '{"format": "e-mail"}', 1, 12, '`e-mail`', 'Did you mean `email`?'],
    ['schema-pattern', '{"pattern": "("}', 1, 13, 'regular expression', 'ECMA-262'],
    [
      'schema-pattern',
      '{"patternProperties": {"\\\\p{L}\\\\-": true}}',
      1,
      23,
      'regular expression',
      'ECMA-262',
    ],
    [
      'schema-dialect',
      '{"$schema": "http://json-schema.org/draft-03/schema#"}',
      1,
      13,
      'draft-03',
      '2020-12',
    ],
    ['schema-syntax', '{"type":\n "string",}', 2, 11, 'not valid JSON', ''],
    ['schema-syntax', '{"type": "string",\n"type": "number"}', 2, 1, 'twice', ''],
  ])('%s in %j', async (code, text, line, column, inMessage, inHint) => {
    const problem = await problemOf({ 's.json': text }, 's.json');
    expect(problem).toMatchObject({ code, path: 's.json', place: { line, column } });
    expect(problem.message).toContain(inMessage);
    expect(problem.hint).toContain(inHint);
  });

  test('in a YAML schema, and in a file that it refers to', async () => {
    const files = { 'a.yml': '$ref: b.yaml\n', 'b.yaml': 'type: object\nproperites: {}\n' };
    expect(await problemOf(files, 'a.yml')).toMatchObject({
      code: 'schema-keyword',
      path: 'b.yaml',
      place: { line: 2, column: 1 },
    });
  });

  test('a schema that is not there', async () => {
    expect(await problemOf({}, 's.json')).toMatchObject({ code: 'schema-missing' });
  });
});

test('notes for editors and generators are no mistakes', async () => {
  const schema = {
    $comment: 'c',
    'x-owner': 'team',
    markdownDescription: 'm',
    definitions: { '//': { explainer: 'note' }, note: 'text' },
    properties: {
      a: { enum: ['b'], enumDescriptions: ['B'], tsType: 'B', 'x-intellij-html-description': '' },
    },
    allowTrailingCommas: true,
    defaultSnippets: [],
    format: 'uint32',
  };
  expect((await kindsBy({ 's.json': schema }, 's.json', { a: 'b' }, { a: 'c' })).kinds).toEqual([
    'valid',
    'invalid',
  ]);
});

test('international formats are judged by their shape', async () => {
  const schema = { properties: { mail: { format: 'idn-email' }, link: { format: 'iri' } } };
  const { kinds } = await kindsBy(
    { 's.json': schema },
    's.json',
    { mail: 'jürg@exämple.ch', link: 'https://exämple.ch/ü' },
    { mail: 'jürg' },
    { link: 'ü ü' },
  );
  expect(kinds).toEqual(['valid', 'invalid', 'invalid']);
});
