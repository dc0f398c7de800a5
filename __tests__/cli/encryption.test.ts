import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { writeJournal } from '../../src/adapters/store/journal.ts';
import { openStore } from '../../src/adapters/store/store.ts';
import { runBackup } from '../../src/cli/backup/index.ts';
import { runRestore } from '../../src/cli/restore/index.ts';
import { journalOf } from '../../src/restore/journal.ts';
import { seal, sha256 } from '../../src/store/seal.ts';
import { createDirectory } from '../helpers/repository.ts';

const POLICY = `critical:
  - files: /etc/auth/**
    service: auth
    sensitive: [pin]
  - files: /etc/web/**
    service: web
`;
const AUTH = '/etc/auth/production.yml';
const WEB = '/etc/web/site.conf';
const SECRET = 'issuer: https://login.example.com\npin: walrus-47\n';

let ada: { identity: string; recipient: string };
let eve: typeof ada;
let dir: string;
let dispose: () => Promise<void>;

beforeAll(async () => {
  const person = async () => {
    const identity = await generateX25519Identity();
    return { identity, recipient: await identityToRecipient(identity) };
  };
  [ada, eve] = [await person(), await person()];
});
beforeEach(async () => {
  ({ dir, dispose } = await createDirectory());
  await write('policy.yml', POLICY);
  await write(`root${AUTH}`, SECRET);
  await write(`root${WEB}`, 'listen 80;\n');
  await write('ada.txt', `# created: 2026-11-28\n# public key: ${ada.recipient}\n${ada.identity}\n`);
  await write('eve.txt', `${eve.identity}\n`);
});
afterEach(() => dispose());

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(dir, name)), { recursive: true });
  await writeFile(join(dir, name), text);
}

const live = (path: string) => readFile(join(dir, 'root', path), 'utf8').catch(() => undefined);

