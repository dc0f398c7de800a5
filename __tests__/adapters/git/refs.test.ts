import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openLocalPair } from '../../../src/adapters/git/open-pair.ts';
import { defaultBranch, mergeBase, resolveCommit } from '../../../src/adapters/git/refs.ts';
import type { Repository } from '../../../src/adapters/git/repository.ts';
import {
  createDirectory,
  createRepository,
  repositoryAt,
  type TestRepository,
} from '../../helpers/repository.ts';
import { createOpener, summary } from './support.ts';

let repository: TestRepository;
let first: string;
const opener = createOpener();

beforeEach(async () => {
  repository = await createRepository();
  await repository.write('a', 'x');
  first = await repository.commit('first');
});

afterEach(async () => {
  await opener.closeAll();
  await repository.dispose();
});

const open = (dir = repository.dir): Promise<Repository> => opener.repository({ directory: dir });

describe('names', () => {
  test('branches, tags, ids and revisions give full commit ids', async () => {
    const second = await repository.commit('second');
    await repository.git('tag', '--annotate', '-m', 'tag', 'v1', first);
    const tag = await repository.git('rev-parse', 'v1');
    await repository.git('branch', 'feature/ü');
    const real = await open();
    const names: [string, string][] = [
      ['HEAD', second],
      ['main', second],
      ['feature/ü', second],
      ['HEAD~1', first],
      ['v1', first],
      [tag, first],
      [first.slice(0, 12), first],
      [first.toUpperCase(), first],
    ];
    for (const [name, id] of names) expect(await resolveCommit(real, name)).toEqual({ ok: true, value: id });
  });

  test('what is no commit is refused, with names that are near', async () => {
    await repository.git('branch', 'release/2026');
    await repository.git('update-ref', 'refs/remotes/origin/develop', first);
    const real = await open();
    const unknown = [
      ['relaese/2026', '`release/2026`'],
      ['mian', '`main`'],
      ['develop', '`origin/develop`'],
      ['Main', '`main`'],
      ['', 'branch'],
      ['nothing like it', 'git branch'],
      ['HEAD:a', ''],
      ['main..main', ''],
      ['main\nHEAD', ''],
      ['main\0', ''],
      ['x'.repeat(5_000), ''],
    ];
    for (const [name, hint] of unknown) {
      const result = await resolveCommit(real, name!);
      expect(result).toMatchObject({ ok: false, problem: { code: 'unknown-ref' } });
      expect(!result.ok && result.problem.hint).toContain(hint);
    }
    expect(await resolveCommit(real, 'e'.repeat(40))).toMatchObject({ problem: { code: 'missing-commit' } });
  });

  test('a ref named like an option writes no file', async () => {
    await repository.git('update-ref', 'refs/heads/--output=x', first);
    const real = await open();
    expect(await resolveCommit(real, '--output=x')).toMatchObject({ problem: { code: 'unknown-ref' } });
    expect(await resolveCommit(real, 'refs/heads/--output=x')).toEqual({ ok: true, value: first });
    const pair = openLocalPair({ directory: repository.dir, base: '--output=x', head: 'HEAD' });
    expect(await pair).toMatchObject({ problem: { code: 'unknown-ref' } });
    expect(existsSync(join(repository.dir, 'x'))).toBe(false);
  });
});

describe('what is compared by default', () => {
  test('HEAD since it left the default branch; base and head as they are given', async () => {
    await repository.branch('topic');
    await repository.write('b', 'topic');
    const topic = await repository.commit();
    await repository.checkout('main');
    await repository.write('c', 'main');
    await repository.commit();
    await repository.checkout('topic');
    const directory = repository.dir;
    const local = await opener.pair(openLocalPair({ directory }));
    expect([local.before.id, local.after.id]).toEqual([first, topic]);
    expect(await summary(local)).toEqual(['b ->file']);
    const direct = await opener.pair(openLocalPair({ directory, base: 'main' }));
    expect(await summary(direct)).toEqual(['b ->file', 'c file>-']);
    await repository.checkout('main');
    expect(await summary(await opener.pair(openLocalPair({ directory, head: 'topic' })))).toEqual([
      'b ->file',
    ]);
    expect(await summary(await opener.pair(openLocalPair({ directory })))).toEqual([]);
    expect(await openLocalPair({ directory, head: 'topic', staged: true })).toMatchObject({
      problem: { code: 'conflicting-options' },
    });
  });

  test('the default branch is what origin says, then a usual name; none is a problem', async () => {
    const real = await open();
    expect(await defaultBranch(real)).toEqual({ ok: true, value: 'refs/heads/main' });
    await repository.git('update-ref', 'refs/remotes/origin/master', first);
    expect(await defaultBranch(real)).toEqual({ ok: true, value: 'refs/remotes/origin/master' });
    await repository.git('update-ref', 'refs/remotes/origin/trunk', first);
    await repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    expect(await defaultBranch(real)).toEqual({ ok: true, value: 'refs/remotes/origin/HEAD' });
    await repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/gone');
    expect(await defaultBranch(real)).toEqual({ ok: true, value: 'refs/remotes/origin/master' });
    await repository.git('update-ref', '-d', 'refs/remotes/origin/master');
    await repository.git('branch', '--move', 'main', 'odd');
    expect(await defaultBranch(real)).toMatchObject({ problem: { code: 'no-default-branch' } });
  });

  test('unrelated histories and histories that are cut off are told apart', async () => {
    await repository.git('checkout', '--quiet', '--orphan', 'orphan');
    const orphan = await repository.commit('orphan');
    const whole = await mergeBase(await open(), first, orphan);
    const { dir, dispose } = await createDirectory();
    await repository.checkout('main');
    await repository.branch('topic');
    const topic = await repository.commit('topic');
    await repository.checkout('main');
    const main = await repository.commit('main');
    await repository.git(
      'clone',
      '--quiet',
      '--depth=1',
      '--no-single-branch',
      `file://${repository.dir}`,
      dir,
    );
    const cut = await mergeBase(await open(dir), topic, main);
    expect(whole).toMatchObject({ problem: { code: 'no-merge-base' } });
    expect(cut).toMatchObject({ problem: { code: 'no-merge-base' } });
    expect(!whole.ok && !cut.ok && whole.problem.hint !== cut.problem.hint).toBe(true);
    expect(!cut.ok && cut.problem.hint).toContain('fetch-depth');
    expect(await openLocalPair({ directory: dir, head: 'origin/topic' })).toMatchObject({
      problem: { code: 'no-merge-base' },
    });
    await repositoryAt(dir).git('fetch', '--quiet', '--unshallow');
    expect(await mergeBase(await open(dir), topic, main)).toEqual({ ok: true, value: first });
    await dispose();
  });
});
