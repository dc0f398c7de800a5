import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Blame } from '../../src/blame/candidate.ts';
import { runBlame } from '../../src/cli/blame/index.ts';
import { createRepository, type TestRepository, testEnvironment } from '../helpers/repository.ts';

const POLICY = 'critical:\n  - files: config/auth/**\n    service: auth\n';
const FILE = 'config/auth/a.yml';

let repository: TestRepository;

/** Commits a file at an hour of 2 January. */
async function commit(message: string, hour: number, files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) await repository.write(path, text);
  const at = new Date(Date.parse('2026-01-02T00:00:00Z') + hour * 3_600_000).toISOString();
  const env = testEnvironment({ GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at });
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: repository.dir, env, encoding: 'utf8' });
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', message);
  return git('rev-parse', 'HEAD').trim();
}

beforeEach(async () => {
  repository = await createRepository();
  await commit('Start', 0, { '.github/holdfast.yml': POLICY, [FILE]: 'pool: 80\nttl: 900\n' });
  await repository.git('tag', 'v1');
});
afterEach(() => repository.dispose());

async function blame(...argv: string[]): Promise<Blame & { code: number }> {
  let [out, err] = ['', ''];
  const none = ['--store', join(repository.dir, '.git/none'), '--format', 'json'];
  const code = await runBlame(['auth', ...argv, ...none], {
    cwd: repository.dir,
    env: {},
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    color: false,
  });
  expect(err).toBe('');
  return { code, ...JSON.parse(out) };
}

const subjects = ({ candidates }: Blame) => candidates.map(({ subject }) => subject);
const reasons = ({ missing }: Blame) => missing.map(({ reason }) => reason);

describe('what holds at the end of the range', () => {
  test('is asked of the commit at that moment, not of what has repaired it since', async () => {
    await commit('Break it', 2, { [FILE]: 'pool: [\nttl: 900\n' });
    await commit('Shorter', 3, { 'config/auth/b.yml': 'ttl: 60\n' });
    await commit('Repair it', 9, { [FILE]: 'pool: 80\nttl: 900\n' });
    const now = await blame('--since', 'v1');
    expect(now.candidates.find(({ subject }) => subject === 'Break it')!.reasons).toContainEqual(
      expect.objectContaining({ kind: 'undone', holds: 0 }),
    );
    const then = await blame('--since', 'v1', '--until', '2026-01-02T05:00Z');
    expect(subjects(then)).toEqual(['Break it', 'Shorter']);
    expect(then.candidates[0]!.reasons.map(({ kind }) => kind)).toEqual(
      expect.not.arrayContaining(['undone', 'repaired']),
    );
  });
});

describe('a file that was renamed later', () => {
  const PRODUCTION = 'environment: production\nissuer: https://login.example.com\npool: 80\nttl: 900\n';
  const NEW = 'config/auth/prod.yml';
  const about = ({ candidates }: Blame, subject: string) =>
    candidates.find((one) => one.subject === subject)!.reasons.map(({ kind }) => kind);

  beforeEach(async () => {
    await commit('Production', 1, { [FILE]: PRODUCTION });
    await repository.git('tag', '--force', 'v1');
  });

  async function rename(from: string, to: string, hour: number, text?: string) {
    await repository.git('mv', from, to);
    await commit(`Move ${from}`, hour, text === undefined ? {} : { [to]: text });
  }

  test('still has what was done to it before', async () => {
    await commit('Shorter', 2, { [FILE]: PRODUCTION.replace('900', '1') });
    await rename(FILE, NEW, 3, PRODUCTION.replace('900', '1').replace('80', '81'));
    const found = await blame('--since', 'v1');
    expect(about(found, 'Shorter')).not.toContain('undone');
    await commit('Longer again', 4, { [NEW]: PRODUCTION.replace('80', '81') });
    expect(about(await blame('--since', 'v1'), 'Shorter')).toContain('undone');
  });

  test('is not put back under its old name', async () => {
    const id = await commit('Shorter', 2, { [FILE]: PRODUCTION.replace('900', '1'), 'src/a.ts': '1' });
    await rename(FILE, NEW, 3);
    const { candidates } = await blame('--since', 'v1');
    const { undo } = candidates.find(({ subject }) => subject === 'Shorter')!;
    expect(undo).toBe(`git revert --no-edit ${id.slice(0, 12)}`);
    await repository.git(...undo.split(' ').slice(1));
    expect(await repository.git('show', `HEAD:${NEW}`)).toContain('ttl: 900');
  });

  test('is as broken as before, until it is repaired', async () => {
    await commit('Break it', 2, { [FILE]: `${PRODUCTION}users: [\n` });
    await rename(FILE, NEW, 3);
    expect(subjects(await blame('--since', 'v1'))[0]).toBe('Break it');
    await commit('Repair it', 4, { [NEW]: PRODUCTION });
    const repaired = await blame('--since', 'v1');
    expect(about(repaired, 'Break it')).toEqual(expect.arrayContaining(['repaired', 'undone']));
  });

  test('and back: the renaming itself is undone', async () => {
    await rename(FILE, NEW, 3);
    await rename(NEW, FILE, 4);
    const found = await blame('--since', 'v1');
    expect(about(found, `Move ${FILE}`)).toContain('undone');
  });

  test('is not taken for one of the same name that came after it', async () => {
    await commit('Shorter', 2, { [FILE]: PRODUCTION.replace('900', '1') });
    await repository.remove(FILE);
    await commit('Remove it', 3, {});
    await commit('Another one', 4, { [FILE]: PRODUCTION.replace('900', '1') });
    await rename(FILE, NEW, 5);
    expect(about(await blame('--since', 'v1'), 'Shorter')).toContain('undone');
  });
});

