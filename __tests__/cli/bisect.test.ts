import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runBisect } from '../../src/cli/bisect/index.ts';
import { isAlive } from '../helpers/processes.ts';
import { createDirectory, createRepository, type TestRepository } from '../helpers/repository.ts';
import { createMachine, GOOD as HOST } from './restore-support.ts';

const keys = (value: (index: number) => string | number, count = 60) =>
  Array.from({ length: count }, (_, index) => `key${index}: ${value(index)}\n`).join('');

let repository: TestRepository;
let env: Record<string, string>;
let temporary: Awaited<ReturnType<typeof createDirectory>>;

beforeEach(async () => {
  repository = await createRepository();
  // Trees that are left behind are looked for, and others may run at the same time.
  temporary = await createDirectory();
  env = {
    PATH: process.env.PATH!,
    HOME: repository.dir,
    TMPDIR: temporary.dir,
    XDG_STATE_HOME: join(repository.dir, '.state'),
  };
  await repository.write('.gitignore', '.state\nlog\n');
  await repository.write(
    'etc/auth.yml',
    keys((index) => index),
  );
  await repository.write(
    'etc/token.json',
    '{\n  "url": "https://a.example",\n  "client_secret": "s1",\n  "ttl": 60\n}\n',
  );
  await repository.write('etc/old.conf', 'listen 80;\n');
  await repository.commit('good');
  await repository.write(
    'etc/auth.yml',
    keys((index) => `x${index}`),
  );
  await repository.write(
    'etc/token.json',
    '{"url": "https://b.example", "client_secret": "s2", "ttl": 61, "new": true}\n',
  );
  await repository.remove('etc/old.conf');
  await repository.write('etc/new.conf', 'listen 81;\n');
  await repository.commit('bad');
});

afterEach(async () => {
  await temporary.dispose();
  await repository.dispose();
});

type Run = { code: number; out: string; err: string };

async function bisect(...argv: string[]): Promise<Run> {
  const run: Run = { code: -1, out: '', err: '' };
  run.code = await runBisect(argv, {
    cwd: repository.dir,
    env,
    stdout: (text) => {
      run.out += text;
    },
    stderr: (text) => {
      run.err += text;
    },
    color: false,
  });
  return run;
}

const between = (run: string, ...more: string[]) =>
  bisect('--good', 'HEAD~1', '--bad', 'HEAD', '--run', run, ...more);

async function found(run: string, ...more: string[]) {
  const { code, out, err } = await between(run, '--format', 'json', ...more);
  expect({ code, err: err.replace(/^probe .*\n/gm, '') }).toEqual({ code: 1, err: '' });
  const report = JSON.parse(out);
  const names = report.changes.flatMap((change: { path: string; keys?: { key: string }[] }) =>
    change.keys === undefined ? [change.path] : change.keys.map(({ key }) => `${change.path} ${key}`),
  );
  return { ...report, names };
}

const leftovers = async () =>
  (await readdir(temporary.dir)).filter((name) => name.startsWith('holdfast-bisect-'));

describe('the smallest set of keys that breaks it', () => {
  test.each([
    ['one key', '! grep -q "key17: x17$" etc/auth.yml', ['etc/auth.yml key17']],
    [
      'two keys of two files, only together',
      '! (grep -q "key41: x41$" etc/auth.yml && grep -q b.example etc/token.json)',
      ['etc/auth.yml key41', 'etc/token.json url'],
    ],
    ['a new key', '! grep -q new etc/token.json', ['etc/token.json new']],
    ['a file that is gone', 'test -e etc/old.conf', ['etc/old.conf']],
    ['a new file', 'test ! -e etc/new.conf', ['etc/new.conf']],
    [
      'any of two keys is enough: one of them',
      'grep -q "key3: 3$" etc/auth.yml && grep -q "key50: 50$" etc/auth.yml',
      ['etc/auth.yml key3'],
    ],
  ])('%s', async (_, run, names) => {
    const report = await found(run);
    expect(report.names).toEqual(names);
    expect(report).toMatchObject({ minimal: true, units: 66, files: 4, remembered: 0 });
  });

  test('the screen names every probe, the keys with both values and their lines, and hides secrets', async () => {
    const { code, out } = await between(
      '! grep -q s2 etc/token.json || { echo "password=hunter22"; exit 1; }',
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^probe 1 +good side +passes/);
    expect(out).toMatch(/^probe 2 +bad side, 66 changes +fails \(exit code 1\)/m);
    expect(out).toContain('1 change of 66 breaks it.');
    expect(out).toContain('client_secret: «hidden»');
    expect(out).not.toMatch(/"s1"|"s2"|hunter22/);
  });

  test('the probe runs in a tree with all files of the good side, which HOLDFAST_ROOT names, and nothing live changes', async () => {
    await repository.write(
      'tools/probe.sh',
      'test "$PWD" = "$HOLDFAST_ROOT" && ! grep -q "x7$" etc/auth.yml\n',
    );
    await repository.git('add', '--all');
    await repository.git('stash');
    await repository.git('checkout', '--quiet', 'HEAD~1');
    await repository.git('stash', 'pop');
    const good = await repository.commit('with a probe');
    const { code, out } = await bisect(
      '--good',
      good,
      '--bad',
      'main',
      '--files',
      'etc/**',
      '--run',
      'sh tools/probe.sh',
    );
    expect(out).toContain('key7: "x7"');
    expect(code).toBe(1);
    expect(await repository.git('status', '--porcelain')).toBe('');
    expect(await leftovers()).toEqual([]);
  });

  test('directories are sides, too, and are not touched', async () => {
    const [good, bad] = [join(repository.dir, 'log/a'), join(repository.dir, 'log/b')];
    await mkdir(good, { recursive: true });
    await mkdir(bad, { recursive: true });
    await writeFile(join(good, 'app.ini'), '[db]\nhost = a\nport = 1\n');
    await writeFile(join(bad, 'app.ini'), '[db]\nhost = b\nport = 2\n');
    const { code, out } = await bisect(
      '--good',
      './log/a',
      '--bad',
      './log/b',
      '--run',
      'grep -q "port = 1" app.ini',
    );
    expect(out).toContain('db.port');
    expect(out).not.toContain('db.host');
    expect(code).toBe(1);
    expect(await readFile(join(good, 'app.ini'), 'utf8')).toContain('port = 1');
  });
});

