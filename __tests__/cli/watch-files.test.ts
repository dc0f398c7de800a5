import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AUTH, BAD, BILLING, GOOD, KEYS } from './restore-support.ts';
import { createMachine, type Machine, type Watching } from './watch-support.ts';

const run = promisify(execFile);

let machine: Machine;
let watching: Watching;
beforeAll(async () => {
  machine = await createMachine();
  watching = await machine.watch();
});
afterAll(() => machine.disposeAll());

type Act = () => Promise<unknown>;

/** Waits for one more alert of a place, puts it right, and waits for the all-clear. */
async function alertOf(path: string, damage: Act, repair?: Act, meanwhile: Act = async () => {}) {
  const [alerts, clear] = [count(watching.alerts(), path), count(watching.resolved(), path)];
  await unseen(damage);
  await watching.alert(path, alerts + 1);
  const line = watching.lines.findLast((one) => one.event === 'alert' && one.path === path)!;
  await meanwhile();
  await unseen(repair ?? (() => machine.save(path, GOOD[path]!)));
  await watching.allClear(path, clear + 1);
  expect(count(watching.alerts(), path)).toBe(alerts + 1);
  return line;
}

/** Steps of which the watch sees the end alone, however slow the machine is. */
async function unseen(steps: Act): Promise<void> {
  watching.signal('SIGSTOP');
  try {
    await steps();
  } finally {
    watching.signal('SIGCONT');
  }
}

const count = (paths: unknown[], path: string) => paths.filter((one) => one === path).length;

test('a file that is replaced by a rename, with what differs by key', async () => {
  const line = await alertOf(AUTH, () => machine.save(AUTH, BAD));
  expect(line).toMatchObject({
    kind: 'modified',
    service: 'auth',
    details: expect.arrayContaining([
      '- issuer: "https://login.example.com"',
      '+ issuer: "https://login.staging.example.com"',
    ]),
  });
});

test('a secret that changed is not shown', async () => {
  const line = await alertOf(KEYS, () =>
    machine.save(KEYS, 'signing:\n  key: k-2026-11\n  passphrase: battery staple\n'),
  );
  expect(line.details).toEqual([
    '- signing.passphrase: «hidden»',
    '+ signing.passphrase: «hidden» (another value)',
  ]);
  expect(JSON.stringify(watching.lines)).not.toMatch(/staple|correct horse/);
});

test.each<[string, () => Promise<unknown>]>([
  ['written over', () => writeFile(machine.place(AUTH), BAD)],
  ['edited with sed -i', () => run('sed', ['-i', 's/production/staging/', machine.place(AUTH)])],
  ['cut off', () => truncate(machine.place(AUTH), 10)],
  [
    'moved away and written anew',
    async () => {
      await rename(machine.place(AUTH), `${machine.dir}/old`);
      await writeFile(machine.place(AUTH), BAD);
    },
  ],
])('a file that is %s', async (_, damage) => {
  expect(await alertOf(AUTH, damage)).toMatchObject({ kind: 'modified' });
});

test.each<[string, string, () => Promise<unknown>]>([
  ['removed', 'removed', () => rm(machine.place(AUTH))],
  ['another mode', 'metadata', () => chmod(machine.place(AUTH), 0o666)],
  [
    'a link to the same content',
    'retyped',
    async () => {
      await rename(machine.place(AUTH), `${machine.dir}/same`);
      await symlink(`${machine.dir}/same`, machine.place(AUTH));
    },
  ],
  [
    'a directory',
    'unreadable',
    async () => {
      await rm(machine.place(AUTH));
      await mkdir(machine.place(AUTH));
    },
  ],
])('%s', async (_, kind, damage) => {
  const line = await alertOf(AUTH, damage, async () => {
    await rm(machine.place(AUTH), { recursive: true, force: true });
    await writeFile(machine.place(AUTH), GOOD[AUTH]!);
    await chmod(machine.place(AUTH), 0o644);
  });
  expect(line).toMatchObject({ kind });
});

test('a file that was added, and its going', async () => {
  const added = '/etc/auth/debug.yml';
  const line = await alertOf(
    added,
    () => machine.write(added, 'debug: true\n'),
    () => machine.remove(added),
  );
  expect(line).toMatchObject({ kind: 'added' });
});