describe('a moment', () => {
  test('leaves no later commit out because of one whose clock was wrong', async () => {
    await commit('Break it', 5, { [FILE]: 'pool: 4\nttl: 900\n' });
    await commit('By a clock of 1970', -400_000, { 'src/a.ts': '1' });
    await commit('Feature', 6, { 'src/a.ts': '2' });
    const found = await blame('--since', '2026-01-02T04:00Z');
    expect(subjects(found)).toEqual(['Break it']);
    expect(found.looked.steps).toBe(2);
  });

  test('takes a merge with all that it brought', async () => {
    await repository.branch('topic');
    await commit('Break it', 3, { [FILE]: 'pool: 4\nttl: 900\n' });
    await repository.checkout('main');
    await commit('Feature', 4, { 'src/a.ts': '1' });
    const at = '2026-01-02T06:00:00Z';
    const env = testEnvironment({ GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at });
    execFileSync('git', ['merge', '--quiet', '--no-ff', '-m', 'Merge topic', 'topic'], {
      cwd: repository.dir,
      env,
    });
    const found = await blame('--since', '2026-01-02T05:00Z');
    expect(found.candidates).toMatchObject([
      { subject: 'Merge topic', paths: [FILE], inner: [{ subject: 'Break it' }] },
    ]);
    expect(found.looked.steps).toBe(1);
  });

  test('that is still to come is said to be', async () => {
    const found = await blame('--since', '2999-01-01');
    expect(reasons(found)).toContain('range-empty');
    expect(found.code).toBe(2);
    expect(reasons(await blame('--since', '2026-01-02T04:00Z', '--until', '2026-01-02T03:00Z'))).toContain(
      'range-empty',
    );
    expect(reasons(await blame('--since', '2026-01-02T04:00Z'))).not.toContain('range-empty');
  });
});

describe('a beginning that the end does not hold', () => {
  test('has commits that are not seen, and they are said to be there', async () => {
    await repository.branch('release');
    await commit('Hotfix', 2, { [FILE]: 'pool: 90\nttl: 900\n' });
    await repository.git('tag', 'v1.1');
    await repository.checkout('main');
    await commit('Feature', 3, { 'config/auth/b.yml': 'ttl: 60\n' });
    const found = await blame('--since', 'v1.1');
    expect(subjects(found)).toEqual(['Feature']);
    expect(found.missing).toContainEqual(
      expect.objectContaining({ reason: 'since-elsewhere', detail: expect.stringContaining('v1.1') }),
    );
    expect(reasons(await blame('--since', 'v1'))).not.toContain('since-elsewhere');
  });

  test('is told where both ends were exchanged, and where nothing is common', async () => {
    await commit('Feature', 3, { 'config/auth/b.yml': 'ttl: 60\n' });
    expect(reasons(await blame('--since', 'HEAD', '--until', 'v1'))).toContain('since-elsewhere');
    await repository.git('checkout', '--quiet', '--orphan', 'other');
    await commit('Another beginning', 4, {});
    expect(reasons(await blame('--since', 'v1'))).toContain('since-elsewhere');
  });
});
