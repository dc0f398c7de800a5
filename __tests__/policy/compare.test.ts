import { expect, test } from '@jest/globals';
import { weakerThan } from '../../src/policy/compare.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy, ValueRule } from '../../src/policy/policy.ts';
import type { HttpProbe, Probe, Service } from '../../src/policy/service.ts';

const policy = (approvers: string[], more: Partial<Policy> = {}): Policy => {
  const rule = {
    id: 'critical[0]',
    files: ['config/**'],
    protect: [],
    freeze: [],
    sensitive: [],
    identity: {},
  };
  return { ...defaultPolicy(), critical: [{ ...rule, approvers }], ...more };
};
const accept = { finding: '3f9c21d0', reason: 'r', expires: '2027-01-31' };
const label = { name: 'ok', role: 'maintain' } as const;

test('what makes it easier to let findings pass is named', () => {
  const before = policy(['@ada'], {
    acknowledge: { label, keepWhenUnchanged: false, inconclusive: ['@ada'] },
    accept: [accept],
  });
  const after = policy(['@ada', '@eve'], {
    acknowledge: { label: { ...label, role: 'write' }, keepWhenUnchanged: true, inconclusive: ['@eve'] },
    accept: [{ ...accept, expires: '2028-01-31' }],
  });
  expect(weakerThan(before, after)).toEqual([
    'config/**: @eve may acknowledge findings',
    'the label ok by role write acknowledges findings',
    '@eve may let pass what could not be judged',
    'approvals of earlier commits count',
    '3f9c21d0 is accepted until 2028-01-31',
  ]);
  expect(weakerThan(before, before)).toEqual([]);
  expect(weakerThan(after, policy(['@ada']))).toEqual([]);
});

test('a rule that goes, changes or becomes milder is named; its words may change', () => {
  const withRules = (...rules: Omit<ValueRule, 'id'>[]): Policy => {
    const base = policy([]);
    const named = rules.map((rule, index) => ({ ...rule, id: `critical[0].rules[${index}]` }));
    return { ...base, critical: [{ ...base.critical[0]!, rules: named }] };
  };
  const before = withRules(
    { rule: 'self.a > 1', message: 'm' },
    { rule: 'self.b > 1', key: 'x', severity: 'warning' },
  );
  expect(weakerThan(before, before)).toEqual([]);
  expect(weakerThan(before, withRules({ rule: 'self.b > 1', key: 'x' }, { rule: 'self.a > 1' }))).toEqual([]);
  expect(weakerThan(before, policy([]))).toEqual([
    'config/**: the rule self.a > 1 is another one or none',
    'config/**: the rule self.b > 1 is another one or none',
  ]);
  expect(
    weakerThan(
      before,
      withRules({ rule: 'self.a > 1', severity: 'notice' }, { rule: 'self.b > 1', key: 'y' }),
    ),
  ).toEqual([
    'config/**: the rule self.a > 1 is only a notice',
    'config/**: the rule self.b > 1 is another one or none',
  ]);
  expect(weakerThan(policy([]), before)).toEqual([]);
});

test('values that are no longer forbidden, and milder severities, are named', () => {
  const rule = (more: Partial<Policy['critical'][number]>): Policy => {
    const [first] = policy([]).critical;
    return policy([], { critical: [{ ...first!, ...more }] });
  };
  const before = rule({
    forbid: [{ key: 'environment', values: ['staging', null, true] }],
    severity: [
      { key: 'database.**', severity: 'error' },
      { key: 'cache', severity: 'notice' },
      { key: 'mail', severity: 'warning' },
    ],
  });
  const after = rule({
    forbid: [{ key: 'environment', values: ['staging', 'null', false] }],
    severity: [
      { key: 'mail', severity: 'off' },
      { key: 'database.**', severity: 'warning' },
      { key: 'image', severity: 'warning' },
      { key: 'name', severity: 'error' },
      { key: 'name', severity: 'off' },
    ],
  });
  expect(weakerThan(before, after)).toEqual([
    'config/**: forbid no longer keeps null from environment',
    'config/**: forbid no longer keeps true from environment',
    'config/**: the severity of mail is lowered to off',
    'config/**: the severity of database.** is lowered to warning',
    'config/**: the severity of image is lowered to warning',
  ]);
  expect(weakerThan(before, before)).toEqual([]);
  expect(weakerThan(policy([]), before)).toEqual(['config/**: the severity of cache is lowered to notice']);
  expect(weakerThan(before, policy([]))).toContain('config/**: severity no longer names database.**');
  const swapped = rule({ ...before.critical[0], severity: before.critical[0]!.severity!.toReversed() });
  expect(weakerThan(before, swapped)).toEqual([
    'config/**: the patterns under severity stand in another order',
  ]);
});

