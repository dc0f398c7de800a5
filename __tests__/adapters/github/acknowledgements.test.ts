import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { queuedPullRequest, readEvidence } from '../../../src/adapters/github/acknowledgements.ts';
import { openGitHub } from '../../../src/adapters/github/client.ts';
import { defaultPolicy } from '../../../src/policy/defaults.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { acknowledge } from '../../../src/verdict/acknowledge.ts';
import type { Decision } from '../../../src/verdict/decision.ts';
import { createRepository } from '../../helpers/repository.ts';
import { decision, finding } from '../../reports/samples.ts';
import { type Rig, startGitHub } from '../../rig/github.ts';

const rule = { id: 'critical[0]', files: ['a.yml'], protect: [], freeze: [], sensitive: [], identity: {} };
const policy: Policy = {
  ...defaultPolicy(),
  critical: [{ ...rule, approvers: ['@Grace', '@acme/identity'] }],
  acknowledge: { label: { name: 'approved', role: 'maintain' }, keepWhenUnchanged: false, inconclusive: [] },
};
const failing: Decision = decision({
  verdict: 'fail',
  findings: [finding('key-frozen', 'a.yml', { before: 1, after: 2 })],
  changes: [{ path: 'a.yml', status: 'modified', rule: 'critical[0]', critical: true }],
});

let rig: Rig;
let source: Awaited<ReturnType<typeof createRepository>>;
let count = 0;

beforeAll(async () => {
  rig = await startGitHub({ teams: { identity: ['wren'] }, people: { wren: 'write' } });
  rig.handle('POST', /graphql$/, async ({ body }) => ({ status: 200, body: await commitsAnswer(body) }));
  source = await createRepository();
  await source.write('a.yml', 'a: 1\n');
  await source.commit('base');
  await rig.importRepository(source.dir);
});
afterAll(async () => {
  await source?.dispose();
  await rig?.close();
});

/** What GitHub's GraphQL says of a pull request's commits: people by their addresses `<login>@example.com`. */
async function commitsAnswer({ query, variables }: { query: string; variables: { number: number } }) {
  expect(query).toMatch(/pullRequest\(number: \$number\)/);
  const pull = await rig.pull(variables.number);
  const format = '%H%x00%ce%x00%ae%x00%(trailers:key=Co-authored-by,valueonly)%x01';
  const log = await rig.git.text('log', `--format=${format}`, `${pull.base.sha}..${pull.head.sha}`);
  const user = (text: string) => ({ user: /(\w+)@example\.com/.test(text) ? { login: RegExp.$1 } : null });
  const nodes = log.split('\x01').flatMap((entry) => {
    const [oid, committer, author, others] = entry.trim().split('\0');
    if (!oid) return [];
    const people = [author!, ...(others ?? '').split('\n').filter(Boolean)].map(user);
    const authors = { pageInfo: { hasNextPage: false }, nodes: people };
    return [{ commit: { oid, committer: user(committer!), authors } }];
  });
  const commits = { totalCount: nodes.length, pageInfo: { hasNextPage: false, endCursor: null }, nodes };
  return { data: { repository: { pullRequest: { commits } } } };
}

/** A pull request of one commit, pushed by its author. */
async function open({
  message = 'change',
  author = 'ada',
  pusher = 'ada',
  env = {} as Record<string, string>,
} = {}) {
  const branch = `change-${++count}`;
  await source.branch(branch, 'main');
  await source.write('a.yml', `a: ${count}2\n`);
  const head = await commitAs('ada', message, env);
  await rig.borrowObjects(source.dir);
  await rig.push({ branch, commit: head, user: pusher });
  const { number } = await rig.createPullRequest({ head: branch, base: 'main', author });
  return { number, head, branch };
}

