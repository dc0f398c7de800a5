import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Candidate } from '../../src/blame/candidate.ts';
import type { Reason } from '../../src/blame/rank.ts';
import { runBlame } from '../../src/cli/blame/index.ts';
import { createRepository, type TestRepository, testEnvironment } from '../helpers/repository.ts';

const POLICY = `critical:
  - files: [config/**, nginx/**]
    service: shop
    schema: schemas/shop.json
    freeze: [environment]
`;
const SHOP = `environment: production
database:
  host: db1.internal
  pool: 20
mail:
  from: shop@example.com
  relay: mx1.internal
checkout:
  currency: EUR
  retries: 3
`;
const SHIPPING = 'carriers:\n  - name: dhl\n    zone: eu\n  - name: ups\n    zone: us\nlimit: 30\n';
const SITE = 'server {\n  listen 443;\n  location / {\n    proxy_pass http://shop;\n  }\n}\n';

let repository: TestRepository;
let hours: number;

/** Commits an hour after the last one. */
async function commit(message: string, files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) await repository.write(path, text);
  hours += 1;
  const at = new Date(Date.parse('2026-01-02T00:00:00Z') + hours * 3_600_000).toISOString();
  const env = testEnvironment({ GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at });
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: repository.dir, env, encoding: 'utf8' });
  git('add', '--all');
  git('commit', '--quiet', '-m', message);
  return git('rev-parse', 'HEAD').trim();
}

beforeEach(async () => {
  hours = 0;
  repository = await createRepository();
  const start = { 'config/shop.yml': SHOP, 'config/shipping.yml': SHIPPING, 'nginx/site.conf': SITE };
  const schema = '{"type": "object", "properties": {"limit": {"type": "integer"}}}';
  await commit('Start', { '.github/holdfast.yml': POLICY, 'schemas/shop.json': schema, ...start });
  await repository.git('tag', 'v1');
});

afterEach(() => repository.dispose());

async function blame(...more: string[]): Promise<{ out: string; candidates: Candidate[] }> {
  let out = '';
  let err = '';
  const argv = ['shop', '--since', 'v1', '--store', join(repository.dir, '.none'), ...more];
  const code = await runBlame(argv, {
    cwd: repository.dir,
    env: {},
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    color: false,
  });
  expect([code, err]).toEqual([1, '']);
  return { out, candidates: more.includes('json') ? JSON.parse(out).candidates : [] };
}

async function ranked(): Promise<Candidate[]> {
  return (await blame('--format', 'json')).candidates;
}

const subjects = (candidates: Candidate[]) => candidates.map(({ subject }) => subject);
const reason = <Kind extends Reason['kind']>(candidate: Candidate | undefined, kind: Kind) =>
  candidate?.reasons.find((one): one is Reason & { kind: Kind } => one.kind === kind);
const about = (candidates: Candidate[], subject: string) =>
  candidates.find((candidate) => candidate.subject === subject);

/** A rewrite that keeps hardly a key, as people mean it: an error by how much has gone. */
const REWRITTEN = `service: {name: shop, tier: 1}\nbackends: [a, b]\nqueue: {size: 9, kind: fifo}\n`;

describe('what an error proves', () => {
  test('a file that cannot be read comes before one that lost nearly all of its keys, although that is later', async () => {
    await commit('Send mail with a name', {
      'config/shipping.yml': SHIPPING.replace('name: dhl', 'name: "dhl'),
    });
    await commit('Rewrite the configuration', { 'config/shop.yml': REWRITTEN });
    const [first, second] = await ranked();
    expect(first!.subject).toBe('Send mail with a name');
    expect(reason(first, 'damage')).toMatchObject({ damage: 'broken' });
    expect(second!.findings.some(({ check }) => check === 'file-replaced')).toBe(true);
    expect(reason(second, 'damage')).toBeUndefined();
    expect((await blame()).out).toContain('error: broken file');
  });

  test.each<[string, string, Record<string, string>]>([
    ['broken', 'a key that stands twice', { 'config/shop.yml': `${SHOP}mail:\n  from: x@example.com\n` }],
    ['broken', 'a block that is not closed', { 'nginx/site.conf': SITE.replace(/}\n$/, '') }],
    ['broken', 'markers of a merge', { 'config/shipping.yml': `<<<<<<< HEAD\n${SHIPPING}=======\n` }],
    ['broken', 'an empty file', { 'config/shop.yml': '\n' }],
    ['forbidden', 'a pinned key', { 'config/shop.yml': SHOP.replace('production', 'testing') }],
    ['forbidden', 'the schema', { 'config/shipping.yml': SHIPPING.replace('30', 'many') }],
  ])('%s: %s', async (damage, message, files) => {
    await commit(message, files);
    const [first] = await ranked();
    expect(reason(first, 'severity')).toMatchObject({ severity: 'error' });
    expect(reason(first, 'damage')).toMatchObject({ damage });
  });

  test('foreign: the file of another environment', async () => {
    const staging = SHOP.replace('mx1', 'mx9').replace('db1', 'db9').replace('20', '2').replace('EUR', 'CHF');
    await commit('Add staging', {
      'config/eu/staging/shop.yml': staging,
      'config/eu/production/shop.yml': SHOP,
    });
    await commit('Release', { 'config/eu/production/shop.yml': staging });
    const release = about(await ranked(), 'Release');
    expect(reason(release, 'damage')).toMatchObject({ damage: 'foreign' });
  });
});

