import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/check.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { ok } from '../../src/model/problem.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Entry, Snapshot, SnapshotPair } from '../../src/snapshots/snapshot.ts';

/** Sizes at which what compares all with all, or backtracks over a run, would not end before any timeout. */
const MANY = 20_000;
const LONG = 500_000;

type Files = Record<string, string>;

function snapshotOf(files: Files): Snapshot {
  const id = (path: string) => `${path}\n${files[path]}`;
  const byId = new Map(Object.keys(files).map((path) => [id(path), files[path]!]));
  const entries = Object.keys(files)
    .sort()
    .map((path): Entry => ({ path, mode: 'file', id: id(path) }));
  return {
    id: 'a',
    entry: async (path) => ok(entries.find((entry) => entry.path === path)),
    entries: async () => ok(entries),
    async *read(wanted) {
      for (const entry of wanted) yield { id: entry.id, bytes: Buffer.from(byId.get(entry.id)!) };
    },
  };
}

async function findingsOf(before: Files, after: Files, rule: Partial<Policy['critical'][0]> = {}) {
  const sides = { before: snapshotOf(before), after: snapshotOf(after) };
  const [old, now] = [await sides.before.entries(), await sides.after.entries()];
  if (!old.ok || !now.ok) throw new Error('not listed');
  const pair: SnapshotPair = {
    ...sides,
    differences: async () =>
      ok(
        old.value.flatMap((entry) => {
          const same = now.value.find(({ path }) => path === entry.path);
          return same === undefined || same.id === entry.id
            ? []
            : [{ path: entry.path, before: entry, after: same }];
        }),
      ),
  };
  const critical = {
    id: 'critical[0]',
    files: ['config/**'],
    protect: [],
    freeze: [],
    sensitive: [],
    identity: {},
  };
  const policy: Policy = {
    ...defaultPolicy(),
    origin: { kind: 'inputs' },
    critical: [{ ...critical, ...rule }],
  };
  const decision = await check(pair, {
    policy: async () => ok(policy),
    schemas: () => async () => {
      throw new Error('no schemas');
    },
  });
  if (!decision.ok) throw new Error(decision.problem.message);
  return decision.value.findings;
}

const idsOf = (findings: readonly Finding[]) => findings.map(({ check: id }) => id);
const numbered = (prefix: string, value: (index: number) => unknown) =>
  Object.fromEntries(Array.from({ length: MANY }, (_, index) => [`${prefix}${index}`, value(index)]));

async function judge(before: unknown, after: unknown, rule?: Partial<Policy['critical'][0]>) {
  const path = 'config/app.json';
  return findingsOf({ [path]: JSON.stringify(before) }, { [path]: JSON.stringify(after) }, rule);
}

