import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openEventPair } from '../../../src/adapters/git/open-pair.ts';
import { openEventPairByApi } from '../../../src/adapters/github/api-pair.ts';
import { openGitHub } from '../../../src/adapters/github/client.ts';
import type { Result } from '../../../src/model/problem.ts';
import type { SnapshotPair } from '../../../src/snapshots/snapshot.ts';
import { createRepository, type TestRepository } from '../../helpers/repository.ts';
import { type Rig, startGitHub } from '../../rig/github.ts';

let rig: Rig;
let origin: TestRepository;
/** Commits by name: see `beforeAll`. */
const at: Record<string, string> = {};
const zero = '0'.repeat(40);
const gone = 'd'.repeat(40);

beforeAll(async () => {
  rig = await startGitHub();
  origin = await createRepository();
  const commit = async (name: string) => {
    await origin.write(`${name}.yml`, `${name}: 1\n`);
    at[name] = await origin.commit(name);
  };
  await commit('first');
  await commit('fork');
  await origin.git('tag', '--annotate', '--message', 'one', 'v1');
  await origin.branch('topic');
  await commit('head');
  await origin.checkout('main');
  await commit('main');
  await origin.branch('test-merge');
  at.merge = await origin.merge('topic');
  await origin.git('checkout', '--quiet', '--orphan', 'other');
  await commit('unrelated');
  await origin.checkout('main');
  await rig.importRepository(origin.dir);
  // The emulator's answer lacks fields that GitHub promises.
  rig.handle('GET', /shop$/, () => ({ status: 200, body: { default_branch: 'main' } }));
});

afterAll(async () => {
  await rig.close();
  await origin.dispose();
});

type Event = { name: string; payload: unknown; sha: string; ref?: string; base?: string; head?: string };

function both({ base, head, ref = 'refs/heads/main', ...event }: Event) {
  const options = { event: { ...event, ref }, ...(base && { base }), ...(head && { head }) };
  const github = openGitHub({ token: rig.token, repository: rig.repository, apiUrl: rig.apiUrl });
  return Promise.all([
    outcome(openEventPair({ directory: origin.dir, ...options })),
    outcome(openEventPairByApi({ github, ...options })),
  ]);
}

/** The names of the commits, or why there are none. */
async function outcome(
  opening: Promise<Result<(SnapshotPair & { close(): Promise<void> }) | { nothing: string }>>,
): Promise<string> {
  const result = await opening;
  if (!result.ok) return result.problem.code;
  if ('nothing' in result.value) return `nothing: ${result.value.nothing}`;
  await result.value.close();
  const name = (id: string) => Object.keys(at).find((each) => at[each] === id) ?? id;
  return `${name(result.value.before.id)}..${name(result.value.after.id)}`;
}

const pull = (head: string, base = at.fork!, merge: string | null = null) => ({
  pull_request: { number: 1, head: { sha: head }, base: { sha: base }, merge_commit_sha: merge },
});
const push = (before: string, after: string) => ({
  before,
  after,
  repository: { default_branch: 'main' },
});

