import { describe, expect, test } from '@jest/globals';
import { parse as parseYaml } from 'yaml';
import { parserOf } from '../../src/drill/edits/parse.ts';
import { control } from '../../src/drill/operators/control.ts';
import { operators } from '../../src/drill/operators/index.ts';
import type { Mutant, Operator, Scene } from '../../src/drill/operators/operator.ts';
import { randomFrom } from '../../src/drill/random.ts';

const YAML = `# Mail relay.
environment: production
relay:
  host: relay.internal
  port: 587
  tls: true
limits:
  per_minute: 120
  burst: 20
senders:
  - name: orders
    address: orders@shop.example
`;
const JSON_TEXT = `{
  "environment": "production",
  "relay": {
    "host": "relay.internal",
    "port": 587,
    "tls": true
  }
}
`;
const TEXT =
  'listen 443;\nroot /srv;\nexpires 1h;\ntry_files index;\nkeepalive 3;\ngzip on;\nlog /var/log;\n';

const all: readonly Operator[] = [control, ...operators];
const operator = (id: string): Operator => all.find((one) => one.id === id)!;

async function apply(
  id: string,
  [path, text]: [path: string, text: string],
  around: Partial<Scene> = {},
  seed = 1,
): Promise<Mutant[]> {
  const parse = parserOf(path);
  const alone = { environments: [], earlier: [], alike: [], others: [] };
  const scene = { path, text, parse, document: await parse(text), ...alone, ...around };
  return operator(id).apply(scene, randomFrom(seed), 3);
}
const yaml = ['config/mail.yml', YAML] as [string, string];
const json = ['config/mail.json', JSON_TEXT] as [string, string];
const text = ['config/mail.conf', TEXT] as [string, string];
const heads = (mutants: Mutant[]) => mutants.map(({ head }) => String([...head.values()][0]));

/** Path of every single value -> the value, by a parser that the operators do not use. */
function leaves(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  return new Map(Object.entries(value).flatMap(([key, item]) => [...leaves(item, `${path}/${key}`)]));
}
const read = ([path]: [string, string], content: string) =>
  leaves(path.endsWith('.json') ? JSON.parse(content) : parseYaml(content));

/** The paths that differ, each with its value before and after. */
function difference(file: [string, string], content: string) {
  const [before, after] = [read(file, file[1]), read(file, content)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => ({ path, before: before.get(path), after: after.get(path) }));
}

const SEEDS = Array.from({ length: 20 }, (_, index) => index);
const files: [string, [string, string]][] = [
  ['YAML', yaml],
  ['JSON', json],
];

describe.each(files)('in %s', (_, file) => {
  const differences = async (id: string) => {
    const all = await Promise.all(SEEDS.map((seed) => apply(id, file, {}, seed)));
    const found = heads(all.flat()).map((content) => difference(file, content));
    expect(found.length).toBeGreaterThan(SEEDS.length / 2);
    return found;
  };

  test('a deleted key is gone, and all others stay', async () => {
    for (const found of await differences('key-deleted')) {
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ after: undefined });
    }
  });

  test('a misspelt key holds what the right one held', async () => {
    for (const found of await differences('key-typo')) {
      expect(found).toHaveLength(2);
      const gone = found.find(({ after }) => after === undefined)!;
      const come = found.find(({ before }) => before === undefined)!;
      expect(come.after).toBe(gone.before);
      expect(come.path.split('/').length).toBe(gone.path.split('/').length);
    }
  });

  test('a flipped type is another type that reads the same', async () => {
    for (const found of await differences('type-flipped')) {
      expect(found).toHaveLength(1);
      expect(typeof found[0]!.after).not.toBe(typeof found[0]!.before);
      expect(String(found[0]!.after)).toBe(String(found[0]!.before));
    }
  });

  test.each([
    ['string-typo', 'string'],
    ['number-typo', 'number'],
  ])('a %s is another value of the same type', async (id, type) => {
    for (const found of await differences(id)) {
      expect(found).toHaveLength(1);
      expect(typeof found[0]!.before).toBe(type);
      expect(typeof found[0]!.after).toBe(type);
    }
  });

  test('a lost section is gone with all that it held, and nothing else is', async () => {
    for (const found of await differences('section-lost')) {
      const [top] = new Set(found.map(({ path }) => path.split('/')[1]));
      const held = [...read(file, file[1]).keys()].filter((path) => path.startsWith(`/${top}/`));
      expect(found.map(({ path }) => path).sort()).toEqual(held.sort());
      expect(found.every(({ after }) => after === undefined)).toBe(true);
    }
  });

  test('an inverted boolean is the only difference', async () => {
    for (const found of await differences('boolean-inverted')) {
      expect(found).toEqual([{ path: '/relay/tls', before: true, after: false }]);
    }
  });

  test('a duplicate key says the same to a parser that keeps the last one', async () => {
    const contents = heads(await apply('duplicate-key', file));
    expect(contents).toHaveLength(3);
    for (const content of contents) {
      const values = file === json ? JSON.parse(content) : parseYaml(content, { uniqueKeys: false });
      expect(leaves(values)).toEqual(read(file, file[1]));
      expect(content.split('\n').length).toBe(file[1].split('\n').length + 1);
    }
  });
});

test.each(operators.filter(({ group }) => group !== 'file').map(({ id }) => id))(
  '%s needs keys',
  async (id) => {
    expect(await apply(id, text)).toEqual([]);
  },
);

test('words for booleans are inverted where a format has no booleans; types are not flipped there', async () => {
  const ini = ['mail.ini', '[smtp]\nstarttls = yes\nport = 587\n'] as [string, string];
  expect(heads(await apply('boolean-inverted', ini))).toEqual(['[smtp]\nstarttls = no\nport = 587\n']);
  expect(await apply('type-flipped', ini)).toEqual([]);
});

