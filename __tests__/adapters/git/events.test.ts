import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openEventPair } from '../../../src/adapters/git/open-pair.ts';
import {
  createDirectory,
  createRepository,
  repositoryAt,
  type TestRepository,
} from '../../helpers/repository.ts';
import { contents, createOpener, replaceGit, sides, summary, unwrap } from './support.ts';

/** What GitHub has. */
let origin: TestRepository;
/** What actions/checkout leaves: a clone of depth 1 at one commit. */
let clone: TestRepository;
let parent: { dir: string; dispose(): Promise<void> };
const opener = createOpener();
const zero = '0'.repeat(40);

beforeEach(async () => {
  origin = await createRepository();
  await origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  await origin.git('config', 'uploadpack.allowFilter', 'true');
  parent = await createDirectory();
});

afterEach(async () => {
  await opener.closeAll();
  await origin.dispose();
  await parent.dispose();
});

/** As actions/checkout does it: init, then a fetch of one commit by its id. */
async function checkout(sha: string, ...more: string[]): Promise<void> {
  clone = repositoryAt(await mkdtemp(join(parent.dir, 'clone-')));
  await clone.git('init', '--quiet', '--initial-branch=main');
  await clone.git('remote', 'add', 'origin', `file://${origin.dir}`);
  await clone.git(
    'fetch',
    '--quiet',
    '--no-tags',
    ...(more.length > 0 ? more : ['--depth=1']),
    'origin',
    sha,
  );
  await clone.git('checkout', '--quiet', '--detach', sha);
}

const openEvent = (
  name: string,
  payload: unknown,
  sha: string,
  more: { ref?: string; base?: string; head?: string } = {},
) => {
  const { ref = 'refs/heads/main', ...inputs } = more;
  return openEventPair({ directory: clone.dir, event: { name, payload, sha, ref }, ...inputs });
};

/** A topic branch that has left main, which has moved on since, and the test merge of both. */
async function pullRequest() {
  await origin.write('config.yml', 'a: 1\n');
  const fork = await origin.commit('fork');
  await origin.branch('topic');
  await origin.write('config.yml', 'a: 2\n');
  const head = await origin.commit('topic');
  await origin.checkout('main');
  await origin.write('new-on-main.yml', 'b: 1\n');
  const base = await origin.commit('main moved on');
  await origin.branch('test-merge');
  const merge = await origin.merge('topic');
  await origin.checkout('main');
  return { fork, head, base, merge };
}

describe('pull_request', () => {
  test('in a clone of depth 1 whose base has moved on, only what the merge would change differs', async () => {
    const { fork, head, base, merge } = await pullRequest();
    await checkout(merge);
    const payload = { pull_request: { head: { sha: head }, base: { sha: fork } } };
    const git = await replaceGit();
    try {
      const pair = await opener.pair(openEvent('pull_request', payload, merge));
      expect([pair.before.id, pair.after.id]).toEqual([base, merge]);
      expect(await summary(pair)).toEqual(['config.yml file>file']);
      const changes = unwrap(await pair.differences());
      expect(await contents(pair.before.read(sides(changes, 'before')))).toEqual(['a: 1\n']);
      const commands = git.calls().map((line) => line.match(/--no-pager (\S+)/)?.[1]);
      expect(commands.filter((each) => each === 'cat-file')).toHaveLength(1);
      expect(commands.filter((each) => each === 'fetch')).toHaveLength(1);
      expect(commands.filter((each) => each === 'diff-tree')).toHaveLength(1);
    } finally {
      await git.restore();
    }
    expect(await clone.git('for-each-ref')).toBe('');
    expect(await clone.git('rev-parse', '--is-shallow-repository')).toBe('true');
  });

  test('a stale merge, and a commit that is no merge, are refused', async () => {
    const { head, fork, merge } = await pullRequest();
    await checkout(merge);
    const stale = openEvent('pull_request', { pull_request: { head: { sha: fork } } }, merge);
    expect(await stale).toMatchObject({ problem: { code: 'stale-merge' } });
    const single = openEvent('pull_request', { pull_request: { head: { sha: head } } }, head);
    expect(await single).toMatchObject({ problem: { code: 'not-a-merge' } });
  });

  test('without a way to fetch the base: a problem without credentials, never an empty difference', async () => {
    const { head, base, merge } = await pullRequest();
    await checkout(merge);
    await clone.git('remote', 'set-url', 'origin', 'file://user:hunter2@localhost/nowhere');
    const result = await openEvent('pull_request', { pull_request: { head: { sha: head } } }, merge);
    expect(result).toMatchObject({ problem: { code: 'missing-commit' } });
    expect(JSON.stringify(result)).toContain(base);
    expect(JSON.stringify(result)).not.toContain('hunter2');
    await clone.git('remote', 'remove', 'origin');
    const without = await openEvent('pull_request', { pull_request: { head: { sha: head } } }, merge);
    expect(without).toMatchObject({ problem: { code: 'missing-commit' } });
  });

  test('in a partial clone the blobs of the base are fetched, and nothing is configured', async () => {
    const { head, merge } = await pullRequest();
    await checkout(merge, '--filter=blob:none');
    await clone.git('config', 'remote.origin.promisor', 'true');
    await clone.git('config', 'remote.origin.partialCloneFilter', 'blob:none');
    const config = readFileSync(join(clone.dir, '.git/config'), 'utf8');
    const pair = await opener.pair(
      openEvent('pull_request', { pull_request: { head: { sha: head } } }, merge),
    );
    const changes = unwrap(await pair.differences());
    expect(await contents(pair.before.read(sides(changes, 'before')))).toEqual(['a: 1\n']);
    expect(await clone.git('rev-parse', '--is-shallow-repository')).toBe('false');
    expect(readFileSync(join(clone.dir, '.git/config'), 'utf8')).toBe(config);
  });
});

