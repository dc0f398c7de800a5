import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDirectory } from '../helpers/repository.ts';

const run = promisify(execFile);
const POLICY = 'critical:\n  - files: /etc/auth/**\n    service: auth\n';
let dir: string;
let dispose: () => Promise<void>;

beforeAll(async () => {
  ({ dir, dispose } = await createDirectory());
  await chmod(dir, 0o755);
  await run(process.execPath, ['scripts/build.mjs', '--out', join(dir, 'dist')]);
  await writeFile(join(dir, 'p.yml'), POLICY);
  await mkdir(join(dir, 'root/etc/auth'), { recursive: true });
  for (let index = 0; index < 40; index++) {
    await writeFile(join(dir, 'root/etc/auth', `${index}.yml`), `id: ${index}\n`);
  }
});
afterAll(() => dispose());

/** The built command line, at the policy's directory. `prefix`: a program that starts it. */
async function holdfast(argv: string[], store: string, prefix: string[] = []) {
  const line = [...prefix, process.execPath, join(dir, 'dist/cli.js'), 'backup', ...argv, '--store', store];
  const [program = '', ...rest] = line;
  return run(program, rest, { cwd: dir }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      text: error.stdout + error.stderr,
    }),
  );
}

const SAVE = ['--policy', 'p.yml', '--root', 'root'];

/** A file system of its own, where this user may make one. */
async function mounted(name: string, options: string): Promise<string | undefined> {
  const place = join(dir, name);
  await mkdir(place);
  const made = await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place]).then(
    () => true,
    () => false,
  );
  return made ? place : undefined;
}

const may = process.getuid?.() === 0 ? test : test.skip;

may('a full disk: what was saved before stays whole, and nothing half is added', async () => {
  const place = await mounted('full', 'size=1m');
  if (place === undefined) return;
  try {
    const store = join(place, 'store');
    expect((await holdfast(SAVE, store)).code).toBe(0);
    await writeFile(join(dir, 'root/etc/auth/large.bin'), Buffer.alloc(2 << 20, 7));
    const full = await holdfast(SAVE, store);
    expect(full).toMatchObject({ code: 2, text: expect.stringContaining('ENOSPC') });
    await rm(join(dir, 'root/etc/auth/large.bin'));
    expect(await holdfast(['check'], store)).toMatchObject({
      code: 0,
      text: expect.stringContaining('1 snapshot'),
    });
    expect((await holdfast(SAVE, store)).code).toBe(0);
    expect((await holdfast(['check'], store)).text).toContain('2 snapshots');
  } finally {
    await run('umount', [place]);
  }
});

may('a read-only file system: it can be read and checked, and is not written to', async () => {
  const place = await mounted('ro', 'size=4m');
  if (place === undefined) return;
  try {
    const store = join(place, 'store');
    await holdfast(SAVE, store);
    await run('mount', ['-o', 'remount,ro', place]);
    expect(await holdfast(SAVE, store)).toMatchObject({ code: 2, text: expect.stringContaining('EROFS') });
    expect((await holdfast(['list'], store)).code).toBe(0);
    expect((await holdfast(['check'], store)).code).toBe(0);
    expect((await holdfast(['prune'], store)).code).toBe(2);
  } finally {
    await run('umount', [place]);
  }
});

may('a user who may not read one of many files', async () => {
  const store = join(dir, 'nobody');
  await mkdir(store, { mode: 0o777 });
  await run('chown', ['65534', store]);
  await chmod(join(dir, 'root/etc/auth/7.yml'), 0o600);
  const nobody = ['setpriv', '--reuid=65534', '--clear-groups'];
  const { code, text } = await holdfast([...SAVE, '--format', 'json'], store, nobody);
  await chmod(join(dir, 'root/etc/auth/7.yml'), 0o644);
  expect(code).toBe(2);
  expect(JSON.parse(text)).toMatchObject({
    complete: false,
    files: 39,
    unsaved: [{ path: '/etc/auth/7.yml', reason: 'unreadable', detail: 'EACCES' }],
  });
});

test('killed at any moment: the store stays whole, and nobody has to clean up', async () => {
  const store = join(dir, 'killed');
  await holdfast(SAVE, store);
  const started = performance.now();
  await holdfast(SAVE, store);
  const whole = performance.now() - started;
  let killed = 0;
  for (let attempt = 0; attempt < 24; attempt++) {
    await writeFile(join(dir, 'root/etc/auth/0.yml'), `id: ${attempt}\n`);
    const argv = ['backup', ...(attempt % 3 === 2 ? ['prune', '--keep-last', '2'] : SAVE), '--store', store];
    const child = spawn(process.execPath, [join(dir, 'dist/cli.js'), ...argv], { cwd: dir, stdio: 'ignore' });
    const exited = once(child, 'exit');
    await pause(whole * (0.3 + (attempt % 10) / 12));
    child.kill('SIGKILL');
    const [, signal] = await exited;
    if (signal !== null) killed += 1;
    const { code, text } = await holdfast(['check'], store);
    expect([code, text]).toEqual([0, expect.stringContaining('no errors were found')]);
  }
  expect(killed).toBeGreaterThan(5);
  expect((await holdfast(SAVE, store)).code).toBe(0);
  expect(await readdir(join(store, 'tmp'))).toEqual([]);
});