test('live locations that are no longer named, and fewer scripts', () => {
  const [first] = policy([]).critical;
  const withPlaces = (files: string[], live: string[] | undefined, scripts?: string[]) =>
    policy([], { critical: [{ ...first!, files, ...(live && { live }) }], ...(scripts && { scripts }) });
  const before = withPlaces(
    ['config/**', '/etc/auth/**'],
    ['/etc/app', '/srv/app'],
    ['deploy/**', 'Makefile'],
  );
  expect(weakerThan(before, before)).toEqual([]);
  expect(
    weakerThan(before, withPlaces(['config/**'], ['/srv/app'], ['deploy/**', '!deploy/old.sh'])),
  ).toEqual([
    '/etc/auth/** is no longer critical',
    'config/**, /etc/auth/**: live no longer names /etc/app',
    'scripts no longer names Makefile',
    'deploy/old.sh is newly excluded from scripts',
  ]);
  expect(weakerThan(before, withPlaces(['config/**', '/etc/auth/**'], ['/etc/app', '/srv/app']))).toEqual([]);
  expect(weakerThan(policy([]), policy([], { scripts: ['deploy/**'] }))).toEqual([
    'scripts names only deploy/**, and no others are reviewed',
  ]);
});

test('what is asked of a service less than before', () => {
  const auth: Service = {
    name: 'auth',
    probes: [
      { kind: 'http', url: 'http://a/', status: [200, 204], body: 'ok', within: 500, timeout: 5_000 },
      { kind: 'http', url: 'http://b/?key=hunter2', timeout: 5_000 },
      { kind: 'tcp', host: '::1', port: 80, timeout: 5_000 },
      { kind: 'command', command: ['smoke', 'auth'], timeout: 5_000 },
    ],
    check: 'auth -t',
    reload: 'auth -r',
    grace: 30_000,
    passes: 3,
    every: 1_000,
    soak: 30_000,
    rotating: ['/etc/auth/*', '!/etc/auth/fixed'],
  };
  const having = (more: Partial<Service>) => policy([], { services: [{ ...auth, ...more }] });
  const probes = (...changed: Probe[]) =>
    having({ probes: [...changed, ...auth.probes.slice(changed.length)] });
  const [first, second] = auth.probes as [HttpProbe, HttpProbe];
  const before = having({});

  expect(weakerThan(before, before)).toEqual([]);
  expect(weakerThan(policy([]), having({ rotating: [] }))).toEqual([]);
  expect(weakerThan(before, having({ passes: 4, soak: 60_000, grace: 0, every: 500 }))).toEqual([]);
  const strict: HttpProbe = { ...first, status: [200], within: 400 };
  expect(weakerThan(before, probes(strict, { ...second, status: [204], body: 'x', within: 9 }))).toEqual([]);
  expect(weakerThan(before, policy([]))).toEqual(['services no longer names auth']);
  expect(weakerThan(before, having({ probes: [] }))).toEqual([
    'auth: the probe http://a/ is gone',
    'auth: the probe http://b/?… is gone',
    'auth: the probe tcp [::1]:80 is gone',
    'auth: the probe smoke … is gone',
  ]);
  const { body, ...bodiless } = first;
  const { status, ...any } = first;
  for (const less of [
    bodiless,
    any,
    { ...first, body: 'o' },
    { ...first, status: [200, 500] },
    { ...first, within: 501 },
  ])
    expect(weakerThan(before, probes(less))).toEqual(['auth: the probe http://a/ asks for less']);
  for (const less of [
    { ...second, status: [200, 302] },
    { ...second, timeout: 6_000 },
  ])
    expect(weakerThan(before, probes(first, less))).toEqual(['auth: the probe http://b/?… asks for less']);
  const { check, ...unchecked } = auth;
  expect(weakerThan(before, policy([], { services: [unchecked] }))).toEqual([
    'auth: check is another one or none',
  ]);
  expect(weakerThan(before, having({ reload: 'true', passes: 1, soak: 0, grace: 60_000 }))).toEqual([
    'auth: reload is another one or none',
    'auth: passes is lowered to 1',
    'auth: soak is shortened to 0 ms',
    'auth: grace is prolonged to 60000 ms',
  ]);
  expect(weakerThan(before, having({ rotating: true }))).toEqual(['auth: rotating names all of its files']);
  expect(weakerThan(before, having({ rotating: ['/etc/auth/*', 'b'] }))).toEqual([
    'auth: rotating newly names b',
    'auth: rotating no longer excludes /etc/auth/fixed',
  ]);
  expect(weakerThan(before, having({ rotating: [] }))).toEqual([]);
  expect(weakerThan(policy([]), before)).toEqual(['auth: rotating newly names /etc/auth/*']);
});
