import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openEventPair, openLocalPair } from '../../../src/adapters/git/open-pair.ts';
import type { Path } from '../../../src/model/path.ts';
import type { Past } from '../../../src/snapshots/history.ts';
import type { SnapshotPair } from '../../../src/snapshots/snapshot.ts';
import {
  createDirectory,
  createRepository,
  repositoryAt,
  type TestRepository,
} from '../../helpers/repository.ts';
import { contents, createOpener, replaceGit, unwrap } from './support.ts';

let origin: TestRepository;
const opener = createOpener();

beforeEach(async () => {
  origin = await createRepository();
});

afterEach(async () => {
  await opener.closeAll();
  await origin.dispose();
});

const pastOf = async (pair: SnapshotPair, ...paths: Path[]) => unwrap(await pair.history!.past(paths));

/** `<subject> <content>` of every version of a path, newest first. */
async function story(pair: SnapshotPair, past: Past, path: Path): Promise<string[]> {
  const versions = past.versions.get(path) ?? [];
  const entries = versions.flatMap(({ entry }) => entry ?? []);
  const texts = await contents(pair.before.read(entries));
  return versions.map(({ commit, entry, first }) => {
    const { subject } = past.commits[commit]!;
    return `${subject}: ${entry ? texts.shift() : 'gone'}${first ? ', new' : ''}`;
  });
}

/** Commits that write `path`, one for each text. */
async function commits(path: Path, ...texts: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const text of texts) {
    await origin.write(path, text);
    ids.push(await origin.commit(`write ${text}`));
  }
  return ids;
}

describe('the versions of a path', () => {
  test('are those that stood on the branch, with merges as one commit', async () => {
    await commits('app.yml', 'a');
    await origin.branch('feature');
    await commits('app.yml', 'half', 'b');
    await origin.checkout('main');
    await commits('other.yml', 'x');
    await origin.merge('feature', 'Merge feature (#2)');
    await origin.remove('app.yml');
    await origin.commit('remove');
    const [base] = await commits('app.yml', 'c');
    const [head] = await commits('app.yml', 'd');
    const pair = await opener.pair(openLocalPair({ directory: origin.dir, base: base!, head: head! }));
    const past = await pastOf(pair, 'app.yml', 'never.yml');
    expect(await story(pair, past, 'app.yml')).toEqual([
      'write c: c, new',
      'remove: gone',
      'Merge feature (#2): b',
      'write a: a, new',
    ]);
    expect(past.cutAfter).toBeUndefined();
    expect(past.versions.has('never.yml')).toBe(false);
    expect(past.commits[0]).toEqual({ id: base, day: '2026-01-02', subject: 'write c' });
    expect(past.commits).toHaveLength(4);
  });

  test('come from one git for all paths, whatever their names and the settings are', async () => {
    const strange = ['a b.yml', 'ünï.yml', '*.yml', '-x.yml', 'new\nline.yml'];
    for (const name of strange) await origin.write(`d/${name}`, '1');
    await origin.commit('all ✓');
    for (const name of strange) await origin.write(`d/${name}`, '2');
    await origin.commit('again');
    await origin.git('config', 'log.showSignature', 'true');
    await origin.git('config', 'log.follow', 'true');
    await origin.git('config', 'log.showRoot', 'false');
    await origin.git('config', 'diff.renames', 'copies');
    await origin.git('config', 'color.ui', 'always');
    await origin.git('config', 'i18n.logOutputEncoding', 'ISO-8859-1');
    const git = await replaceGit();
    try {
      const pair = await opener.pair(openLocalPair({ directory: origin.dir, base: 'HEAD', head: 'HEAD' }));
      const past = await pastOf(pair, ...strange.map((name) => `d/${name}`));
      for (const name of strange) {
        expect(await story(pair, past, `d/${name}`)).toEqual(['again: 2', 'all ✓: 1, new']);
      }
      expect(git.calls().filter((call) => / log /.test(call))).toHaveLength(1);
    } finally {
      await git.restore();
    }
  });

  test.each([['staged'], ['worktree']] as const)('come before HEAD for %s changes', async (side) => {
    await commits('app.yml', 'a', 'b');
    await origin.write('app.yml', 'a');
    await origin.git('add', '--all');
    const pair = await opener.pair(openLocalPair({ directory: origin.dir, [side]: true }));
    const past = await pastOf(pair, 'app.yml');
    expect(await story(pair, past, 'app.yml')).toEqual(['write b: b', 'write a: a, new']);
    expect(unwrap(await pair.history!.messages())).toEqual([]);
  });

  test('are not known before the first commit', async () => {
    await origin.write('app.yml', 'a');
    await origin.git('add', '--all');
    const pair = await opener.pair(openLocalPair({ directory: origin.dir, staged: true }));
    expect(pair.history).toBeUndefined();
  });
});

test('the messages are those between the two sides, whole, without those of the base', async () => {
  const [base] = await commits('app.yml', 'a');
  await origin.branch('feature');
  await origin.commit('Revert "b"\n\nThis reverts commit 1234.');
  await origin.checkout('main');
  await origin.commit('on main');
  const merge = await origin.merge('feature', 'Merge pull request #3');
  const pair = await opener.pair(openLocalPair({ directory: origin.dir, base: base!, head: merge }));
  expect(unwrap(await pair.history!.messages())).toEqual([
    'Merge pull request #3\n',
    'on main\n',
    'Revert "b"\n\nThis reverts commit 1234.\n',
  ]);
});

