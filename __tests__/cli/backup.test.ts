import { execFile } from 'node:child_process';
import { chmod, lutimes, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runBackup } from '../../src/cli/backup/index.ts';
import { createDirectory, createRepository, type TestRepository } from '../helpers/repository.ts';

const POLICY = `critical:
  - files: config/auth/**
    live: /etc/auth
    service: auth
    sensitive: ['**.password']
  - files: [/etc/web/*.conf, /etc/web.conf, '!/etc/web/draft.conf', 'vault:secret/web']
    service: web
  - files: config/web.yml
    service: web
`;
let repository: TestRepository;
let dir: string;
let dispose: () => Promise<void>;

beforeEach(async () => {
  repository = await createRepository();
  ({ dir, dispose } = await createDirectory());
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/auth/keys.yml', 'keys: [a]\n');
  await repository.write('config/auth/production.yml', 'issuer: https://login.example.com\n');
  await repository.write('config/web.yml', 'port: 80\n');
  await repository.commit();
  await live('/etc/auth/keys.yml', 'keys: [a, b]\n');
  await live('/etc/auth/production.yml', 'issuer: https://login.example.com\n');
  await live('/etc/web/site.conf', 'listen 80;\n');
  await live('/etc/web/draft.conf', 'listen 81;\n');
  await live('/etc/other.conf', 'x\n');
});
afterEach(async () => {
  await repository.dispose();
  await dispose();
});

