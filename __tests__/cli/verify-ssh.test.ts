import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runBackup } from '../../src/cli/backup/index.ts';
import { createDirectory } from '../helpers/repository.ts';
import { fakeSsh, judgedIn, verifyIn } from './verify-support.ts';

/** Shells that are here; the last takes its tools from BusyBox, too. */
const SHELLS = ['dash', 'bash', 'mksh', 'zsh', 'busybox sh'].filter(isHere);

function isHere(shell: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', `${shell} -c :`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const ODD = [
  'plain.yml',
  'two words.yml',
  "quote'd.yml",
  'new\nline.yml',
  'end\n',
  '-n',
  '*',
  '.hidden',
  '..hidden',
  'back\\slash\\n.yml',
  '$(touch pwned)`touch pwned`;touch pwned.yml',
  '%s%n.yml',
  'é\u{1f511}.yml',
];

let dir: string;
let etc: string;
let dispose: () => Promise<void>;

const write = (name: string, text: string) => writeFile(join(etc, name), text);

beforeEach(async () => {
  ({ dir, dispose } = await createDirectory());
  etc = join(dir, 'etc');
  await mkdir(join(etc, 'deep dir/er'), { recursive: true });
  await write('auth.yml', 'issuer: https://login.example.com\npool:\n  size: 40\n');
  for (const name of ODD) await write(name, `name: ${JSON.stringify(name)}\n`);
  await writeFile(Buffer.concat([Buffer.from(`${etc}/deep dir/er/`), Buffer.from([0xff])]), 'bytes\n');
  await symlink('auth.yml', join(etc, 'current.yml'));
  await symlink('ends with a break\n', join(etc, 'odd-link'));
  await chmod(join(etc, 'auth.yml'), 0o640);
  await writeFile(join(dir, 'policy.yml'), `critical:\n  - files: ${etc}/**\n    service: auth\n`);
  const io = { cwd: dir, env: {}, stdout: () => {}, stderr: () => {}, color: false };
  const options = ['--store', 'store', '--policy', 'policy.yml'];
  expect(await runBackup(options, io)).toBe(0);
  expect(await runBackup(['mark', 'latest', '--good', '--store', 'store'], io)).toBe(0);
});
afterEach(() => dispose());

const place = ['--store', 'store', '--policy', 'policy.yml', '--host', 'deploy@auth-1'];
const verify = (ssh: string, ...argv: string[]) => verifyIn(dir, ...place, '--ssh', ssh, ...argv);

/** What is found here without a connection, and with one. */
async function both(ssh: string) {
  const [here, ...there] = place.slice(0, 4);
  const local = await judgedIn(dir, here!, ...there);
  const remote = await judgedIn(dir, ...place, '--ssh', ssh);
  return { local, remote };
}

describe.each(SHELLS)('over ssh, with %s', (shell) => {
  const tools = shell.startsWith('busybox') ? 'PATH=$(dirname "$0")/tools' : '';
  let ssh: string;
  beforeEach(async () => {
    if (tools !== '') {
      await mkdir(join(dir, 'tools'));
      for (const name of ['sh', 'dd', 'ls', 'stat', 'sha256sum', 'uname', 'readlink'])
        await symlink('/bin/busybox', join(dir, 'tools', name));
    }
    ssh = await fakeSsh(dir, tools === '' ? shell : 'sh', tools);
  });

  test('passes while everything is as it should be, whatever files are called', async () => {
    const { code, out, err } = await verify(ssh);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/→ live:deploy@auth-1/);
    expect(out).toMatch(/^PASS {2}17 files on the host/m);
  });

  test('finds what is found on the host itself', async () => {
    await write('auth.yml', 'issuer: https://login.staging.example.com\npool:\n  size: 40\n');
    await chmod(join(etc, 'plain.yml'), 0o4755);
    await write('added here.yml', 'debug: true\n');
    await write('new\nline.yml', 'name: another\n');
    await rm(join(etc, '*'));
    await rm(join(etc, 'odd-link'));
    await symlink('ends with a break', join(etc, 'odd-link'));
    await rm(join(etc, '-n'));
    await mkdir(join(etc, '-n'));
    await rm(join(etc, 'two words.yml'));
    execFileSync('mkfifo', [join(etc, 'two words.yml')]);
    await rm(join(etc, 'end\n'));
    await symlink('/etc/passwd', join(etc, 'end\n'));
    const { local, remote } = await both(ssh);
    expect(local.code).toBe(1);
    expect(remote.found).toEqual(local.found);
    expect(remote.found).toHaveLength(9);
    const { head, ...rest } = remote.decision;
    expect(head).toBe('live:deploy@auth-1');
    expect(rest).toEqual({ ...local.decision, head: undefined });
  });
});