async function commitAs(login: string, message: string, env: Record<string, string> = {}) {
  await source.git('add', '--all');
  const own = { name: login, email: `${login}@example.com`, ...env };
  await source.git(
    '-c',
    `user.name=${own.name}`,
    '-c',
    `user.email=${own.email}`,
    'commit',
    '--quiet',
    '--allow-empty',
    `--author=${own.name} <${own.email}>`,
    '--message',
    message,
  );
  return source.git('rev-parse', 'HEAD');
}

const client = (token = rig.token) =>
  openGitHub({
    token,
    repository: rig.repository,
    apiUrl: rig.apiUrl,
    graphqlUrl: rig.graphqlUrl,
    budgetMs: 500,
  });

type Options = { rules?: Policy; members?: string; at?: (sha: string) => Decision | undefined };
async function read(
  number: number,
  head: string | undefined,
  { members, at = () => failing, rules = policy }: Options = {},
) {
  const decisionAt = async (sha: string) => at(sha);
  return readEvidence(client(), number, head, rules, {
    decisionAt,
    ...(members && { members: client(members) }),
  });
}

/** `verdict by:how` after everything was read. */
async function outcome(number: number, head: string, options: Options = {}): Promise<string> {
  const evidence = await read(number, head, options);
  if (!evidence.ok) return evidence.problem.code;
  const after = acknowledge(failing, options.rules ?? policy, evidence.value, '2026-11-23');
  return [after.verdict, ...(after.acknowledged ?? []).map(({ by, how }) => `${by}:${how}`)].join(' ');
}

describe('reviews', () => {
  test('an approver, then a push', async () => {
    const { number, head, branch } = await open();
    expect(await outcome(number, head)).toBe('fail');
    await rig.approve({ number, user: 'grace' });
    expect(await outcome(number, head)).toBe('pass grace:review');
    const next = await commitAs('ada', 'more');
    await rig.push({ branch, commit: next, user: 'ada' });
    expect(await outcome(number, next)).toBe('fail');
    expect(await outcome(number, head)).toBe('acknowledgement-incomplete');
    const keep = { ...policy, acknowledge: { ...policy.acknowledge!, keepWhenUnchanged: true } };
    expect(await outcome(number, next, { rules: keep })).toBe('pass grace:review');
    expect(
      await outcome(number, next, { rules: keep, at: (sha) => (sha === next ? failing : undefined) }),
    ).toBe('fail');
  });

  test('dismissed, changes requested, a bot, somebody else', async () => {
    const { number, head } = await open();
    await rig.approve({ number, user: 'github-actions[bot]' });
    await rig.approve({ number, user: 'linus' });
    expect(await outcome(number, head)).toBe('fail');
    await rig.approve({ number, user: 'grace' });
    await rig.approve({ number, user: 'grace', state: 'CHANGES_REQUESTED', body: 'no' });
    expect(await outcome(number, head)).toBe('fail');
  });

  test.each([
    ['the author of the pull request', { author: 'grace' }],
    ['a co-author of a commit', { message: 'change\n\nCo-authored-by: G <Grace@example.com>' }],
    ['an author and committer of a commit', { env: { email: 'grace@example.com' } }],
    ['who pushed it, under an address that nobody knows', { pusher: 'grace', env: { email: 'x@invalid' } }],
  ])('never by %s', async (_, how) => {
    const { number, head } = await open(how);
    const evidence = await read(number, head);
    expect(evidence.ok && evidence.value.involved.map((login) => login.toLowerCase())).toContain('grace');
    if (!('author' in how)) await rig.approve({ number, user: 'grace' });
    expect(await outcome(number, head)).toBe('fail');
  });

  test('a team counts with a token that sees its members, and is told without', async () => {
    const { number, head } = await open();
    await rig.approve({ number, user: 'wren' });
    expect(await outcome(number, head)).toBe('fail');
    const evidence = await read(number, head);
    expect(evidence.ok && evidence.value.notes).toEqual([
      expect.stringMatching(/^@acme\/identity entitles nobody: its members cannot be seen\. GitHub: 404/),
    ]);
    expect(await outcome(number, head, { members: rig.tokenOf('root') })).toBe('pass wren:review');
  });
});

