import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openGitHub } from '../../../src/adapters/github/client.ts';
import { postReview, type ReviewRequest } from '../../../src/adapters/github/review.ts';
import { planReview, toldIn } from '../../../src/reports/review.ts';
import type { Decision } from '../../../src/verdict/decision.ts';
import { checkCommits } from '../../helpers/fixtures.ts';
import { createRepository, type TestRepository } from '../../helpers/repository.ts';
import { decision } from '../../reports/samples.ts';
import { type Rig, startGitHub } from '../../rig/github.ts';

const BOT = 'github-actions[bot]';
const PATH = 'config/app.yml';
const KEYS = Array.from({ length: 12 }, (_, index) => `key${index + 1}: ${index + 1}`);
const POLICY = 'critical:\n  - files: config/**\n    protect: ["**"]\n    freeze: [key3]\n';
const text = (lines: string[]) => `${lines.join('\n')}\n`;
const without = (...lines: number[]) => KEYS.filter((_, index) => !lines.includes(index + 1));

/** What heads hold; `red` lacks two keys, at both ends of the file. */
const STATES = {
  red: { [PATH]: text(without(2, 11)) },
  less: { [PATH]: text(without(2)) },
  more: { [PATH]: text(without(2, 6, 11)) },
  block: { [PATH]: text(KEYS.toSpliced(2, 1, 'key3:', '  a: 1')) },
  green: { 'README.md': 'nothing of the configuration' },
  advanced: { [PATH]: text(['new: 1', 'newer: 2', ...KEYS]) },
};

let rig: Rig;
let repository: TestRepository;
let base: string;
const commits: Record<string, string> = {};
const decisions: Record<string, Decision> = {};
/** The pull request of each test, its head, and the decision of that. */
let number: number;
let branch: string;
let branches = 0;
let head: string;
let judged: Decision;

beforeAll(async () => {
  rig = await startGitHub();
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write(PATH, text(KEYS));
  base = await repository.commit('base');
  for (const [name, files] of Object.entries(STATES)) {
    await repository.branch(name, base);
    for (const [path, content] of Object.entries(files)) await repository.write(path, content);
    commits[name] = await repository.commit(name);
    decisions[name] = await checkCommits(repository.dir, base, commits[name]!);
  }
  await rig.importRepository(repository.dir);
});
afterAll(async () => {
  await rig.close();
  await repository.dispose();
});
beforeEach(() => open());

async function open(pull: { base?: string; author?: string } = {}): Promise<void> {
  [head, judged] = [commits.red!, decisions.red!];
  branch = `change-${++branches}`;
  await rig.git.text('branch', branch, head);
  ({ number } = await rig.createPullRequest({ head: branch, base: 'main', ...pull }));
  rig.requests.length = 0;
}

async function push(state: keyof typeof STATES): Promise<void> {
  [head, judged] = [commits[state]!, decisions[state]!];
  await rig.push({ branch, commit: head });
}

const client = (token = rig.token) =>
  openGitHub({
    token,
    repository: rig.repository,
    apiUrl: rig.apiUrl,
    graphqlUrl: rig.graphqlUrl,
    budgetMs: 0,
  });

async function post(options: Partial<ReviewRequest> = {}, token?: string) {
  const result = await postReview(client(token), {
    number,
    head,
    decision: judged,
    mode: 'comment',
    ...options,
  });
  return result.ok ? result.value : result.problem.code;
}

const reviews = async () => (await rig.reviews(number)).map(({ state, user }) => `${user.login} ${state}`);
const threads = async () =>
  (await rig.threads(number)).map(
    ({ side, line, resolved }) => `${side} ${line}${resolved ? ' resolved' : ''}`,
  );
const asked = (method: string, path: RegExp) =>
  rig.requests
    .filter((entry) => entry.method === method && path.test(entry.path))
    .map((entry) => entry.status);
const writes = () =>
  rig.requests.filter((entry) => entry.method !== 'GET' && !entry.path.endsWith('/graphql'));

