import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type BuiltAction, buildAction } from '../helpers/action.ts';
import { createRepository, repositoryAt, type TestRepository } from '../helpers/repository.ts';
import { type EventName, eventOf } from '../rig/events.ts';
import { type Rig, startGitHub } from '../rig/github.ts';

const POLICY = `critical:
  - files: config/auth/**
    service: auth
    approvers: ['@grace']
`;
const PRODUCTION = 'issuer: https://login.example.com\nport: 443\npool: 40\nttl: 900\n';
const OTHER = 'listen: 80\nworkers: 2\nlevel: debug\nsize: 3\n';
const FILE = 'config/auth/production.yml';

let action: BuiltAction;
let rig: Rig;
let source: TestRepository;
let pull: { number: number; head: string; base: string; merge: string | null };

beforeAll(async () => {
  action = await buildAction();
});

afterAll(() => action.dispose());

beforeEach(async () => {
  rig = await startGitHub();
  source = await createRepository();
  await source.write('.github/holdfast.yml', POLICY);
  await source.write(FILE, PRODUCTION);
  await source.commit('base');
  await source.branch('deploy');
  await source.write(FILE, OTHER);
  await source.commit('deploy');
  await rig.importRepository(source.dir);
  pull = await rig.createPullRequest({ head: 'deploy', base: 'main' });
});

afterEach(async () => {
  await rig.close();
  await source.dispose();
});

/** A checkout of the test merge as actions/checkout makes it, or an empty directory. */
async function workspace(checkout: boolean): Promise<string> {
  const dir = await mkdtemp(join(action.directory, 'workspace-'));
  if (!checkout) return dir;
  const clone = repositoryAt(dir);
  await clone.git('init', '--quiet');
  await clone.git('remote', 'add', 'origin', rig.gitUrl);
  await clone.git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', pull.merge!);
  await clone.git('checkout', '--quiet', '--detach', pull.merge!);
  return dir;
}

async function run(inputs: Record<string, string> = {}, checkout = true, name: EventName = 'pull_request') {
  const now = await rig.pull(pull.number);
  pull = { ...pull, head: now.head.sha, merge: now.merge_commit_sha };
  return action.run(
    await workspace(checkout),
    { ...(await eventOf(name, now)), sha: pull.merge! },
    { 'github-token': rig.token, ...inputs },
    { GITHUB_API_URL: rig.apiUrl, GITHUB_GRAPHQL_URL: rig.graphqlUrl, GITHUB_RUN_ID: '12' },
  );
}

async function fix() {
  await source.write(FILE, PRODUCTION);
  const commit = await source.commit('fix');
  await rig.importRepository(source.dir);
  await rig.push({ branch: 'deploy', commit });
}

const writes = () => rig.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');

describe('the comment', () => {
  const inputs = { 'comment-summary-in-pr': 'on-failure' };

  test('tells a failure once, and says when it is fixed', async () => {
    expect((await run(inputs)).code).toBe(1);
    expect((await run(inputs)).code).toBe(1);
    const [comment, ...more] = await rig.comments(pull.number);
    expect(more).toEqual([]);
    expect(comment).toMatchObject({ user: 'github-actions[bot]' });
    expect(comment?.body).toContain(FILE);
    expect(comment?.body).toContain('actions/runs/12');
    await fix();
    expect((await run(inputs)).code).toBe(0);
    const [after] = await rig.comments(pull.number);
    expect(after?.body).not.toContain(FILE);
  });

  test('is left out with one warning when the token can only read; the verdict stands', async () => {
    const { code, stdout, outputs } = await run({ ...inputs, 'github-token': rig.readToken });
    expect([code, outputs.get('verdict')]).toEqual([1, 'fail']);
    expect(stdout.match(/^::warning::.*pull-requests: write/gm)).toHaveLength(1);
    expect(stdout).not.toContain(rig.readToken);
    expect(await rig.comments(pull.number)).toEqual([]);
  });

  test('nothing is written unless it is asked for', async () => {
    expect((await run()).code).toBe(1);
    expect(writes()).toEqual([]);
  });
});

test('the review requests changes on the head, once, and is dismissed when fixed', async () => {
  const inputs = { review: 'request-changes' };
  await run(inputs);
  await run(inputs);
  const reviews = await rig.reviews(pull.number);
  expect(reviews).toMatchObject([{ state: 'CHANGES_REQUESTED', commit_id: pull.head }]);
  await fix();
  expect((await run(inputs)).code).toBe(0);
  expect(await rig.reviews(pull.number)).toMatchObject([{ state: 'DISMISSED' }]);
});

describe('acknowledgement', () => {
  test('an approval of exactly this commit by an approver lets it pass, and is recorded', async () => {
    await rig.approve({ number: pull.number, user: 'grace' });
    const { code, outputs } = await run({}, true, 'pull_request_review');
    expect([code, outputs.get('verdict')]).toEqual([0, 'pass']);
    const decision = JSON.parse(await readFile(outputs.get('report')!, 'utf8'));
    expect(decision.acknowledged).toMatchObject([
      { by: 'grace', how: 'review', fingerprints: [decision.findings[0].fingerprint] },
    ]);
  });

  test('somebody else, and an approval before the last push, do not count', async () => {
    await rig.approve({ number: pull.number, user: 'root' });
    expect((await run()).outputs.get('verdict')).toBe('fail');
    await rig.approve({ number: pull.number, user: 'grace' });
    await source.write(FILE, `${OTHER}more: 1\n`);
    const commit = await source.commit('more');
    await rig.importRepository(source.dir);
    await rig.push({ branch: 'deploy', commit });
    const { code, stdout, outputs } = await run();
    expect([code, outputs.get('verdict')]).toEqual([1, 'fail']);
    expect(stdout).toContain('grace');
  });

  test('nothing counts while GitHub cannot be asked', async () => {
    await rig.approve({ number: pull.number, user: 'grace' });
    rig.fail({ path: /\/reviews/, status: 403 });
    expect((await run()).outputs.get('verdict')).toBe('fail');
  });
});

describe('without a checkout', () => {
  test('the decision is the same, byte for byte', async () => {
    const [git, api] = [await run(), await run({}, false)];
    expect(api.code).toBe(1);
    expect(await readFile(api.outputs.get('report')!)).toEqual(await readFile(git.outputs.get('report')!));
  });

  test('it does not pass when GitHub cannot be asked', async () => {
    rig.fail({ path: /\/git\/trees/, status: 404 });
    const { code, outputs } = await run({}, false);
    expect([code, outputs.get('verdict')]).toEqual([1, 'inconclusive']);
  });
});

describe('GitHub fails on every call', () => {
  const inputs = { 'comment-summary-in-pr': 'always', review: 'comment' };

  test.each([401, 403, 404, 422, 429, 500])('%i: the verdict stands, with a warning', async (status) => {
    rig.fail({ path: /./, status, ...(status === 429 && { headers: { 'retry-after': '600' } }) });
    const { code, stdout, outputs } = await run(inputs);
    expect([code, outputs.get('verdict')]).toEqual([1, 'fail']);
    expect(stdout).toMatch(/^::warning::.*verdict stands/m);
    expect(stdout).not.toContain(rig.token);
  });

  test.each([401, 403, 404, 422, 429, 500])('%i, and there is no checkout: inconclusive', async (status) => {
    rig.fail({ path: /./, status, ...(status === 429 && { headers: { 'retry-after': '600' } }) });
    const { code, outputs } = await run(inputs, false);
    expect([code, outputs.get('verdict')]).toEqual([1, 'inconclusive']);
  });
});