test('a snapshot of the store is a side: its tree stands for the root of the host', async () => {
  const machine = await createMachine();
  try {
    const good = await machine.backup();
    const [path] = Object.keys(HOST);
    await machine.write(path!, HOST[path!]!.replace('size: 40', 'size: 4').replace('login', 'logon'));
    const bad = await machine.backup();
    const run = 'grep -q "size: 40" etc/auth/production.yml';
    const { code, out, err } = await bisect(
      ...['--good', good, '--bad', bad, '--store', machine.store.directory, '--run', run],
    );
    expect(err).toBe('');
    expect(out).toContain('pool.size');
    expect(out).not.toContain('issuer');
    expect(code).toBe(1);
  } finally {
    await machine.dispose();
  }
});

describe('nothing is said where nothing can be told', () => {
  test.each([
    [
      'the good side fails',
      'echo nope; exit 3',
      'fails on the good side already (exit code 3). It said: nope',
    ],
    ['the bad side passes', 'true', 'passes on the bad side'],
    ['the probe cannot tell', 'exit 125', 'says nothing about the good side'],
    ['the probe is missing in a way that stops git bisect', 'exit 128', 'ended with exit code 128'],
    ['the probe is killed', 'kill -KILL $$', 'was ended by SIGKILL'],
  ])('%s', async (_, run, words) => {
    const { code, err } = await between(run);
    expect(err).toContain(words);
    expect(code).toBe(2);
    expect(await leftovers()).toEqual([]);
  });

  test('a probe that never ends is killed with all that it started, and has failed', async () => {
    const log = join(repository.dir, 'log');
    const run = `if grep -q b.example etc/token.json; then sleep 60 & echo $! >> ${log}; sleep 60; fi`;
    const { code, out } = await between(run, '--timeout', '3', '--files', 'etc/token.json');
    expect(out).toContain('fails (it did not end in time and was killed)');
    expect(out).toContain('url: "https://b.example"');
    expect(code).toBe(1);
    const started = (await readFile(log, 'utf8')).trim().split('\n');
    expect(await Promise.all(started.map((pid) => isAlive(Number(pid))))).toEqual(started.map(() => false));
  });

  test('a probe that flaps is found out when the set that was found is tried again', async () => {
    const log = join(repository.dir, 'log');
    const run = `echo . >> ${log}; test "$(wc -l < ${log})" -ge 10 || ! grep -q "x59$" etc/auth.yml`;
    const { code, err } = await between(run, '--files', 'etc/auth.yml');
    expect(err).toContain('The probe is not steady');
    expect(code).toBe(2);
  });

  test('too few probes: the smallest set so far, which is not said to be minimal', async () => {
    const { code, out } = await between('! grep -q "x9$" etc/auth.yml', '--most', '4');
    expect(out).toContain('a smaller set may, too');
    expect(code).toBe(2);
  });

  test.each<[string, string[], string]>([
    ['no sides', ['--run', 'true'], 'bisect needs --good, --bad and --run'],
    ['no probe', ['--good', 'HEAD~1', '--bad', 'HEAD', '--run', ' '], 'bisect needs'],
    ['an unknown commit', ['--good', 'nope', '--bad', 'HEAD', '--run', 'true'], 'nope'],
    ['no directory', ['--good', './nope', '--bad', 'HEAD', '--run', 'true'], './nope is no directory'],
    ['the same side', ['--good', 'HEAD', '--bad', 'HEAD', '--run', 'true'], 'Nothing differs'],
    [
      'no such files',
      ['--good', 'HEAD~1', '--bad', 'HEAD', '--run', 'true', '--files', 'x/**'],
      'Nothing differs',
    ],
    ['a timeout in words', ['--good', 'a', '--bad', 'b', '--run', 'true', '--timeout', 'soon'], '--timeout'],
    ['no time at all', ['--good', 'a', '--bad', 'b', '--run', 'true', '--timeout', '0'], '--timeout'],
    ['too few probes', ['--good', 'a', '--bad', 'b', '--run', 'true', '--most', '2'], '--most'],
    ['an unknown format', ['--good', 'a', '--bad', 'b', '--run', 'true', '--format', 'sarif'], 'sarif'],
    ['an unknown option', ['--nope'], '--nope'],
    [
      'no store',
      ['--good', '01JABCDEFGHJKMNPQRSTVWXYZ0', '--bad', 'HEAD', '--run', 'true', '--store', './none'],
      'store',
    ],
  ])('%s', async (_, argv, words) => {
    const { code, err, out } = await bisect(...argv);
    expect(err).toContain(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('a search goes on where it was stopped', () => {
  const lines = async (log: string) => (await readFile(log, 'utf8')).split('\n').length - 1;

  test('an answer of the probe that stops it does not lose the probes before', async () => {
    const log = join(repository.dir, 'log');
    const run = `echo . >> ${log}; test "$(wc -l < ${log})" -ne 6 || exit 200; ! grep -q "x23$" etc/auth.yml`;
    const state = ['--state', join(repository.dir, '.state/s'), '--files', 'etc/auth.yml'];
    expect((await between(run, ...state)).code).toBe(2);
    const again = await between(run, ...state, '--format', 'json');
    expect(again.code).toBe(1);
    expect(JSON.parse(again.out)).toMatchObject({ remembered: 5 });
    expect(existsSync(join(repository.dir, '.state/s'))).toBe(false);
  });

  test.each(['SIGKILL', 'SIGINT'] as const)('%s in the middle', async (signal) => {
    const log = join(repository.dir, 'log');
    const go = join(temporary.dir, 'go');
    // The sixth probe is stopped where it has begun, and waits: what follows finds no probe that is about to begin.
    const wait = `for i in $(seq 600); do if [ -e ${go} ]; then break; fi; sleep 0.1; done`;
    const run = `echo . >> ${log}; test "$(wc -l < ${log})" -ne 6 || ${wait}; ! grep -q "x23$" etc/auth.yml`;
    const argv = ['--good', 'HEAD~1', '--bad', 'HEAD', '--run', run, '--files', 'etc/auth.yml'];
    const child = await startCli(argv);
    await until(async () => existsSync(log) && (await lines(log)) >= 6);
    child.kill(signal);
    const { code, err } = await ended(child);
    await writeFile(go, '');
    if (signal === 'SIGINT') {
      expect(err).toContain('The search was interrupted.');
      expect(code).toBe(2);
      expect(await leftovers()).toEqual([]);
    }
    const before = await lines(log);
    const report = await found(run, '--files', 'etc/auth.yml');
    expect(report.names).toEqual(['etc/auth.yml key23']);
    expect(report.remembered).toBe(5);
    expect((await lines(log)) - before).toBe(report.probes);
    expect(await leftovers()).toEqual([]);
  });

  test('the state of another question is not used', async () => {
    const state = join(repository.dir, '.state/s');
    await mkdir(join(repository.dir, '.state'));
    await appendFile(state, '{"holdfast":"bisect","version":1,"question":"other","scratch":"/etc"}\n');
    const { code, err } = await between('true', '--state', state);
    expect(err).toContain('is the state of another bisect');
    expect(code).toBe(2);
    expect(existsSync(state)).toBe(true);
    expect(existsSync('/etc')).toBe(true);
  });

  async function startCli(argv: string[]): Promise<ChildProcess> {
    return spawn(
      process.execPath,
      [join(process.cwd(), 'scripts/run.mjs'), join(process.cwd(), 'src/cli/main.ts'), 'bisect', ...argv],
      {
        cwd: repository.dir,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
  }

  async function ended(child: ChildProcess): Promise<{ code: number | null; err: string }> {
    let err = '';
    child.stderr!.on('data', (chunk) => {
      err += chunk;
    });
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, err })));
  }

  async function until(done: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      if (await done()) return;
      await sleep(50);
    }
    throw new Error('it did not happen');
  }
});
