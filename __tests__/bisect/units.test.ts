import { describe, expect, test } from '@jest/globals';
import { type FilePair, unitsOf } from '../../src/bisect/units.ts';
import { compareKeys } from '../../src/diff/keys.ts';
import { readDocument } from '../../src/documents/read.ts';

const file = (text: string) => ({ mode: 'file' as const, bytes: Buffer.from(text) });

function pairOf(path: string, good: string | undefined, bad: string | undefined): FilePair {
  return {
    path,
    ...(good !== undefined && { good: file(good) }),
    ...(bad !== undefined && { bad: file(bad) }),
  };
}

async function open(path: string, good: string | undefined, bad: string | undefined) {
  const units = await unitsOf(pairOf(path, good, bad));
  const write = async (...chosen: number[]) => {
    const content = await units.write(new Set(chosen));
    return typeof content === 'object' ? Buffer.from(content.bytes).toString() : content;
  };
  const names = units.units.map(({ keys, lines }) =>
    keys.length > 0
      ? keys.map(({ kind, name }) => `${kind} ${name}`).join(', ')
      : lines
        ? `lines ${lines.after.start + 1}-${lines.after.end}`
        : 'file',
  );
  return { ...units, write, names };
}

const CASES: [string, string, string, string[]][] = [
  [
    'auth.yml',
    'issuer: a # the old one\npool:\n  size: 40\n  hosts: [db1, db2]\nproviders:\n  - name: saml\n    url: x\n  - name: ldap\n    url: y\nttl: 60\n',
    '# written by release.sh\nissuer: b\npool:\n  size: 40\n  hosts: [db1, db2, db3]\n  retry:\n    times: 3\nproviders:\n  - name: ldap\n    url: z\naudit: true\n',
    [
      'lines 1-1',
      'changed issuer',
      'added pool.hosts[2]',
      'added pool.retry',
      'removed providers[name=saml]',
      'changed providers[name=ldap].url',
      'removed ttl',
      'added audit',
    ],
  ],
  [
    'auth.json',
    '{\n  "issuer": "a",\n  "scopes": ["x", "y", "z"],\n  "pool": { "size": 40 }\n}\n',
    '{\n  "issuer": "b",\n  "scopes": ["x", "z", "w"],\n  "pool": { "size": 40, "wait": 1.50 },\n  "audit": null\n}\n',
    ['changed issuer', 'changed scopes[2]', 'added pool.wait', 'added audit'],
  ],
  [
    'minified.json',
    '{"a":1,"b":[{"name":"x","v":1},{"name":"y"}],"c":2}',
    '{"a":2,"b":[{"name":"x","v":5},{"name":"z"}],"d":{}}',
    ['changed a', 'changed b[name=x].v', 'removed b[name=y]', 'added b[name=z]', 'removed c', 'added d'],
  ],
  [
    'tsconfig.json',
    '{\n  // strict as ever\n  "a": 1,\n  "b": [1],\n}\n',
    '{\n  // strict as ever\n  "a": 2,\n  "b": [1, 2],\n}\n',
    ['changed a', 'added b[1]'],
  ],
  [
    'app.ini',
    '[db]\nhost = a\nport = 1\n\n[log]\nlevel = info\n',
    '[db]\nhost = b\n\n[log]\nlevel = info\nfile = x\n\n[mail]\nhost = m\n',
    ['changed db.host', 'removed db.port', 'added log.file', 'added mail'],
  ],
  [
    'app.toml',
    'title = "x"\n[pool]\nsize = 4\n[[peers]]\nhost = "a"\n',
    'title = """\nx\ny"""\nextra = 1\n[pool]\nsize = 5\n[[peers]]\nhost = "b"\n',
    ['changed title', 'changed pool.size', 'changed peers[host=a]', 'added extra'],
  ],
  ['.env', 'A=1\nB=2\nC=3\n', 'A=2\nB=2\nD=3\n', ['changed A', 'removed C', 'added D']],
  ['app.properties', 'a=1\nb = 2\n', 'a=2\nb = 3\nc: 4\n', ['changed a', 'changed b', 'added c']],
  [
    'web.xml',
    '<a>\n  <b x="1">t</b>\n  <c>u</c>\n</a>\n',
    '<a>\n  <b x="2">t</b>\n  <c>v</c>\n  <d/>\n</a>\n',
    ['changed a.b.@x', 'changed a.c', 'added a.d'],
  ],
  [
    'text.yml',
    'cert: |\n  a\n  b\n  c\nd: 1\n',
    'cert: |\n  x\n  b\n  z\nd: 2\n',
    ['changed cert', 'changed d'],
  ],
];