describe('a review', () => {
  test('is one, on the head, with the findings on their lines', async () => {
    expect(await post()).toEqual({ posted: 2, skipped: 0, dismissed: 0, resolved: 0 });
    expect(asked('POST', /\/reviews$/)).toEqual([200]);
    const [review] = await rig.reviews(number);
    expect(review).toMatchObject({ state: 'COMMENTED', commit_id: head, user: { login: BOT } });
    expect(await threads()).toEqual(['RIGHT 2', 'RIGHT 10']);
    const [first] = await rig.threads(number);
    expect(first.body).toContain('```suggestion\nkey2: 2\nkey3: 3\n```');
  });

  test('takes more than one line where GitHub takes it', async () => {
    await push('block');
    expect(await post()).toMatchObject({ posted: judged.findings.length });
    expect(asked('POST', /\/reviews$/)).toEqual([200]);
    expect(await rig.threads(number)).toEqual([expect.objectContaining({ startLine: 3, line: 4 })]);
  });

  test('posts nothing again, and only what is new', async () => {
    await post();
    rig.requests.length = 0;
    expect(await post()).toEqual({ posted: 0, skipped: 2, dismissed: 0, resolved: 0 });
    expect(writes()).toEqual([]);
    await push('more');
    expect(await post()).toEqual({ posted: 1, skipped: 2, dismissed: 0, resolved: 0 });
    expect(await threads()).toHaveLength(3);
    expect(await reviews()).toHaveLength(2);
  });

  test('is not posted when there is nothing to tell', async () => {
    judged = decision({});
    expect(await post()).toEqual({ posted: 0, skipped: 0, dismissed: 0, resolved: 0 });
    expect(rig.requests.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual([
      'GET reviews',
    ]);
  });

  test('has everything in its body when GitHub takes no line of it', async () => {
    rig.handle('GET', new RegExp(`/pulls/${number}/files$`), () => ({
      status: 200,
      body: [{ filename: PATH, patch: '@@ -1,13 +1,12 @@\n key1: 1\n-key2: 2\n key3: 3' }],
    }));
    rig.handle('POST', new RegExp(`/pulls/${number}/reviews$`), ({ body }) => {
      if (body.comments !== undefined) body.comments[0].start_line = body.comments[0].line;
      return undefined;
    });
    expect(await post()).toMatchObject({ posted: 2 });
    expect(asked('POST', /\/reviews$/)).toEqual([422, 200]);
    const [review] = await rig.reviews(number);
    expect(review.body.match(/^- <code>/gm)).toHaveLength(2);
    expect(toldIn(review.body)).toHaveLength(2);
    expect(await threads()).toEqual([]);
    expect(await post()).toMatchObject({ posted: 0, skipped: 2 });
  });

  test('has everything in its body when the files cannot be listed', async () => {
    rig.fail({ method: 'GET', path: new RegExp(`/pulls/${number}/files`), status: 404 });
    expect(await post()).toMatchObject({ posted: 2 });
    expect(await threads()).toEqual([]);
  });

  test('of the base as it was, on lines that have moved since, stands in the body', async () => {
    await repository.branch('merged', commits.advanced);
    const merge = await repository.merge('red');
    const decision = await checkCommits(repository.dir, commits.advanced!, merge);
    await open({ base: 'advanced' });
    expect(decision.findings.map(({ line }) => line)).toEqual([4, 13]);
    expect(await post({ decision })).toMatchObject({ posted: 2 });
    expect(asked('POST', /\/reviews$/)).toEqual([200]);
    expect(await threads()).toEqual([]);
  });

  test('of two jobs are two, and neither settles what the other told', async () => {
    await post({ marker: '<!-- holdfast: a -->' });
    expect(await post({ marker: '<!-- holdfast: b -->' })).toMatchObject({ posted: 2 });
    const clean = { ...judged, verdict: 'pass' as const, findings: [] };
    expect(await post({ marker: '<!-- holdfast: b -->', decision: clean })).toMatchObject({ resolved: 2 });
    expect(await threads()).toEqual(['RIGHT 2', 'RIGHT 10', 'RIGHT 2 resolved', 'RIGHT 10 resolved']);
  });
});

describe('when findings are gone', () => {
  test('the request for changes is dismissed, its threads resolved; when they return, it is made again', async () => {
    expect(await post({ mode: 'request-changes' })).toMatchObject({ posted: 2 });
    expect(await reviews()).toEqual([`${BOT} CHANGES_REQUESTED`]);
    await push('less');
    expect(await post({ mode: 'request-changes' })).toEqual({
      posted: 0,
      skipped: 1,
      dismissed: 0,
      resolved: 1,
    });
    expect(await reviews()).toEqual([`${BOT} CHANGES_REQUESTED`]);
    expect(await threads()).toEqual(['RIGHT 2', 'RIGHT 10 resolved']);
    await push('green');
    expect(judged.verdict).toBe('pass');
    expect(await post({ mode: 'request-changes' })).toEqual({
      posted: 0,
      skipped: 0,
      dismissed: 1,
      resolved: 1,
    });
    expect(await reviews()).toEqual([`${BOT} DISMISSED`]);
    expect((await rig.reviews(number))[0].body).toContain(`Settled at <code>${head.slice(0, 10)}</code>`);
    rig.requests.length = 0;
    expect(await post({ mode: 'request-changes' })).toEqual({
      posted: 0,
      skipped: 0,
      dismissed: 0,
      resolved: 0,
    });
    expect(writes()).toEqual([]);
    await push('less');
    expect(await post({ mode: 'request-changes' })).toMatchObject({ posted: 1 });
    expect(await reviews()).toEqual([`${BOT} DISMISSED`, `${BOT} CHANGES_REQUESTED`]);
  });

  test('acknowledged ones are settled too, and the message says so', async () => {
    await post({ mode: 'request-changes' });
    const messages: string[] = [];
    rig.handle('PUT', new RegExp(`/pulls/${number}/reviews/\\d+/dismissals$`), ({ body }) => {
      messages.push(body.message);
      return undefined;
    });
    const fingerprints = judged.findings.map((item) => item.fingerprint);
    const acknowledged = [{ by: 'grace', at: '2026-01-02T03:04:05Z', how: 'review' as const, fingerprints }];
    const accepted: Decision = { ...judged, verdict: 'pass', acknowledged };
    expect(await post({ mode: 'request-changes', decision: accepted })).toMatchObject({
      dismissed: 1,
      resolved: 2,
    });
    expect(messages).toEqual([`Everything that Holdfast requested is fixed or acknowledged at ${head}.`]);
  });

  test('nothing is settled while something could not be looked at', async () => {
    await post({ mode: 'request-changes' });
    const unread = { path: PATH, reason: 'missing', detail: 'Not there.', hint: 'Fetch it.', blocks: true };
    const blind: Decision = { ...judged, verdict: 'inconclusive', findings: [], notLookedAt: [unread] };
    const request = { mode: 'request-changes' as const, decision: blind };
    expect(await post(request)).toEqual({ posted: 1, skipped: 0, dismissed: 0, resolved: 0 });
    expect(await reviews()).toEqual([`${BOT} CHANGES_REQUESTED`, `${BOT} CHANGES_REQUESTED`]);
    expect(await post(request)).toMatchObject({ posted: 0, skipped: 1 });
  });

  test('a token that may not resolve threads is no problem', async () => {
    await post({ mode: 'request-changes' });
    await push('green');
    let refused = 0;
    rig.handle('POST', /^\/graphql$/, ({ body }) => {
      if (!body.query.startsWith('mutation') || refused++ > 0) return undefined;
      const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }];
      return { status: 200, body: { data: { resolveReviewThread: null }, errors } };
    });
    expect(await post({ mode: 'request-changes' })).toMatchObject({ dismissed: 1, resolved: 0 });
    expect(refused).toBe(1);
  });
});