describe('many keys', () => {
  test('all go, and as many come with the same value', async () => {
    const [first, ...more] = await judge(
      numbered('old', () => true),
      numbered('new', () => true),
    );
    expect(first).toMatchObject({ check: 'file-replaced', args: { how: 'keys', goneTotal: MANY } });
    expect(more).toEqual([]);
  });

  test('all go, and come below objects', async () => {
    const findings = await judge(
      numbered('old', () => 1),
      numbered('new', () => ({ a: 1 })),
    );
    expect(idsOf(findings)).toEqual(['file-replaced']);
  });

  test('all are misspelt', async () => {
    const findings = await judge(
      numbered('setting', (index) => index),
      numbered('settings', (index) => index),
    );
    const folded = findings[0]!.folded ?? [];
    expect(idsOf(folded).filter((id) => id === 'key-misspelt')).toHaveLength(20);
  });

  test('all lose their value', async () => {
    const findings = await judge(
      numbered('key', (index) => `v${index}`),
      numbered('key', () => ''),
    );
    const emptied = [...findings, ...findings.flatMap(({ folded }) => folded ?? [])];
    expect(emptied.find(({ check: id }) => id === 'placeholder-value')?.args.total).toBe(MANY);
  });

  test('all have a severity of their own, and are pinned', async () => {
    const rule = { freeze: ['*'], severity: [{ key: '*', severity: 'error' as const }] };
    const findings = await judge(
      numbered('key', (index) => index),
      numbered('key', (index) => index + 1),
      rule,
    );
    expect(idsOf(findings).filter((id) => id === 'key-frozen')).toHaveLength(MANY);
  });

  test('one entry loses them, beside as many entries', async () => {
    const entries = numbered('entry', () => ({}));
    const findings = await judge(
      { ...entries, one: numbered('key', () => 1) },
      { ...entries, one: { z: 1 } },
    );
    expect(JSON.stringify(findings)).not.toContain('item-incomplete');
  });

  test('another environment has another part at each of them', async () => {
    const host = (part: string) => (index: number) => `host-${index}-${part}.example-corp.net`;
    const [own, other] = ['config/prod/a.json', 'config/staging/a.json'];
    const before = {
      [own]: JSON.stringify(numbered('k', host('ours'))),
      [other]: JSON.stringify(numbered('k', host('theirs'))),
    };
    const changed = JSON.stringify(numbered('k', (index) => `${host('theirs')(index)}/a`));
    const findings = await findingsOf(before, { ...before, [own]: changed });
    expect(JSON.stringify(findings)).toContain('environment-mismatch');
  });
});

describe('long lists', () => {
  const items = Array.from({ length: 2 * MANY }, (_, index) => ({
    name: `item${index}`,
    cpu: 1,
    mem: { x: 2, y: 3 },
  }));

  test('each item loses a key', async () => {
    const findings = await judge(
      items,
      items.map((item) => ({ ...item, mem: { x: 2 } })),
    );
    expect(findings).toMatchObject([{ check: 'key-removed', args: { total: items.length } }]);
  });

  test('all items get one name', async () => {
    const findings = await judge(
      items,
      items.map((item) => ({ ...item, name: 'same' })),
    );
    expect(JSON.stringify(findings)).toContain('duplicate-item');
  });

  test.each<[string, (index: number) => unknown]>([
    ['another number', (index) => index + 1_000_000],
    ['an object', (index) => ({ index })],
  ])('each number becomes %s', async (_, change) => {
    const numbers = Array.from({ length: 4 * MANY }, (_, index) => index);
    expect(idsOf(await judge(numbers, numbers.map(change)))).toEqual(['file-replaced']);
  });
});

const RUNS = [
  '{',
  '{{',
  '${',
  '{%',
  '{#',
  '((',
  'a.',
  '1.',
  ' ',
  '"',
  '\\"',
  "\\'",
  ' #',
  '# ',
  '\r',
  '- ',
  'a',
  ':',
];

describe.each(RUNS)('a run of %j', (run) => {
  const long = run.repeat(LONG / run.length);

  test('in a text file', async () => {
    const server = `server {\n  listen 80;\n}\n${'gzip on;\n'.repeat(50)}`;
    const findings = await findingsOf(
      { 'config/nginx.conf': server },
      { 'config/nginx.conf': `server {\n  listen 80;\n${long}!\nallow all` },
    );
    expect(idsOf(findings)).toContain('brackets-unbalanced');
  });

  test('in values, and in the files around', async () => {
    const values = {
      text: 'https://api.prod.acme.net',
      lines: `b${long}!\nx`,
      template: `${long} lostname!`,
    };
    const path = 'config/app.json';
    const around = `\n${long.slice(0, 200_000)} lostname ${long.slice(0, 40_000)}!`;
    const findings = await findingsOf(
      { [path]: JSON.stringify({ ...values, lostname: 1 }), 'src/a.txt': around },
      { [path]: JSON.stringify({ ...values, text: `${long}!`, lines: `${long}?\ny` }), 'src/a.txt': around },
    );
    const all = findings.flatMap((finding) => [finding, ...(finding.folded ?? [])]);
    expect(all.find(({ check: id }) => id === 'key-removed')?.args.total).toBe(1);
  });
});