describe('both modes compare the same commits', () => {
  const cases: Record<string, [() => Event, string]> = {
    pull_request: [() => ({ name: 'pull_request', payload: pull(at.head!), sha: at.merge! }), 'main..merge'],
    pull_request_review: [
      () => ({ name: 'pull_request_review', payload: pull(at.head!), sha: at.merge! }),
      'main..merge',
    ],
    'pull_request whose test merge is of an older head': [
      () => ({ name: 'pull_request', payload: pull(at.fork!), sha: at.merge! }),
      'stale-merge',
    ],
    'pull_request without a test merge': [
      () => ({ name: 'pull_request', payload: pull(at.head!), sha: at.head! }),
      'not-a-merge',
    ],
    'pull_request with a merge that is gone': [
      () => ({ name: 'pull_request', payload: pull(at.head!), sha: gone }),
      'missing-commit',
    ],
    'pull_request without a payload': [
      () => ({ name: 'pull_request', payload: undefined, sha: at.merge! }),
      'bad-event',
    ],
    merge_group: [
      () => ({
        name: 'merge_group',
        payload: { merge_group: { base_sha: at.main, head_sha: at.merge } },
        sha: at.merge!,
      }),
      'main..merge',
    ],
    push: [() => ({ name: 'push', payload: push(at.first!, at.main!), sha: at.main! }), 'first..main'],
    'push by force, whose old commit is gone': [
      () => ({ name: 'push', payload: push(gone, at.main!), sha: at.main! }),
      'missing-commit',
    ],
    'push of a new branch': [
      () => ({ name: 'push', payload: push(zero, at.head!), sha: at.head!, ref: 'refs/heads/topic' }),
      'fork..head',
    ],
    'push of a new branch, told without the default branch': [
      () => ({ name: 'push', payload: { before: zero, after: at.head }, sha: at.head!, ref: 'refs/heads/t' }),
      'fork..head',
    ],
    'push of a new branch without commits of its own': [
      () => ({ name: 'push', payload: push(zero, at.first!), sha: at.first!, ref: 'refs/heads/old' }),
      'nothing: refs/heads/old is new, and all of its commits are on main already',
    ],
    'push of a new branch with another history': [
      () => ({
        name: 'push',
        payload: push(zero, at.unrelated!),
        sha: at.unrelated!,
        ref: 'refs/heads/other',
      }),
      'no-merge-base',
    ],
    'first push of the default branch': [
      () => ({ name: 'push', payload: push(zero, at.main!), sha: at.main! }),
      'fork..main',
    ],
    'first push of the default branch with its first commit': [
      () => ({ name: 'push', payload: push(zero, at.first!), sha: at.first! }),
      'nothing: refs/heads/main begins with this commit: nothing was there before',
    ],
    'push that deletes': [
      () => ({ name: 'push', payload: push(at.head!, zero), sha: at.main!, ref: 'refs/heads/topic' }),
      'nothing: refs/heads/topic was deleted: nothing is left to compare',
    ],
    workflow_dispatch: [() => ({ name: 'workflow_dispatch', payload: {}, sha: at.main! }), 'no-base'],
    'a branch as base': [
      () => ({ name: 'schedule', payload: {}, sha: at.main!, base: 'topic' }),
      'head..main',
    ],
    'full names and ids': [
      () => ({
        name: 'schedule',
        payload: {},
        sha: at.main!,
        base: 'refs/heads/topic',
        head: at.first!.toUpperCase(),
      }),
      'head..first',
    ],
    'an unknown name': [
      () => ({ name: 'schedule', payload: {}, sha: at.main!, base: 'nobody' }),
      'unknown-ref',
    ],
    'a name that leaves its place': [
      () => ({ name: 'schedule', payload: {}, sha: at.main!, base: 'x/../../../pulls/1' }),
      'unknown-ref',
    ],
    'a name with operators': [
      () => ({ name: 'schedule', payload: {}, sha: at.main!, base: 'nobody^{/x}' }),
      'unknown-ref',
    ],
  };

  test.each(Object.entries(cases))('%s', async (_, [event, expected]) => {
    expect(await both(event())).toEqual([expected, expected]);
  });
});

