import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isCriticalCandidate, serviceDirectory } from '../../src/policy/candidates.ts';
import { coverWithGlobs } from '../../src/policy/cover.ts';
import { proposePolicy } from '../../src/policy/init.ts';
import { followLink, schemaLink } from '../../src/policy/links.ts';
import { codeOwners } from '../../src/policy/owners.ts';
import { readPolicy } from '../../src/policy/read.ts';
import { createSelector } from '../../src/policy/select.ts';

const view = (paths: string[], more = {}) => ({ paths, schemas: [], links: [], ...more });

async function propose(paths: string[], more = {}) {
  const proposal = proposePolicy(view(paths, more));
  if (proposal === undefined) return undefined;
  const policy = await readPolicy(proposal.text, 'p', { kind: 'file', path: 'p' });
  if (!policy.ok) throw new Error(`${policy.problem.message}\n${proposal.text}`);
  const select = createSelector(policy.value);
  return { ...proposal, policy: policy.value, critical: paths.filter((path) => select(path)?.critical) };
}

const SERVICE = [
  'README.md',
  'config/auth/README.md',
  'config/auth/clients.yml',
  'config/auth/keys.yml',
  'config/auth/production.yml',
  'config/auth/staging.yml',
  'config/auth/tests/x.yml',
  'config/locales/en.yml',
  'deploy/k8s/api/deployment.yaml',
  'deploy/k8s/api/service.yaml',
  'docs/config/sample.yml',
  'package.json',
  'schemas/auth.schema.json',
  'services/web/config/nginx.conf',
];