async function run(
  command: typeof runBackup,
  argv: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  const io = { out: '', err: '' };
  const code = await command(argv, {
    cwd: dir,
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

const holdfast = (...argv: string[]) => run(runBackup, argv);
const SAVE = ['--policy', 'policy.yml', '--root', 'root'];
const save = (...argv: string[]) => holdfast(...SAVE, ...argv);
const RESTORE = ['--root', 'root', '--yes'];
const restore = (...argv: string[]) => run(runRestore, [...RESTORE, ...argv]);

/** All that lies below a directory, as one text. */
async function everything(name: string): Promise<string> {
  const entries = await readdir(join(dir, name), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
  );
  return texts.join('\n');
}

async function manifestOf(store: string, index = -1) {
  const names = (await readdir(join(dir, store, 'snapshots'))).sort();
  return JSON.parse(await readFile(join(dir, store, 'snapshots', names.at(index)!), 'utf8'));
}

describe('backup', () => {
  test('encrypts what the policy calls sensitive, and nothing else', async () => {
    const { code, out } = await save('--recipient', ada.recipient);
    expect([code, out]).toEqual([0, expect.stringContaining('encrypted: 1 file, for 1 recipient')]);
    const text = await everything('store');
    expect(text).not.toContain('walrus-47');
    expect(text).toContain('listen 80;');
    expect((await holdfast('show', 'latest')).out).toMatch(/production\.yml \(encrypted\)/);
    expect((await holdfast('show', 'latest')).out).toContain(`for ${ada.recipient}`);
    expect((await holdfast('check')).code).toBe(0);
  });

  test('an unchanged run adds no object; --encrypt-all encrypts the rest', async () => {
    await save('--recipient', ada.recipient);
    const again = JSON.parse((await save('--recipient', ada.recipient, '--format', 'json')).out);
    expect(again).toMatchObject({ added: { objects: 0, bytes: 0 }, encrypted: 1 });
    expect(again.recipients).toEqual([ada.recipient]);
    const all = JSON.parse(
      (await save('--recipient', ada.recipient, '--encrypt-all', '--format', 'json')).out,
    );
    expect(all).toMatchObject({ added: { objects: 1 }, encrypted: 2 });
  });

  test('takes recipients from options and files, else the environment, else the policy', async () => {
    const recipients = async (argv: string[], env: Record<string, string> = {}) =>
      JSON.parse((await run(runBackup, [...SAVE, ...argv, '--format', 'json'], env)).out).recipients;
    await write('both.txt', `# the team\n${ada.recipient}\n\n${eve.recipient}\n`);
    const both = [ada.recipient, eve.recipient].sort();
    expect(await recipients([])).toEqual([]);
    expect(await recipients(['--recipients-file', 'both.txt'])).toEqual(both);
    expect(await recipients(['--recipient', eve.recipient, '--recipient', ada.recipient])).toEqual(both);
    await write('policy.yml', `${POLICY}backup:\n  recipients: [${ada.recipient}]\n`);
    expect(await recipients([])).toEqual([ada.recipient]);
    const env = { HOLDFAST_RECIPIENTS: `${eve.recipient}, ${ada.recipient}` };
    expect(await recipients([], env)).toEqual(both);
    expect(await recipients(['--recipient', eve.recipient], env)).toEqual([eve.recipient]);
  });

  test.each([
    [['--recipient', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBzj'], /SSH key/],
    [['--recipient', 'age1yubikey1qg8lvk39xy5jzn5tpjp8cvxjjn5vhm4e29qvx'], /plugin/],
    [['--recipient', 'age1abc'], /no age recipient/],
    [['--recipient', `age1${'q'.repeat(58)}`], /checksum/],
    [['--recipients-file', 'nowhere.txt'], /ENOENT/],
    [['--recipients-file', 'empty.txt'], /names no recipient/],
    [['--encrypt-all'], /for whom/],
  ])('refused: %j', async (argv, message) => {
    await write('empty.txt', '# nobody\n');
    const { code, err } = await save(...argv);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    expect(await readdir(dir)).not.toContain('store');
  });

  test('an identity where a recipient belongs is refused, and not shown', async () => {
    const { code, err } = await save('--recipient', ada.identity);
    expect([code, err]).toEqual([2, expect.stringContaining('is an identity')]);
    expect(err).not.toContain(ada.identity.slice(16));
  });

  test('a snapshot of a commit is encrypted the same way', async () => {
    const { createRepository } = await import('../helpers/repository.ts');
    const repository = await createRepository();
    try {
      await repository.write('.github/holdfast.yml', POLICY.replaceAll('/etc/', 'etc/'));
      await repository.write('etc/auth/production.yml', SECRET);
      await repository.commit();
      const from = ['--git-dir', join(repository.dir, '.git'), '--from-commit', 'HEAD'];
      expect((await holdfast(...from, '--recipient', ada.recipient)).out).toContain('encrypted: 1 file');
      expect(await everything('store')).not.toContain('walrus-47');
    } finally {
      await repository.dispose();
    }
  });
});

describe('check --identity', () => {
  test('verifies what was encrypted; another identity is told, and is no damage', async () => {
    await save('--recipient', ada.recipient);
    expect((await holdfast('check', '--identity', 'ada.txt')).code).toBe(0);
    const { code, out } = await holdfast('check', '--identity', 'eve.txt');
    expect([code, out]).toEqual([2, expect.stringContaining('(identity-wrong)')]);
  });
});

describe('restore', () => {
  beforeEach(async () => {
    await save('--recipient', ada.recipient);
    await write(`root${AUTH}`, 'issuer: https://login.staging.example.com\npin: otter-99\n');
  });

  test('decrypts, keeps what stood there encrypted for the same people, and can be undone', async () => {
    const { code, out } = await restore('latest', '--identity', 'ada.txt');
    expect(code).toBe(0);
    expect(await live(AUTH)).toBe(SECRET);
    expect(await everything('store')).not.toMatch(/walrus|otter/);
    const before = /holdfast restore (\w{26})/.exec(out)![1]!;
    expect((await restore(before, '--identity', 'ada.txt')).code).toBe(0);
    expect(await live(AUTH)).toContain('otter-99');
  });

  test('its report has no digest of a sensitive file', async () => {
    await write(`root${WEB}`, 'listen 81;\n');
    expect((await restore('latest', '--identity', 'ada.txt', '--report', 'report.json')).code).toBe(0);
    const { writes } = JSON.parse(await readFile(join(dir, 'report.json'), 'utf8'));
    expect(
      writes.map(({ path, sha256: digest }: { path: string; sha256: string | null }) => [path, digest]),
    ).toEqual([
      [AUTH, null],
      [WEB, sha256(Buffer.from('listen 80;\n'))],
    ]);
  });

  test('shows the difference by key, the sensitive ones hidden', async () => {
    const { code, out } = await restore('latest', '--dry-run', '--identity', 'ada.txt');
    expect(code).toBe(1);
    expect(out).toMatch(/\+ issuer: "https:\/\/login\.example\.com"/);
    expect(out).toMatch(/pin: «hidden»/);
    expect(out).not.toMatch(/walrus|otter/);
  });

  test('takes the identity from the file that HOLDFAST_IDENTITY names', async () => {
    const env = { HOLDFAST_IDENTITY: join(dir, 'ada.txt') };
    expect((await run(runRestore, ['latest', ...RESTORE], env)).code).toBe(0);
    expect(await live(AUTH)).toBe(SECRET);
  });

  test('without an identity, or with another, nothing is touched, and which it is is told', async () => {
    for (const [argv, code] of [
      [[], 'identity-missing'],
      [['--identity', 'eve.txt'], 'identity-wrong'],
    ] as const) {
      const found = await restore('latest', ...argv);
      expect(found.code).toBe(2);
      expect(found.err).toContain(AUTH);
      expect(found.err).toContain(
        code === 'identity-missing' ? 'no identity was given' : 'none of the identities',
      );
      expect(await live(AUTH)).toContain('otter-99');
      expect(await readdir(join(dir, 'store/journal'))).toEqual([]);
    }
    expect((await restore('latest', '--service', 'web')).code).toBe(0);
  });

  test('a damaged content is told as such, and nothing is touched', async () => {
    const { predicate } = await manifestOf('store');
    const { sha256: digest } = predicate.files[0].stored;
    const place = join(dir, 'store/objects', digest.slice(0, 2), digest);
    const bytes = await readFile(place);
    bytes[bytes.length - 1]! ^= 1;
    await writeFile(place, bytes);
    const { code, err } = await restore('latest', '--identity', 'ada.txt');
    expect([code, err]).toEqual([2, expect.stringContaining('damaged in the store')]);
    expect(await live(AUTH)).toContain('otter-99');
  });

  test.each([
    [['--identity', 'nowhere.txt'], /ENOENT/],
    [['--identity', 'policy.yml'], /holds something else/],
    [['--identity', 'empty.txt'], /holds no identity/],
    [['--identity', 'ssh'], /SSH key/],
    [['--identity', 'locked'], /passphrase/],
    [['--identity', 'mistyped'], /damaged identity/],
  ])('an identity file that is none: %j', async (argv, message) => {
    await write('empty.txt', '# nothing\n');
    await write('ssh', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn\n');
    await write('locked', 'age-encryption.org/v1\n-> scrypt\n');
    await write('mistyped', `${ada.identity.slice(0, -1)}${ada.identity.endsWith('Q') ? 'P' : 'Q'}\n`);
    const { code, err } = await restore('latest', ...argv);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    expect(err).not.toContain(ada.identity.slice(16, 60));
  });

  test('an identity itself on the command line is refused, and not shown', async () => {
    const { code, err } = await restore('latest', '--identity', ada.identity);
    expect([code, err]).toEqual([2, expect.stringContaining('the path of its file')]);
    expect(err).not.toContain(ada.identity.slice(16));
  });

  test('an interrupted one is finished with an identity, and keeps what stood there encrypted', async () => {
    const { predicate, subject } = await manifestOf('store');
    const { path, size, stored } = predicate.files[0];
    const { uid, gid } = await stat(join(dir, 'root', AUTH));
    const content = { sha256: subject[0].digest.sha256, size, stored, sensitive: true as const };
    const writes = [{ path, mode: 0o600, uid, gid, was: 'file' as const, ...content }];
    const opened = await openStore(join(dir, 'store'));
    if (!opened.ok) throw new Error(opened.problem.message);
    const id = '01KB0000000000000000000000';
    const plan = { writes, removes: [], unchanged: [], directories: [] };
    const root = join(dir, 'root');
    const head = { id, snapshots: [predicate.id], before: null, root, recipients: [ada.recipient] };
    await writeJournal(opened.value, `restore-${id}`, journalOf(head, plan));
    const without = await restore('--resume');
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('no identity was given')]);
    expect(await live(AUTH)).toContain('otter-99');
    expect((await restore('--resume', '--identity', 'ada.txt')).code).toBe(0);
    expect(await live(AUTH)).toBe(SECRET);
    expect(await everything('store')).not.toMatch(/walrus|otter/);
    expect((await manifestOf('store')).predicate.recipients).toEqual([ada.recipient]);
  });

  test('for an older snapshot, which does not say what is sensitive, nothing is kept in plain text', async () => {
    const older = await manifestOf('store');
    const scope = older.predicate.scope.map(({ sensitive: _, ...rule }: { sensitive: string[] }) => rule);
    const { seal: __, ...statement } = older;
    const place = join(dir, 'store/snapshots', `${older.predicate.id}.json`);
    await writeFile(place, seal({ ...statement, predicate: { ...older.predicate, scope } }));
    expect((await restore('latest', '--identity', 'ada.txt')).code).toBe(0);
    expect(await everything('store')).not.toMatch(/walrus|otter/);
  });

  test('makes a missing directory again as it was', async () => {
    await write('root/etc/web/deep/a.conf', 'a\n');
    await chmod(join(dir, 'root/etc/web/deep'), 0o2711);
    await chmod(join(dir, 'root/etc/web'), 0o775);
    await save();
    await rm(join(dir, 'root/etc/web'), { recursive: true });
    expect((await restore('latest')).code).toBe(0);
    const modeOf = async (name: string) => (await stat(join(dir, 'root', name))).mode & 0o7777;
    expect(await modeOf('etc/web')).toBe(0o775);
    expect(await modeOf('etc/web/deep')).toBe(0o2711);
    expect(await live('/etc/web/deep/a.conf')).toBe('a\n');
  });
});

describe('export', () => {
  test('refuses sensitive files in plain text, unless it is allowed', async () => {
    await save();
    const refused = await holdfast('export', 'out');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(AUTH)]);
    expect(await readdir(dir)).not.toContain('out');
    const allowed = await holdfast('export', 'out', '--allow-plain-text');
    expect([allowed.code, allowed.out]).toEqual([
      0,
      expect.stringContaining('1 sensitive file in PLAIN TEXT'),
    ]);
    expect(await everything('out')).toContain('walrus-47');
  });

  test('refuses sensitive content that another file has in plain text', async () => {
    await write(`root${WEB}`, SECRET);
    await save('--recipient', ada.recipient);
    expect((await holdfast('export', 'out')).code).toBe(2);
  });

  test('is a store of its own, in which nothing of a secret can be tried out', async () => {
    await save('--recipient', ada.recipient);
    await holdfast('mark', 'latest', '--good');
    await save('--recipient', ada.recipient);
    const first = (await readdir(join(dir, 'store/snapshots'))).sort()[0]!.slice(0, -5);
    const argv = ['--snapshot', first, '--checksums', 'sums.txt', '--format', 'json'];
    const { code, out } = await holdfast('export', 'out', ...argv);
    expect(code).toBe(0);
    const done = JSON.parse(out);
    const manifest = await readFile(done.manifest);
    expect(done).toMatchObject({
      id: first,
      digest: `sha256:${sha256(manifest)}`,
      objects: 2,
      plainText: [],
    });
    const text = await everything('out');
    expect(text).not.toContain('walrus-47');
    expect(text).not.toContain(sha256(Buffer.from(SECRET)));
    expect(await everything('store')).toContain(sha256(Buffer.from(SECRET)));
    const { subject } = JSON.parse(manifest.toString());
    for (const { digest } of subject) {
      expect(await readdir(join(dir, 'out/objects', digest.sha256.slice(0, 2)))).toContain(digest.sha256);
    }
    const lines = (await readFile(join(dir, 'sums.txt'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines) {
      const [, digest, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line)!;
      expect(sha256(await readFile(join(dir, 'out', name!)))).toBe(digest);
    }
    for (const more of [[], ['--identity', 'ada.txt']])
      expect((await holdfast('check', '--store', 'out', ...more)).code).toBe(0);
    expect((await holdfast('list', '--store', 'out')).out).toMatch(/good/);
  });

  test('is restored from, also when its empty directories and its rights were lost on the way', async () => {
    await save('--recipient', ada.recipient);
    await holdfast('export', 'out');
    await mkdir(join(dir, 'down'));
    for (const name of ['holdfast-store.json', 'objects', 'snapshots'])
      await cp(join(dir, 'out', name), join(dir, 'down', name), { recursive: true });
    await write(`root${AUTH}`, 'pin: otter-99\n');
    const from = ['latest', '--store', 'down'];
    const missing = await restore(...from);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('no identity was given')]);
    expect((await restore(...from, '--identity', 'eve.txt')).err).toContain('none of the identities');
    expect(await live(AUTH)).toBe('pin: otter-99\n');
    const { code, out } = await restore(...from, '--identity', 'ada.txt');
    expect([code, out]).toEqual([0, expect.stringContaining('Restored 1 file')]);
    expect(await live(AUTH)).toBe(SECRET);
    expect(await everything('down')).not.toMatch(/walrus|otter/);
    const undone = await restore('latest', '--store', 'down', '--identity', 'ada.txt', '--dry-run');
    expect(undone.code).toBe(1);
    expect((await holdfast('export', 'again', '--store', 'down')).code).toBe(0);
  });

  test.each([
    [['full'], /not empty/],
    [['store/snapshots/x'], /in the store itself/],
    [['out', '--checksums', 'out/sums'], /in the directory itself/],
    [['out', '--snapshot', '01ZZZZ'], /no snapshot/],
    [[], /takes DIR/],
  ])('refused: %j', async (argv, message) => {
    await save('--recipient', ada.recipient);
    await write('full/x', 'x');
    const { code, err } = await holdfast('export', ...argv);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
});
