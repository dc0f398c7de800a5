// biome-ignore-all lint/suspicious/noExplicitAny: answers are compared member by member.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GitHub, openGitHub } from '../src/adapters/github/client.ts';
import type { Result } from '../src/model/problem.ts';
import {
  createDirectory,
  createRepository,
  repositoryAt,
  type TestRepository,
} from './helpers/repository.ts';
import { type Rig, startGitHub } from './rig/github.ts';

let rig: Rig;
let repository: TestRepository;
let github: GitHub;
let number: number;
let base: string;
let head: string;

const open = (token: string) => openGitHub({ token, repository: rig.repository, apiUrl: rig.apiUrl });
const lines = (changed?: number) =>
  Array.from(
    { length: 60 },
    (_, index) => `key${index + 1}: ${index + 1 === changed ? 'new' : 'old'}\n`,
  ).join('');

beforeAll(async () => {
  rig = await startGitHub({ teams: { platform: ['grace'] } });
  repository = await createRepository();
  await repository.write('app.yml', lines());
  await repository.write('logo.bin', Buffer.from([0, 1, 2, 3]));
  await repository.commit('base');
  await repository.branch('feature');
  await repository.write('app.yml', lines(21));
  await repository.write('folder/new.json', '{}\n');
  head = await repository.commit('change');
  await repository.checkout('main');
  await repository.write('other.txt', 'moved on\n');
  base = await repository.commit('base moves on');
  await rig.importRepository(repository.dir);
  ({ number } = await rig.createPullRequest({ head: 'feature', base: 'main' }));
  github = open(rig.token);
});

// Every answer of this suite was checked against GitHub's description: `close` throws when one breaks it.
afterAll(async () => {
  await repository.dispose();
  await rig.close();
});

const PULL = '/repos/{owner}/{repo}/pulls/{pull_number}';
const COMMENTS = '/repos/{owner}/{repo}/issues/{issue_number}/comments';

async function data(result: Promise<Result<{ data: any }>>): Promise<any> {
  const got = await result;
  if (!got.ok) throw new Error(got.problem.message);
  return got.value.data;
}

async function refused(result: Promise<Result<unknown>>): Promise<string> {
  const got = await result;
  return got.ok ? 'accepted' : `${got.problem.code}: ${got.problem.message}`;
}

const review = (body: object) => github.request(`POST ${PULL}/reviews`, { pull_number: number, ...body });
const inline = (comment: object) =>
  review({ event: 'COMMENT', body: 'see below', comments: [{ path: 'app.yml', body: 'here', ...comment }] });

describe('tokens', () => {
  test('a wrong token is refused with 401', async () => {
    expect(await refused(open('nonsense').request(`GET ${PULL}`, { pull_number: number }))).toMatch(
      /^github-unauthorized: .*401 Bad credentials/,
    );
  });

  test('the read token reads, and gets 403 on everything that writes', async () => {
    const reader = open(rig.readToken);
    expect((await data(reader.request(`GET ${PULL}`, { pull_number: number }))).number).toBe(number);
    const writes = [
      reader.request(`POST ${COMMENTS}`, { issue_number: number, body: 'x' }),
      reader.request(`POST ${PULL}/reviews`, { pull_number: number, event: 'COMMENT', body: 'x' }),
      reader.graphql('mutation { resolveReviewThread(input: { threadId: "x" }) { thread { id } } }'),
    ];
    for (const write of writes) expect(await refused(write)).toMatch(/^github-forbidden: .*not accessible/);
  });

  test('no workflow token may see teams; a person may', async () => {
    const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}';
    const grace = { org: 'acme', team_slug: 'platform', username: 'grace' };
    expect(await refused(github.request(route, grace))).toMatch(/^github-not-found/);
    const person = open(rig.tokenOf('root'));
    expect(await data(person.request(route, grace))).toMatchObject({ state: 'active' });
    expect(await refused(person.request(route, { ...grace, username: 'linus' }))).toMatch(
      /^github-not-found/,
    );
  });

  test('roles show in role_name, permissions only as read, write and admin', async () => {
    const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
    expect(await data(github.request(route, { username: 'grace' }))).toMatchObject({
      permission: 'write',
      role_name: 'maintain',
    });
    expect(await data(github.request(route, { username: 'a-stranger' }))).toMatchObject({
      role_name: 'read',
    });
  });
});