const SHELL = 'sh';

test('a login that prints things does no harm', async () => {
  const ssh = await fakeSsh(dir, SHELL, 'echo "Welcome to auth-1"; printf "\\000\\000"; echo note >&2');
  expect((await verify(ssh)).code).toBe(0);
});

test('other tools give the same digests', async () => {
  for (const tool of ['shasum', 'openssl']) {
    if (!isHere(`command -v ${tool}; sh`)) continue;
    const tools = join(dir, `tools-${tool}`);
    await mkdir(tools);
    for (const name of ['sh', 'dd', 'ls', 'stat', 'uname', 'readlink', tool]) {
      const found = execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
      await symlink(found, join(tools, name));
    }
    const ssh = await fakeSsh(dir, SHELL, `PATH=${tools}`);
    expect([tool, (await verify(ssh)).code]).toEqual([tool, 0]);
  }
});

describe('what is no answer is never a pass', () => {
  const refused = async (ssh: string, ...argv: string[]) => {
    const { code, out, err } = await verify(ssh, ...argv);
    expect([code, out]).toEqual([2, '']);
    return err;
  };

  test.each([
    ['echo "Host key verification failed." >&2; exit 255', /key of the host is not known/],
    ['echo "WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!" >&2; exit 255', /another machine/],
    ['echo "me@h: Permission denied (publickey)." >&2; exit 255', /does not let this user in/],
    ['echo "ssh: connect to host h port 22: Connection refused" >&2; exit 255', /cannot be reached/],
    ['exit 0', /ended with code 0/],
    ['kill -9 $$', /ended with code 137/],
    ['exec yes', /no answer/],
    ['exec cat /dev/zero', /no answer/],
    ['PATH=/nonesuch', /no `sh` or no `dd`/],
  ])('%s', async (before, complaint) => {
    expect(await refused(await fakeSsh(dir, SHELL, before))).toMatch(complaint);
  });

  test.each(['cat >/dev/null', 'exec sleep 20'])('nothing at all: %s', async (before) => {
    const ssh = await fakeSsh(dir, SHELL, before);
    expect(await refused(ssh, '--timeout', '1')).toMatch(/sent nothing for 1 s/);
  });

  test('no program to hash with, or none to look at files', async () => {
    const tools = join(dir, 'tools');
    await mkdir(tools);
    const link = async (name: string) => {
      const found = execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
      await symlink(found, join(tools, name));
    };
    for (const name of ['sh', 'dd', 'ls', 'uname', 'stat']) await link(name);
    const ssh = await fakeSsh(dir, SHELL, `PATH=${tools}`);
    expect(await refused(ssh)).toMatch(/no sha256sum, shasum or openssl/);
    await link('sha256sum');
    await rm(join(tools, 'stat'));
    expect(await refused(ssh)).toMatch(/no stat/);
  });

  test('no ssh at all, and a host that would be an option', async () => {
    expect(await refused(join(dir, 'nonesuch'))).toMatch(/not found/);
    const { code, err } = await verifyIn(dir, '--store', 'store', '--host=-oProxyCommand=touch pwned');
    expect([code, err]).toEqual([2, expect.stringMatching(/Name it as for ssh/)]);
  });

  test('a connection that breaks at any moment', async () => {
    // Everything that the host answers goes through a pipe that ends after so many bytes.
    for (const bytes of [1, 100, 400, 1_000]) {
      const ssh = await fakeSsh(dir, SHELL, `sh -c "$1" | head -c ${bytes}; exit 255`);
      const { code, err } = await verify(ssh, '--timeout', '1');
      expect([bytes, code]).toEqual([bytes, 2]);
      expect(err).toMatch(/sent nothing for 1 s/);
    }
  });
});

test('what the user of the connection may not read is not known', async () => {
  if (process.getuid?.() !== 0) return;
  await chmod(dir, 0o755);
  await chmod(join(etc, 'auth.yml'), 0o600);
  await chmod(join(etc, 'deep dir'), 0o700);
  const drop = 'exec setpriv --reuid=65534 --regid=65534 --clear-groups sh -c "$1"';
  const { code, unread } = await judgedIn(dir, ...place, '--ssh', await fakeSsh(dir, SHELL, drop));
  expect(code).toBe(2);
  expect(unread).toEqual([
    { path: join(etc, 'auth.yml'), reason: 'live-unreadable', blocks: true },
    { path: join(etc, 'deep dir'), reason: 'live-unreadable', blocks: true },
  ]);
});