test('a file that an editor has open gives no alert, and what else is added there does', async () => {
  const before = watching.alerts().length;
  const [swap, lock] = ['/etc/auth/.production.yml.swp', machine.place('/etc/auth/.#production.yml')];
  await machine.write(swap, 'b0VIM 9.0');
  await symlink('ada@web1.4711:1764316800', lock);
  await machine.write('/etc/auth/production.yml~', GOOD[AUTH]!);
  await machine.write(swap, 'b0VIM 9.0 and more');
  await alertOf(
    '/etc/auth/other.yml~',
    () => machine.write('/etc/auth/other.yml~', 'a\n'),
    () => machine.remove('/etc/auth/other.yml~'),
  );
  await watching.swept();
  expect(watching.alerts().slice(before)).toEqual(['/etc/auth/other.yml~']);
  await rm(lock);
  for (const path of [swap, '/etc/auth/production.yml~']) await machine.remove(path);
});

test('a directory that was not there before is watched', async () => {
  const added = '/etc/auth/deep/er/flags.yml';
  await alertOf(
    added,
    () => machine.write(added, 'on: true\n'),
    () => machine.remove('/etc/auth/deep'),
  );
});

test('a directory that is removed and comes back', async () => {
  await alertOf(
    KEYS,
    () => machine.remove('/etc/auth'),
    async () => {
      for (const path of [AUTH, KEYS]) await machine.write(path, GOOD[path]!);
    },
  );
  expect(watching.resolved()).toContain(AUTH);
  await alertOf(KEYS, () => machine.save(KEYS, 'signing: {}\n'));
});

test('a directory above that is swapped for another one', async () => {
  const [etc, old, next] = ['/etc', '/old', '/next'].map(machine.place) as [string, string, string];
  await run('cp', ['-a', etc, next]);
  await writeFile(`${next}/billing/prices.toml`, 'vat = 7\n');
  await alertOf(BILLING, async () => {
    await rename(etc, old);
    await rename(next, etc);
  });
  await alertOf(BILLING, () => machine.save(BILLING, 'vat = 1\n'));
});

test('a link in place of a directory is told once, and what is below it is looked at when it is gone', async () => {
  const [auth, real] = [machine.place('/etc/auth'), `${machine.dir}/real`];
  const before = watching.alerts().length;
  const line = await alertOf(
    '/etc/auth',
    async () => {
      await rename(auth, real);
      await symlink(real, auth);
      await writeFile(`${real}/production.yml`, GOOD[AUTH]!);
    },
    async () => {
      await rm(auth);
      await rename(real, auth);
    },
    () => watching.swept(),
  );
  expect(line).toMatchObject({ kind: 'unreadable', summary: expect.stringContaining('symbolic link') });
  expect(watching.alerts().slice(before)).toEqual(['/etc/auth']);
});

test('10,000 saves of what should be there give no alert', async () => {
  const before = watching.alerts().length;
  for (let save = 0; save < 10_000; save++) {
    const path = [AUTH, KEYS, BILLING][save % 3]!;
    await machine.save(path, GOOD[path]!);
  }
  await watching.swept(3);
  expect(watching.alerts().slice(before)).toEqual([]);
  expect(await readFile(`${machine.dir}/holdfast.prom`, 'utf8')).toContain(
    'holdfast_watch_drifted_files 0\n',
  );
});

test('a large file that is replaced again and again while it is read gives no alert', async () => {
  const large = '/etc/auth/keys/blocked.txt';
  const text = 'known to be bad\n'.repeat(2 << 20);
  await machine.write(large, text);
  await machine.judge(await machine.backup(), 'good');
  await watching.swept();
  const before = watching.alerts().length;
  for (let save = 0; save < 30; save++) await machine.save(large, text);
  await watching.swept();
  expect(watching.alerts().slice(before)).toEqual([]);
});

test('a wrong state that stays is told once, however often it is swept and saved', async () => {
  const before = watching.alerts().length;
  await machine.save(AUTH, BAD);
  await watching.alert(AUTH, count(watching.alerts().slice(0, before), AUTH) + 1);
  for (let save = 0; save < 20; save++) await machine.save(AUTH, BAD);
  await watching.swept();
  expect(watching.alerts().slice(before)).toEqual([AUTH]);
  await machine.save(AUTH, GOOD[AUTH]!);
});
