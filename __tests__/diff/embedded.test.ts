import { describe, expect, test } from '@jest/globals';
import { compareOpened, openAll } from '../../src/diff/embedded.ts';
import type { ParsedDocument } from '../../src/documents/document.ts';
import { embeddedReader } from '../../src/documents/embedded.ts';
import { readDocument } from '../../src/documents/read.ts';
import { isSensitiveKey } from '../../src/findings/redact.ts';

async function parse(path: string, text: string): Promise<ParsedDocument> {
  const document = await readDocument({ path, mode: 'file' }, { id: '1', bytes: Buffer.from(text) });
  if (document.kind !== 'parsed') throw new Error(`${path} is ${document.kind}`);
  return document;
}

async function compare(path: string, before: string, after: string) {
  const sides = { before: await parse(path, before), after: await parse(path, after) };
  const found = await compareOpened(sides, embeddedReader(), () => undefined, isSensitiveKey);
  const changes = found.difference.changes.map(({ kind, name }) => `${kind} ${name}`);
  const places = found.difference.changes.map(({ kind, key, document }) => {
    const place = (kind === 'removed' ? found.before : found.after).place(key, document);
    return place === undefined ? 'nowhere' : `${place.line}:${place.column}`;
  });
  return { ...found, changes, places };
}

const json = (value: unknown) => JSON.stringify(value);
const yaml = (text: string, head = '|', indent = '    ') =>
  `data:\n  app.yaml: ${head}\n${text.replace(/^(?=.)/gm, indent)}`;

