import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { wordsOf } from '../../src/deploy/words.ts';
import { globMatcher } from '../../src/policy/globs.ts';
import type { Deployment } from '../../src/store/deployments.ts';

test.each([
  '/etc/auth/keys.yml',
  "/etc/auth/it's.yml",
  '/etc/auth/a b.yml',
  '/etc/auth/[x]*.yml',
  '/etc/$HOME',
])('what is to be declared for %s declares exactly that, pasted into a shell', (path) => {
  const deployment = { writes: [], commit: null, outcome: 'failed', findings: [] } as unknown as Deployment;
  const told = { code: 'write-undeclared', path, args: { status: 'modified' } } as never;
  const [, pasted = ''] = /declare it: --writes (.*)\. If not/.exec(wordsOf(told, deployment).fix) ?? [];
  const glob = execFileSync('/bin/sh', ['-c', `printf %s ${pasted}`], { encoding: 'utf8' });
  expect(globMatcher([glob])(path)).toBe(true);
  expect(globMatcher([glob])(`${path}x`)).toBe(false);
});

describe('what is missing', () => {
  const deployment = { commit: 'a'.repeat(40) } as unknown as Deployment;
  const words = (path: string | null, service: string | null, files?: number) =>
    wordsOf(
      { code: 'left-missing', severity: 'notice', path, service, args: files ? { files } : {} },
      deployment,
    );

  test('is not to be copied before somebody has asked whether it belongs there', () => {
    expect(words('/etc/auth/staging.yml', 'auth').fix).toMatch(/^Ask first whether it belongs on this host/);
  });

  test.each([
    ['db', 40, /^Nothing of db is on this host: 40 files of the commit aaaaaaaaaaaa are missing/],
    ['db', 1, /^Nothing of db is on this host: 1 file of the commit aaaaaaaaaaaa is missing/],
    [null, 2, /^Nothing that belongs to no service is on this host: 2 files/],
  ])('of %s as a whole is told at once', (service, files, expected) => {
    expect(words(null, service, files).what).toMatch(expected);
  });
});