test('a truncated file is a part from the start', async () => {
  for (const seed of SEEDS) {
    const [kept] = heads(await apply('truncated', text, {}, seed));
    expect(TEXT.startsWith(kept!)).toBe(true);
    expect(kept!.length / TEXT.length).toBeGreaterThan(0.25);
    expect(kept!.length / TEXT.length).toBeLessThan(0.75);
  }
});

test.each([
  ['same-kind', 'alike'],
  ['other-file', 'others'],
  ['stale', 'earlier'],
])('%s is one of %s, and there may be none', async (id, from) => {
  expect(heads(await apply(id, yaml, { [from]: ['a: 1\n'] }))).toEqual(['a: 1\n']);
  expect(await apply(id, yaml, { [from]: [YAML] })).toEqual([]);
  expect(await apply(id, yaml)).toEqual([]);
});

test('a stale file goes back over two changes where there are two', async () => {
  expect(heads(await apply('stale', yaml, { earlier: ['b: 1\n', 'c: 1\n', 'd: 1\n'] }))).toEqual(['c: 1\n']);
});

test('a sample is the one beside the file, or one with placeholders', async () => {
  expect(heads(await apply('sample', yaml, { sample: 'environment: local\n' }))).toEqual([
    'environment: local\n',
  ]);
  const [content] = heads(await apply('sample', yaml));
  expect(difference(yaml, content!).map(({ path }) => path)).toEqual([
    '/environment',
    '/relay/host',
    '/senders/0/name',
    '/senders/0/address',
  ]);
  expect(await apply('sample', text)).toEqual([]);
});

test("another environment's file is copied, or the two change places", async () => {
  const environments = [{ path: 'config/staging.yml', text: 'staging: 1\n' }];
  expect(await apply('other-environment', yaml, { environments })).toEqual([
    { head: new Map([['config/mail.yml', 'staging: 1\n']]) },
  ]);
  expect(await apply('swapped-environments', yaml, { environments })).toEqual([
    {
      head: new Map([
        ['config/mail.yml', 'staging: 1\n'],
        ['config/staging.yml', YAML],
      ]),
    },
  ]);
  for (const id of ['other-environment', 'swapped-environments']) {
    expect(await apply(id, yaml)).toEqual([]);
    expect(await apply(id, yaml, { environments: [{ path: 'config/staging.yml', text: YAML }] })).toEqual([]);
  }
});

test('a commented line is kept as a comment, where the format has comments', async () => {
  for (const content of heads(await apply('commented-out', yaml))) {
    const [found] = difference(yaml, content);
    expect(found).toMatchObject({ after: undefined });
    expect(content).toContain(`# ${found!.path.split('/').at(-1)}: `);
  }
  expect(await apply('commented-out', json)).toEqual([]);
  const ini = ['mail.ini', '[smtp]\nport = 587\n'] as [string, string];
  expect(heads(await apply('commented-out', ini))).toEqual(['[smtp]\n; port = 587\n']);
});

test.each([
  ['a.yml', 'hosts:\n  - a\n  - b\nport: 1\n', 'hosts: []\nport: 1\n'],
  ['a.yml', 'hosts: [a, b] # both\nport: 1\n', 'hosts: [] # both\nport: 1\n'],
  ['a.yml', 'mail:\n  senders:\n  - name: a\n    to: [b]\n', 'mail:\n  senders: []\n'],
  [
    'a.json',
    '{\n  "hosts": [\n    "a",\n    "b"\n  ],\n  "port": 1\n}\n',
    '{\n  "hosts": [],\n  "port": 1\n}\n',
  ],
  ['a.json', '{\n  "port": 1,\n  "hosts": ["a"]\n}\n', '{\n  "port": 1,\n  "hosts": []\n}\n'],
  ['a.toml', 'hosts = [\n  "a",\n  "b",\n]\nport = 1\n', 'hosts = []\nport = 1\n'],
])('a list in %s loses its items: %j', async (path, before, after) => {
  const seeds = await Promise.all([1, 2, 3].map((seed) => apply('list-emptied', [path, before], {}, seed)));
  expect(heads(seeds.flat())).toContain(after);
});

test('an emptied file holds nothing, and one that holds nothing is not emptied', async () => {
  expect(heads(await apply('emptied', yaml))).toEqual(['']);
  expect(await apply('emptied', ['a.yml', '\n'])).toEqual([]);
});

test('merge markers stand around both versions of a line', async () => {
  const [content] = heads(await apply('merge-markers', yaml));
  const lines = content!.split('\n');
  const at = lines.indexOf('<<<<<<< HEAD');
  expect(lines.slice(at, at + 5).map((line) => line.slice(0, 7))).toEqual(
    expect.arrayContaining(['<<<<<<<', '=======', '>>>>>>>']),
  );
  expect(lines.toSpliced(at + 2, 3).toSpliced(at, 1)).toEqual(YAML.split('\n'));
});

test('UTF-16 has a byte order mark and the same text', async () => {
  const [mutant] = await apply('utf-16', yaml);
  const bytes = mutant!.head.get('config/mail.yml') as Buffer;
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
  expect(bytes.toString('utf16le').slice(1)).toBe(YAML);
});

test('the control adds an empty line', async () => {
  expect(heads(await apply('control', yaml))).toEqual([`${YAML}\n`]);
});

test('every operator gives the same again, and another id or title than the others', async () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  const around = { sample: 'a: 1\n', alike: ['b: 1\n', 'c: 1\n'], others: ['[d]\n'], earlier: ['e: 1\n'] };
  for (const { id } of all) {
    const [one, other] = await Promise.all([1, 2].map(() => apply(id, yaml, around, 7)));
    expect(one).toEqual(other);
  }
});