describe('by the API', () => {
  const byApi = (event: Event, more: object = {}) => {
    const { base, head, ref = 'refs/heads/main', ...rest } = event;
    const github = openGitHub({ token: rig.token, repository: rig.repository, apiUrl: rig.apiUrl, ...more });
    const options = { event: { ...rest, ref }, ...(base && { base }), ...(head && { head }) };
    return outcome(openEventPairByApi({ github, ...options }));
  };
  const target = (number: number, head: string): Event => {
    const payload = { pull_request: { ...pull(head, at.first!).pull_request, number } };
    return { name: 'pull_request_target', payload, sha: at.main! };
  };
  const comment = (number: number, issue: object): Event => {
    return { name: 'issue_comment', payload: { issue: { number, ...issue } }, sha: at.main! };
  };

  test('pull_request_target reads base and test merge live, but judges the head of its event', async () => {
    const made = await rig.createPullRequest({ head: 'topic', base: 'main' });
    at.live = made.merge!;
    expect(await byApi(target(made.number, at.head!))).toBe('main..live');
    expect(await byApi(comment(made.number, { pull_request: {} }))).toBe('main..live');
    await rig.push({ branch: 'topic', commit: at.first! });
    expect(await byApi(target(made.number, at.head!))).toBe('fork..head');
    await rig.push({ branch: 'topic', commit: at.unrelated! });
    expect(await byApi(target(made.number, at.unrelated!))).toBe('no-merge-base');
    expect(await byApi(comment(made.number, {}))).toBe('no-base');
    const from = rig.requests.length;
    expect(await byApi({ ...target(made.number, at.head!), base: at.first!, head: at.main! })).toBe(
      'first..main',
    );
    expect(rig.requests.slice(from).filter(({ path }) => path.includes('/pulls/'))).toEqual([]);
  });

  test('an annotated tag is followed to its commit, and one that leads to itself is not', async () => {
    const [tag, knot] = ['7'.repeat(40), '8'.repeat(40)];
    const object = (sha: string) => ({ status: 200, body: { object: { type: 'tag', sha } } });
    rig.handle('GET', /git.ref.tags.+v2$/, () => ({
      status: 200,
      body: { ...object(tag).body, ref: 'refs/tags/v2' },
    }));
    rig.handle('GET', new RegExp(`/git/tags/${tag}`), () => object(at.fork!));
    rig.handle('GET', new RegExp(`/git/tags/${knot}`), () => object(knot));
    const event = { name: 'schedule', payload: {}, sha: at.main! };
    expect(await byApi({ ...event, base: 'v2' })).toBe('fork..main');
    expect(await byApi({ ...event, base: tag })).toBe('fork..main');
    expect(await byApi({ ...event, base: knot })).toBe('missing-commit');
    expect(await byApi({ ...event, base: 'origin/main' })).toBe('main..main');
  });

  const codes = {
    401: 'github-unauthorized',
    403: 'github-forbidden',
    422: 'github-invalid',
    429: 'github-rate-limit',
    500: 'github-unavailable',
  };
  const calls: Record<string, [RegExp, () => Event]> = {
    'the pull request': [/[/]pulls[/]41$/, () => target(41, at.head!)],
    'the merge base': [
      /[/]compare[/]/,
      () => ({ name: 'push', payload: push(zero, at.head!), sha: at.head!, ref: 'refs/heads/topic' }),
    ],
    'a branch': [
      /[/]ref[/]heads.+topic$/,
      () => ({ name: 'schedule', payload: {}, sha: at.main!, base: 'topic' }),
    ],
    'a tag': [/[/]git[/]tags[/]/, () => ({ name: 'schedule', payload: {}, sha: at.main!, base: gone })],
  };
  test('a failure of any call is a problem', async () => {
    const seen = Object.entries(calls).map(async ([name, [path, event]]) => {
      const got: Record<string, string> = {};
      for (const status of Object.keys(codes)) {
        const headers = status === '429' ? { 'retry-after': '60' } : {};
        rig.fail({ method: 'GET', path, status: Number(status), headers, times: status === '500' ? 3 : 1 });
        got[status] = await byApi(event(), { budgetMs: 100 });
      }
      return [name, got];
    });
    for (const [name, got] of await Promise.all(seen)) expect([name, got]).toEqual([name, codes]);
  });

  test('a pull request that is not there, and a merge base that is nothing', async () => {
    expect(await byApi(target(4100, at.head!))).toBe('github-not-found');
    rig.handle('GET', /compare/, () => ({ status: 200, body: {} }));
    const event = { name: 'push', payload: push(zero, at.head!), sha: at.head!, ref: 'refs/heads/topic' };
    expect(await byApi(event)).toBe('no-merge-base');
  });
});