test('a policy is proposed from what names show', async () => {
  const proposal = await propose(SERVICE, {
    owners: '*  @acme/all\n/config/auth/ @acme/identity # the team\n',
    schemas: [{ path: 'schemas/auth.schema.json', title: 'Auth' }],
    links: [
      { path: 'config/auth/production.yml', schema: '../../schemas/auth.schema.json' },
      { path: 'deploy/k8s/api/service.yaml', schema: 'https://example.com/k8s.json' },
    ],
  });
  expect(proposal?.critical).toEqual([
    'config/auth/clients.yml',
    'config/auth/keys.yml',
    'config/auth/production.yml',
    'deploy/k8s/api/deployment.yaml',
    'deploy/k8s/api/service.yaml',
    'services/web/config/nginx.conf',
  ]);
  expect(proposal?.policy.critical.map(({ service, files }) => [service, files])).toEqual([
    ['auth', ['config/auth/clients.yml', 'config/auth/keys.yml', 'config/auth/production.yml']],
    ['api', ['deploy/k8s/api/*.yaml']],
    ['web', ['services/web/config/nginx.conf']],
  ]);
  expect(proposal?.policy.environments).toEqual(['config/auth/{environment}.yml']);
  expect(proposal?.policy.schemas.map(({ files, schema }) => [files, schema])).toEqual([
    [['config/auth/production.yml'], { kind: 'path', path: 'schemas/auth.schema.json' }],
  ]);
  expect(proposal?.policy.critical.every((rule) => rule.schema === undefined)).toBe(true);
  expect(proposal?.text).toMatch(/^ {2}# 3 files; owned by @acme\/identity$/m);
  expect(proposal?.text).toMatch(/^ {4}# schema: schemas\/auth\.schema\.json {3}#/m);
  expect(proposal?.text).toMatch(/^# .*https:\/\/example\.com\/k8s\.json/m);
});

test('rules do not overlap, so that each file has the service of its own directory', async () => {
  const paths = ['infra/a.yml', 'infra/b.yml', 'infra/db/a.yml', 'infra/db/b.yml', 'infra/db/x/y/c.yml'];
  const { policy } = (await propose(paths))!;
  expect(policy.critical.map(({ service, files }) => [service, files])).toEqual([
    [undefined, ['infra/*.yml']],
    ['db', ['infra/db/**/*.yml']],
  ]);
});

test('without names that say production, the configuration that is left is proposed', async () => {
  const proposal = await propose(['main.go', 'redis.toml', 'src/server.yaml', 'package.json', 'tests/a.yml']);
  expect(proposal?.critical).toEqual(['redis.toml', 'src/server.yaml']);
});

test.each([[[]], [['README.md', 'src/a.ts', 'package.json', 'test/config.yml', '.eslintrc.json']]])(
  'nothing is proposed for %j',
  (paths) => {
    expect(proposePolicy(view(paths))).toBeUndefined();
  },
);

test('whatever the names, the proposal is valid, and guards exactly files that exist', async () => {
  const word = fc.oneof(
    fc.constantFrom(
      'config',
      'deploy',
      'auth',
      'production',
      'staging',
      'prod',
      'test',
      'a',
      'values',
      'b c',
    ),
    fc.string({
      unit: fc.constantFrom(...'\\*?[]{}()!+@|"\'$^,;:.# -\n\t\x7f\x85\ufeff\u2028~`%&=<>a\udc80é😀'),
      minLength: 1,
      maxLength: 5,
    }),
  );
  const name = word.filter((text) => text !== '.' && text !== '..' && !text.endsWith('/'));
  const file = fc
    .tuple(name, fc.constantFrom('.yml', '.json', '.conf', '', '.production.yml', '.tfvars'))
    .map((parts) => parts.join(''));
  const path = fc
    .tuple(fc.array(name, { maxLength: 3 }), file)
    .map(([parts, last]) => [...parts, last].join('/'));
  const link = fc.tuple(path, fc.oneof(path, fc.constantFrom('https://x.com/a\nb: c', '../../x', 'a.json')));
  const tree = fc.record({
    paths: fc
      .uniqueArray(path, { minLength: 1, maxLength: 30 })
      .map((paths) => paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`))).sort()),
    links: fc.array(link, { maxLength: 3 }),
    owners: fc.array(fc.tuple(path, fc.constantFrom('@a/b', '@a/ \x07', 'x@y.z')), { maxLength: 3 }),
  });
  let proposed = 0;
  await fc.assert(
    fc.asyncProperty(tree, async ({ paths, links, owners }) => {
      const proposal = await propose(paths, {
        links: links.map(([from, schema]) => ({ path: from, schema })),
        schemas: paths.slice(0, 2).map((each) => ({ path: each })),
        owners: owners.map((line) => line.join(' ')).join('\n'),
      });
      if (proposal === undefined) return;
      proposed += 1;
      const wanted = paths.filter(isCriticalCandidate);
      const unsupported = proposal.critical.filter((each) => wanted.length > 0 && !wanted.includes(each));
      expect(unsupported).toEqual([]);
      expect(proposal.critical.length).toBeGreaterThan(0);
    }),
    { numRuns: 300, seed: 5 },
  );
  expect(proposed).toBeGreaterThan(100);
});

test.each<[string, boolean]>([
  ['config/database.yml', true],
  ['helm/api/values.yaml', true],
  ['env/prod/app.json', true],
  ['infra/main.tfvars', true],
  ['auth/settings.toml', true],
  ['.env.production', true],
  ['env/staging/app.json', false],
  ['non-prod/config/app.json', false],
  ['config/nonprod.yml', false],
  ['config/app.dev.yml', false],
  ['config/app.schema.json', false],
  ['config/app.example.yml', false],
  ['helm/api/templates/service.yaml', false],
  ['examples/config/a.yml', false],
  ['config/package-lock.json', false],
  ['.github/workflows/deploy.yml', false],
  ['src/app.yml', false],
])('%s is proposed as critical: %s', (path, expected) => {
  expect(isCriticalCandidate(path)).toBe(expected);
});

test.each<[string, string, string | undefined]>([
  ['config/auth/production.yml', 'config/auth', 'auth'],
  ['services/auth/config/prod/a.yml', 'services/auth/config', 'auth'],
  ['deploy/k8s/production/api/a.yml', 'deploy/k8s/production/api', 'api'],
  ['config/app.yml', 'config', undefined],
  ['nginx/nginx.conf', 'nginx', 'nginx'],
  ['prod/us-east-1/prod/mysql/a.hcl', 'prod/us-east-1/prod/mysql', 'mysql'],
  ['values.yaml', '', undefined],
])('%s stands in %s, service %s', (path, directory, service) => {
  expect(serviceDirectory(path)).toEqual(service === undefined ? { directory } : { directory, service });
});

test.each<[string[], string[], string[]]>([
  [['c/a.yml', 'c/b.yml'], ['c/README.md'], ['c/*.yml']],
  [['c/a.yml', 'c/d/b.json'], ['c/README.md'], ['c/**/*.{json,yml}']],
  [['c/a.yml', 'c/b.yml'], ['c/x.yml'], ['c/a.yml', 'c/b.yml']],
  [['c/a.yml', 'c/b.yml', 'c/d/e.yml'], ['c/d/x.yml'], ['c/*.yml', 'c/d/e.yml']],
  [['c/[a].yml'], [], ['c/\\[a\\].yml']],
])('%j without %j is %j', (wanted, others, globs) => {
  expect(coverWithGlobs('c', wanted, [...wanted, ...others])).toEqual(globs);
});

describe('schemas that files name', () => {
  test.each<[string, string | undefined]>([
    ['# yaml-language-server: $schema=../s.json\na: 1', '../s.json'],
    ['{\n  "$schema": "https://x.com/s.json",\n', 'https://x.com/s.json'],
    ['{"$schema":"./s.json"}', './s.json'],
    ['#:schema ./s.json\n[a]', './s.json'],
    ['$schema: s.json', 's.json'],
    ['a: 1', undefined],
  ])('%j names %s', (text, expected) => {
    expect(schemaLink(text)).toBe(expected);
  });

  test.each<[string, object | undefined]>([
    ['../s.json', { path: 's.json' }],
    ['/s.json', { path: 's.json' }],
    ['s.json', undefined],
    ['../../s.json', undefined],
    ['https://x.com/s', { url: 'https://x.com/s' }],
    ['https://json-schema.org/draft/2020-12/schema', undefined],
    ['http://x.com/s', undefined],
    ['file:///s.json', undefined],
  ])('%s leads to %j', (schema, expected) => {
    expect(followLink({ path: 'c/a.yml', schema }, (path) => path === 's.json')).toEqual(expected);
  });
});

test.each<[string, string[]]>([
  ['README.md', ['@all']],
  ['a/b.js', ['@js']],
  ['config/x/a.yml', ['@config']],
  ['docs/a.md', ['@docs']],
  ['x/docs/a.md', ['@docs']],
  ['apps/a', ['@apps', 'a@b.c']],
  ['apps/a/b', ['@all']],
  ['free/a', []],
  ['with space/a', ['@space']],
])('%s is owned by %j', (path, owners) => {
  const text =
    '# comment\n* @all\n*.js @js # why\n/config/ @config\ndocs/ @docs\napps/* @apps a@b.c\n/free\nwith\\ space/ @space\n';
  expect(codeOwners(text)(path)).toEqual(owners);
});
