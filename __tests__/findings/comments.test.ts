import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDocument } from '../../src/documents/read.ts';
import { excerptOf } from '../../src/findings/excerpt.ts';
import { HIDDEN } from '../../src/findings/redact.ts';

const PAST = 'swordfish';

/** All lines of a file as an excerpt shows them where comments may hold values. */
async function shownOf(path: string, text: string): Promise<string> {
  const document = await readDocument({ path, mode: 'file' }, { id: '', bytes: Buffer.from(text) });
  expect(document.kind).toBe('parsed');
  const lines = text.split('\n').map((_, index) => {
    const excerpt = excerptOf(document, index + 1, { hides: () => false, comments: false });
    return excerpt!.lines[index + 1 - excerpt!.first]!;
  });
  return lines.join('\n');
}

describe('comments in excerpts', () => {
  test.each([
    ['a.jsonc', `{\n  "a": 1,// was ${PAST}\n  "b": 2\n}`, '{\n  "a": 1,// «hidden»\n  "b": 2\n}'],
    ['a.jsonc', `{\n  "a": 1,/*${PAST}*/\n  "b": 2\n}`, '{\n  "a": 1,/* «hidden»\n  "b": 2\n}'],
    [
      'a.jsonc',
      `{\n  "a": 1 /* was\n  ${PAST} */, "b": 2\n}`,
      '{\n  "a": 1 /* «hidden»\n«hidden», "b": 2\n}',
    ],
    [
      'a.jsonc',
      `{\n  "a": 1 /* it"s\n  ${PAST} */, "b": 2\n}`,
      '{\n  "a": 1 /* «hidden»\n«hidden», "b": 2\n}',
    ],
    ['a.jsonc', `{\n  "a": "\\"//x",//${PAST}\n  "b": 2\n}`, '{\n  "a": "\\"//x",// «hidden»\n  "b": 2\n}'],
    ['a.json5', `{\n  a: [\n    7],/*${PAST}*/\n  b: 2\n}`, '{\n  a: [\n    7],/* «hidden»\n  b: 2\n}'],
    ['a.json5', `{\n  "y"/* ${PAST} */: 'z',\n}`, '{\n  "y"/* «hidden»\n}'],
    ['a.json5', `{\n  y: 'it\\'s "',//${PAST}\n}`, `{\n  y: 'it\\'s "',// «hidden»\n}`],
    ['a.toml', `a = 1#${PAST}\nb = '"'#${PAST}`, `a = 1# «hidden»\nb = '"'# «hidden»`],
    ['a.toml', `a = """\ny\nx"""#${PAST}\nb = 1`, 'a = """\ny\nx"""# «hidden»\nb = 1'],
    [
      'a.hcl',
      `b = 6//${PAST}\nc = 7#${PAST}\nd = 8/*${PAST}*/`,
      'b = 6// «hidden»\nc = 7# «hidden»\nd = 8/* «hidden»',
    ],
    [
      'a.hcl',
      `a = <<EOT\ncurl http://x # ${PAST}\nEOT\nb = 7#${PAST} <<EOT\nc = 8//${PAST}\nd = 9`,
      'a = <<EOT\ncurl http://x # «hidden»\nEOT\nb = 7# «hidden»\nc = 8// «hidden»\nd = 9',
    ],
    ['a.xml', `<r>\n  <a b="c"/><!--${PAST}-->\n</r>`, '<r>\n  <a b="c"/><!-- «hidden»\n</r>'],
    ['a.xml', `<r>\n  <!-- was\n ${PAST} --><a b="c"/>\n</r>`, '<r>\n«hidden»\n«hidden»<a b="c"/>\n</r>'],
    ['a.yaml', `a: 1 # ${PAST}\n# ${PAST}\nb: 2`, 'a: 1 # «hidden»\n«hidden»\nb: 2'],
    ['.env', `A=1 # ${PAST}\n# ${PAST}\nB=2`, 'A=1 # «hidden»\n«hidden»\nB=2'],
    ['a.ini', `[a]\nb = 1 ; ${PAST}\n;${PAST}`, '[a]\nb = 1 ; «hidden»\n«hidden»'],
  ])('%s: %j', async (path, text, shown) => {
    expect(await shownOf(path, text)).toBe(shown);
  });

  test.each([
    ['a.jsonc', '{\n  "url": "http://acme.net/#part",\n  "glob": "src/*/x/*/y"\n}'],
    ['a.json5', `{\n  url: 'it\\'s http://acme.net',\n  it: "'//'"\n}`],
    ['a.toml', `url = "http://acme.net/#part"\nraw = 'C:\\#x'\ncolour = "#fff"`],
    ['a.hcl', 'url = "http://acme.net/#part"\nb = "${c["d"]}"'],
    ['a.hcl', 'a = <<EOT\ncurl http://acme.net/#part\nrm x/*\n  EOT\nb = <<-END\n  s3://acme\n  END\nc = 1'],
    ['a.toml', `a = """\nhttp://acme.net/#part\n"""\nb = '''\nx#y\n'''\nc = ""`],
    ['a.yaml', '---\nurl: http://acme.net/#part\nb: c#d\n---\nb: 2\n...'],
    ['.env', 'URL=http://acme.net/#part'],
    [
      'a.xml',
      '<?xml version="1.0" encoding="UTF-8"?>\n<a href="http://acme.net/#part">\n  <b>#fff</b>\n</a>',
    ],
  ])('no value is one: %s: %j', async (path, text) => {
    expect(await shownOf(path, text)).toBe(text);
  });

  test('an instruction that is no declaration is hidden', async () => {
    const text = `<?xml version="1.0"?>\n<?was ${PAST}?>\n<a/>`;
    expect(await shownOf('a.xml', text)).toBe(`<?xml version="1.0"?>\n${HIDDEN}\n<a/>`);
  });

  /** Files with a comment right behind a value, and right before a key. */
  const files: [string, (comment: string) => string][] = [
    ['a.jsonc', (comment) => `{"a": "b",//${comment}\n"c": "d"/*${comment}*/, "e": 1}`],
    ['a.jsonc', (comment) => `{"a": "b",/*\n${comment}*/"e": "f"}`],
    ['a.json5', (comment) => `{a: 'b',//${comment}\n"c": "d"/*${comment}*/, e: 1}`],
    ['a.json5', (comment) => `{a: 'b',/*\n${comment}*/e: 1}`],
    ['a.toml', (comment) => `a = "b"#${comment}\nc = 'd'#${comment}\ne = 1#${comment}`],
    ['a.hcl', (comment) => `a = "b"//${comment}\nc = 1#${comment}\ne = 1/*${comment}*/`],
    ['a.hcl', (comment) => `a = <<EOT\nit's /* "\nEOT\n/*\n${comment}*/ c = 1\n`],
    ['a.xml', (comment) => `<a>\n<b c="d"/><!--${comment}-->\n<!--\n${comment}--><e/>\n</a>`],
  ];

  test.each(files)('%s: nothing in a comment is shown, whatever it looks like: %s', async (path, file) => {
    const part = fc.string({
      unit: fc.constantFrom('"', "'", ' ', ':', ',', 'a', '=', '#', '/', '«'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(part, part, async (before, after) => {
        expect(await shownOf(path, file(`${before} ${PAST} ${after} `))).not.toContain(PAST);
      }),
      { seed: 20261128, numRuns: 300, endOnFailure: true },
    );
  });
});