describe('a text that holds a document is compared by key', () => {
  test.each<[string, string, string, string, string[]]>([
    ['yaml by its name', 'a.yml', yaml('a: 1\n'), yaml('a: 2\n'), ['changed data["app.yaml"].a']],
    ['yaml by its shape', 'a.yml', 'x: |\n  a: 1\n  b: 1\n', 'x: |\n  a: 1\n  b: 2\n', ['changed x.b']],
    ['json by its brace', 'a.yml', `x: '{"a":1}'`, `x: ' {"a":2}'`, ['changed x.a']],
    ['a json list', 'a.yml', `x: '[{"id":1,"v":1}]'`, `x: '[{"id":1,"v":2}]'`, ['changed x[id=1].v']],
    [
      'toml',
      'a.json',
      json({ 'a.toml': 'a = 1\n[b]\nc = 1' }),
      json({ 'a.toml': 'a = 1\n[b]\nc = 2' }),
      ['changed ["a.toml"].b.c'],
    ],
    [
      'properties',
      'a.json',
      json({ 'a.properties': 'a=1\nb=1' }),
      json({ 'a.properties': 'a=1\nb=2' }),
      ['changed ["a.properties"].b'],
    ],
    [
      'in a list of names',
      'a.yml',
      `- {name: x, v: '{"a":1}'}`,
      `- {name: x, v: '{"a":2}'}`,
      ['changed [name=x].v.a'],
    ],
    [
      'json in json in json',
      'a.json',
      json({ x: json({ y: json({ z: 1 }) }) }),
      json({ x: json({ y: json({ z: 2 }) }) }),
      ['changed x.y.z'],
    ],
    [
      'no deeper than two',
      'a.json',
      json({ x: json({ y: json({ z: json({ q: 1 }) }) }) }),
      json({ x: json({ y: json({ z: json({ q: 2 }) }) }) }),
      ['changed x.y.z'],
    ],
    [
      'numbers that lose digits',
      'a.yml',
      `x: '{"a":12345678901234567891}'`,
      `x: '{"a":12345678901234567892}'`,
      ['changed x.a'],
    ],
    ['only white space differs', 'a.yml', `x: '{"a":1}'`, `x: '{ "a": 1 }'`, []],
    ['__proto__', 'a.yml', `x: '{"__proto__":1}'`, `x: '{"__proto__":2}'`, ['changed x.__proto__']],
    [
      'several yaml documents',
      'a.yml',
      yaml('a: 1\n---\nb: 1\n'),
      yaml('a: 1\n---\nb: 2\n'),
      ['changed data["app.yaml"]'],
    ],
    ['another format', 'a.yml', `x: '{"a":1}'`, 'x: |\n  a: 1\n  b: 2\n', ['changed x']],
    ['plain words', 'a.yml', 'x: |\n  a\n  b\n', 'x: |\n  a\n  c\n', ['changed x']],
    ['a list of words', 'a.yml', 'x: |\n  - a\n  - b\n', 'x: |\n  - a\n  - c\n', ['changed x']],
    ['a script', 'a.yml', 'x: |\n  set -e\n  a: b\n', 'x: |\n  set -e\n  a: c\n', ['changed x']],
    ['words that became yaml', 'a.yml', 'x: plain', 'x: |\n  a: 1\n  b: 2\n', ['changed x']],
    ['yaml by its shape that became words', 'a.yml', 'x: |\n  a: 1\n  b: 2\n', 'x: plain', ['changed x']],
    ['an object in place of the text', 'a.yml', `x: '{"a":1}'`, 'x: {a: 2}', ['retyped x']],
    [
      'a key that is sensitive',
      'a.yml',
      `credentials.json: '{"type":"a"}'`,
      `credentials.json: '{"type":"b"}'`,
      ['changed ["credentials.json"]'],
    ],
  ])('%s', async (_, path, before, after, expected) => {
    expect((await compare(path, before, after)).changes).toEqual(expected);
  });

  test('its leaves count as kept or lost, and a document that is gone is lost with all of them', async () => {
    const one = await compare('a.yml', `x: '{"a":1,"b":2,"c":3}'\ny: 1`, `x: '{"a":1,"b":3}'\ny: 1`);
    expect(one.difference.keys).toMatchObject({ before: 4, kept: 3 });
    expect(one.difference.values).toMatchObject({ before: 4, kept: 2 });
    const gone = await compare('a.yml', `x: '{"a":1,"b":2}'\ny: 1`, 'y: 1');
    expect(gone.difference.keys).toMatchObject({ before: 3, kept: 1 });
    expect(gone.difference.changes[0]!.before).toEqual({ a: 1, b: 2 });
    const emptied = await compare('a.yml', `x: '{"a":1,"b":2}'\ny: 1`, `x: ''\ny: 1`);
    expect(emptied.difference.keys).toMatchObject({ before: 3, kept: 1 });
  });

  test('the values of the file stay as they are', async () => {
    const { before } = await compare('a.yml', `x: '{"a":1}'`, `x: '{"a":2}'`);
    expect(before.values).toEqual([{ x: { a: 1 } }]);
    expect((await parse('a.yml', `x: '{"a":1}'`)).values).toEqual([{ x: '{"a":1}' }]);
  });
});

describe('the place of a key in a text', () => {
  const old = 'a: 1\n\nb:\n  c: 1\n';
  const now = 'a: 1\n\nb:\n  c: 2\n';
  test.each<[string, string, string, string, string]>([
    ['a literal block', 'a.yml', yaml(old), yaml(now), '6:7'],
    [
      'with a comment and an indicator',
      'a.yml',
      yaml(old, '|4- # file', '      '),
      yaml(now, '|4- # file', '      '),
      '6:9',
    ],
    [
      'with line ends of Windows',
      'a.yml',
      yaml(old).replaceAll('\n', '\r\n'),
      yaml(now).replaceAll('\n', '\r\n'),
      '6:7',
    ],
    ['behind an empty line', 'a.yml', yaml(`\n${old}`), yaml(`\n${now}`), '7:7'],
    ['a folded block of other lines', 'a.yml', yaml(old, '>'), yaml(now, '>'), '2:3'],
    ['a folded block', 'a.yml', 'x.json: >\n  {"a":\n  1}\n', 'x.json: >\n  {"a":\n  2}\n', '1:1'],
    ['quoted', 'a.yml', `y: 1\nx: "a: 1\\nb: 1"`, `y: 1\nx: "a: 1\\nb: 2"`, '2:1'],
    ['behind an alias', 'a.yml', `y: &a '{"a":1}'\nx: *a`, `y: &a '{"a":2}'\nx: *a`, '1:1'],
    ['json', 'a.json', `{\n "x": ${json(old)}}`, `{\n "x": ${json(now)}}`, '2:2'],
    ['toml', 'a.toml', `x = """\n${old}"""`, `x = """\n${now}"""`, '5:3'],
    [
      'hcl',
      'a.tf',
      'x = <<-EOT\n  {\n    "c": 1\n  }\nEOT\n',
      'x = <<-EOT\n  {\n    "c": 2\n  }\nEOT\n',
      '3:5',
    ],
    [
      'in a text of a text',
      'a.yml',
      'x: |\n  y: |\n    a: 1\n    c: 1\n  z: 1\n',
      'x: |\n  y: |\n    a: 1\n    c: 2\n  z: 1\n',
      '4:5',
    ],
  ])('%s', async (_, path, before, after, expected) => {
    expect((await compare(path, before, after)).places[0]).toBe(expected);
  });
});

