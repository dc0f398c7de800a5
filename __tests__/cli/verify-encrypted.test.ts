import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { runBackup } from '../../src/cli/backup/index.ts';
import { runVerify } from '../../src/cli/verify/index.ts';
import { createDirectory } from '../helpers/repository.ts';

const POLICY = `critical:
  - files: /etc/auth/**
    service: auth
    sensitive: [pin]
`;
const SECRET = 'issuer: https://login.example.com\npin: 4711\n';

let dir: string;
let dispose: () => Promise<void>;

beforeEach(async () => {
  ({ dir, dispose } = await createDirectory());
  const identity = await generateX25519Identity();
  await write('policy.yml', POLICY);
  await write('ada.txt', `${identity}\n`);
  await write('root/etc/auth/production.yml', SECRET);
  const recipient = await identityToRecipient(identity);
  await run(runBackup, '--policy', 'policy.yml', '--root', 'root', '--recipient', recipient);
  await run(runBackup, 'export', 'exported');
});
afterEach(() => dispose());

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(dir, name)), { recursive: true });
  await writeFile(join(dir, name), text);
}

async function run(command: typeof runBackup, ...argv: string[]) {
  const told = { out: '', err: '' };
  const code = await command(argv, {
    cwd: dir,
    env: { HOLDFAST_STORE: 'store' },
    stdout: (text) => (told.out += text),
    stderr: (text) => (told.err += text),
    color: false,
  });
  return { code, ...told };
}

const verify = (...argv: string[]) =>
  run(runVerify, '--root', 'root', '--policy', 'policy.yml', '--snapshot', 'latest', ...argv);

test('a host store tells by digest alone whether a file is as it was', async () => {
  expect(await verify()).toMatchObject({ code: 0, err: '' });
  await write('root/etc/auth/production.yml', SECRET.replace('login', 'login.staging'));
  const { code, out } = await verify('--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(out).findings[0]).toMatchObject({
    check: 'live-drift',
    path: '/etc/auth/production.yml',
  });
});

test('with the identity, the keys that drifted are shown, and what is sensitive is not', async () => {
  await write('root/etc/auth/production.yml', 'issuer: https://login.staging.example.com\npin: 4712\n');
  const { code, out } = await verify('--identity', 'ada.txt');
  expect(code).toBe(1);
  expect(out).toMatch(/- issuer: "https:\/\/login\.example\.com"/);
  expect(out).not.toMatch(/471[12]/);
});

test('what an exported store holds encrypted is compared by who can decrypt it, and passes for nobody else', async () => {
  expect(await verify('--store', 'exported', '--identity', 'ada.txt')).toMatchObject({ code: 0, err: '' });
  const { code, err } = await verify('--store', 'exported');
  expect(code).toBe(2);
  expect(err).toMatch(/production\.yml: The content is encrypted, and no identity was given\./);
});
