import { describe, expect, test } from '@jest/globals';
import { elsewhere } from '../../src/deploy/elsewhere.ts';
import { readPolicy } from '../../src/policy/read.ts';

const POLICY = `critical:
  - files: config/auth/**
    live: /etc/auth
    service: auth
  - files: env/**
    live: /etc/env
environments:
  - config/auth/{environment}.yml
  - env/{environment}/**
`;
const PATHS = [
  'config/auth/keys.yml',
  'config/auth/production.yml',
  'config/auth/staging.yml',
  'env/prod/web.env',
  'env/prod-us/web.env',
  'env/qa/web.env',
];

/** The places that are none of a deployment's. */
async function left(environment: string | null, services?: string[], paths = PATHS): Promise<string[]> {
  const read = await readPolicy(POLICY, 'policy.yml', { kind: 'file', path: 'policy.yml' });
  if (!read.ok) throw new Error(read.problem.message);
  const isElsewhere = elsewhere(read.value, paths, { environment, services });
  return paths
    .map((path) => path.replace(/^(config\/auth|env)/, (from) => (from === 'env' ? '/etc/env' : '/etc/auth')))
    .filter((path) => isElsewhere({ path, service: path.startsWith('/etc/auth') ? 'auth' : null }));
}

describe('files of other environments', () => {
  test.each([
    [null, []],
    ['production', ['/etc/auth/staging.yml', '/etc/env/qa/web.env']],
    ['Production', ['/etc/auth/staging.yml', '/etc/env/qa/web.env']],
    ['prod', ['/etc/auth/staging.yml', '/etc/env/prod-us/web.env', '/etc/env/qa/web.env']],
    ['prod-us', ['/etc/auth/staging.yml', '/etc/env/prod/web.env', '/etc/env/qa/web.env']],
    [
      'staging',
      [
        '/etc/auth/production.yml',
        '/etc/env/prod/web.env',
        '/etc/env/prod-us/web.env',
        '/etc/env/qa/web.env',
      ],
    ],
    ['blue', []],
  ])('to %s', async (environment, expected) => {
    expect(await left(environment)).toEqual(expected);
  });

  test('by the name of its file, where no environment has a usual one', async () => {
    const paths = ['config/auth/blue.yml', 'config/auth/staging.yml', 'config/auth/limits.yml'];
    expect(await left('blue', undefined, paths)).toEqual(['/etc/auth/staging.yml']);
  });
});

test('files of services that were not asked', async () => {
  expect(await left(null, ['auth'])).toEqual([]);
  expect(await left(null, ['web'])).toEqual(PATHS.slice(0, 3).map((path) => path.replace('config', '/etc')));
});
