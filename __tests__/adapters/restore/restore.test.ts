import { lstat, mkdir, readdir, readlink, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseMounts } from '../../../src/adapters/restore/mounts.ts';
import { diskOperations } from '../../../src/adapters/restore/operations.ts';
import { objectPlace } from '../../../src/adapters/store/objects.ts';
import { createHost, type Host } from './support.ts';

const AUTH = '/etc/auth/production.yml';
const KEYS = '/etc/auth/keys/signing.pem';
const GOOD = 'issuer: https://login.example.com\n';
const BAD = 'issuer: https://login.staging.example.com\n';

let host: Host;
beforeEach(async () => {
  host = await createHost();
  await host.write(AUTH, GOOD, 0o640);
  await host.write(KEYS, 'key one\n', 0o600);
});
afterEach(() => host.dispose());

const codes = (outcome: { problems?: { code: string; path?: string }[] }) =>
  outcome.problems?.map(({ code, path }) => [code, path]);
const journals = () => readdir(`${host.store.directory}/journal`);
const names = (path: string) => readdir(host.place(path));

describe('puts back', () => {
  test('content, mode and owner, and leaves nothing else', async () => {
    const isRoot = process.getuid?.() === 0;
    if (isRoot) await host.own(AUTH, 12, 34);
    const kept = await host.keep(AUTH, KEYS);
    await host.write(AUTH, BAD, 0o666);
    if (isRoot) await host.own(AUTH, 0, 0);
    expect(await host.restore(kept)).toMatchObject({ ok: true, value: { foreign: [] } });
    expect(await host.text(AUTH)).toBe(GOOD);
    const { mode, uid, gid } = await lstat(host.place(AUTH));
    expect(mode & 0o7777).toBe(0o640);
    if (isRoot) expect([uid, gid]).toEqual([12, 34]);
    expect(await names('/etc/auth')).toEqual(['keys', 'production.yml']);
    expect(await journals()).toEqual([]);
  });

  test('nothing where all is as it should be', async () => {
    const kept = await host.keep(AUTH, KEYS);
    const { ino } = await lstat(host.place(AUTH));
    expect(host.examined(kept).plan).toMatchObject({ writes: [], removes: [], unchanged: [KEYS, AUTH] });
    await host.restore(kept);
    expect((await lstat(host.place(AUTH))).ino).toBe(ino);
  });

  test('a file whose directories are gone, which let in whoever may read it', async () => {
    const kept = await host.keep(AUTH, KEYS);
    await rm(host.place('/etc'), { recursive: true });
    expect(await host.restore(kept)).toMatchObject({ ok: true });
    expect(await host.text(KEYS)).toBe('key one\n');
    const modes = await Promise.all(
      ['/etc', '/etc/auth', '/etc/auth/keys'].map(
        async (path) => (await lstat(host.place(path))).mode & 0o777,
      ),
    );
    expect(modes).toEqual([0o750, 0o750, 0o700]);
  });

  test('a link, as a link and in the place of a file', async () => {
    await host.link('/etc/auth/current.yml', 'production.yml');
    const kept = await host.keep('/etc/auth/current.yml');
    await rm(host.place('/etc/auth/current.yml'));
    await host.write('/etc/auth/current.yml', BAD);
    expect(await host.restore(kept)).toMatchObject({ ok: true });
    expect(await readlink(host.place('/etc/auth/current.yml'))).toBe('production.yml');
  });

  test('a file in the place of a link, without following it', async () => {
    const kept = await host.keep(AUTH);
    await host.write('/etc/elsewhere.yml', BAD);
    await rm(host.place(AUTH));
    await host.link(AUTH, '../elsewhere.yml');
    expect(await host.restore(kept)).toMatchObject({ ok: true });
    expect((await lstat(host.place(AUTH))).isFile()).toBe(true);
    expect(await host.text('/etc/elsewhere.yml')).toBe(BAD);
  });

  test('and removes what does not belong there, links and unreadable files too', async () => {
    const kept = await host.keep(AUTH);
    await host.write('/etc/auth/added.yml', BAD, 0o000);
    await host.link('/etc/auth/dangling.yml', 'nowhere');
    const absent = ['/etc/auth/added.yml', '/etc/auth/dangling.yml', '/etc/auth/never.yml'];
    expect(host.examined(kept, { absent }).plan.removes).toEqual(absent.slice(0, 2));
    expect(await host.restore(kept, { absent })).toMatchObject({ ok: true });
    expect(await names('/etc/auth')).toEqual(['keys', 'production.yml']);
  });

  test('names of 255 bytes, and names that are not UTF-8', async () => {
    const long = `/etc/auth/${'l'.repeat(255)}`;
    const latin = '/etc/auth/caf\udce9.yml';
    const bytes = Buffer.from(host.place('/etc/auth/caf\xe9.yml'), 'latin1');
    await host.write(long, GOOD);
    await writeFile(bytes, GOOD);
    const [kept, like] = await host.keep(long, AUTH);
    await host.write(long, BAD);
    await writeFile(bytes, BAD);
    const wanted = [kept!, { ...like!, path: latin, mode: 0o644 }];
    expect(await host.restore(wanted)).toMatchObject({ ok: true });
    expect(await host.text(long)).toBe(GOOD);
    expect((await diskOperations.lstat(bytes))?.size).toBe(GOOD.length);
  });
});

