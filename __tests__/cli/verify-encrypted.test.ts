import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { runBackup } from '../../src/cli/backup/index.ts';
import { runVerify } from '../../src/cli/verify/index.ts';
import type { Decision } from '../../src/verdict/decision.ts';
import { createDirectory } from '../helpers/repository.ts';

const POLICY = `critical:
  - files: /etc/auth/**
    service: auth
    sensitive: [pin]
  - files: /etc/web/**
    service: web
`;
const SECRET = 'issuer: https://login.example.com\npin: walrus-47\n';

let dir: string;
let dispose: () => Promise<void>;

beforeEach(async () => {
  ({ dir, dispose } = await createDirectory());
  const identity = await generateX25519Identity();
  await write('policy.yml', POLICY);
  await write('ada.txt', `${identity}\n`);
  await write('root/etc/auth/production.yml', SECRET);
  await write('root/etc/web/site.conf', 'port 80\n');
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
  await write('root/etc/auth/production.yml', 'issuer: https://login.staging.example.com\npin: walrus-52\n');
  const { code, out } = await verify('--identity', 'ada.txt');
  expect(code).toBe(1);
  expect(out).toMatch(/- issuer: "https:\/\/login\.example\.com"/);
  expect(out).not.toMatch(/walrus/);
});

describe('an exported store', () => {
  const AUTH = '/etc/auth/production.yml';
  const OPEN = '/etc/web/site.conf';
  const exported = async (...argv: string[]) => {
    const { code, out, err } = await verify('--store', 'exported', ...argv, '--format', 'json');
    const { verdict, findings, notLookedAt, verified } = JSON.parse(out) as Decision;
    return {
      ...{ code, err, verdict, verified },
      found: findings.map(({ path, args }) => `${path} ${args.live} ${args.differs ?? ''}`),
      unread: notLookedAt.map(({ path, reason, blocks }) => `${path} ${reason} ${blocks}`),
    };
  };
  const nothing = { found: [], unread: [] };

  test('is compared as a whole by who can decrypt it', async () => {
    expect(await exported('--identity', 'ada.txt')).toMatchObject({ code: 0, verdict: 'pass', ...nothing });
    await write(`root${AUTH}`, SECRET.replace('walrus-47', 'walrus-52'));
    expect(await exported('--identity', 'ada.txt')).toMatchObject({
      code: 1,
      found: [`${AUTH} file content`],
    });
  });

  test.each([
    ['without an identity', 'identity-missing', []],
    ['with the identity of another', 'identity-wrong', ['--identity', 'eve.txt']],
  ])('%s, what is encrypted is named and does not pass, and the rest is compared', async (_, why, argv) => {
    await write('eve.txt', `${await generateX25519Identity()}\n`);
    const unread = [`${AUTH} ${why} true`];
    expect(await exported(...argv)).toEqual({
      code: 2,
      err: '',
      verdict: 'inconclusive',
      verified: 2,
      found: [],
      unread,
    });
    await write(`root${AUTH}`, SECRET.replace('walrus-47', 'walrus-52'));
    expect(await exported(...argv)).toMatchObject({ code: 2, verdict: 'inconclusive', found: [], unread });
    await write(`root${OPEN}`, 'port 81\n');
    expect(await exported(...argv)).toMatchObject({ code: 1, found: [`${OPEN} file content`], unread });
  });

  test.each<[string, string, () => Promise<unknown>]>([
    ['is gone', `${AUTH} nothing `, () => rm(join(dir, `root${AUTH}`))],
    ['has another mode', `${AUTH} file mode`, () => chmod(join(dir, `root${AUTH}`), 0o600)],
    ['has another size', `${AUTH} file content`, () => write(`root${AUTH}`, `${SECRET}more: 1\n`)],
    ['was emptied', `${AUTH} file content`, () => write(`root${AUTH}`, '')],
    [
      'is a link now',
      `${AUTH} link `,
      async () => {
        await rm(join(dir, `root${AUTH}`));
        await symlink('elsewhere', join(dir, `root${AUTH}`));
      },
    ],
  ])('tells without an identity that an encrypted file %s', async (_, found, damage) => {
    await damage();
    expect(await exported()).toMatchObject({ code: 1, verdict: 'fail', found: [found] });
  });

  test('says of an object that is gone or damaged which file it was, and compares the rest', async () => {
    const objects = (await readdir(join(dir, 'exported/objects'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const sealed = await firstThat(objects, async (file) =>
      (await readFile(file, 'utf8')).startsWith('age-encryption'),
    );
    await writeFile(sealed, 'spoilt');
    expect(await exported('--identity', 'ada.txt')).toMatchObject({
      code: 2,
      unread: [`${AUTH} object-damaged true`],
    });
    await rm(sealed);
    expect(await exported('--identity', 'ada.txt')).toMatchObject({
      code: 2,
      unread: [`${AUTH} object-missing true`],
    });
  });

  test('counts what is not known in the metrics, and as neither intact nor drifted', async () => {
    await exported('--metrics', 'holdfast.prom');
    const metrics = await readFile(join(dir, 'holdfast.prom'), 'utf8');
    for (const line of ['files{state="intact"} 1', 'files{state="drifted"} 0', 'files{state="unknown"} 1'])
      expect(metrics).toContain(`holdfast_config_${line}\n`);
    expect(metrics).toContain('holdfast_verify_inconclusive 1\n');
    expect(metrics).not.toContain(AUTH);
  });
});

async function firstThat<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<T> {
  for (const item of items) if (await holds(item)) return item;
  throw new Error('none');
}