describe('keys are the units, and every choice of them is written as it is meant', () => {
  test.each(CASES)('%s', async (path, good, bad, _names) => {
    const { units, write } = await open(path, good, bad);
    const before = await readDocument({ path, mode: 'file' }, { id: '', bytes: Buffer.from(good) });
    expect(units.length).toBeGreaterThan(1);
    for (let mask = 0; mask < 1 << units.length; mask++) {
      const chosen = units.flatMap((_, index) => ((mask >> index) & 1 ? [index] : []));
      const text = await write(...chosen);
      if (typeof text !== 'string') throw new Error(`${chosen} cannot be written`);
      const after = await readDocument({ path, mode: 'file' }, { id: '', bytes: Buffer.from(text) });
      if (before.kind !== 'parsed' || after.kind !== 'parsed') throw new Error(`${chosen} made ${text}`);
      const wanted = chosen.flatMap((index) => units[index]!.keys);
      const found = compareKeys(before, after).changes;
      expect(found.map(({ kind }) => kind).sort()).toEqual(wanted.map(({ kind }) => kind).sort());
      expect(found.map(({ after: value }) => JSON.stringify(value)).sort()).toEqual(
        wanted.map(({ after: value }) => JSON.stringify(value)).sort(),
      );
    }
  });
});

describe('names of the units', () => {
  test.each(CASES.filter(([path]) => path !== 'app.toml'))('%s', async (path, good, bad, names) => {
    expect((await open(path, good, bad)).names).toEqual(names);
  });
});

test('nothing chosen is the good side and everything the bad side, to the byte', async () => {
  for (const [path, good, bad] of CASES) {
    const { units, write } = await open(path, good, bad);
    expect(await write()).toBe(good);
    expect(await write(...units.keys())).toBe(bad);
  }
});

test('what is not chosen stays as it is written, comments and spaces included', async () => {
  const { write } = await open(
    'a.jsonc',
    '{\n\t// why\n\t"a" : 1, "b": 2,\n\t"c": [ 1,2 ]\n}\n',
    '{"a": 9, "b": 3, "c": [1, 2]}\n',
  );
  expect(await write(0)).toBe('{\n\t// why\n\t"a" : 9, "b": 2,\n\t"c": [ 1,2 ]\n}\n');
});

test('numbers keep all of their digits', async () => {
  const { write } = await open('a.json', '{"a": 1, "b": 1}', '{"a": 12345678901234567890, "b": 2}');
  expect(await write(0)).toBe('{"a": 12345678901234567890, "b": 1}');
});

describe('a file is one unit where keys cannot be written', () => {
  test.each<[string, string, string | undefined, string | undefined]>([
    ['no keys', 'nginx.conf', 'listen 80;\n', 'listen 81;\nroot /;\n'],
    ['the bad side does not parse', 'a.yml', 'a: 1\nb: 2\n', 'a: [\nb: 3\n'],
    ['a new file', 'a.yml', undefined, 'a: 1\nb: 2\n'],
    ['a removed file', 'a.yml', 'a: 1\nb: 2\n', undefined],
    ['only comments', 'a.yml', '# one\na: 1\n', '# two\na: 1\n'],
    ['a byte order mark', 'a.json', '\ufeff{"a": 1, "b": 1}', '{"a": 2, "b": 2}'],
  ])('%s', async (_, path, good, bad) => {
    const { names, write } = await open(path, good, bad);
    expect(names).toEqual(['file']);
    expect(await write()).toBe(good ?? 'absent');
    expect(await write(0)).toBe(bad ?? 'absent');
  });

  test('a file that becomes executable', async () => {
    const pair = pairOf('a.yml', 'a: 1\nb: 1\n', 'a: 2\nb: 2\n');
    const { units } = await unitsOf({ ...pair, bad: { ...pair.bad!, mode: 'executable' } });
    expect(units).toEqual([{ path: 'a.yml', keys: [] }]);
  });
});

test('keys of one line are one unit', async () => {
  expect((await open('a.yml', '{a: 1, b: 2}\n', '{a: 2, b: 3}\n')).names).toEqual(['changed a, changed b']);
});

test('what would not parse, or would mean something else, is not written', async () => {
  const { units, write } = await open(
    'a.yml',
    'base: &base\n  a: 1\n  b: 2\nuse: 1\nmore: 1\nlast: 1\n',
    'base: &other\n  a: 9\n  b: 2\nuse: *other\nmore: 2\nlast: 2\n',
  );
  const use = units.findIndex(({ keys }) => keys.some(({ name }) => name === 'use'));
  const more = units.findIndex(({ keys }) => keys.some(({ name }) => name === 'more'));
  expect(await write(use)).toBeUndefined();
  expect(await write(more)).toContain('more: 2');
});
