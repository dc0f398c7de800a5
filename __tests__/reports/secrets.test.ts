import { describe, expect, test } from '@jest/globals';
import { htmlReport } from '../../src/reports/html/index.ts';
import { reports } from '../../src/reports/index.ts';
import { planReview } from '../../src/reports/review.ts';
import { parsePatch } from '../../src/reports/suggestion.ts';
import { checkCommits } from '../helpers/fixtures.ts';
import { createRepository } from '../helpers/repository.ts';

const SECRET = 'hunter2';

/** Everything that leaves, of one change of one file under a policy: all reports, and a review. */
async function everything(
  path: string,
  policy: string,
  before: string | undefined,
  after: string,
): Promise<string> {
  const repository = await createRepository();
  try {
    await repository.write('.github/holdfast.yml', policy);
    if (before !== undefined) await repository.write(path, before);
    const base = await repository.commit();
    await repository.write(path, after);
    const head = await repository.commit();
    const decision = await checkCommits(repository.dir, base, head);
    expect(decision.findings.filter((finding) => finding.path === path)).not.toEqual([]);
    const diff = new Map([[path, parsePatch(await repository.git('diff', base, head, '--', path))]]);
    const review = planReview(decision, diff, { base });
    const all = Object.values(reports).map((report) => report(decision, { color: false }));
    return [...all, htmlReport(decision), JSON.stringify(review)].join('\n');
  } finally {
    await repository.dispose();
  }
}

const watch = (key: string, more = '') =>
  `critical:\n  - files: deploy/**\n    severity: {'${key}': error}\n${more}`;
const json = (value: unknown) => JSON.stringify(value);

describe('a secret inside of a text value never leaves', () => {
  const block = (password: string, pool: number) =>
    `kind: ConfigMap\ndata:\n  app.yaml: |\n    pool: ${pool}\n    password: ${password}\n    host: a\n`;
  const applied = (stored: string, pool: number) =>
    json({ apiVersion: 'v1', kind: 'Secret', stringData: { plain: stored }, pool });

  test.each<[string, string, string, string | undefined, string]>([
    ['that changes beside it', 'x.yaml', watch('**.pool'), block(SECRET, 1), block(SECRET, 2)],
    ['that changes', 'x.yaml', watch('data'), block(`${SECRET}-old`, 1), block(SECRET, 1)],
    ['with the text', 'x.yaml', watch('data'), 'kind: ConfigMap\ndata: {}\n', block(SECRET, 1)],
    ['with the text that goes', 'x.yaml', watch('data'), block(SECRET, 1), 'kind: ConfigMap\ndata: {}\n'],
    ['with a text that breaks', 'x.yaml', watch('data'), block(SECRET, 1), block(`${SECRET}\n   x: "`, 1)],
    [
      'in json on one line',
      'x.yaml',
      watch('**'),
      `a: '${json({ pool: 1, password: SECRET })}'\nb: 1\n`,
      `a: '${json({ pool: 2, password: SECRET })}'\nb: 2\n`,
    ],
    [
      'beside a key that changes, in a text that does not',
      'x.yaml',
      watch('b'),
      `a: '${json({ credentials: { user: 'x', pin: SECRET } })}'\nb: 1\n`,
      `a: '${json({ credentials: { user: 'x', pin: SECRET } })}'\nb: 2\n`,
    ],
    [
      'in json in json',
      'x.json',
      watch('**'),
      json({ a: json({ pool: 1, b: json({ token: SECRET }) }) }),
      json({ a: json({ pool: 2, b: json({ token: SECRET, more: 1 }) }) }),
    ],
    [
      'that the policy names',
      'x.yaml',
      watch('**', "    sensitive: ['**.pin']\n"),
      `a: '${json({ pool: 1, pin: SECRET })}'\nc: '${json({ pin: SECRET })}'\n`,
      `a: '${json({ pool: 2, pin: SECRET })}'\nc: '${json({ pin: SECRET })}'\nd: '${json({ pin: SECRET })} x'\n`,
    ],
    [
      'that the policy names, in a block that does not change',
      'x.yaml',
      watch('b', "    sensitive: ['**.pin']\n"),
      `app.yaml: |\n  host: a\n  pin: ${SECRET}\nb: 1\n`,
      `app.yaml: |\n  host: a\n  pin: ${SECRET}\nb: 2\n`,
    ],
    [
      'that the policy names, on one line',
      'x.yaml',
      watch('b', "    sensitive: ['**.pin']\n"),
      `app.yaml: 'pin: ${SECRET}'\nb: 1\n`,
      `app.yaml: 'pin: ${SECRET}'\nb: 2\n`,
    ],
    [
      'of a Kubernetes Secret',
      'x.yaml',
      watch('**'),
      `apiVersion: v1\nkind: Secret\nstringData:\n  app.yaml: |\n    pool: 1\n    plain: ${SECRET}\n`,
      `apiVersion: v1\nkind: Secret\nstringData:\n  app.yaml: |\n    pool: 2\n    plain: ${SECRET}\n`,
    ],
    [
      'of a Kubernetes Secret as it was applied last',
      'x.yaml',
      watch('**'),
      `metadata:\n  annotations:\n    last: '${applied(SECRET, 1)}'\n    b: 1\n`,
      `metadata:\n  annotations:\n    last: '${applied(SECRET, 2)}'\n    b: 2\n`,
    ],
    [
      'of a Kubernetes Secret in a text that does not change',
      'x.yaml',
      watch('**'),
      `metadata:\n  annotations:\n    last: '${applied(SECRET, 1)}'\n    b: 1\n`,
      `metadata:\n  annotations:\n    last: '${applied(SECRET, 1)}'\n    b: 2\n`,
    ],
    [
      'under a key that is sensitive itself',
      'x.yaml',
      watch('**'),
      `credentials.json: '${json({ type: `${SECRET}-old` })}'\n`,
      `credentials.json: '${json({ type: SECRET })}'\n`,
    ],
    [
      'of a forbidden value in a new file',
      'x.yaml',
      `critical:\n  - files: deploy/**\n    sensitive: ['**.pin']\n    forbid: {'**.pin': '*', '**.pool': 1}\n`,
      undefined,
      `app.yaml: |\n  pool: 1\n  pin: ${SECRET}\n`,
    ],
  ])('%s', async (_, name, policy, before, after) => {
    const said = await everything(`deploy/${name}`, policy, before, after);
    expect(said).not.toContain(SECRET);
    expect(said).toContain('«hidden»');
  });
});

