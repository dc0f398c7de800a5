import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runBlame } from '../../src/cli/blame/index.ts';
import { createRepository, type TestRepository, testEnvironment } from '../helpers/repository.ts';
import { createSite, KEYS, OLD } from './deploy-support.ts';

const POLICY = 'critical:\n  - files: config/auth/**\n    service: auth\n';

let repository: TestRepository;

beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/auth/a[bc].yml', 'pool: 80\n');
  await repository.write('config/auth/ab.yml', 'pool: 80\n');
  await repository.write('config/auth/c.yml', 'pool: 80\n');
  await repository.commit('Start');
  await repository.git('tag', 'v1');
});
afterEach(() => repository.dispose());

/** What the terminal shows, and each command in it that undoes something. */
async function blame(cwd: string, ...argv: string[]) {
  let out = '';
  const code = await runBlame(['auth', ...argv], {
    cwd,
    env: { COLUMNS: '40' },
    stdout: (text) => {
      out += text;
    },
    stderr: () => {},
    color: false,
  });
  const undo = [...out.matchAll(/^ {2}undo {5}(.*)$/gm)].map(([, command]) => command!);
  return { code, out, undo };
}

const inHistory = (cwd = repository.dir, ...argv: string[]) =>
  blame(cwd, '--since', 'v1', '--store', join(repository.dir, '.git/none'), ...argv);

/** Pasted into a shell at this place. */
const paste = (command: string, cwd = repository.dir) =>
  execFileSync('bash', ['-c', command], { cwd, env: testEnvironment(), stdio: 'pipe' });

const differsFrom = async (start: string) =>
  (await repository.git('diff', '--name-only', '-z', start)).split('\0');

describe('the command of the first screen, pasted as it is shown', () => {
  test('is one line in a narrow terminal, and works below the top of the checkout', async () => {
    await repository.write('config/auth/c.yml', 'pool: 4\n');
    await repository.write('src/main.ts', '1');
    await repository.commit('Release');
    const below = join(repository.dir, 'config/auth');
    const { undo } = await inHistory(below);
    paste(undo[0]!, below);
    expect(await differsFrom('v1')).toEqual(['src/main.ts', '']);
  });

  test('puts back what is named like a pattern, and no other file', async () => {
    await repository.write('config/auth/a[bc].yml', 'pool: 4\n');
    await repository.write('src/main.ts', '1');
    await repository.commit('Release');
    await repository.write('config/auth/ab.yml', 'pool: 81\n');
    await repository.commit('A larger pool');
    const { out, undo } = await inHistory();
    // Both are of the same second: the later one comes first.
    expect(out.match(/^\d {2}.*/gm)).toEqual(['1  A larger pool', '2  Release']);
    paste(undo[1]!);
    expect(await differsFrom('v1')).toEqual(['config/auth/ab.yml', 'src/main.ts', '']);
  });

  test.each([
    ['two  spaces', 'config/auth/two  spaces.yml'],
    ['a line feed', 'config/auth/x\ny.yml'],
    ['a quote and a dollar', `config/auth/it's $HOME.yml`],
    ['what a runner would obey', 'config/auth/x ::error::y ##[z.yml'],
    ['a sign that turns the text around', 'config/auth/\u202eabc.yml'],
  ])('puts back a name with %s', async (_, path) => {
    await repository.write(path, 'pool: 80\n');
    await repository.commit('One more');
    await repository.git('tag', '--force', 'v1');
    await repository.write(path, 'pool: 4\n');
    await repository.write('src/main.ts', '1');
    await repository.commit('Release');
    const { undo } = await inHistory();
    paste(undo[0]!);
    expect(await differsFrom('v1')).toEqual(['src/main.ts', '']);
  });

  test.each(['_helm/a.yml', '-/a.yml', ':/a.yml', '#a.yml', '!a.yml'])(
    'puts back %s: what begins with a sign that is a word of git',
    async (path) => {
      const policy = POLICY.replace('config/auth/**', `"**/*a.yml"`);
      await repository.write('.github/holdfast.yml', policy);
      await repository.write(path, 'pool: 80\n');
      await repository.commit('One more');
      await repository.git('tag', '--force', 'v1');
      await repository.write(path, 'pool: 4\n');
      await repository.write('src/main.ts', '1');
      await repository.commit('Release');
      const { undo } = await inHistory();
      paste(undo[0]!);
      expect(await differsFrom('v1')).toEqual(['src/main.ts', '']);
    },
  );

  test('puts back a name that is no UTF-8', async () => {
    const write = (pool: number) => paste(`printf 'pool: ${pool}\\n' > config/auth/$'caf\\xe9.yml'`);
    write(80);
    await repository.commit('One more');
    await repository.git('tag', '--force', 'v1');
    write(4);
    await repository.write('src/main.ts', '1');
    await repository.commit('Release');
    const { undo } = await inHistory();
    paste(undo[0]!);
    expect(await differsFrom('v1')).toEqual(['src/main.ts', '']);
  });

  test('takes back an octopus, and names everybody whose commits it brought', async () => {
    for (const [branch, path] of [
      ['one', 'config/auth/c.yml'],
      ['two', 'config/auth/new.yml'],
      ['three', 'src/main.ts'],
    ] as const) {
      await repository.branch(branch, 'v1');
      await repository.write(path, 'pool: 4\n');
      await repository.git('add', '--all');
      await repository.git('-c', `user.name=${branch}`, 'commit', '-m', branch, `--author=${branch} <x@y>`);
    }
    await repository.checkout('main');
    await repository.git('merge', '--quiet', '--no-ff', '-m', 'All', 'one', 'two', 'three');
    const { out, undo } = await inHistory();
    expect(out).toMatch(/who +(one, two|two, one); merged by/);
    paste(undo[0]!);
    expect(await differsFrom('v1')).toEqual(['src/main.ts', '']);
  });
});

test('what is put back from a store names the store that was named', async () => {
  const site = await createSite();
  try {
    const keep = () => site.backup('--root', site.root);
    await keep();
    const [good] = await site.snapshots();
    await site.backup('mark', good!.id, '--good');
    await site.write(KEYS, OLD[KEYS]!.replace('k-2026-11', 'k-1999-01'));
    await site.write('/etc/auth/x[1].yml', 'new: 1\n');
    await keep();
    const { undo } = await blame(site.dir, '--store', 'store');
    expect(undo[0]).toMatch(/^holdfast restore --known-good --service auth .* --store store$/);
    const { runRestore } = await import('../../src/cli/restore/index.ts');
    const words = JSON.parse(
      paste(
        `node -e 'console.log(JSON.stringify(process.argv.slice(2)))' x ${undo[0]!.replace('holdfast restore', '')}`,
      ).toString(),
    );
    const code = await runRestore([...words, '--root', site.root, '--yes', '--no-reload'], {
      cwd: site.dir,
      env: { PATH: process.env.PATH },
      stdout: () => {},
      stderr: () => {},
      color: false,
    });
    expect(code).toBe(0);
    expect(await site.text(KEYS)).toBe(OLD[KEYS]);
    expect(await site.text('/etc/auth/x[1].yml')).toBeUndefined();
  } finally {
    await site.dispose();
  }
});
