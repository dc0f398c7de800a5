import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
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
