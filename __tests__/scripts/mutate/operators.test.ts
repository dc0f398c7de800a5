import { describe, expect, test } from '@jest/globals';
import { parse as parseYaml } from 'yaml';
import { randomFrom } from '../../../scripts/eval/statistics.ts';
import { type Mutant, type Operator, parse } from '../../../scripts/mutate/operator.ts';
import { operators } from '../../../scripts/mutate/operators.ts';

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

const operator = (id: string): Operator => operators.find((one) => one.id === id)!;

async function apply(
  id: string,
  [path, text]: [path: string, text: string],
  {
    around = {},
    elsewhere = [],
    seed = 1,
  }: { around?: Record<string, string>; elsewhere?: string[]; seed?: number } = {},
): Promise<Mutant[]> {
  const scene = {
    path,
    text,
    document: await parse(path, text),
    around: new Map(Object.entries(around)),
    elsewhere,
  };
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
    const all = await Promise.all(SEEDS.map((seed) => apply(id, file, { seed })));
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

  test('a misspelt value is another value of the same type', async () => {
    for (const found of await differences('value-typo')) {
      expect(found).toHaveLength(1);
      expect(typeof found[0]!.after).toBe(typeof found[0]!.before);
      expect(typeof found[0]!.after).not.toBe('boolean');
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

test.each(['key-deleted', 'key-typo', 'type-flipped', 'value-typo', 'boolean-inverted', 'duplicate-key'])(
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
    const [kept] = heads(await apply('truncated', text, { seed }));
    expect(TEXT.startsWith(kept!)).toBe(true);
    expect(kept!.length / TEXT.length).toBeGreaterThan(0.25);
    expect(kept!.length / TEXT.length).toBeLessThan(0.75);
  }
});

test('another file is one of those elsewhere, and there may be none', async () => {
  expect(heads(await apply('other-file', yaml, { elsewhere: ['a: 1\n'] }))).toEqual(['a: 1\n']);
  expect(await apply('other-file', yaml, { elsewhere: [YAML] })).toEqual([]);
  expect(await apply('other-file', yaml)).toEqual([]);
});

test('a sample is the one beside the file, or one with placeholders that the base holds, too', async () => {
  const around = { 'config/mail.yml.dist': 'environment: local\n' };
  expect(await apply('sample', yaml, { around })).toEqual([
    { head: new Map([['config/mail.yml', 'environment: local\n']]) },
  ]);
  const [made] = await apply('sample', yaml);
  const content = String(made!.head.get('config/mail.yml'));
  expect(made!.base).toEqual(new Map([['config/mail.yml.example', content]]));
  expect(difference(yaml, content).map(({ path }) => path)).toEqual([
    '/environment',
    '/relay/host',
    '/senders/0/name',
    '/senders/0/address',
  ]);
  expect(await apply('sample', text)).toEqual([]);
});

test('environments are told by the words in a path, and change places', async () => {
  const production = ['config/prod/mail.yml', YAML] as [string, string];
  const around = { 'config/staging/mail.yml': 'staging: 1\n', 'config/prod/web.yml': 'web: 1\n' };
  expect(await apply('other-environment', production, { around })).toEqual([
    { head: new Map([['config/prod/mail.yml', 'staging: 1\n']]) },
  ]);
  expect(await apply('swapped-environments', production, { around })).toEqual([
    {
      head: new Map([
        ['config/prod/mail.yml', 'staging: 1\n'],
        ['config/staging/mail.yml', YAML],
      ]),
    },
  ]);
  for (const id of ['other-environment', 'swapped-environments']) {
    expect(await apply(id, production, { around: { 'config/prod/web.yml': YAML } })).toEqual([]);
    expect(await apply(id, production, { around: { 'config/staging/mail.yml': YAML } })).toEqual([]);
    expect(await apply(id, yaml, { around: { 'config/mail.conf': TEXT } })).toEqual([]);
  }
});

test.each([yaml, json, text])(
  'a stale %s is as it was two commits earlier, and each step differs',
  async (...file) => {
    const [mutant] = await apply('stale', file);
    const [first, second] = mutant!.earlier!.map((edits) => edits.get(file[0]));
    expect(mutant!.head.get(file[0])).toBe(first);
    expect(new Set([first, second, file[1]]).size).toBe(3);
  },
);

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
  expect(new Set(operators.map(({ id }) => id)).size).toBe(operators.length);
  expect(new Set(operators.map(({ title }) => title)).size).toBe(operators.length);
  const around = { 'config/mail.yml.dist': 'a: 1\n' };
  for (const { id } of operators) {
    const twice = [1, 2].map(() => apply(id, yaml, { around, elsewhere: ['b: 1\n'], seed: 7 }));
    const [one, other] = await Promise.all(twice);
    expect(one).toEqual(other);
  }
});