describe('pull_request_target', () => {
  test('compares the test merge, or the merge base when there is none', async () => {
    const { fork, head, base, merge } = await pullRequest();
    await checkout(base);
    const payload = (merge_commit_sha: string | null) => ({
      pull_request: { base: { sha: base }, head: { sha: head }, merge_commit_sha },
    });
    for (const [sha, expected] of [
      [merge, [base, merge]],
      [null, [fork, head]],
      [base, [fork, head]],
      ['e'.repeat(40), [fork, head]],
    ] as const) {
      const pair = await opener.pair(openEvent('pull_request_target', payload(sha), base));
      expect([pair.before.id, pair.after.id]).toEqual(expected);
      expect(await summary(pair)).toEqual(['config.yml file>file']);
    }
  });
});

describe('push', () => {
  test('before and after; a forced push whose before is on no branch is fetched by its id', async () => {
    await origin.write('a', '1');
    const root = await origin.commit();
    await origin.write('a', '2');
    const before = await origin.commit();
    await origin.git('reset', '--quiet', '--hard', root);
    await origin.write('a', '3');
    const after = await origin.commit();
    await checkout(after);
    const pair = await opener.pair(openEvent('push', { before, after }, after));
    expect([pair.before.id, pair.after.id]).toEqual([before, after]);
    expect(await summary(pair)).toEqual(['a file>file']);
    await checkout(after, '--no-tags');
    await opener.pair(openEvent('push', { before, after }, after));
    expect(await clone.git('rev-parse', '--is-shallow-repository')).toBe('false');
    const gone = await openEvent('push', { before: 'e'.repeat(40), after }, after);
    expect(gone).toMatchObject({ problem: { code: 'missing-commit' } });
    expect(await openEvent('push', { before, after: zero, deleted: true }, before)).toMatchObject({
      value: { nothing: expect.stringContaining('refs/heads/main') },
    });
  });

  test('a new branch: since it left the default branch, with history fetched as far as that', async () => {
    await origin.write('a', '1');
    const fork = await origin.commit();
    await origin.branch('new');
    for (const letter of ['b', 'c', 'd']) {
      await origin.write(letter, 'x');
      await origin.commit();
    }
    const head = await origin.git('rev-parse', 'new');
    await origin.checkout('main');
    await origin.write('z', 'x');
    await origin.commit();
    await checkout(head);
    const payload = { before: zero, after: head, repository: { default_branch: 'main' } };
    const pair = await opener.pair(openEvent('push', payload, head, { ref: 'refs/heads/new' }));
    expect([pair.before.id, pair.after.id]).toEqual([fork, head]);
    expect(await summary(pair)).toEqual(['b ->file', 'c ->file', 'd ->file']);
    const empty = { ...payload, after: fork };
    expect(await openEvent('push', empty, fork, { ref: 'refs/heads/same' })).toMatchObject({
      value: { nothing: expect.stringContaining('main') },
    });
  });

  test('the default branch itself: since its first parent; nothing stands before a first commit', async () => {
    await origin.write('a', '1');
    const root = await origin.commit();
    await origin.write('a', '2');
    const head = await origin.commit();
    await checkout(head);
    const payload = (after: string) => ({ before: zero, after, repository: { default_branch: 'main' } });
    const pair = await opener.pair(openEvent('push', payload(head), head));
    expect([pair.before.id, pair.after.id]).toEqual([root, head]);
    expect(await openEvent('push', payload(root), root)).toMatchObject({
      value: { nothing: expect.any(String) },
    });
  });
});

describe('others', () => {
  test('merge_group, and inputs whose names only the remote has', async () => {
    const { base, head, merge } = await pullRequest();
    await origin.git('tag', '--annotate', '-m', 'x', 'v1', base);
    await checkout(merge);
    const group = await opener.pair(
      openEvent('merge_group', { merge_group: { base_sha: base, head_sha: merge } }, merge),
    );
    expect(await summary(group)).toEqual(['config.yml file>file']);
    for (const name of ['main', 'v1', 'refs/heads/main', base]) {
      const pair = await opener.pair(openEvent('workflow_dispatch', {}, merge, { base: name }));
      expect([pair.before.id, pair.after.id]).toEqual([base, merge]);
    }
    const named = await opener.pair(openEvent('schedule', {}, merge, { base: 'main', head: 'topic' }));
    expect([named.before.id, named.after.id]).toEqual([base, head]);
    expect(await openEvent('schedule', {}, merge, { base: 'nowhere' })).toMatchObject({
      problem: { code: 'unknown-ref' },
    });
    expect(await openEvent('schedule', {}, merge)).toMatchObject({ problem: { code: 'no-base' } });
  });
});
