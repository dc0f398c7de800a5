import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createRepository, type TestRepository } from '../helpers/repository.ts';
import { judgedIn, verifyIn } from './verify-support.ts';

const POLICY = `critical:
  - files: config/auth/**
    live: /etc/auth
    service: auth
  - files: config/vault.yml
  - files: /etc/motd.d/*
`;
const AUTH = 'issuer: https://login.example.com\npool:\n  size: 40\n';

let repository: TestRepository;
let root: string;

const put = async (place: string, text: string) => {
  await mkdir(dirname(join(root, place)), { recursive: true });
  await writeFile(join(root, place), text);
};
const judged = (...argv: string[]) => judgedIn(repository.dir, '--root', root, ...argv);

beforeEach(async () => {
  repository = await createRepository();
  root = join(repository.dir, '.git', 'host');
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/auth/production.yml', AUTH);
  await repository.write('config/auth/start', '#!/bin/sh\n');
  await repository.chmod('config/auth/start', 0o755);
  await repository.link('config/auth/current.yml', 'production.yml');
  await repository.write('config/vault.yml', 'address: https://vault.example.com\n');
  await repository.commit();
  await put('/etc/auth/production.yml', AUTH);
  await put('/etc/auth/start', '#!/bin/sh\n');
  await chmod(join(root, '/etc/auth/start'), 0o750);
  await chmod(join(root, '/etc/auth/production.yml'), 0o600);
  await symlink('production.yml', join(root, '/etc/auth/current.yml'));
});
afterEach(() => repository.dispose());

const UNPLACED = { path: 'config/vault.yml', reason: 'no-live-place', blocks: false };

test('passes while the host has what the commit has, whoever owns it', async () => {
  const { code, decision, found, unread } = await judged('--commit', 'HEAD');
  expect([code, found, unread]).toEqual([0, [], [UNPLACED]]);
  expect(decision).toMatchObject({
    base: await repository.git('rev-parse', 'HEAD'),
    policy: 'base:.github/holdfast.yml',
    verified: 3,
  });
});

test('sees what the host has otherwise, and what it has besides', async () => {
  await put('/etc/auth/production.yml', 'issuer: https://login.example.com\n');
  await put('/etc/auth/debug.yml', 'debug: true\n');
  await chmod(join(root, '/etc/auth/start'), 0o640);
  await rm(join(root, '/etc/auth/current.yml'));
  const { code, decision, found } = await judged('--commit', 'HEAD');
  expect([code, found]).toEqual([
    1,
    ['current.yml', 'debug.yml', 'production.yml', 'start'].map(
      (name) => `error live-drift /etc/auth/${name}`,
    ),
  ]);
  const changed = decision.findings.find(({ path }) => path.endsWith('production.yml'))!;
  expect(changed.folded).toMatchObject([{ check: 'key-removed' }]);
  const { out } = await verifyIn(repository.dir, '--root', root, '--commit', 'HEAD');
  expect(out).toMatch(/deploy the commit again/);
  expect(out).not.toMatch(/holdfast restore|git checkout/);
});

test('holds the host against the commit that is named, under its policy', async () => {
  await repository.write('config/auth/production.yml', AUTH.replace('40', '80'));
  await repository.commit();
  expect(await judged('--commit', 'HEAD')).toMatchObject({ code: 1 });
  expect(await judged('--commit', 'HEAD~1')).toMatchObject({ code: 0 });
});

test('cannot say what a template becomes', async () => {
  await repository.write('config/auth/production.yml', 'issuer: {{ issuer }}\npool:\n  size: {{ size }}\n');
  await repository.commit();
  expect(await judged('--commit', 'HEAD')).toMatchObject({
    code: 2,
    found: [],
    unread: [{ path: '/etc/auth/production.yml', reason: 'template', blocks: true }, UNPLACED],
  });
});

test('says which places a commit cannot speak of', async () => {
  await put('/etc/motd.d/10-auth', 'hello\n');
  const { code, unread } = await judged('--commit', 'HEAD');
  expect(code).toBe(0);
  expect(unread).toEqual([{ path: '/etc/motd.d/10-auth', reason: 'only-on-hosts', blocks: false }, UNPLACED]);
});

test('is a problem where there is no such commit, no policy, or nothing on hosts', async () => {
  const refused = async (...argv: string[]) => {
    const { code, err } = await verifyIn(repository.dir, '--root', root, ...argv);
    expect(code).toBe(2);
    return err;
  };
  expect(await refused('--commit', 'nonesuch')).toMatch(/nonesuch/);
  await repository.write('.github/holdfast.yml', 'critical:\n  - files: config/vault.yml\n');
  await repository.commit();
  expect(await refused('--commit', 'HEAD')).toMatch(/none of these files where they are on hosts/);
  await repository.remove('.github/holdfast.yml');
  await repository.commit();
  expect(await refused('--commit', 'HEAD')).toMatch(/No policy/);
});