describe('refuses, and touches nothing', () => {
  let before: string | undefined;
  const refused = async (...args: Parameters<Host['restore']>) => {
    const outcome = await host.restore(...args);
    expect(outcome).toMatchObject({ ok: false, touched: false });
    expect(await host.text(KEYS)).toBe(before);
    expect(await journals()).toEqual([]);
    return codes(outcome as { problems: { code: string }[] });
  };
  beforeEach(async () => {
    before = await host.text(KEYS);
  });

  test.each([
    ['a missing object', 'object-missing', (place: string) => rm(place)],
    ['a truncated object', 'object-damaged', (place: string) => truncate(place, 5)],
    ['a flipped bit', 'object-damaged', (place: string) => writeFile(place, GOOD.replace('i', 'h'))],
  ])('%s', async (_, code, damage) => {
    const kept = await host.keep(AUTH, KEYS);
    await host.write(AUTH, BAD);
    await host.write(KEYS, 'other\n', 0o600);
    before = 'other\n';
    await damage(objectPlace(host.store, kept[0]!.sha256));
    expect(await refused(kept)).toEqual([[code, AUTH]]);
    expect(await host.text(AUTH)).toBe(BAD);
  });

  test('a directory or a pipe in place of a file, all of them at once', async () => {
    await host.write('/etc/auth/second.yml', GOOD);
    const kept = await host.keep(AUTH, '/etc/auth/second.yml');
    await rm(host.place(AUTH));
    await mkdir(host.place(AUTH));
    await rm(host.place('/etc/auth/second.yml'));
    await mkdir(host.place('/etc/auth/second.yml'));
    const absent = ['/etc/auth/keys'];
    expect(await refused(kept, { absent })).toEqual([
      ['not-a-file', AUTH],
      ['not-a-file', '/etc/auth/second.yml'],
      ['not-a-file', '/etc/auth/keys'],
    ]);
  });

  test('a directory that is a link to one with the same files', async () => {
    const kept = await host.keep(AUTH, KEYS);
    await rename(host.place('/etc/auth/keys'), host.place('/etc/next'));
    await symlink('../next', host.place('/etc/auth/keys'));
    expect(codes(host.examined(kept))).toEqual([['parent-is-link', '/etc/auth/keys']]);
    await rm(host.place('/etc/auth/keys'));
    expect(await host.restore(kept)).toMatchObject({ ok: true });
    expect(await host.text(KEYS)).toBe('key one\n');
  });

  test('a directory that is a link, or a file', async () => {
    const kept = await host.keep(AUTH, KEYS);
    await host.write(AUTH, BAD);
    await rm(host.place('/etc/auth/keys'), { recursive: true });
    await mkdir(host.place('/tmp'));
    await symlink(host.place('/tmp'), host.place('/etc/auth/keys'));
    before = undefined;
    expect(await refused(kept)).toEqual([['parent-is-link', '/etc/auth/keys']]);
    await rm(host.place('/etc/auth/keys'));
    await host.write('/etc/auth/keys', 'a file\n');
    expect(await refused(kept)).toEqual([['parent-not-directory', '/etc/auth/keys']]);
    expect(await names('/tmp')).toEqual([]);
  });

  test('locations that lead elsewhere', async () => {
    const [kept] = await host.keep(AUTH);
    for (const path of ['/etc/../../outside.yml', 'etc/auth.yml', '/etc//auth.yml', '/etc/a\0b', '/']) {
      expect(await refused([{ ...kept!, path, sha256: kept!.sha256 }])).toContainEqual([
        'location-unsafe',
        path,
      ]);
    }
  });

  test('a mount point, unless it may be written over', async () => {
    const kept = await host.keep(AUTH);
    await host.write(AUTH, BAD);
    expect(await refused(kept, { mounts: [AUTH] })).toEqual([['mounted', AUTH]]);
    const added = '/etc/auth/added.yml';
    await host.write(added, BAD);
    expect(await refused(kept, { mounts: [added], absent: [added] })).toEqual([['mounted', added]]);
    await host.link('/etc/auth/link.yml', 'production.yml');
    const links = await host.keep('/etc/auth/link.yml');
    await rm(host.place('/etc/auth/link.yml'));
    await host.write('/etc/auth/link.yml', BAD);
    const asked = { mounts: ['/etc/auth/link.yml'], inPlace: true };
    expect(await refused(links, asked)).toEqual([['mounted', '/etc/auth/link.yml']]);
  });

  test.each([
    ['EROFS', 'read-only'],
    ['EACCES', 'not-writable'],
  ])('a directory in which nothing can be written: %s', async (code, problem) => {
    const kept = await host.keep(AUTH, KEYS);
    await host.write(AUTH, BAD);
    const probe = (place: string | Buffer) => {
      if (String(place).endsWith('/etc/auth')) throw Object.assign(new Error(code), { code });
      diskOperations.probe(place);
    };
    expect(await refused(kept, { files: { ...diskOperations, probe } })).toEqual([[problem, dirname(AUTH)]]);
  });
});

