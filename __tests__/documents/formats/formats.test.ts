// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of the formats under test.
import { describe, expect, test } from '@jest/globals';
import type { FormatId } from '../../../src/documents/document.ts';
import type { Parsed } from '../../../src/documents/formats/format.ts';
import { formatById } from '../../../src/documents/formats/index.ts';
import type { Json } from '../../../src/model/json.ts';

async function parse(format: FormatId, text: string, path?: string): Promise<Parsed> {
  const parser = await formatById(format)!.load();
  return parser(text, path);
}

async function read(format: FormatId, text: string, path?: string): Promise<Extract<Parsed, { ok: true }>> {
  const parsed = await parse(format, text, path);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed;
}

const unit = '[Unit]\nAfter=a\nAfter=b\n[Service]\nExecStart=/x \\\n  --y\n';
const plist =
  '<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://x/y.dtd">\n' +
  '<plist version="1.0">\n<dict>\n<key>a</key><integer>1</integer>\n<key>b</key>\n<array><true/></array>\n</dict></plist>\n';
const heredoc = 'a = <<-EOT\n    x\n      y\n  EOT\n';

describe('values', () => {
  test.each<[FormatId, string, Json]>([
    ['json', '{"a":[1,true,null,"x"],"b":{}}', { a: [1, true, null, 'x'], b: {} }],
    ['jsonc', '// c\n{"a": [1, /* x */ 2,],}', { a: [1, 2] }],
    [
      'json5',
      "{a: 'x', 'b': +1, c: 0x10, d: [1,], e: .5, f: Infinity}",
      { a: 'x', b: 1, c: 16, d: [1], e: 0.5, f: 'Infinity' },
    ],
    [
      'toml',
      'a = 1\n[b]\nc = 1979-05-27\nd.e = "x"\n[[f]]\ng = 1_000\n[[f]]\n',
      { a: 1, b: { c: '1979-05-27', d: { e: 'x' } }, f: [{ g: 1000 }, {}] },
    ],
    [
      'ini',
      'top = 1\n; c\n[a]\nb: x ; y\nc\n[d]\n[a]\ne = 1\n',
      { top: '1', a: { b: 'x ; y', c: null, e: '1' }, d: {} },
    ],
    ['ini', '[options]\nrequires =\n  a\n  b\nname = x\n', { options: { requires: 'a\nb', name: 'x' } }],
    ['ini', unit, { Unit: { After: ['a', 'b'] }, Service: { ExecStart: '/x --y' } }],
    [
      'dotenv',
      'A=1\nexport B = "x\\ny" # c\nC=\'#z\'\nD=a#b # c\nE=\n# c\nF="1\n2"\nG\n',
      { A: '1', B: 'x\ny', C: '#z', D: 'a#b', E: '', F: '1\n2', G: null },
    ],
    ['properties', '# c\na.b=1\nc : x \\\n  y\nd\n', { 'a.b': '1', c: 'x y', d: '' }],
    [
      'xml',
      '<a b="1"><c>x</c><c/><d e="2">t</d></a>',
      { a: { '@b': '1', c: ['x', ''], d: { '@e': '2', '#text': 't' } } },
    ],
    ['plist', plist, { a: 1, b: [true] }],
    [
      'hcl',
      'a = 1\nb = "x\\ty"\nc = [1, "z", var.x]\nd = { e = true, "f" : null }\n',
      { a: 1, b: 'x\ty', c: [1, 'z', '${var.x}'], d: { e: true, f: null } },
    ],
    [
      'hcl',
      'resource "t" "n" {\n  p = "a-${var.b["c"]}"\n  i { x = 1 }\n  i {\n    x = 2\n  }\n}\nresource "t" "m" {}\n',
      { resource: { t: { n: { p: 'a-${var.b["c"]}', i: [{ x: 1 }, { x: 2 }] }, m: {} } } },
    ],
    ['hcl', heredoc, { a: 'x\n  y' }],
    [
      'hcl',
      'a = cond ? 1 : 2 # c\nb = f({\n  x = 1\n})\nc = [for x in y : x]\nd = !e\n',
      { a: '${cond ? 1 : 2}', b: '${f({\n  x = 1\n})}', c: '${[for x in y : x]}', d: '${!e}' },
    ],
  ])('%s %j', async (format, text, expected) => {
    expect((await read(format, text)).values).toEqual([expected]);
  });

  test('a literal and an expression of the same letters differ', async () => {
    const { values } = await read('hcl', 'a = "var.x"\nb = var.x\n');
    expect(values).toEqual([{ a: 'var.x', b: '${var.x}' }]);
  });

  test.each(['__proto__', 'constructor', 'toString'])(
    'a key named %s is an ordinary own key',
    async (name) => {
      const texts: [FormatId, string, string[]][] = [
        ['json', `{"${name}":{"a":"1"}}`, ['a']],
        ['json', `{"${name}":{"a":1e400}}`, ['a']],
        ['jsonc', `{"${name}":{"a":"1"}}`, ['a']],
        ['json5', `{${name}:{"a":"1"}}`, ['a']],
        ['yaml', `${name}: {a: "1"}\n`, ['a']],
        ['yaml', `x: &x {${name}: {a: "1"}}\n<<: *x\n`, ['a']],
        ['toml', `[${name}]\na = "1"\n`, ['a']],
        ['ini', `[${name}]\na = 1\n[${name}]\nb = 1\n`, ['a', 'b']],
        ['xml', `<${name} a="1"><b/></${name}>`, ['@a', 'b']],
        ['plist', `<plist><dict><key>${name}</key><dict><key>a</key><true/></dict></dict></plist>`, ['a']],
        ['hcl', `${name} {\na = "1"\n}\n`, ['a']],
        ['hcl', `${name} "a" {}\n`, ['a']],
      ];
      for (const [format, text, inner] of texts) {
        const [value] = (await read(format, text)).values as [Record<string, object>];
        expect(Object.keys(value)).toContain(name);
        expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
        expect(Object.keys(value[name]!)).toEqual(inner);
        expect(Object.getPrototypeOf(value[name])).toBe(Object.prototype);
      }
      for (const format of ['dotenv', 'properties'] as const) {
        expect(Object.entries((await read(format, `${name}=1\n`)).values[0]!)).toEqual([[name, '1']]);
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});

describe('places', () => {
  test.each<[FormatId, string, string, [number, number], [number, number]]>([
    ['json', '{\n  "a": [\n    1, {"b": 2}]}', '/a/1/b', [3, 9], [3, 14]],
    ['json', '{"a~/b": {"": 1}}', '/a~0~1b/', [1, 11], [1, 15]],
    ['jsonc', '// c\n{"a": 1}', '/a', [2, 2], [2, 7]],
    ['json5', '{\n a: [1,\n 2]}', '/a/1', [3, 2], [3, 2]],
    ['yaml', '# c\na:\n  - b: 1\n    c: "x"\n', '/a/0/c', [4, 5], [4, 8]],
    ['yaml', 'a: |\n  x\nb: > # c\n  y\n', '/b', [3, 1], [3, 4]],
    ['yaml', 'a:\nb: 1\n', '/a', [1, 1], [1, 2]],
    ['yaml', 'a: &x\n  b: 1\nc: *x\n', '/c/b', [2, 3], [2, 6]],
    ['yaml', 'a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n', '/c/b', [1, 8], [1, 11]],
    ['yaml', 'a: !Ref b\n', '/a/!Ref', [1, 4], [1, 4]],
    ['yaml', 'a: [\n  1\n]\nb: {\n  c: 2\n}\nd: e\n', '/d', [7, 1], [7, 4]],
    ['toml', '[a.b]\nc.d = 1\n[[e]]\n[[e]]\nf = [1, {g = 2}]\n', '/e/1/f/1/g', [5, 10], [5, 14]],
    ['toml', '[a.b]\nc.d = 1\n', '/a/b/c/d', [2, 1], [2, 7]],
    ['ini', '[a]\n  b = c\n', '/a/b', [2, 3], [2, 7]],
    ['ini', unit, '/Unit/After/1', [3, 1], [3, 7]],
    ['dotenv', '# c\nexport A="x"\n', '/A', [2, 8], [2, 10]],
    ['properties', 'a = 1\n  b.c : 2\n', '/b.c', [2, 3], [2, 9]],
    ['xml', '<a>\r\n <b c="1"/>\r\n <b d="2"/></a>', '/a/b/1/@d', [3, 5], [3, 5]],
    ['plist', plist, '/b/0', [7, 8], [7, 8]],
    ['hcl', 'a "b" {\n  c = [\n    1, 2\n  ]\n}\n', '/a/b/c/1', [3, 8], [3, 8]],
    ['hcl', 'a {}\na {\n  b = 1\n}\n', '/a/1/b', [3, 3], [3, 7]],
  ])('%s %j %s', async (format, text, pointer, key, value) => {
    const { place } = await read(format, text);
    expect(place(pointer)).toEqual({ line: key[0], column: key[1] });
    expect(place(pointer, 0, 'value')).toEqual({ line: value[0], column: value[1] });
    expect(place(`${pointer}/nothing`)).toBeUndefined();
    expect(place('', 1)).toBeUndefined();
  });
});

describe('repeated keys', () => {
  test.each<[FormatId, string, string, [number, number], [number, number]]>([
    ['json', '{"a": {"b": 1,\n "b": 2}}', '/a/b', [2, 2], [1, 8]],
    ['json', '{"a:": 1, "b": 2,\n "a\\u003a": 2}', '/a:', [2, 2], [1, 2]],
    ['jsonc', '{"a": 1,\n "a": 2}', '/a', [2, 2], [1, 2]],
    ['json5', "{a: 1,\n 'a': 2}", '/a', [2, 2], [1, 2]],
    ['yaml', 'a:\n- 1: x\n  "1": y\n', '/a/0/1', [3, 3], [2, 3]],
    ['yaml', '~: 1\nnull: 2\n', '/null', [2, 1], [1, 1]],
    ['yaml', 'a: [\n]\nb: 1\nb: 2\n', '/b', [4, 1], [3, 1]],
    ['ini', '[a]\nb=1\n[a]\nb=2\n', '/a/b', [4, 1], [2, 1]],
    ['dotenv', 'A=1\nA=2\n', '/A', [2, 1], [1, 1]],
    ['properties', 'a=1\na: 2\n', '/a', [2, 1], [1, 1]],
    ['plist', '<plist><dict><key>a</key><true/>\n<key>a</key><false/></dict></plist>', '/a', [2, 1], [1, 14]],
    ['hcl', 'a = 1\na = 2\n', '/a', [2, 1], [1, 1]],
    ['hcl', 'a = { b = 1\n b = 2 }\n', '/a/b', [2, 2], [1, 7]],
  ])('%s %j', async (format, text, key, place, first) => {
    expect((await read(format, text)).duplicates).toEqual([
      {
        document: 0,
        key,
        place: { line: place[0], column: place[1] },
        first: { line: first[0], column: first[1] },
      },
    ]);
  });

  test('are an error of the format itself in TOML', async () => {
    expect(await parse('toml', 'a = 1\na = 2\n')).toMatchObject({
      ok: false,
      problem: { code: 'duplicate-key', place: { line: 2 } },
    });
  });

  test('make lists where the program that reads them says so', async () => {
    const { values, duplicates } = await read('ini', '[a "b"]\n\tc = 1\n\tc = 2\n', '.gitconfig');
    expect([values, duplicates]).toEqual([[{ 'a "b"': { c: ['1', '2'] } }], []]);
  });

  test('two merge keys, an overridden merged key and equal keys of two documents are none', async () => {
    const text = 'a: &a {x: 1}\nb:\n  <<: *a\n  <<: {y: 2}\n  x: 3\n---\na: 1\n';
    const { values, duplicates } = await read('yaml', text);
    expect([values, duplicates]).toEqual([[{ a: { x: 1 }, b: { x: 3, y: 2 } }, { a: 1 }], []]);
  });
});

describe('numbers that JavaScript cannot hold', () => {
  test.each<[FormatId, string, string, string, Json]>([
    ['json', '{"a":[9007199254740993]}', '/a/0', '9007199254740993', 2 ** 53],
    ['json', '{"a":1e400}', '/a', '1e400', '1e400'],
    ['json', '{"a":-1e400}', '/a', '-1e400', '-1e400'],
    ['json', '{"a":1e-400}', '/a', '1e-400', 0],
    ['json', '{"a":0.10000000000000000001}', '/a', '0.10000000000000000001', 0.1],
    ['jsonc', '{"a":9007199254740993}', '/a', '9007199254740993', 2 ** 53],
    ['json5', '{a: NaN}', '/a', 'NaN', 'NaN'],
    ['json5', '{a: 0x20000000000001}', '/a', '0x20000000000001', 2 ** 53],
    ['yaml', 'a: 9007199254740993\n', '/a', '9007199254740993', 2 ** 53],
    ['yaml', 'a: .inf\n', '/a', '.inf', '.inf'],
    ['yaml', 'a: 1e400\n', '/a', '1e400', '1e400'],
    ['yaml', 'x: &x {n: 9007199254740993}\na: *x\n', '/x/n', '9007199254740993', 2 ** 53],
    ['toml', 'a = 9007199254740993\n', '/a', '9007199254740993', 2 ** 53],
    ['toml', 'a = -inf\n', '/a', '-inf', '-inf'],
    ['plist', '<plist><integer>9007199254740993</integer></plist>', '', '9007199254740993', 2 ** 53],
    ['hcl', 'a = 9007199254740993\n', '/a', '9007199254740993', 2 ** 53],
  ])('%s %j', async (format, text, key, token, value) => {
    const { values, lossy } = await read(format, text);
    expect(lossy[0]).toEqual({ document: 0, key, token });
    const last = key
      .split('/')
      .slice(1)
      .reduce<Json>((inner, name) => (inner as Record<string, Json>)[name]!, values[0]!);
    expect(last).toBe(value);
  });

  test('are found behind every alias', async () => {
    const { lossy } = await read('yaml', 'x: &x {n: 9007199254740993}\na: *x\nb:\n  <<: *x\n');
    expect(lossy.map(({ key }) => key)).toEqual(['/x/n', '/a/n', '/b/n']);
  });

  test('others are not lossy, however they are written', async () => {
    const tokens = [
      '1.0',
      '1e3',
      '0.30000000000000004',
      '9007199254740991',
      '-0',
      '1E+2',
      '0.0000001',
      '5e-324',
      '100000000000000000000',
    ];
    expect((await read('json', `[${tokens.join(',')}]`)).lossy).toEqual([]);
    expect((await read('yaml', tokens.map((token) => `- ${token}\n`).join(''))).lossy).toEqual([]);
  });
});

describe('problems', () => {
  test.each<[FormatId, string, string, [number, number]]>([
    ['json', '{"a": 1,\n "b" 2}', 'syntax', [2, 6]],
    ['json', '{"a": 1,}', 'syntax', [1, 9]],
    ['json', '{"a": 1', 'syntax', [1, 8]],
    ['json', "{'a': 1}", 'syntax', [1, 2]],
    ['json', '', 'syntax', [1, 1]],
    ['json', '{} x', 'syntax', [1, 4]],
    ['jsonc', '{"a" 1}', 'syntax', [1, 6]],
    ['json5', '{a: 1\n b: 2}', 'syntax', [2, 2]],
    ['yaml', 'a: 1\n b: 2\n', 'syntax', [2, 3]],
    ['yaml', 'a:\n\tb: 1\n', 'syntax', [2, 1]],
    ['yaml', 'a: "x\n', 'syntax', [2, 1]],
    ['yaml', 'a: *b\n', 'unknown-alias', [1, 4]],
    ['yaml', 'a: &a\n  b: *a\n', 'circular-alias', [2, 6]],
    ['yaml', 'x:\n  a: {{ b }}\n', 'complex-key', [2, 6]],
    ['toml', '[a]\nb = \n', 'syntax', [2, 5]],
    ['ini', '[a]\n[b\n', 'syntax', [2, 1]],
    ['dotenv', 'A=1\nnot an assignment\n', 'syntax', [2, 1]],
    ['xml', '<a>\n  <b></a>', 'syntax', [2, 6]],
    ['xml', '<!DOCTYPE a [<!ENTITY b "c">]>\n<a>x</a>', 'doctype', [1, 1]],
    ['xml', '<a>&b;</a>', 'syntax', [1, 4]],
    ['plist', '<plist><dict><key>a</key></dict></plist>', 'syntax', [1, 14]],
    ['hcl', 'a {\n  b = 1\n', 'syntax', [1, 3]],
    ['hcl', 'a = [1\nb = 2\n', 'syntax', [2, 3]],
    ['hcl', 'a = "x\n', 'syntax', [1, 5]],
    ['hcl', 'a = \nb = 1\n', 'syntax', [1, 5]],
    ['hcl', 'a = 1 b = 2\n', 'syntax', [1, 9]],
    ['hcl', 'a = <<X\n y\n', 'syntax', [1, 5]],
  ])('%s %j', async (format, text, code, [line, column]) => {
    const parsed = await parse(format, text);
    expect(parsed.ok ? 'parsed' : [parsed.problem.code, parsed.problem.place]).toEqual([
      code,
      { line, column },
    ]);
  });

  test('a DOCTYPE without entities is common and harmless', async () => {
    const text =
      '<!DOCTYPE log4j:configuration SYSTEM "log4j.dtd">\n<log4j:configuration>&x;</log4j:configuration>';
    expect((await read('xml', text)).values).toEqual([{ 'log4j:configuration': '&x;' }]);
  });
});

describe('nesting', () => {
  const nested: [FormatId, (depth: number) => string][] = [
    ['json', (depth) => '['.repeat(depth) + ']'.repeat(depth)],
    ['jsonc', (depth) => '['.repeat(depth) + ']'.repeat(depth)],
    ['json5', (depth) => '['.repeat(depth) + ']'.repeat(depth)],
    ['yaml', (depth) => '['.repeat(depth) + ']'.repeat(depth)],
    ['toml', (depth) => `a = ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}`],
    ['hcl', (depth) => `a = ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}\n`],
    ['hcl', (depth) => 'a {\n'.repeat(depth - 1) + '}\n'.repeat(depth - 1)],
    ['xml', (depth) => '<a>'.repeat(depth) + '</a>'.repeat(depth)],
    ['plist', (depth) => `<plist>${'<array>'.repeat(depth)}${'</array>'.repeat(depth)}</plist>`],
  ];
  test.each(nested)('%s: 90 levels are read, 110 and 100,000 are refused', async (format, text) => {
    expect((await parse(format, text(90))).ok).toBe(true);
    for (const depth of [110, 100_000]) {
      expect(await parse(format, text(depth))).toMatchObject({ ok: false, problem: { code: 'too-deep' } });
    }
  });
});