async function live(place: string, content: string): Promise<string> {
  const path = join(dir, 'root', place);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function holdfast(argv: string[], env: Record<string, string> = {}) {
  const io = { out: '', err: '' };
  const code = await runBackup(argv, {
    cwd: repository.dir,
    env: { HOLDFAST_STORE: join(dir, 'store'), ...env },
    color: false,
    stdout: (text) => {
      io.out += text;
    },
    stderr: (text) => {
      io.err += text;
    },
  });
  return { code, ...io };
}

const save = (...argv: string[]) => holdfast(['--root', join(dir, 'root'), ...argv]);

async function shown(id = 'latest') {
  const { out } = await holdfast(['show', id, '--format', 'json']);
  return JSON.parse(out);
}

const pathsOf = (files: { path: string }[]) => files.map(({ path }) => path);

async function objects(): Promise<string[]> {
  const names = await readdir(join(dir, 'store/objects'), { recursive: true });
  return names.filter((name) => name.length > 2).sort();
}

describe('live files', () => {
  test('are saved where the policy puts them, with what is absent', async () => {
    const { code, out, err } = await save('--environment', 'production', '--reason', 'before\u001b[31m v2');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('3 files');
    expect(out).toContain('vault:secret/web is no file of a host');
    expect(out).toContain('config/web.yml is no file of a host');
    const snapshot = await shown();
    expect(pathsOf(snapshot.files)).toEqual([
      '/etc/auth/keys.yml',
      '/etc/auth/production.yml',
      '/etc/web/site.conf',
    ]);
    expect(snapshot.absent).toEqual([{ path: '/etc/web.conf', service: 'web' }]);
    expect(snapshot).toMatchObject({
      environment: 'production',
      host: hostname(),
      source: 'live',
      parent: null,
      commit: await repository.git('rev-parse', 'HEAD'),
      unsaved: [],
      scope: [{ live: ['/etc/auth'] }, { files: expect.arrayContaining(['/etc/web/*.conf']) }, {}],
    });
    expect((await holdfast(['list'])).out).not.toContain('\u001b');
  });

  test('keep their owner, mode and time; links are kept as links', async () => {
    const keys = join(dir, 'root/etc/auth/keys.yml');
    await chmod(keys, 0o4640);
    await utimes(keys, 1_700_000_000, 1_700_000_000.5);
    const link = join(dir, 'root/etc/auth/current.yml');
    await symlink('/etc/shadow', link);
    await lutimes(link, 1, 1);
    expect((await save()).code).toBe(0);
    const { files } = await shown();
    expect(files[1]).toMatchObject({
      path: '/etc/auth/keys.yml',
      mode: 0o4640,
      uid: process.getuid?.(),
      gid: process.getgid?.(),
      mtime: '2023-11-14T22:13:20.500Z',
      link: null,
      sensitive: true,
      size: 13,
    });
    expect(files[0]).toMatchObject({ path: '/etc/auth/current.yml', link: '/etc/shadow', size: 11 });
  });

  test('an unchanged run adds no object, and a changed file one', async () => {
    await save();
    const before = await objects();
    const again = await save('--format', 'json');
    expect(JSON.parse(again.out)).toMatchObject({
      complete: true,
      added: { objects: 0, bytes: 0 },
      files: 3,
    });
    expect(await objects()).toEqual(before);
    await live('/etc/auth/keys.yml', 'keys: [c]\n');
    expect(JSON.parse((await save('--format', 'json')).out).added).toEqual({ objects: 1, bytes: 10 });
  });

  test('several backups at the same time are made one after the other', async () => {
    const codes = (await Promise.all([save(), save(), save(), save()])).map(({ code }) => code);
    expect(codes).toEqual([0, 0, 0, 0]);
    const { snapshots } = JSON.parse((await holdfast(['list', '--format', 'json'])).out);
    const ids = snapshots.map(({ id }: { id: string }) => id);
    expect(snapshots.map(({ parent }: { parent: string }) => parent)).toEqual([null, ...ids.slice(0, 3)]);
    expect((await holdfast(['check'])).out).toContain('4 snapshots, 3 objects');
  });

  test('of one service only', async () => {
    await save('--service', 'web');
    const snapshot = await shown();
    expect(pathsOf(snapshot.files)).toEqual(['/etc/web/site.conf']);
    expect(snapshot.onlyService).toBe('web');
    const unknown = await save('--service', 'billing');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('Services: auth, web.');
  });

  test('without a checkout, by a policy file', async () => {
    const { dir: elsewhere, dispose: done } = await createDirectory();
    await writeFile(join(elsewhere, 'p.yml'), POLICY);
    const io = { cwd: elsewhere, env: {}, color: false, stdout: () => {}, stderr: () => {} };
    const store = ['--store', join(dir, 'other'), '--root', join(dir, 'root')];
    expect(await runBackup(['--policy', 'p.yml', ...store], io)).toBe(0);
    expect(await runBackup(store, io)).toBe(2);
    await done();
    const { out } = await holdfast(['show', 'latest', '--format', 'json', '--store', join(dir, 'other')]);
    expect(JSON.parse(out)).toMatchObject({ commit: null, absent: [{ path: '/etc/web.conf' }] });
  });

  test('names that are not UTF-8, or that steer a terminal', async () => {
    const name = Buffer.concat([Buffer.from(join(dir, 'root/etc/auth/')), Buffer.from([0x61, 0xff, 0x1b])]);
    await writeFile(name, 'x');
    expect((await save()).code).toBe(0);
    expect(pathsOf((await shown()).files)).toContain('/etc/auth/a\udcff\u001b');
    expect((await holdfast(['show', 'latest'])).out).toContain('/etc/auth/a\\xff\\x1b');
    expect((await holdfast(['check'])).code).toBe(0);
  });
});

describe('what cannot be saved is named, and everything else is saved', () => {
  test('a directory, a pipe and a link in place of a file or a directory', async () => {
    await rm(join(dir, 'root/etc/auth/keys.yml'));
    await mkdir(join(dir, 'root/etc/auth/keys.yml'));
    await promisify(execFile)('mkfifo', [join(dir, 'root/etc/auth/pipe')]);
    const { code, out } = await save();
    expect(code).toBe(2);
    expect(out).toContain('INCOMPLETE');
    expect(out).toMatch(/keys\.yml: a directory stands in place/);
    const { files, absent, unsaved } = await shown();
    expect(pathsOf(files)).toEqual(['/etc/auth/production.yml', '/etc/web/site.conf']);
    expect(pathsOf(absent)).toEqual(['/etc/web.conf']);
    expect(unsaved).toEqual([
      { path: '/etc/auth/keys.yml', service: 'auth', reason: 'directory', detail: '' },
      { path: '/etc/auth/pipe', service: 'auth', reason: 'not-a-file', detail: '' },
    ]);
    expect((await holdfast(['list'])).out).toContain('incomplete');
    const mark = await holdfast(['mark', 'latest', '--good']);
    expect([mark.code, mark.err]).toEqual([2, expect.stringContaining('/etc/auth/keys.yml and others')]);
  });

  test('a directory that is a link: nothing behind it is taken for absent', async () => {
    await mkdir(join(dir, 'root/srv'));
    await promisify(execFile)('mv', [join(dir, 'root/etc/auth'), join(dir, 'root/srv/auth')]);
    await symlink('../srv/auth', join(dir, 'root/etc/auth'));
    expect((await save()).code).toBe(2);
    const { files, absent, unsaved } = await shown();
    expect(pathsOf(files)).toEqual(['/etc/web/site.conf']);
    expect(pathsOf(absent)).toEqual(['/etc/web.conf']);
    expect(unsaved.map(({ path, reason }: { path: string; reason: string }) => [path, reason])).toEqual([
      ['/etc/auth', 'behind-link'],
      ['/etc/auth/keys.yml', 'behind-link'],
      ['/etc/auth/production.yml', 'behind-link'],
    ]);
  });
});

describe('the files of a commit', () => {
  test('are saved under their live places, or under their paths', async () => {
    await repository.link('config/auth/current.yml', 'production.yml');
    await repository.chmod('config/auth/keys.yml', 0o755);
    const commit = await repository.commit();
    await repository.write('config/auth/keys.yml', 'later');
    const { code } = await holdfast(['--from-commit', 'HEAD', '--environment', 'staging']);
    expect(code).toBe(0);
    const { files, ...snapshot } = await shown();
    expect(snapshot).toMatchObject({ commit, source: 'commit', absent: [], environment: 'staging' });
    expect(files).toMatchObject([
      { path: '/etc/auth/current.yml', link: 'production.yml' },
      { path: '/etc/auth/keys.yml', mode: 0o755, uid: null, gid: null, mtime: null, size: 10 },
      { path: '/etc/auth/production.yml', mode: 0o644, service: 'auth' },
      { path: 'config/web.yml', service: 'web' },
    ]);
    expect((await holdfast(['check'])).code).toBe(0);
    expect((await holdfast(['show', 'latest'])).out).toContain(`commit ${commit.slice(0, 10)}`);
  });
});

describe('refused, and no store is made', () => {
  test.each([
    [['--from-commit', 'HEAD', '--root', '/'], 'Leave one out'],
    [['--from-commit', 'nope'], 'nope'],
    [['--root', 'no/such'], '--root no/such'],
    [['--service', 'billing'], 'billing'],
    [['--service', 'billing', '--service', 'web'], 'backup takes one --service'],
    [['--policy', 'none.yml'], 'none.yml'],
    [['--format', 'sarif'], 'sarif'],
    [['--nope'], '--nope'],
    [['--reason', 'a', 'b'], 'b'],
    [['lst'], 'Verbs: list'],
  ])('%j', async (argv, mentioned) => {
    const { code, out, err } = await holdfast(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(mentioned);
    await expect(readdir(join(dir, 'store'))).rejects.toThrow('ENOENT');
  });

  test('a policy without live places, and one without critical files', async () => {
    await repository.write('p.yml', 'critical:\n  - files: config/**\n');
    const without = await save('--policy', 'p.yml');
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('live: /etc/auth')]);
    await repository.remove('.github/holdfast.yml');
    await repository.commit();
    const none = await save();
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('holdfast init')]);
  });

  test('nothing critical on the host: an empty snapshot would be no backup', async () => {
    await mkdir(join(dir, 'empty'));
    await repository.write('p.yml', 'critical:\n  - files: /etc/auth/**\n');
    const { code, err } = await holdfast(['--policy', 'p.yml', '--root', join(dir, 'empty')]);
    expect([code, err]).toEqual([2, expect.stringContaining('/etc/auth')]);
    expect((await holdfast(['list'])).out).toBe('0 snapshots\n');
  });

  test.each(['root/etc/auth', 'root/etc/auth/.holdfast'])(
    'a store in a critical directory: %s',
    async (at) => {
      const { code, err } = await save('--store', join(dir, at));
      expect([code, err]).toEqual([2, expect.stringContaining('where critical files are')]);
      expect(await readdir(join(dir, 'root/etc/auth'))).toEqual(['keys.yml', 'production.yml']);
    },
  );

  test('a store among the critical files of the checkout', async () => {
    const { code, err } = await save('--store', 'config/auth/store');
    expect([code, err]).toEqual([2, expect.stringContaining('where critical files are')]);
  });
});