test('a mounted file is written over when that is allowed', async () => {
  const kept = await host.keep(AUTH);
  await host.write(AUTH, BAD);
  const { ino } = await lstat(host.place(AUTH));
  const outcome = await host.restore(kept, { mounts: [AUTH], inPlace: true });
  expect(outcome).toMatchObject({ ok: true });
  expect(await host.text(AUTH)).toBe(GOOD);
  expect((await lstat(host.place(AUTH))).ino).toBe(ino);
});

test('an owner that cannot be set is told, and the set-user-ID bit is not given', async () => {
  await host.write('/usr/bin/helper', GOOD, 0o4755);
  const kept = await host.keep(AUTH, '/usr/bin/helper');
  await host.write(AUTH, BAD);
  await host.write('/usr/bin/helper', BAD);
  const own = () => {
    throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
  };
  const wanted = kept.map((file) => ({ ...file, uid: file.uid + 1 }));
  const outcome = await host.restore(wanted, { files: { ...diskOperations, own } });
  expect(outcome).toMatchObject({ ok: true, value: { foreign: [AUTH, '/usr/bin/helper'] } });
  expect((await lstat(host.place('/usr/bin/helper'))).mode & 0o7777).toBe(0o755);
});

test('mount points with blanks and other bytes in their names', () => {
  const line = (point: string) => `42 27 254:0 /x ${point} rw,relatime - ext4 /dev/vda rw`;
  expect([...parseMounts(`${line('/')}\n${line('/etc/a\\040b\\134c')}\n${line('/caf\xe9')}\n`)]).toEqual([
    '/',
    '/etc/a b\\c',
    '/caf\udce9',
  ]);
});
