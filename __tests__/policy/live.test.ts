import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { createLiveSelector, createLocator, criticalRoots } from '../../src/policy/live.ts';
import type { Policy, Rule } from '../../src/policy/policy.ts';
import { createSelector } from '../../src/policy/select.ts';

function policy(...rules: Partial<Rule>[]): Policy {
  const none = { protect: [], freeze: [], sensitive: [], identity: {} };
  const critical = rules.map((rule, index) => ({ ...none, files: ['x'], id: `critical[${index}]`, ...rule }));
  return { ...defaultPolicy(), critical };
}

const AUTH = policy(
  { files: ['config/auth/**', '!config/auth/*.md'], live: ['/etc/auth', 's3://acme/auth'], service: 'auth' },
  { files: ['config/**', '/etc/auth/keys/*.yml', '!/etc/auth/keys/test.yml'], service: 'all' },
  { files: ['vault:secret/auth/**', 'configmap:auth-*'], service: 'vault' },
);

test.each<[string, string | undefined, string | undefined]>([
  ['/etc/auth/a.yml', 'critical[0], critical[1]', 'config/auth/a.yml'],
  ['/etc/auth/keys/a.yml', 'critical[0], critical[1]', 'config/auth/keys/a.yml'],
  ['/etc/auth', 'critical[0]', undefined],
  ['/etc/auth/README.md', undefined, undefined],
  ['/etc/authority/a.yml', undefined, undefined],
  ['s3://acme/auth/a.yml', 'critical[0], critical[1]', 'config/auth/a.yml'],
  ['s3://other/auth/a.yml', undefined, undefined],
  ['vault:secret/auth/jwt', 'critical[2]', undefined],
  ['vault:secret/other', undefined, undefined],
  ['configmap:auth-web', 'critical[2]', undefined],
  ['configmap:web', undefined, undefined],
  ['/config/a.yml', undefined, undefined],
])('%s is selected by %s as %s', (location, rule, path) => {
  const live = createLiveSelector(AUTH)(location);
  expect([live?.selection.rule, live?.path]).toEqual([rule, path]);
  expect(live?.selection.critical).toBe(live === undefined ? undefined : true);
});

test('a glob with stars for the checkout selects nothing on hosts, and a live one nothing in the checkout', () => {
  const both = policy({ files: ['**/*.yml'] }, { files: ['/etc/**'] });
  expect(createLiveSelector(both)('/opt/a.yml')).toBeUndefined();
  expect(createSelector(policy({ files: ['/etc/**', 'vault:etc/**'] }))('etc/passwd')).toBeUndefined();
});

test('the union of rules keeps the first service', () => {
  expect(createLiveSelector(AUTH)('/etc/auth/a.yml')?.selection.service).toBe('auth');
});

describe('a glob without stars', () => {
  test.each<[string, string, string, string | undefined]>([
    ['config/app.yml', '/etc/app', '/etc/app/app.yml', 'config/app.yml'],
    ['config/app.yml', '/etc/app', '/etc/app/other.yml', undefined],
    ['config/app.yml', '/srv/app.yml', '/srv/app.yml', 'config/app.yml'],
    ['config/auth', '/etc/auth', '/etc/auth/a.yml', 'config/auth/a.yml'],
    ['config/auth/', '/srv/conf', '/srv/conf/a.yml', 'config/auth/a.yml'],
    ['config/auth', '/srv/conf', '/srv/conf/a.yml', 'config/auth/a.yml'],
    ['config/Caddyfile', '/etc/caddy', '/etc/caddy/Caddyfile', 'config/Caddyfile'],
    ['*.yml', '/etc/app', '/etc/app/a.yml', 'a.yml'],
    ['app/\\[id\\].yml', '/etc/app', '/etc/app/[id].yml', 'app/[id].yml'],
  ])('%s at %s: %s is %s', (glob, live, location, path) => {
    const one = policy({ files: [glob], live: [live] });
    expect(createLiveSelector(one)(location)?.path).toBe(path);
    if (path !== undefined) expect(createLocator(one)(path)).toContain(location);
  });
});

test('where a file of the checkout is on hosts', () => {
  expect(createLocator(AUTH)('config/auth/keys/a.yml')).toEqual([
    '/etc/auth/keys/a.yml',
    's3://acme/auth/keys/a.yml',
  ]);
  expect(createLocator(AUTH)('config/web.yml')).toEqual([]);
  expect(createLocator(AUTH)('config/auth/README.md')).toEqual([]);
});

test('the roots of critical trees', () => {
  const roots = criticalRoots(AUTH).map(({ directory, live, selection }) => [
    directory,
    live,
    selection.rule,
  ]);
  expect(roots).toEqual([
    ['config/auth', false, 'critical[0]'],
    ['/etc/auth', true, 'critical[0]'],
    ['s3://acme/auth', true, 'critical[0]'],
    ['config', false, 'critical[1]'],
    ['/etc/auth/keys', true, 'critical[1]'],
    ['vault:secret/auth', true, 'critical[2]'],
    ['configmap:', true, 'critical[2]'],
  ]);
  expect(criticalRoots(policy({ files: ['**/*.yml', '/*.conf'] })).map(({ directory }) => directory)).toEqual(
    ['', '/'],
  );
});

test.each<[Partial<Rule>, string, boolean]>([
  [{ files: ['config/*.yml'] }, 'config', true],
  [{ files: ['config/*.yml'] }, 'config/auth', false],
  [{ files: ['config/**'] }, 'config/auth/deep', true],
  [{ files: ['config/*/app.yml'] }, 'config/auth', true],
  [{ files: ['config/a*/app.yml'] }, 'config/billing', false],
  [{ files: ['config'] }, 'config/auth', true],
  [{ files: ['config/{auth,web/x}/*.yml'] }, 'config/web', true],
  [{ files: ['/etc/*.conf'] }, '/etc/nginx', false],
  [{ files: ['/etc/*/conf/**'] }, '/etc/nginx', true],
])('whether a file below could be critical: %j, %s: %s', (rule, directory, expected) => {
  expect(criticalRoots(policy(rule)).at(-1)!.reaches(directory)).toBe(expected);
});

test('the same below a mapped directory', () => {
  const root = criticalRoots(policy({ files: ['config/*.yml'], live: ['/etc/app'] })).at(-1)!;
  expect([root.directory, root.reaches('/etc/app'), root.reaches('/etc/app/tls')]).toEqual([
    '/etc/app',
    true,
    false,
  ]);
});