describe('the label', () => {
  test('after the last push, by the role', async () => {
    const { number, head, branch } = await open();
    await rig.label({ number, user: 'ada', name: 'approved' });
    expect(await outcome(number, head)).toBe('fail');
    await rig.label({ number, user: 'ada', name: 'approved', remove: true });
    await rig.label({ number, user: 'grace', name: 'approved' });
    expect(await outcome(number, head)).toBe('pass grace:label');
    await rig.label({ number, user: 'grace', name: 'approved', remove: true });
    await rig.label({ number, user: 'ada', name: 'approved' });
    expect(await outcome(number, head)).toBe('fail');
    await rig.label({ number, user: 'ada', name: 'approved', remove: true });
    await rig.label({ number, user: 'grace', name: 'approved' });
    const next = await commitAs('ada', 'dated long ago');
    await rig.push({ branch, commit: next, user: 'ada' });
    expect(await outcome(number, next)).toBe('fail');
  });

  test('not by a reader, and not when the pushes cannot be read', async () => {
    const { number, head } = await open();
    await rig.label({ number, user: 'tri', name: 'approved' });
    expect(await outcome(number, head)).toBe('fail');
    await rig.label({ number, user: 'root', name: 'approved', remove: true });
    await rig.label({ number, user: 'root', name: 'approved' });
    expect(await outcome(number, head)).toBe('pass root:label');
    rig.fail({ path: /\/activity/, status: 403, times: 1 });
    expect(await outcome(number, head)).toBe('fail');
  });
});

test('fails closed when a call fails or tells something else, and asks nothing in vain', async () => {
  const { number, head } = await open();
  const before = rig.requests.length;
  expect(await outcome(number, head)).toBe('fail');
  const paths = rig.requests.slice(before).map(({ path }) => path.replace(/^.*\//, ''));
  expect(paths.sort()).toEqual(['activity', 'graphql', 'reviews', 'timeline', `${number}`].sort());

  await rig.approve({ number, user: 'grace' });
  const queued = await read(number, undefined);
  expect(queued.ok && [queued.value.head, Object.keys(queued.value.decisions)]).toEqual([head, [head]]);
  expect(await outcome(number, head)).toBe('pass grace:review');
  expect(await outcome(number, head, { at: () => undefined })).toBe('fail');
  const calls = { pull: /\/pulls\/\d+$/, reviews: /\/reviews/, timeline: /\/timeline/, commits: /graphql/ };
  for (const [name, path] of Object.entries({ ...calls, activity: /\/activity/, role: /\/permission/ })) {
    rig.fail({ path, status: 401, times: 1, body: { message: 'Bad credentials' } });
    expect([name, await outcome(number, head)]).toEqual([name, 'github-unauthorized']);
  }
  for (const path of [calls.pull, calls.reviews, calls.commits, /\/permission/]) {
    rig.fail({ path, status: 200, times: 1, body: [{}] });
    expect([path, await outcome(number, head)]).not.toEqual([path, 'pass grace:review']);
  }
  const body = await commitsAnswer({ query: 'pullRequest(number: $number)', variables: { number } });
  body.data.repository.pullRequest.commits.totalCount = 251;
  rig.fail({ path: calls.commits, status: 200, times: 1, body });
  expect(await outcome(number, head)).toBe('acknowledgement-incomplete');
}, 20_000);

test.each([
  [`refs/heads/gh-readonly-queue/main/pr-104-${'a'.repeat(40)}`, 104],
  [`gh-readonly-queue/release/pr-1-${'b'.repeat(40)}/pr-7-${'a'.repeat(40)}`, 7],
  [`feature/gh-readonly-queue/main/pr-104-${'a'.repeat(40)}`, undefined],
  ['gh-readonly-queue/main/pr-104', undefined],
])('%s is the queue of %s', (ref, number) => {
  expect(queuedPullRequest(ref)).toBe(number);
});