describe('the verbs', () => {
  test('show takes what is unambiguous', async () => {
    await save('--reason', 'first');
    await save('--reason', 'second');
    const { snapshots } = JSON.parse((await holdfast(['list', '--format', 'json'])).out);
    const [first, second] = snapshots.map(({ id }: { id: string }) => id);
    expect(snapshots.map(({ parent }: { parent: string }) => parent)).toEqual([null, first]);
    expect((await shown(first.slice(-6).toLowerCase())).reason).toBe('first');
    expect((await shown(second)).reason).toBe('second');
    for (const [given, why] of [
      [first.slice(0, 4), 'stands for 2 snapshots'],
      ['0', 'has no snapshot 0'],
      ['../../etc/passwd', 'has no snapshot'],
    ] as const) {
      expect(await holdfast(['show', given])).toMatchObject({ code: 2, err: expect.stringContaining(why) });
    }
    expect((await holdfast(['show'])).err).toContain('takes ID');
  });

  test('mark adds verdicts, the newest of which holds', async () => {
    await save();
    expect((await holdfast(['mark', 'latest', '--good', '--reason', 'probes\u202e'])).out).not.toContain(
      '\u202e',
    );
    await holdfast(['mark', 'latest', '--bad', '--reason', 'latency']);
    const { verdicts } = await shown();
    expect(verdicts).toMatchObject([
      { verdict: 'good', by: 'person' },
      { verdict: 'bad', reason: 'latency' },
    ]);
    expect((await holdfast(['list'])).out).toMatch(/ bad$/m);
    expect((await holdfast(['mark', 'latest'])).code).toBe(2);
    expect((await holdfast(['mark', 'latest', '--good', '--bad'])).code).toBe(2);
    expect((await holdfast(['check'])).out).toContain('no errors were found');
  });

  test('check finds a flipped bit, says which snapshot needs it, and exits 1; the others go on', async () => {
    await save();
    const [object = ''] = (await objects()).slice(-1);
    const place = join(dir, 'store/objects', object);
    const bytes = await readFile(place);
    bytes[0]! ^= 1;
    await writeFile(place, bytes);
    const { code, out } = await holdfast(['check']);
    const { id } = await shown();
    expect([code, out]).toEqual([1, expect.stringContaining(`objects/${object}: `)]);
    expect(out).toContain(`needed by 1 snapshot: ${id}`);
    expect(JSON.parse((await holdfast(['check', '--format', 'json'])).out).errors).toEqual([
      { code: 'object-damaged', file: `objects/${object}`, message: expect.any(String), snapshots: [id] },
    ]);
    await save();
    expect((await holdfast(['check'])).code).toBe(0);
  });

  test('a damaged manifest: list says so, prune removes nothing', async () => {
    await save();
    await save();
    const { id } = await shown();
    await writeFile(join(dir, 'store/snapshots', `${id}.json`), '');
    const list = await holdfast(['list']);
    expect([list.code, list.out]).toEqual([2, expect.stringContaining('1 snapshot\n')]);
    expect(list.err).toContain(`snapshots/${id}.json`);
    const prune = await holdfast(['prune', '--keep-last', '1']);
    expect([prune.code, prune.err]).toEqual([2, expect.stringContaining('Nothing was removed')]);
    expect((await holdfast(['check'])).code).toBe(1);
  });

  test('prune keeps what is known good, and removes the contents of the others', async () => {
    await save();
    await holdfast(['mark', 'latest', '--good']);
    await live('/etc/auth/keys.yml', 'keys: [bad]\n');
    await save();
    await live('/etc/auth/keys.yml', 'keys: [worse]\n');
    await save();
    const { snapshots } = JSON.parse((await holdfast(['list', '--format', 'json'])).out);
    const trial = await holdfast(['prune', '--keep-last', '1', '--dry-run', '--format', 'json']);
    expect(JSON.parse(trial.out)).toMatchObject({
      dryRun: true,
      remove: [snapshots[1].id],
      objects: 1,
      bytes: 12,
    });
    expect(await objects()).toHaveLength(5);
    const { code, out } = await holdfast(['prune', '--keep-last', '1']);
    expect([code, out]).toEqual([0, expect.stringContaining('removed 1 object, 12 B')]);
    expect(await objects()).toHaveLength(4);
    expect((await holdfast(['check'])).out).toContain('2 snapshots, 4 objects');
    for (const argv of [
      ['--keep-last', 'x'],
      ['--keep-last', '-1'],
      ['--keep-last', '0'],
    ]) {
      expect((await holdfast(['prune', ...argv])).code).toBe(2);
    }
  });

  test.each(['list', 'check', 'prune'])('%s without a store: exit 2, and none is made', async (verb) => {
    const { code, err } = await holdfast([verb]);
    expect([code, err]).toEqual([2, expect.stringContaining('There is no store')]);
    await expect(readdir(join(dir, 'store'))).rejects.toThrow('ENOENT');
  });
});
