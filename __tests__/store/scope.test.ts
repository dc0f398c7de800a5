import { describe, expect, test } from '@jest/globals';
import type { Policy } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read.ts';
import { holdsCritical, liveScope, rulesOf } from '../../src/store/scope.ts';

const POLICY = `critical:
  - files: config/auth/**
    live: [/etc/auth, s3://acme/auth]
    service: auth
    sensitive: [password]
  - files: [/etc/web.conf, /srv/*/app.yml, '!/srv/old/app.yml', 'vault:secret/**']
  - files: config/unmapped.yml
`;

async function policyOf(text: string): Promise<Policy> {
  const policy = await readPolicy(text, 'p.yml', { kind: 'file', path: 'p.yml' });
  if (!policy.ok) throw new Error(policy.problem.message);
  return policy.value;
}

describe('what is looked at on a host', () => {
  test('places, their services, and where to begin', async () => {
    const scope = liveScope(await policyOf(POLICY), ['config/auth/a.yml', 'config/unmapped.yml', 'src/a.c']);
    expect(scope.starts).toEqual(['/etc/auth', '/etc/auth/a.yml', '/etc/web.conf', '/srv']);
    expect(scope.at('/etc/auth/deep/b.yml')).toEqual({ service: 'auth', sensitive: true });
    expect(scope.at('/etc/web.conf')).toEqual({ service: null, sensitive: false });
    expect(scope.at('/srv/new/app.yml')).toBeDefined();
    for (const place of ['/srv/old/app.yml', '/srv/app.yml', '/etc/authx/a.yml', '/config/auth/a.yml'])
      expect([place, scope.at(place)]).toEqual([place, undefined]);
  });

  test('which places are expected, and which of them are files', async () => {
    const scope = liveScope(await policyOf(POLICY), ['config/auth/a.yml']);
    expect([...scope.expected].sort()).toEqual(['/etc/auth/a.yml', '/etc/web.conf']);
    expect([...scope.files]).toEqual(['/etc/auth/a.yml']);
  });

  test('no directory is entered in vain', async () => {
    const scope = liveScope(await policyOf(POLICY), []);
    expect(['/etc/auth', '/etc/auth/deep', '/srv', '/srv/new'].filter(scope.reaches)).toHaveLength(4);
    expect(['/etc', '/srv/new/deep', '/etc/authx', '/'].filter(scope.reaches)).toEqual([]);
    const top = liveScope(await policyOf("critical:\n  - files: '/*.conf'\n"), []);
    expect([top.starts, ['/', '/proc'].filter(top.reaches)]).toEqual([['/'], ['/']]);
    expect(top.at('/a.conf')).toBeDefined();
  });

  test('what is no file of a host is said', async () => {
    expect(liveScope(await policyOf(POLICY), []).elsewhere).toEqual([
      's3://acme/auth',
      'vault:secret/**',
      'config/unmapped.yml',
    ]);
  });
});

test('the rules of one service', async () => {
  const policy = await policyOf(POLICY);
  expect(rulesOf(policy, 'auth')).toMatchObject({ ok: true, value: { critical: [{ id: 'critical[0]' }] } });
  expect(rulesOf(policy, undefined)).toEqual({ ok: true, value: policy });
  expect(rulesOf(policy, 'web')).toMatchObject({ ok: false, problem: { code: 'service-unknown' } });
});

test.each<[string | undefined, string | undefined, boolean]>([
  ['/etc/auth', undefined, true],
  ['/etc/auth/.store', undefined, true],
  ['/srv/store', undefined, true],
  ['/srv/a/store', undefined, false],
  ['/etc/holdfast', undefined, false],
  ['/var/lib/holdfast', 'store', false],
  [undefined, 'config/auth', true],
  [undefined, 'config/auth/a/b', true],
  [undefined, 'config', false],
])('a store at %s, %s in the checkout: critical %s', async (place, path, critical) => {
  expect(holdsCritical(await policyOf(POLICY), place, path)).toBe(critical);
});
