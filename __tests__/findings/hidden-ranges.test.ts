import { expect, test } from '@jest/globals';
import { readDocument } from '../../src/documents/read.ts';
import { excerptOf, maskedLines } from '../../src/findings/excerpt.ts';

/** All lines of a file as excerpts show them where no key is sensitive but by its name. */
async function shownOf(path: string, text: string): Promise<string[]> {
  const document = await readDocument({ path, mode: 'file' }, { id: '', bytes: Buffer.from(text) });
  expect(document.kind).toBe('parsed');
  return text.split('\n').map((_, index) => {
    const excerpt = excerptOf(document, index + 1, { hides: () => false, comments: true });
    return excerpt!.lines[index + 1 - excerpt!.first]!;
  });
}

/** A secret of several lines between two other values, in every way in which a format writes one. */
const FILES: [string, string][] = [
  ['a.tf', 'one = 1\npassword = <<EOT\nzebra4711\nEOT\ntwo = 2\n'],
  ['a.tf', 'one = 1\npassword = <<-EOT\n  zebra1\n  zebra2\n  EOT\ntwo = 2\n'],
  ['a.toml', 'one = 1\npassword = """zebra1 \\\nzebra2 \\\n\nzebra3"""\ntwo = 2\n'],
  ['a.toml', "one = 1\npassword = '''\nzebra1\nzebra2\nzebra3'''\ntwo = 2\n"],
  ['a.yml', 'one: 1\npassword: "zebra1\n  zebra2\n\n  zebra3"\ntwo: 2\n'],
  ['a.yml', "one: 1\npassword: 'zebra1\n  zebra2'\ntwo: 2\n"],
  ['a.yml', 'one: 1\npassword: zebra1\n  zebra2\n  zebra3\ntwo: 2\n'],
  ['a.yml', 'one: 1\npassword:\n  zebra1\n  zebra2\ntwo: 2\n'],
  ['a.yml', 'one: 1\npassword: >-\n  zebra1\n  zebra2\n  zebra3\n  zebra4\ntwo: 2\n'],
  ['a.yml', 'one: 1\nenv:\n  - name: DB_PASSWORD\n    value: "zebra1\n      zebra2"\ntwo: 2\n'],
  ['a.yml', 'one: 1\npasswords: [zebra1,\n  zebra2 zebra3\n  zebra4]\ntwo: 2\n'],
  ['a.yml', 'one: 1\ndb: { password: "zebra1\n  zebra2", port: 3, token: zebra3\n zebra4 }\ntwo: 2\n'],
  ['a.xml', '<c>\n<one>1</one>\n<password>\nzebra1\nzebra2</password><port>3</port>\n<two>2</two>\n</c>\n'],
  ['a.properties', 'one=1\npassword=zebra1\\\n  zebra2\\\n  zebra3\ntwo=2\n'],
  ['.env', 'one=1\nPASSWORD="zebra1\nzebra2\nzebra3"\n\ntwo=2\n'],
  ['a.json', '{\n"one": 1,\n"password":\n\n"zebra1\\u0020zebra2",\n"two": 2\n}\n'],
  ['a.json5', "{\none: 1,\npassword: 'zebra1\\\nzebra2',\ntwo: 2\n}\n"],
];

test.each(FILES)('no part of a value of several lines is shown: %s: %j', async (path, text) => {
  const lines = await shownOf(path, text);
  expect(lines.join('\n')).not.toContain('zebra');
  expect(lines.filter((line) => line.includes('one') && line.includes('1'))).toHaveLength(1);
});

test.each([
  ['a.yml', 'a: [\npassword: "zebra1\n  zebra2\n\n  zebra3"\nport: 1'],
  ['a.yml.j2', 'db:\n{% if x %}\n  password: zebra1\n    zebra2\n  port: 1\n{% endif %}'],
  ['a.yml', '- password: zebra1\n   zebra2\n  port: 1\na: ]'],
])('nor in a file that is not read by key: %s: %j', async (path, text) => {
  const document = await readDocument({ path, mode: 'file' }, { id: '', bytes: Buffer.from(text) });
  expect(document.kind).not.toBe('parsed');
  const lines = text.split('\n').map((_, index) => maskedLines(text)(index));
  expect(lines.join('\n')).not.toContain('zebra');
  expect(lines.filter((line) => line.trim() === 'port: 1')).toHaveLength(1);
});

test('nor is any of what the policy hides, where comments are hidden too', async () => {
  const text = 'one = 1\npin = <<EOT\nzebra4711\nEOT\ntwo = <<EOT\nhttp://acme.net\nEOT\n';
  const document = await readDocument({ path: 'a.tf', mode: 'file' }, { id: '', bytes: Buffer.from(text) });
  const hides = ([key]: readonly string[]) => key === 'pin';
  const shown = [3, 6].map((line) => excerptOf(document, line, { hides, comments: false })!.lines);
  expect(shown.flat().join('\n')).not.toContain('zebra');
  expect(shown[1]).toContain('http://acme.net');
});

test('what follows a secret on one line is shown', async () => {
  const text = '{\n  "db": {\n    "password": "zebra4711"\n  },\n\n  "port": 1\n}';
  const shown = text.replace('"zebra4711"', '«hidden»').split('\n');
  expect(await shownOf('a.json', text)).toEqual(shown);
  expect(await shownOf('a.yml', 'password: zebra4711\n# next\nport: 1')).toEqual([
    'password: «hidden»',
    '# next',
    'port: 1',
  ]);
});

test('so is what follows one of several lines, from the next line of its own on', async () => {
  const text = 'password: "zebra1\n  zebra2\n\n  zebra3"\nport: 1\nname: x';
  expect((await shownOf('a.yml', text)).slice(-1)).toEqual(['name: x']);
  const heredoc = 'password = <<EOT\nzebra4711\nEOT\nport = 1';
  expect((await shownOf('a.tf', heredoc)).slice(-1)).toEqual(['port = 1']);
});