describe('changes are requested', () => {
  test.each([
    ['warn-only', () => ({ ...judged, warnOnly: true })],
    ['a pass with warnings', () => warned(judged)],
  ])('not for %s', async (_, toDecision) => {
    expect(await post({ mode: 'request-changes', decision: toDecision() })).toMatchObject({ posted: 2 });
    expect(await reviews()).toEqual([`${BOT} COMMENTED`]);
  });

  test('not of a pull request of our own', async () => {
    await open({ author: BOT });
    expect(await post({ mode: 'request-changes' })).toMatchObject({ posted: 2 });
    expect(await reviews()).toEqual([`${BOT} COMMENTED`]);
  });

  test('once more, without lines, for what was only commented on before; and no longer when the mode changes', async () => {
    await post();
    expect(await post({ mode: 'request-changes' })).toMatchObject({ skipped: 2 });
    expect(await reviews()).toEqual([`${BOT} COMMENTED`, `${BOT} CHANGES_REQUESTED`]);
    expect(await threads()).toHaveLength(2);
    expect(await post({ mode: 'request-changes' })).toMatchObject({ posted: 0 });
    expect(await reviews()).toHaveLength(2);
    expect(await post()).toMatchObject({ dismissed: 1 });
  });

  test('not again when a person dismissed the request', async () => {
    await post({ mode: 'request-changes' });
    const [{ id }] = await rig.reviews(number);
    const ada = client(rig.tokenOf('ada'));
    const path = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals';
    expect(await ada.request(path, { pull_number: number, review_id: id, message: 'known' })).toMatchObject({
      ok: true,
    });
    expect(await post({ mode: 'request-changes' })).toMatchObject({ posted: 0, skipped: 2 });
    expect(await reviews()).toEqual([`${BOT} DISMISSED`]);
  });
});

