import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { landedCommits, parseLanded } from '../../../src/adapters/git/landed.ts';
import { openRepository } from '../../../src/adapters/git/repository.ts';
import {
  createDirectory,
  createRepository,
  repositoryAt,
  type TestRepository,
} from '../../helpers/repository.ts';

let repository: TestRepository;
beforeEach(async () => {
  repository = await createRepository();
});
afterEach(() => repository.dispose());

async function landed(range: { from?: string; after?: number } = {}, dir = repository.dir) {
  const opened = await openRepository({ directory: dir });
  if (!opened.ok) throw new Error(opened.problem.message);
  try {
    const to = await repositoryAt(dir).git('rev-parse', 'HEAD');
    const found = await landedCommits(opened.value, { ...range, to });
    if (!found.ok) throw new Error(found.problem.message);
    return found.value;
  } finally {
    await opened.value.close();
  }
}

test('a merge is one step with all that it brought, and its branch is none', async () => {
  await repository.write('a', '1');
  const first = await repository.commit('Start');
  await repository.branch('side');
  await repository.write('b', '1');
  await repository.commit('On the side');
  await repository.write('b', '2');
  await repository.commit('On the side again');
  await repository.checkout('main');
  await repository.write('c', '1');
  await repository.commit('On main');
  await repository.merge('side', 'Merge pull request #7 from acme/side\n\nTwo commits.');
  const { commits, cut } = await landed({ from: first });
  expect(cut).toBe(false);
  expect(
    commits.map(({ subject, parents, changes }) => [
      subject,
      parents.length,
      changes.map(({ path }) => path),
    ]),
  ).toEqual([
    ['Merge pull request #7 from acme/side', 2, ['b']],
    ['On main', 1, ['c']],
  ]);
  expect(commits[0]).toMatchObject({ author: 'Ada', at: '2026-01-02T03:04:05.000Z' });
  expect(commits[0]!.message).toContain('Two commits.');
});

test('names of files, of people and subjects come as they are', async () => {
  await repository.write('a', '1');
  await repository.commit('Start');
  await repository.write('odd \n:100644 name\t"', '1');
  await repository.write('\u202eevil', '1');
  await repository.git('add', '--all');
  const author = ['--author', 'Eve \u001b[31m <e@x>'];
  await repository.git('commit', '--quiet', ...author, '--allow-empty-message', '-m', '');
  const { commits } = await landed();
  const odd = commits.find(({ changes }) => changes.length === 2);
  expect(odd?.changes.map(({ path }) => path).sort()).toEqual(['odd \n:100644 name\t"', '\u202eevil'].sort());
  expect(odd?.author).toContain('\u001b[31m');
});

test('the step at which a shallow clone ends is not taken for the first commit of all', async () => {
  for (const text of ['1', '2', '3']) {
    await repository.write('a', text);
    await repository.commit(`Version ${text}`);
  }
  const { dir, dispose } = await createDirectory();
  try {
    const clone = repositoryAt(dir);
    await clone.git('clone', '--quiet', '--depth', '2', `file://${repository.dir}`, '.');
    const { commits, cut } = await landed({}, dir);
    expect(commits.map(({ subject }) => subject)).toEqual(['Version 3']);
    expect(cut).toBe(true);
  } finally {
    await dispose();
  }
});

test('a range by time', async () => {
  await repository.write('a', '1');
  await repository.commit('Start');
  const time = Date.parse('2026-01-02T03:04:05Z') / 1000;
  expect((await landed({ after: time - 1 })).commits).toHaveLength(1);
  expect((await landed({ after: time + 1 })).commits).toHaveLength(0);
});

describe('what git does not write is refused', () => {
  const ID = 'a'.repeat(40);
  test.each([
    ['a path before any commit', `:100644 100644 ${ID} ${ID} M\0a\0`],
    ['no id', '\0x\0\x001\0n\0s\0m\0'],
    ['no time', `\0${ID}\0\0soon\0n\0s\0m\0`],
    ['an unknown status', `\0${ID}\0\x001\0n\0s\0m\0:100644 100644 ${ID} ${ID} X\0a\0`],
  ])('%s', (_, text) => {
    expect(parseLanded(Buffer.from(text))).toMatchObject({
      ok: false,
      problem: { code: 'malformed-git-data' },
    });
  });
});