describe('comments', () => {
  test('belong to the bot, and bodies over 65,536 characters are refused', async () => {
    const route = `POST ${COMMENTS}`;
    const made = await data(github.request(route, { issue_number: number, body: 'x'.repeat(65_536) }));
    expect(made.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
    expect(await refused(github.request(route, { issue_number: number, body: 'x'.repeat(65_537) }))).toMatch(
      /^github-invalid: .*422 .*too long \(maximum is 65536/,
    );
    expect(await refused(github.request(route, { issue_number: 999, body: 'x' }))).toMatch(
      /^github-not-found/,
    );
  });

  test('are changed and deleted, and a deleted one is gone', async () => {
    const { id } = await rig.comment({ number, user: 'linus', body: 'mine' });
    const route = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
    const changed = await data(github.request(`PATCH ${route}`, { comment_id: id, body: 'ours' }));
    expect(changed).toMatchObject({ body: 'ours', user: { login: 'linus' } });
    expect(await github.request(`DELETE ${route}`, { comment_id: id })).toMatchObject({
      value: { status: 204 },
    });
    expect(await refused(github.request(`PATCH ${route}`, { comment_id: id, body: 'x' }))).toMatch(
      /^github-not-found/,
    );
  });

  test('a secondary limit is what the test asks for, as often as it asks', async () => {
    const path = new RegExp(`/issues/${number}/comments$`);
    rig.fail({ method: 'POST', path, status: 403, headers: { 'retry-after': '1' }, times: 1 });
    rig.requests.length = 0;
    await data(github.request(`POST ${COMMENTS}`, { issue_number: number, body: 'late' }));
    expect(rig.requests.map(({ status }) => status)).toEqual([403, 201]);
  });

  test('20 writers at once lose nothing', async () => {
    const { number: other } = await rig.createPullRequest({ head, base });
    const bodies = Array.from({ length: 20 }, (_, index) => `comment ${index}`);
    await Promise.all(
      bodies.map((body) => github.request(`POST ${COMMENTS}`, { issue_number: other, body })),
    );
    expect((await rig.comments(other)).map(({ body }) => body).sort()).toEqual(bodies.sort());
  });
});

describe('pull requests', () => {
  test('have a merge commit of real git, whose parents are the moved base and the head', async () => {
    const pull = await data(github.request(`GET ${PULL}`, { pull_number: number }));
    expect(pull).toMatchObject({
      head: { sha: head },
      base: { sha: base },
      changed_files: 2,
      user: { login: 'ada' },
    });
    const merge = pull.merge_commit_sha;
    expect(await rig.git.text('rev-parse', `${merge}^1`, `${merge}^2`)).toBe(`${base}\n${head}`);
    expect(await rig.git.text('rev-parse', `refs/pull/${number}/merge`)).toBe(merge);
    const commit = await data(
      github.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { commit_sha: merge }),
    );
    expect(commit.parents.map(({ sha }: any) => sha)).toEqual([base, head]);
  });

  test('have no merge commit while there are conflicts, and follow a push', async () => {
    await repository.branch('conflicting', 'main');
    await repository.write('other.txt', 'one\n');
    const first = await repository.commit('one');
    await repository.branch('rival', 'main');
    await repository.write('other.txt', 'two\n');
    const second = await repository.commit('two');
    await rig.importRepository(repository.dir);
    const made = await rig.createPullRequest({ head: 'conflicting', base: 'rival' });
    expect(made).toMatchObject({ head: first, base: second, merge: null });
    expect(await rig.pull(made.number)).toMatchObject({ merge_commit_sha: null, mergeable: false });
    await rig.push({ branch: 'conflicting', commit: second });
    expect(await rig.pull(made.number)).toMatchObject({
      head: { sha: second },
      mergeable: true,
      changed_files: 0,
    });
    const events = await github.list('GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', {
      issue_number: made.number,
    });
    expect((events as any).value.map(({ event }: any) => event)).toEqual([
      'committed',
      'head_ref_force_pushed',
    ]);
  });

  test('list their files from the merge base on, page by page, and never more than the cap', async () => {
    const { number: large } = await rig.createPullRequest({ head: await manyFiles(250), base: 'main' });
    const names = async () =>
      (await github.list(`GET ${PULL}/files`, { pull_number: large })) as { value: { filename: string }[] };
    rig.requests.length = 0;
    expect((await names()).value.length).toBe(250);
    expect(rig.requests.map(({ query }) => new URLSearchParams(query).get('page'))).toEqual([null, '2', '3']);
    rig.limits.pullFiles = 240;
    expect((await names()).value.length).toBe(240);
    rig.limits.pullFiles = 3000;
    expect((await rig.pull(large)).changed_files).toBe(250);
    const own = (await github.list(`GET ${PULL}/files`, { pull_number: number })) as { value: any[] };
    expect(own.value.map(({ filename, status }) => `${status} ${filename}`)).toEqual([
      'modified app.yml',
      'added folder/new.json',
    ]);
    expect(own.value[0].patch).toContain('\n-key21: old\n+key21: new\n');
  });

  test('are closed, and move to another base', async () => {
    const made = await rig.createPullRequest({ head, base });
    await rig.git.text('update-ref', 'refs/heads/release', `${base}^`);
    const change = (body: object) => github.request(`PATCH ${PULL}`, { pull_number: made.number, ...body });
    expect(await data(change({ base: 'release' }))).toMatchObject({ base: { ref: 'release' } });
    expect((await rig.pull(made.number)).base.sha).toBe(await rig.git.text('rev-parse', `${base}^`));
    expect(await data(change({ state: 'closed' }))).toMatchObject({ state: 'closed' });
    const all = await github.list<any>('GET /repos/{owner}/{repo}/pulls', { state: 'closed' });
    expect(all).toMatchObject({ ok: true, value: [{ number: made.number }] });
  });

  async function manyFiles(count: number): Promise<string> {
    await repository.branch('many', 'main');
    for (let index = 0; index < count; index++) await repository.write(`many/${index}.txt`, `${index}\n`);
    const commit = await repository.commit('many');
    await rig.importRepository(repository.dir);
    return commit;
  }
});

describe('git data', () => {
  test('trees say when they are truncated', async () => {
    const tree = (tree_sha: string) =>
      data(github.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { tree_sha, recursive: '1' }));
    const whole = await tree(head);
    expect(whole).toMatchObject({ truncated: false, sha: await rig.git.text('rev-parse', `${head}^{tree}`) });
    expect(whole.tree.map(({ path }: any) => path)).toEqual([
      'app.yml',
      'folder',
      'folder/new.json',
      'logo.bin',
    ]);
    rig.limits.treeEntries = 3;
    expect(await tree(head)).toMatchObject({ truncated: true, tree: { length: 3 } });
    rig.limits.treeEntries = 100_000;
  });

  test('blobs are exact, by JSON and raw; unknown ones are 404', async () => {
    const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
    const file_sha = await rig.git.text('rev-parse', `${head}:logo.bin`);
    const blob = await data(github.request(route, { file_sha }));
    expect(Buffer.from(blob.content, 'base64')).toEqual(Buffer.from([0, 1, 2, 3]));
    const accept = 'application/vnd.github.raw+json';
    expect(await data(github.request(route, { file_sha, headers: { accept } }))).toEqual(
      new Uint8Array([0, 1, 2, 3]),
    );
    expect(await refused(github.request(route, { file_sha: '1'.repeat(40) }))).toMatch(/^github-not-found/);
  });

  test('GraphQL gives text whole, cut and said so, or null for binary files', async () => {
    const oids = [`${head}:app.yml`, `${head}:logo.bin`].map((name) => rig.git.text('rev-parse', name));
    const [text, binary] = await Promise.all(oids);
    const ask = async () => {
      const fields = '{ ... on Blob { oid text isBinary isTruncated byteSize } }';
      const query = `query($text: GitObjectID!, $binary: GitObjectID!) { repository(owner: "acme", name: "shop") {
        a: object(oid: $text) ${fields} b: object(oid: $binary) ${fields} c: object(oid: "${'1'.repeat(40)}") ${fields} } }`;
      const got = await github.graphql<any>(query, { text, binary });
      return got.ok ? got.value.repository : got.problem;
    };
    const whole = { oid: text, text: lines(21), isBinary: false, isTruncated: false };
    const none = { text: null, isBinary: true, isTruncated: false, byteSize: 4 };
    expect(await ask()).toMatchObject({ a: whole, b: none, c: null });
    rig.limits.blobText = 10;
    expect((await ask()).a).toMatchObject({ text: lines(21).slice(0, 10), isTruncated: true });
    rig.limits.blobText = 512_000;
    expect(await refused(github.graphql('{ repository(owner: "acme", name: "shop") { nonsense } }'))).toMatch(
      /^github-invalid: .*'nonsense' doesn't exist/,
    );
  });

  test('real git clones over smart HTTP and fetches by id at depth 1', async () => {
    const { dir, dispose } = await createDirectory();
    const clone = repositoryAt(dir);
    await clone.git('init', '--quiet');
    await clone.git('fetch', '--quiet', '--depth=1', '--no-tags', rig.gitUrl, base, head);
    expect(await clone.git('cat-file', '-t', head)).toBe('commit');
    expect(await clone.git('rev-list', '--count', head)).toBe('1');
    await expect(clone.git('fetch', '--quiet', rig.gitUrl, '1'.repeat(40))).rejects.toThrow(/not our ref/);
    await expect(clone.git('push', '--quiet', rig.gitUrl, `${head}:refs/heads/x`)).rejects.toThrow(/403/);
    await dispose();
  });
});