describe('a document that can no longer be read', () => {
  test.each<[string, string, string, string | undefined]>([
    ['json by its brace', `x: '{"a":1}'`, `x: '{"a":1'`, 'json'],
    ['json by its name', `a.json: '{"a":1}'`, 'a.json: none', 'json'],
    ['yaml by its name', yaml('a: 1\n'), yaml('a: 1\n b: 2\n'), 'yaml'],
    ['words', `x: '{"a":1}'`, 'x: none', undefined],
    ['yaml by its shape', 'x: |\n  a: 1\n  b: 1\n', 'x: |\n  a: 1\n   b: 1\n', undefined],
    ['emptied', `a.json: '{"a":1}'`, `a.json: ''`, undefined],
    ['a template', `a.json: '{"a":1}'`, `a.json: '{"a":{{ x }}}'`, undefined],
    ['an interpolation', `a.json: '{"a":1}'`, `a.json: '{"a":\${x}}'`, undefined],
    ['broken before', `a.json: '{"a":1'`, `a.json: '{"a":2'`, undefined],
    ['new', 'b: 1', `b: 1\na.json: '{"a":2'`, undefined],
  ])('%s', async (_, before, after, format) => {
    const { difference } = await compare('a.yml', before, after);
    expect(difference.broken?.map((one) => one.format)).toEqual(format === undefined ? undefined : [format]);
  });
});

test('all documents of one version are opened', async () => {
  const text = `a: '{"b":"[{\\"c\\":1}]"}'\nl: ['{"d":2}', plain]\npassword: '{"e":3}'\n`;
  const opened = await openAll(await parse('a.yml', text), embeddedReader(), isSensitiveKey);
  expect(opened.values).toEqual([{ a: { b: [{ c: 1 }] }, l: [{ d: 2 }, 'plain'], password: '{"e":3}' }]);
});

describe('the budget', () => {
  test('a text that is too long stays a text, and is told', async () => {
    const reader = embeddedReader();
    expect(await reader.read('x'.repeat(3_000_000), undefined)).toBeUndefined();
    expect(reader.exhausted()).toBe(false);
    expect(await reader.read(json({ a: 'x'.repeat(3_000_000) }), undefined)).toBeUndefined();
    expect(reader.exhausted()).toBe(true);
  });

  test('so are too many; the same text counts once', async () => {
    const reader = embeddedReader();
    for (let round = 0; round < 2; round++) {
      for (let index = 0; index < 1000; index++) await reader.read(`{"a":${index}}`, undefined);
    }
    expect(reader.exhausted()).toBe(false);
    expect(await reader.read('{"a":1000}', undefined)).toBeUndefined();
    expect(reader.exhausted()).toBe(true);
    expect(await reader.read('{"a":999}', undefined)).toMatchObject({ kind: 'parsed' });
  });
});
