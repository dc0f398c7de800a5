import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fill, makeScratch } from '../../src/adapters/bisect/scratch.ts';
import { openSide } from '../../src/adapters/bisect/sides.ts';
import { runBisect } from '../../src/cli/bisect/index.ts';
import { createDirectory, createRepository, type TestRepository } from '../helpers/repository.ts';

let repository: TestRepository;
let temporary: Awaited<ReturnType<typeof createDirectory>>;
let env: Record<string, string>;
/** A directory outside of the tree. */
let live: string;

beforeEach(async () => {
  repository = await createRepository();
  temporary = await createDirectory();
  live = join(repository.dir, '.live');
  env = {
    PATH: process.env.PATH!,
    HOME: repository.dir,
    TMPDIR: temporary.dir,
    XDG_STATE_HOME: join(repository.dir, '.state'),
  };
  await mkdir(live);
  await writeFile(join(live, 'a.yml'), 'live: true\n');
  await repository.write('.gitignore', '.state\n.live\nlog\n');
  await repository.write('etc/a.yml', '# first\nport: 1\nhost: a\n');
  await repository.commit('good');
  await repository.write('etc/a.yml', 'port: 2\nhost: b\n');
  await repository.commit('bad');
});
afterEach(async () => {
  await temporary.dispose();
  await repository.dispose();
});

const SIDES = ['--good', 'HEAD~1', '--bad', 'HEAD'];

async function bisect(...argv: string[]) {
  const run = { code: -1, out: '', err: '' };
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

const leftovers = async () => readdir(temporary.dir);

describe('nothing live is touched', () => {
  test('by way of a link that a probe has put in the place of a directory', async () => {
    const { code } = await bisect(...SIDES, '--run', `rm -rf etc; ln -s ${live} etc; exit 0`);
    expect(code).toBe(2);
    expect(await readFile(join(live, 'a.yml'), 'utf8')).toBe('live: true\n');
  });

  test('by way of a link that the good side has, when --files looks below it', async () => {
    await repository.git('rm', '--quiet', '-r', 'etc');
    await repository.link('etc', live);
    const good = await repository.commit('link');
    const { code } = await bisect(
      '--good',
      good,
      '--bad',
      'HEAD~1',
      '--files',
      'etc/a.yml',
      '--run',
      'exit 0',
    );
    expect(code).toBe(2);
    expect(await readFile(join(live, 'a.yml'), 'utf8')).toBe('live: true\n');
  });

  test('by way of a link that a probe has put in the place of the whole tree', async () => {
    const run = `mkdir ${live}/etc; cp ${live}/a.yml ${live}/etc; rm -rf "$HOLDFAST_ROOT"; ln -s ${live} "$HOLDFAST_ROOT"`;
    const { code, err } = await bisect(...SIDES, '--run', run);
    expect(err).toContain('its tree cannot be written: ESTALE');
    expect(code).toBe(2);
    expect(await readFile(join(live, 'etc/a.yml'), 'utf8')).toBe('live: true\n');
    expect(await leftovers()).toEqual([]);
  });
});

describe('where no tree can be made, that is said', () => {
  test('because the probe has removed it', async () => {
    const { code, err } = await bisect(...SIDES, '--run', 'rm -rf "$HOLDFAST_ROOT"');
    expect(err).toContain('its tree cannot be written: ENOENT');
    expect(code).toBe(2);
  });

  test('because there is no place for temporary files', async () => {
    env.TMPDIR = join(temporary.dir, 'none');
    const { code, err } = await bisect(...SIDES, '--run', 'true');
    expect(err).toContain(`A tree to search in cannot be made in ${env.TMPDIR} (ENOENT).`);
    expect(code).toBe(2);
  });
});

test('a file that is too large and the same on both sides is left out of the tree, and that is said', async () => {
  const sides = ['good', 'bad'].map((name) => join(repository.dir, '.live', name));
  for (const [index, side] of sides.entries()) {
    await mkdir(side);
    await writeFile(join(side, 'a.yml'), `port: ${index}\n`);
    await writeFile(join(side, 'image.bin'), '');
    await truncate(join(side, 'image.bin'), 51 * 1024 * 1024);
  }
  const argv = ['--good', sides[0]!, '--bad', sides[1]!, '--files', '*.yml'];
  const { code, out, err } = await bisect(...argv, '--run', 'grep -q "port: 0" a.yml && test ! -e image.bin');
  expect(err).toBe('Too large, and not in the tree of the probe: image.bin\n');
  expect(out).toContain('port');
  expect(code).toBe(1);
});

test('a pattern that names nothing because it is none is refused', async () => {
  const { code, err, out } = await bisect(
    ...SIDES,
    '--run',
    'true',
    '--files',
    'etc/*.yml',
    '--files',
    '!etc/[a.yml',
  );
  expect(err).toContain('--files "!etc/[a.yml" has a bracket that is not closed');
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

test('lines of a comment are shown as each side has them', async () => {
  const { out } = await bisect(...SIDES, '--run', 'grep -q first etc/a.yml');
  expect(out).toMatch(/^ +lines +1 - # first$/m);
  expect(out).not.toMatch(/^ +1? *\+ /m);
});

test('an interrupt while the tree is filled is one', async () => {
  const [scratch, side] = [
    await makeScratch(temporary.dir),
    await openSide('HEAD', { cwd: repository.dir, store: '' }),
  ];
  if (!scratch.ok || !side.ok) throw new Error('It could not be opened.');
  const filled = await fill(scratch.value, side.value.snapshot, AbortSignal.abort('SIGINT'));
  expect(filled).toMatchObject({ ok: false, problem: { code: 'interrupted' } });
  await scratch.value.remove();
  await side.value.close();
});

describe('the same search twice at the same time', () => {
  let child: ChildProcess | undefined;
  afterEach(() => {
    child?.kill('SIGKILL');
  });

  test('is refused, and does not take the tree from the first one', async () => {
    const [log, gate] = [join(repository.dir, 'log'), join(repository.dir, '.state/gate')];
    const run = `echo . >> ${log}; until test -e ${gate}; do sleep 0.05; done; ! grep -q "port: 2" etc/a.yml`;
    const argv = [...SIDES, '--run', run, '--timeout', '60'];
    child = spawn(
      process.execPath,
      [join(process.cwd(), 'scripts/run.mjs'), join(process.cwd(), 'src/cli/main.ts'), 'bisect', ...argv],
      { cwd: repository.dir, env, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let out = '';
    child.stdout!.on('data', (text) => {
      out += text;
    });
    const end = new Promise((resolve) => child!.on('close', resolve));
    for (let tries = 0; tries < 1_000 && !existsSync(log); tries++) await sleep(50);
    expect(existsSync(log)).toBe(true);
    const second = await bisect(...argv);
    expect(second.err).toContain(`The same search is running (process ${child.pid}`);
    expect(second.code).toBe(2);
    await writeFile(gate, '');
    expect(await end).toBe(1);
    expect(out).toContain('1 change of');
    expect(out).toMatch(/port: 2/);
    expect(await leftovers()).toEqual([]);
  });
});