describe('in a shallow clone', () => {
  let clone: TestRepository;

  /** A branch of `texts.length` versions, and a test merge of a pull request on top of it, cloned with depth 1. */
  async function pullRequest(...texts: string[]): Promise<{ base: string; merge: string }> {
    const base = (await commits('app.yml', ...texts)).at(-1)!;
    await origin.branch('feature');
    await origin.write('app.yml', 'pull');
    await origin.commit('the pull request');
    await origin.checkout('main');
    const merge = await origin.merge('feature', 'test merge');
    await origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    clone = await cloneOf(merge);
    return { base, merge };
  }

  async function cloneOf(commit: string): Promise<TestRepository> {
    const { dir, dispose } = await createDirectory();
    const made = repositoryAt(dir, dispose);
    opener.later({ close: dispose });
    await made.git('init', '--quiet', '--initial-branch=main');
    await made.git('remote', 'add', 'origin', `file://${origin.dir}`);
    await made.git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', commit);
    await made.git('checkout', '--quiet', '--detach', commit);
    return made;
  }

  test('the Action fetches as much as it needs', async () => {
    const { base, merge } = await pullRequest('a', 'b', 'c', 'd');
    const event = { name: 'push', payload: {}, sha: merge, ref: 'refs/heads/main' };
    const pair = await opener.pair(openEventPair({ directory: clone.dir, event, base, head: merge }));
    const past = await pastOf(pair, 'app.yml');
    expect(await story(pair, past, 'app.yml')).toEqual([
      'write d: d',
      'write c: c',
      'write b: b',
      'write a: a, new',
    ]);
    expect(past.cutAfter).toBeUndefined();
    expect(unwrap(await pair.history!.messages())).toEqual(['test merge\n', 'the pull request\n']);
  });

  test('the messages of a pull request are fetched when nothing else is', async () => {
    const { base, merge } = await pullRequest('a', 'b');
    const event = { name: 'push', payload: {}, sha: merge, ref: 'refs/heads/main' };
    const pair = await opener.pair(openEventPair({ directory: clone.dir, event, base, head: merge }));
    expect(unwrap(await pair.history!.messages())).toEqual(['test merge\n', 'the pull request\n']);
  });

  test('the command line fetches nothing, and the cut is known', async () => {
    const { base, merge } = await pullRequest('a', 'b', 'c', 'd');
    await clone.git('fetch', '--quiet', '--depth=2', 'origin', base);
    const git = await replaceGit();
    try {
      const pair = await opener.pair(openLocalPair({ directory: clone.dir, base, head: merge }));
      const past = await pastOf(pair, 'app.yml');
      expect(await story(pair, past, 'app.yml')).toEqual(['write d: d', 'write c: c']);
      expect(past.cutAfter).toBe(2);
      expect(git.calls().filter((call) => / fetch /.test(call))).toEqual([]);
    } finally {
      await git.restore();
    }
  });

  test('a remote that is gone leaves what there is', async () => {
    const { base, merge } = await pullRequest('a', 'b');
    await clone.git('fetch', '--quiet', '--depth=1', 'origin', base);
    await clone.git('remote', 'set-url', 'origin', 'file:///nowhere');
    const event = { name: 'push', payload: {}, sha: merge, ref: 'refs/heads/main' };
    const pair = await opener.pair(openEventPair({ directory: clone.dir, event, base, head: merge }));
    const past = await pastOf(pair, 'app.yml');
    expect(await story(pair, past, 'app.yml')).toEqual(['write b: b']);
    expect(past.cutAfter).toBe(1);
  });

  test('a history that is long enough is left as it is', async () => {
    const { base, merge } = await pullRequest('a', 'b', 'c', 'd');
    await clone.git('fetch', '--quiet', '--depth=3', 'origin', base);
    const git = await replaceGit();
    try {
      const event = { name: 'push', payload: {}, sha: merge, ref: 'refs/heads/main' };
      const pair = await opener.pair(openEventPair({ directory: clone.dir, event, base, head: merge }));
      expect((await pastOf(pair, 'app.yml')).versions.get('app.yml')).toHaveLength(3);
      expect(git.calls().filter((call) => / fetch /.test(call))).toEqual([]);
    } finally {
      await git.restore();
    }
  });
});

test('a clone without blobs has its past, and older versions are fetched in one go', async () => {
  await commits('app.yml', 'a', 'b', 'c', 'd');
  await origin.git('config', 'uploadpack.allowFilter', 'true');
  await origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const { dir, dispose } = await createDirectory();
  const clone = repositoryAt(dir, dispose);
  opener.later({ close: dispose });
  await clone.git('clone', '--quiet', '--bare', '--filter=blob:none', `file://${origin.dir}`, '.');
  const git = await replaceGit();
  try {
    const pair = await opener.pair(openLocalPair({ directory: clone.dir, base: 'HEAD~1', head: 'HEAD' }));
    const past = await pastOf(pair, 'app.yml');
    expect(await story(pair, past, 'app.yml')).toEqual(['write c: c', 'write b: b', 'write a: a, new']);
    expect(git.calls().filter((call) => / fetch /.test(call))).toHaveLength(1);
  } finally {
    await git.restore();
  }
});

test('a git that fails is a problem, not an empty past', async () => {
  const [base] = await commits('app.yml', 'a', 'b');
  const git = await replaceGit('case "$*" in *" log "*) echo no >&2; exit 128;; esac; exec $real "$@"');
  try {
    const pair = await opener.pair(openLocalPair({ directory: origin.dir, base: base!, head: 'HEAD' }));
    for (const answer of [await pair.history!.past(['app.yml']), await pair.history!.messages()]) {
      expect(answer).toMatchObject({ ok: false, problem: { code: 'git-failed' } });
    }
  } finally {
    await git.restore();
  }
});