describe('of other people', () => {
  test('a review with our marker counts for nothing, and is left alone', async () => {
    const { body } = planReview(judged, new Map(), { base });
    await rig.approve({ number, user: 'ada', state: 'CHANGES_REQUESTED', body });
    expect(await post()).toMatchObject({ posted: 2, skipped: 0 });
    await push('green');
    expect(await post()).toMatchObject({ dismissed: 0, resolved: 2 });
    expect(await reviews()).toEqual(['ada CHANGES_REQUESTED', `${BOT} COMMENTED`]);
    expect((await rig.reviews(number))[0].body).toBe(body);
  });

  test('threads that they began or took part in are not resolved', async () => {
    await post();
    const [{ body }] = await rig.threads(number);
    await push('green');
    const threads = [
      [['User', 'github-actions']],
      [
        ['Bot', 'github-actions'],
        ['User', 'ada'],
      ],
      [['Bot', 'dependabot']],
      [['Bot', 'github-actions']],
    ];
    const resolved: string[] = [];
    rig.handle('POST', /^\/graphql$/, ({ body: asked }) => {
      if (asked.variables.threadId?.startsWith('test')) {
        resolved.push(asked.variables.threadId);
        return { status: 200, body: { data: { resolveReviewThread: { thread: { isResolved: true } } } } };
      }
      if (asked.variables.number !== number) return undefined;
      const nodes = threads.map((authors, index) => ({
        id: `test${index}`,
        isResolved: false,
        comments: { nodes: authors.map(([__typename, login]) => ({ body, author: { __typename, login } })) },
      }));
      // Two pages.
      const [from, to] = asked.variables.after === null ? [0, 2] : [2, 4];
      const pageInfo = { hasNextPage: to < 4, endCursor: 'two' };
      const reviewThreads = { nodes: nodes.slice(from, to), pageInfo };
      return { status: 200, body: { data: { repository: { pullRequest: { reviewThreads } } } } };
    });
    expect(await post()).toMatchObject({ resolved: 1 });
    expect(resolved).toEqual(['test3']);
  });
});

describe('nothing is done, and the problem told', () => {
  test('when the token can only read', async () => {
    expect(await post({}, rig.readToken)).toBe('github-forbidden');
    expect(await reviews()).toEqual([]);
  });

  test('when the head was pushed meanwhile: nothing posted, nothing dismissed', async () => {
    await post({ mode: 'request-changes' });
    const [old, before] = [judged, head];
    await push('more');
    rig.requests.length = 0;
    const clean: Decision = { ...old, verdict: 'pass', findings: [] };
    for (const outdated of [old, clean]) {
      expect(await post({ head: before, decision: outdated, mode: 'request-changes' })).toBe(
        'review-outdated',
      );
    }
    expect(writes()).toEqual([]);
  });

  test('when the commit is no longer part of the pull request as the review arrives', async () => {
    const before = head;
    rig.handle('POST', new RegExp(`/pulls/${number}/reviews$`), async () => {
      await rig.push({ branch, commit: base });
      return undefined;
    });
    expect(await post({ head: before })).toBe('github-invalid');
    expect(asked('POST', /\/reviews$/)).toEqual([422, 422]);
    expect(await reviews()).toEqual([]);
  });

  test.each([
    ['GET', 'reviews\\?', 401, 'github-unauthorized'],
    ['GET', '\\d+$', 404, 'github-not-found'],
    ['POST', 'reviews$', 403, 'github-forbidden'],
    ['POST', 'reviews$', 404, 'github-not-found'],
    ['POST', 'reviews$', 0, 'github-network'],
  ])('when %s …%s answers %s', async (method, path, status, code) => {
    rig.fail({ method, path: new RegExp(`/pulls/${number}(/|(?=\\d))?${path}`), status, times: 1 });
    if (path === '\\d+$') rig.fail({ method, path: new RegExp(`/pulls/${number}$`), status, times: 1 });
    expect(await post()).toBe(code);
    expect(await reviews()).toEqual([]);
  });

  test('when the request may not be dismissed', async () => {
    await post({ mode: 'request-changes' });
    await push('green');
    rig.fail({ method: 'PUT', path: new RegExp(`/pulls/${number}/.*/dismissals$`), status: 403 });
    expect(await post({ mode: 'request-changes' })).toBe('github-forbidden');
    expect(await reviews()).toEqual([`${BOT} CHANGES_REQUESTED`]);
  });
});

function warned(found: Decision): Decision {
  return {
    ...found,
    verdict: 'pass',
    findings: found.findings.map((item) => ({ ...item, severity: 'warning' as const })),
  };
}
