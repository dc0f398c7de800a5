import { expect, test } from '@jest/globals';
import { readPolicy } from '../../src/policy/read.ts';
import { withoutRotating } from '../../src/restore/rotating.ts';
import { affectedServices, rotatingFiles } from '../../src/services/affected.ts';

async function policyOf(text: string) {
  const read = await readPolicy(text, 'p', { kind: 'file', path: 'p' });
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}

const POLICY = await policyOf(`
critical:
  - files: config/auth/**
    live: /etc/auth
    service: auth
  - files: /etc/billing/**
    service: billing
  - files: /etc/mail/**
    service: mail
  - files: /etc/motd
services:
  auth:
    check: auth -t
    rotating: [config/auth/keys/*, '!config/auth/keys/root.pem', /etc/billing/b.key]
  billing:
    rotating: true
`);

test('the services that read files, known and unknown', () => {
  const { services, unknown } = affectedServices(POLICY, [
    '/etc/mail/a',
    '/etc/auth/a.yml',
    '/etc/auth/b.yml',
    '/etc/motd',
    '/srv/other',
  ]);
  expect(services.map(({ name }) => name)).toEqual(['auth']);
  expect(unknown).toEqual(['mail']);
  expect(affectedServices(POLICY, [])).toEqual({ services: [], unknown: [] });
});

test('a file rotates by its place on the host or in the checkout, and only for its own service', () => {
  const rotates = rotatingFiles(POLICY);
  const places = ['/etc/auth/keys/a.pem', '/etc/auth/keys/root.pem', '/etc/auth/a.yml', '/etc/billing/b.key'];
  expect([...places, '/etc/billing/c', '/etc/mail/a', '/etc/motd', '/srv/x'].filter(rotates)).toEqual([
    '/etc/auth/keys/a.pem',
    '/etc/billing/b.key',
    '/etc/billing/c',
  ]);
  expect([...places].filter(rotatingFiles({ ...POLICY, services: [] }))).toEqual([]);
});

test('what rotates is left out of a plan, with the directories that only it needs', () => {
  const file = { sha256: 'a'.repeat(64), size: 1, mode: 0o600, uid: 0, gid: 0, was: 'absent' as const };
  const directory = { mode: 0o700, uid: 0, gid: 0 };
  const plan = {
    writes: [
      { ...file, path: '/etc/auth/a.yml' },
      { ...file, path: '/etc/auth/keys/a.pem' },
    ],
    removes: ['/etc/auth/keys/b.pem', '/etc/auth/old.yml'],
    unchanged: ['/etc/mail/a'],
    directories: [
      { ...directory, path: '/etc/auth' },
      { ...directory, path: '/etc/auth/keys' },
    ],
  };
  expect(withoutRotating(plan, rotatingFiles(POLICY))).toEqual({
    plan: {
      writes: [plan.writes[0]],
      removes: ['/etc/auth/old.yml'],
      unchanged: plan.unchanged,
      directories: [plan.directories[0]],
    },
    rotating: ['/etc/auth/keys/a.pem', '/etc/auth/keys/b.pem'],
  });
});
