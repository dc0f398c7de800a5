// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of the formats under test.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import type { FormatId } from '../../../src/documents/document.ts';
import type { Parsed } from '../../../src/documents/formats/format.ts';
import { formatById } from '../../../src/documents/formats/index.ts';
import type { Json } from '../../../src/model/json.ts';
import { child } from '../../../src/model/pointer.ts';

async function read(format: FormatId, text: string): Promise<Extract<Parsed, { ok: true }>> {
  const parsed = (await formatById(format)!.load())(text);
  if (!parsed.ok) throw new Error(`${format}: ${JSON.stringify(parsed.problem)} in ${JSON.stringify(text)}`);
  return parsed;
}

/** Every pointer of a value. */
function pointersOf(value: Json, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return [
    pointer,
    ...Object.entries(value).flatMap(([key, inner]) => pointersOf(inner, child(pointer, key))),
  ];
}

/** js-yaml refuses what YAML 1.2 calls not printable, also in quotes. */
const printable = (text: string) => !/[\x7f-\x9f\ufffe\uffff\ud800-\udfff]/.test(text);

describe('any JSON value', () => {
  test('comes back from every format that contains JSON, with a place for every pointer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), fc.nat(3), async (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const expected = JSON.parse(text) as Json;
        const ids: FormatId[] = printable(text)
          ? ['json', 'jsonc', 'json5', 'yaml']
          : ['json', 'jsonc', 'json5'];
        for (const id of ids) {
          const { values, duplicates, place } = await read(id, text);
          expect(values).toEqual([expected]);
          expect(duplicates).toEqual([]);
          expect(
            pointersOf(expected).filter((pointer) => !place(pointer) || !place(pointer, 0, 'value')),
          ).toEqual([]);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('a repeated key is never overlooked in JSON', async () => {
    const members = fc.array(fc.tuple(fc.string(), fc.jsonValue({ maxDepth: 2 })), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(members, fc.boolean(), async (pairs, nested) => {
        const object = `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
        const { values, duplicates } = await read('json', nested ? `[{"x":${object}}]` : object);
        expect(duplicates.length).toBe(pairs.length - new Set(pairs.map(([key]) => key)).size);
        expect(values).toEqual([JSON.parse(nested ? `[{"x":${object}}]` : object)]);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('no text makes a parser throw', async () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      ':',
      ',',
      '\n',
      '  ',
      '- ',
      'a',
      '=',
      '#',
      '&x ',
      '*x',
      '!t ',
      '<<',
      '|',
      '\\',
      '<a>',
      '</a>',
      '${',
      '0x',
      '1e9',
      '\t',
      '\r\n',
      '---',
      '%',
      '{{',
      '}}',
      '<<-E\n',
      '__proto__',
    ];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(''));
    const ids: FormatId[] = [
      'json',
      'jsonc',
      'json5',
      'yaml',
      'toml',
      'ini',
      'dotenv',
      'properties',
      'xml',
      'plist',
      'hcl',
    ];
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        for (const id of ids) {
          const parsed = (await formatById(id)!.load())(text);
          if (!parsed.ok) {
            const { code, place } = parsed.problem;
            expect(code !== 'parser-failure' && place.line > 0 && place.column > 0).toBe(true);
            continue;
          }
          parsed.values.forEach((value, document) => {
            expect(pointersOf(value).filter((pointer) => !parsed.place(pointer, document))).toEqual([]);
          });
        }
      }),
      { seed: 3, numRuns: 1000 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('YAML as another parser reads it', () => {
  const texts = [
    'a: yes\nb: on\nc: 0o17\nd: 017\ne: 1_000\nf: 0x1F\ng: 1.5e3\nh: ~\ni: Null\nj: TRUE\nk: 12:30:45\nl: +1\nm: .5\nn: 1.\n',
    'a: 2001-12-14\nb: 2001-12-14t21:59:43.10-05:00\nc: =\nd: <<\n',
    'a: |\n  x\n   y\n\n  z\n\nb: >-\n  x\n  y\n\n  z\nc: |+\n  x\n\nd: |2\n   x\n',
    "a: \"x\\ty\\u00e9\\\n  z\"\nb: 'it''s'\nc: x y\n  z\n",
    '{a: [1, {b: c}], "d": , e}\n',
    '- - a\n  - b\n-\n  - c\n- ? d\n  : e\n',
    'a: &x [1]\nb: *x\nc: &y {d: 1, e: 2}\nf: {<<: *y, e: 3}\ng:\n  <<: [{h: 1}, *y]\n  d: 4\n',
    '---\na: 1\n...\n---\n# empty\n---\n- b\n',
    '%YAML 1.2\n---\na: 1\n',
    '# only a comment\n',
    '',
    '---\n',
    'a: 1\r\nb: |\r\n  x\r\n  y\r\n',
    'ключ: значение\n"😀": 💥\n',
    'a: [\n  1, 2\n]\nb: {\n  c: 1\n}\nd: |\n  ]\ne: f\n',
    'on: {push: {branches: [main]}}\nurl: http://x/#y\nglob: "*.js"\npct: 10%\n',
    'a: ! 1\nb: !!str 1\nc: !!int "1"\ne: !!null ""\nf: !!bool "true"\n',
    '"a\\u003a": 1\n? b\n1: c\ntrue: d\n',
  ];

  test.each(texts)('%j', async (text) => {
    const documents = parseAllDocuments(text, { merge: true, uniqueKeys: false });
    const expected = Array.isArray(documents) ? documents.map((document) => document.toJS() as Json) : [];
    expect((await read('yaml', text)).values).toEqual(expected);
  });

  test('custom tags are kept, whatever the node', async () => {
    const text =
      'a: !Ref b\nc: !Sub\n  - x\n  - y\nd: !Map {e: 1}\nf: !reference [g, h]\ni: !vault |\n  61\nj: !!python/name:k.l ""\nm: !reset\n? !n o\n: p\n';
    expect((await read('yaml', text)).values).toEqual([
      {
        a: { '!Ref': 'b' },
        c: { '!Sub': ['x', 'y'] },
        d: { '!Map': { e: 1 } },
        f: { '!reference': ['g', 'h'] },
        i: { '!vault': '61\n' },
        j: { '!!python/name:k.l': '' },
        m: { '!reset': null },
        '{"!n":"o"}': 'p',
      },
    ]);
  });

  test('brackets and quoted lines at the indentation of their key, as libyaml reads them', async () => {
    const closers = Array.from({ length: 300 }, (_, index) => `k${index}: [\n  ${index}\n]\n`).join('');
    const { values, place } = await read(
      'yaml',
      `${closers}a:\n  q: "x {\n  }"\n  r: 'y\n  z'\n  b: {\n    c: [\n    1\n  ]}\nd: e\n`,
    );
    expect(values[0]).toMatchObject({
      k0: [0],
      k299: [299],
      a: { q: 'x { }', r: 'y z', b: { c: [1] } },
      d: 'e',
    });
    expect(place('/d', 0, 'value')).toEqual({ line: 910, column: 4 });
    expect(place('/k299/0')).toEqual({ line: 899, column: 3 });
  });

  test('padding never reaches a block scalar', async () => {
    const text = 'a: [\n 1\n]\nb:\n  c: |\n    {\n    }\n  d: {\n    e: 1\n  }\nf: |\n  [\n  ]\n';
    expect((await read('yaml', text)).values).toEqual([
      { a: [1], b: { c: '{\n}\n', d: { e: 1 } }, f: '[\n]\n' },
    ]);
  });

  test('alias bombs are refused, useful aliases are not', async () => {
    const levels = 'bcdefghij'.split('').map((name) => {
      const previous = String.fromCharCode(name.charCodeAt(0) - 1);
      return `${name}: &${name} [${Array(9).fill(`*${previous}`).join(', ')}]\n`;
    });
    const parse = await formatById('yaml')!.load();
    expect(parse(`a: &a [x, x]\n${levels.join('')}`)).toMatchObject({
      ok: false,
      problem: { code: 'alias-budget' },
    });
    const chain = Array.from({ length: 200 }, (_, index) => `k${index + 1}: &k${index + 1} [*k${index}]\n`);
    expect(parse(`k0: &k0 x\n${chain.join('')}`)).toMatchObject({ ok: false, problem: { code: 'too-deep' } });
    expect(parse(`a: &a {x: 1}\n${'- *a\n'.replace('-', 'b:')}`)).toMatchObject({ ok: true });
    expect(parse(`a: &a {x: 1, y: 2}\nb:\n${'  - *a\n'.repeat(5000)}`)).toMatchObject({ ok: true });
  });
});