const hide = (pattern: string, more = '') =>
  `critical:\n  - files: deploy/**\n    sensitive: ['${pattern}']\n    severity: {'**': error}\n${more}`;
const peers = (weight: number, ...pins: string[]) =>
  `peers:\n${pins.map((pin, index) => `  - name: n${index}\n    host: h${index}\n    pin: ${pin}\n    weight: ${weight}\n`).join('')}`;

describe('a secret that a pattern names by an item of a list never leaves', () => {
  test.each<[string, string]>([
    ['by its index', 'peers[0].pin'],
    ['by its index, in a pointer', '/peers/0/pin'],
    ['by another key than its name', 'peers[host=h0].pin'],
    ['by any', 'peers[*].pin'],
  ])('%s', async (_, pattern) => {
    for (const [before, after] of [
      [peers(1, SECRET), peers(2, SECRET)],
      [peers(1, `${SECRET}-old`), peers(1, SECRET)],
      ['peers: []\n', peers(1, SECRET)],
      [peers(1, SECRET), 'peers: []\n'],
    ] as const) {
      const said = await everything('deploy/x.yaml', hide(pattern), before, after);
      expect(said).not.toContain(SECRET);
      expect(said).toContain('peers');
    }
  });

  test('short ones neither', async () => {
    const said = await everything('deploy/x.yaml', hide('peers[0].pin'), peers(1, '907'), peers(2, '907'));
    expect(said).not.toMatch(/pin: 907/);
  });
});

describe('a secret in a comment never leaves', () => {
  test.each<[string, string, string]>([
    ['of YAML', 'x.yaml', `pool: POOL\n# pin: ${SECRET}\nhost: a\n`],
    ['behind a value', 'x.yaml', `host: a\npool: POOL # pin: ${SECRET}\n`],
    [
      'of several lines',
      'x.jsonc',
      `{\n  "pool": POOL,\n  /* was\n    pin ${SECRET}\n  */\n  "host": "a"\n}\n`,
    ],
    ['of JSON', 'x.jsonc', `{\n  "pool": POOL, // pin ${SECRET}\n  "host": "a"\n}\n`],
    ['of an INI file', 'x.ini', `[a]\npool = POOL\n; pin = ${SECRET}\nhost = a\n`],
    ['of TOML', 'x.toml', `pool = POOL\n# pin = "${SECRET}"\nhost = "a"\n`],
    [
      'of XML',
      'x.xml',
      `<a>\n  <pool>POOL</pool>\n  <!--\n    <pin>${SECRET}</pin>\n  -->\n  <host>a</host>\n</a>\n`,
    ],
    ['of a Terraform file', 'x.tf', `a = {\n  pool = POOL\n  // pin = "${SECRET}"\n  host = "a"\n}\n`],
  ])('%s', async (_, name, text) => {
    const [before, after] = ['1', '2'].map((pool) => text.replace('POOL', pool));
    const said = await everything(`deploy/${name}`, hide('**.pin'), before, after!);
    expect(said).not.toContain(SECRET);
    expect(said).toContain('pool');
  });
});

test('a comment is shown where the policy names no sensitive keys', async () => {
  const text = (pool: number) => `pool: ${pool} # per host\nhost: a\n`;
  expect(await everything('deploy/x.yaml', watch('**'), text(1), text(2))).toContain('per host');
});

test('what a hidden value is nearly equal to is not told', async () => {
  const schema = (mode: string) => `mode: ${mode}\n`;
  const policy = 'critical:\n  - files: deploy/**\n    schema: mode.schema.json\n    sensitive: [SECRET]\n';
  const told = async (sensitive: string) => {
    const repository = await createRepository();
    try {
      await repository.write('.github/holdfast.yml', policy.replace('SECRET', sensitive));
      await repository.write(
        'mode.schema.json',
        json({ properties: { mode: { enum: ['lantern', 'walrus'] } } }),
      );
      await repository.write('deploy/x.yaml', schema('lantern'));
      const base = await repository.commit();
      await repository.write('deploy/x.yaml', schema('lantren'));
      const decision = await checkCommits(repository.dir, base, await repository.commit());
      return decision.findings[0]?.args;
    } finally {
      await repository.dispose();
    }
  };
  expect(await told('other')).toMatchObject({ keyword: 'enum', nearest: 'lantern' });
  expect(await told('mode')).toEqual({
    schema: 'mode.schema.json',
    keyword: 'enum',
    schemaKey: expect.any(String),
    allowed: ['lantern', 'walrus'],
    actual: 'string',
  });
});