describe('what became of it', () => {
  test('a file that was repaired is not broken, whatever else of the change still holds', async () => {
    const longer = `${SHOP}search:\n  index: products\n  size: 50\n  boost: 2\n`;
    await commit('Add the search', { 'config/shop.yml': longer.replace('size: 50', 'size: [50') });
    await commit('Close the bracket', { 'config/shop.yml': longer });
    await commit('A zone less', { 'config/shipping.yml': SHIPPING.replace('    zone: us\n', '') });
    const candidates = await ranked();
    const search = about(candidates, 'Add the search');
    expect(reason(search, 'repaired')).toBeDefined();
    expect([reason(search, 'damage'), reason(search, 'severity')]).toEqual([undefined, undefined]);
    expect(subjects(candidates)[0]).toBe('A zone less');
    expect((await blame()).out).toContain('repaired since');
  });

  test('a file that is still broken counts whole, however much was edited in it since', async () => {
    await commit('Add the search', { 'config/shop.yml': `${SHOP}search: [\n  index: products\n` });
    const edited = SHOP.replaceAll('internal', 'example.net').replace('20', '30');
    await commit('Other hosts', { 'config/shop.yml': `${edited}search: [\n  indices: all\n` });
    const [first] = await ranked();
    expect(first!.subject).toBe('Add the search');
    expect(reason(first, 'damage')).toMatchObject({ damage: 'broken' });
    expect(reason(first, 'undone')).toBeUndefined();
  });

  test('of two steps that broke a file the later one counts: it had been repaired in between', async () => {
    await commit('Add the search', { 'config/shop.yml': `${SHOP}search: [\n` });
    await commit('Take it out', { 'config/shop.yml': SHOP.replace('20', '30') });
    await commit('Other hosts', { 'config/shop.yml': `${SHOP.replace('20', '40')}hosts: {\n` });
    const candidates = await ranked();
    expect(subjects(candidates)[0]).toBe('Other hosts');
    const search = about(candidates, 'Add the search');
    expect(reason(search, 'repaired')).toBeDefined();
    expect(reason(search, 'damage')).toBeUndefined();
  });

  test('a pinned key that went back is no damage', async () => {
    await commit('Try the other one', {
      'config/shop.yml': SHOP.replace('production', 'testing').replace('retries: 3', 'retries: 4'),
    });
    await commit('Back', { 'config/shop.yml': SHOP.replace('retries: 3', 'retries: 4') });
    const tried = about(await ranked(), 'Try the other one');
    expect(reason(tried, 'repaired')).toBeDefined();
    expect(reason(tried, 'damage')).toBeUndefined();
  });

  test('a pinned key that changed twice: what the first step gave it does not hold', async () => {
    await commit('Try it', { 'config/shop.yml': SHOP.replace('production', 'testing') });
    await commit('Try another one', { 'config/shop.yml': SHOP.replace('production', 'staging') });
    const candidates = await ranked();
    expect(subjects(candidates)).toEqual(['Try another one', 'Try it']);
    expect(reason(candidates[1], 'undone')).toMatchObject({ holds: 0 });
  });

  test('a schema that forbids a file which nobody touched still does', async () => {
    const schema = '{"type": "object", "properties": {"limit": {"type": "string"}}}';
    await commit('Limits are texts', { 'schemas/shop.json': schema, 'config/shop.yml': `${SHOP}a: 1\n` });
    await commit('More', { 'config/shop.yml': `${SHOP}a: 2\n` });
    const limits = about(await ranked(), 'Limits are texts');
    expect(limits!.findings.map(({ check, path }) => [check, path])).toContainEqual([
      'schema-violation',
      'config/shipping.yml',
    ]);
    expect(reason(limits, 'repaired')).toBeUndefined();
  });

  test('what holds is told by the file of the worst finding, not by another one that nobody has touched', async () => {
    await commit('Rewrite it', {
      'config/shop.yml': REWRITTEN,
      'config/shipping.yml': SHIPPING.replace('    zone: us\n', ''),
    });
    await commit('Not like this', { 'config/shop.yml': SHOP.replace('20', '21') });
    const rewrite = about(await ranked(), 'Rewrite it');
    expect(rewrite!.findings.map(({ path }) => path)).toContain('config/shipping.yml');
    expect(reason(rewrite, 'undone')).toMatchObject({ holds: 0 });
  });
});