describe('reviews', () => {
  test.each([
    ['a line outside the diff', { line: 50 }, 'Line could not be resolved'],
    ['a removed line on the right side', { line: 61, side: 'RIGHT' }, 'Line could not be resolved'],
    ['a path outside the diff', { path: 'logo.bin', line: 1 }, 'Path could not be resolved'],
    ['start_line equal to line', { start_line: 21, line: 21 }, 'Start line must precede'],
    ['start_line after line', { start_line: 22, line: 21 }, 'Start line must precede'],
    ['start_line outside the diff', { start_line: 2, line: 21 }, 'Start line could not be resolved'],
    ['no line', {}, 'Position is missing'],
  ])('%s is refused, and nothing is left of the review', async (_name, comment, message) => {
    const before = (await rig.reviews(number)).length;
    expect(await refused(inline(comment))).toMatch(new RegExp(`^github-invalid: .*422 .*${message}`));
    expect((await rig.reviews(number)).length).toBe(before);
  });

  test('reviews without words, of own pull requests and on foreign commits are refused', async () => {
    expect(await refused(review({ event: 'REQUEST_CHANGES' }))).toMatch(/422 .*Body cannot be blank/);
    expect(await refused(review({ event: 'COMMENT' }))).toMatch(/422 .*Body cannot be blank/);
    expect(await refused(review({ event: 'COMMENT', body: 'x', commit_id: base }))).toMatch(/422 .*not part/);
    const author = open(rig.tokenOf('ada'));
    const own = author.request(`POST ${PULL}/reviews`, { pull_number: number, event: 'APPROVE' });
    expect(await refused(own)).toMatch(/422 .*Can not approve your own pull request/);
  });

  test('lines of the diff take comments, which make threads that can be resolved', async () => {
    await data(inline({ start_line: 20, line: 21, start_side: 'RIGHT', side: 'RIGHT' }));
    await data(inline({ line: 21, side: 'LEFT' }));
    const query = `{ repository(owner: "acme", name: "shop") { pullRequest(number: ${number}) {
      reviewThreads(first: 1) { pageInfo { hasNextPage endCursor } nodes { id isResolved line
      comments(first: 1) { nodes { databaseId author { login } } } } } } } }`;
    const got = await github.graphql<any>(query);
    const threads = (got as any).value.repository.pullRequest.reviewThreads;
    expect(threads).toMatchObject({
      pageInfo: { hasNextPage: true },
      nodes: [{ isResolved: false, line: 21 }],
    });
    expect(threads.nodes[0].comments.nodes[0].author.login).toBe('github-actions');
    const mutation =
      'mutation($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved } } }';
    expect(await github.graphql(mutation, { id: threads.nodes[0].id })).toMatchObject({ ok: true });
    expect((await rig.threads(number)).map(({ resolved }) => resolved)).toEqual([true, false]);
  });

  test('only approvals and requests for changes are dismissed, with a reason', async () => {
    const asked = await data(review({ event: 'REQUEST_CHANGES', body: 'no' }));
    const said = await data(review({ event: 'COMMENT', body: 'hm' }));
    const dismiss = (review_id: number, message: string) =>
      github.request(`PUT ${PULL}/reviews/{review_id}/dismissals`, {
        pull_number: number,
        review_id,
        message,
      });
    expect(await refused(dismiss(said.id, 'done'))).toMatch(/422 .*Can not dismiss a commented/);
    expect(await refused(dismiss(asked.id, ''))).toMatch(/422/);
    expect(await data(dismiss(asked.id, 'done'))).toMatchObject({ state: 'DISMISSED' });
  });

  test('people approve commits, and labels have a person and a time', async () => {
    await rig.approve({ number, user: 'grace' });
    expect((await rig.reviews(number)).at(-1)).toMatchObject({
      state: 'APPROVED',
      commit_id: head,
      user: { login: 'grace', type: 'User' },
    });
    await rig.label({ number, user: 'grace', name: 'config-approved' });
    const timeline = await github.list('GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', {
      issue_number: number,
    });
    expect((timeline as any).value).toMatchObject([
      { event: 'committed', sha: head },
      { event: 'labeled', actor: { login: 'grace' }, label: { name: 'config-approved' } },
    ]);
    expect((await rig.pull(number)).labels).toMatchObject([{ name: 'config-approved' }]);
  });
});

test('what breaks the description is a violation, and close throws it', async () => {
  const other = await startGitHub();
  const client = openGitHub({ token: other.token, repository: other.repository, apiUrl: other.apiUrl });
  other.handle('GET', /\/pulls\/7$/, () => ({ status: 200, body: {} }));
  const { number: one } = await (async () => {
    await other.importRepository(repository.dir);
    return other.createPullRequest({ head: 'feature', base: 'main' });
  })();
  await client.request(`POST ${COMMENTS}`, { issue_number: one, body: 'x', subject: 'y' });
  await client.request(`GET ${PULL}/files`, { pull_number: one, per_side: 3 });
  await client.request('GET /repos/{owner}/{repo}/nonsense');
  await expect(other.close()).rejects.toThrow(
    /no member subject\n.*no query parameter per_side\n.*nonsense: there is no such operation/,
  );
});
