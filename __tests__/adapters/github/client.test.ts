import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openGitHub } from '../../../src/adapters/github/client.ts';
import { type Rig, startGitHub } from '../../rig/github.ts';

const TOKEN = 'ghs_topsecret';
const ROUTE = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';

/** What one request gets: a status with headers and body, or a function that does it by hand. */
type Reply =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | ((response: ServerResponse, request: IncomingMessage) => void);

let replies: Reply[] = [];
let seen: { method: string; url: string; authorization: string; at: number }[] = [];
const server = createServer(async (request, response) => {
  const { method = '', url = '', headers } = request;
  seen.push({ method, url, authorization: String(headers.authorization), at: Date.now() });
  for await (const _ of request);
  const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? { status: 404 };
  if (typeof reply === 'function') return void reply(response, request);
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
  response.end(reply.body === undefined ? '{"message":"said GitHub"}' : JSON.stringify(reply.body));
});

let apiUrl: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  replies = [];
  seen = [];
});

const open = (more: object = {}) =>
  openGitHub({ token: TOKEN, repository: 'acme/shop', apiUrl, backoffMs: 10, ...more });
const get = (more?: object) => open(more).request(ROUTE, { pull_number: 1 });

describe('one call', () => {
  test('fills in owner and repository, encodes what it is given, and sends the token', async () => {
    replies = [{ status: 200, body: { sha: 'x' } }];
    const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}';
    const got = await open().request(route, { ref: 'heads/a b#c' });
    expect(got).toMatchObject({ ok: true, value: { status: 200, data: { sha: 'x' } } });
    expect(seen).toMatchObject([
      { url: '/repos/acme/shop/git/ref/heads%2Fa%20b%23c', authorization: `token ${TOKEN}` },
    ]);
  });

  test.each([
    [401, 'github-unauthorized'],
    [403, 'github-forbidden'],
    [404, 'github-not-found'],
    [409, 'github-conflict'],
    [422, 'github-invalid'],
    [410, 'github-gone'],
  ])('%d is %s with what GitHub said, asked for once', async (status, code) => {
    replies = [{ status, body: { message: `no,\n${TOKEN}`, errors: [{ message: 'too long' }] } }];
    const message = `GitHub: ${status} no, ***: too long (${ROUTE})`;
    expect(await get()).toMatchObject({ ok: false, problem: { code, message } });
    expect(seen.length).toBe(1);
  });

  test.each([
    [403, 'Resource not accessible by integration', /permission/],
    [403, 'Unable to create comment because issue is locked.', /Unlock the conversation/],
    [410, 'Issues are disabled for this repo', /its settings/],
    [410, 'This issue was deleted', /deleted/],
    [422, 'Validation Failed', /Mend what GitHub names/],
  ])('%d %s comes with the way out', async (status, message, hint) => {
    replies = [{ status, body: { message } }];
    expect(await get()).toMatchObject({ ok: false, problem: { hint: expect.stringMatching(hint) } });
  });

  test('an answer without content has no data; another media type gives its bytes', async () => {
    replies = [(response) => void response.writeHead(204).end()];
    expect(await get()).toMatchObject({ ok: true, value: { status: 204, data: undefined } });
    replies = [
      (response) =>
        void response.writeHead(200, { 'content-type': 'application/vnd.github.raw' }).end('a\xff'),
    ];
    const raw = await open().request(ROUTE, {
      pull_number: 1,
      headers: { accept: 'application/vnd.github.raw+json' },
    });
    expect(raw).toMatchObject({ ok: true, value: { data: new Uint8Array(Buffer.from('a\xff')) } });
  });
});

describe('what may pass by itself', () => {
  test.each([500, 502, 503])('%d is tried again, three times in all', async (status) => {
    replies = [{ status }, { status }, { status: 200, body: { number: 1 } }];
    expect(await get()).toMatchObject({ ok: true, value: { data: { number: 1 } } });
    seen = [];
    replies = [{ status }];
    expect(await get()).toMatchObject({ ok: false, problem: { code: 'github-unavailable' } });
    expect(seen.length).toBe(3);
  });

  const broken: [string, Reply][] = [
    ['a connection that breaks off', (response) => response.destroy()],
    [
      'a body that breaks off',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{"number":');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    [
      'half of a JSON',
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"num'),
    ],
    ['nothing', (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end()],
    [
      'a page of HTML',
      (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>log in'),
    ],
  ];
  test.each(broken)('%s is tried again, and never an answer', async (_name, reply) => {
    replies = [reply, { status: 200, body: { number: 1 } }];
    expect(await get()).toMatchObject({ ok: true, value: { data: { number: 1 } } });
    replies = [reply];
    expect(await get()).toMatchObject({ ok: false, problem: { code: 'github-network' } });
  });

  test('a POST is not repeated when it may have arrived', async () => {
    replies = [(response) => response.destroy()];
    const post = await open().request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      issue_number: 1,
    });
    expect(post).toMatchObject({ ok: false, problem: { code: 'github-network' } });
    expect(seen.length).toBe(1);
  });

  test('nobody listening is a problem', async () => {
    expect(await get({ apiUrl: 'http://127.0.0.1:9' })).toMatchObject({
      problem: { code: 'github-network' },
    });
    expect(await get({ apiUrl: 'nonsense' })).toMatchObject({ problem: { code: 'github-network' } });
  });

  test.each([
    ['no answer', () => {}],
    [
      'an answer that never ends',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{');
      },
    ],
  ])('%s is a timeout, not repeated', async (_name, reply) => {
    replies = [reply];
    const asked = (number: number) => seen.filter(({ url }) => url.endsWith(`/pulls/${number}`)).length;
    // On a machine that is busy the time may be over before the request is sent: then more of it is given.
    let pull_number = 0;
    do {
      pull_number += 1;
      const got = await open({ timeoutMs: 100 * 3 ** pull_number }).request(ROUTE, { pull_number });
      expect(got).toMatchObject({ ok: false, problem: { code: 'github-timeout' } });
    } while (asked(pull_number) === 0 && pull_number < 5);
    expect(asked(pull_number)).toBe(1);
  });
});

describe('rate limits', () => {
  const soon = () => String(Math.floor(Date.now() / 1000) + 1);
  test.each([
    ['retry-after', () => ({ status: 403, headers: { 'retry-after': '1' } })],
    ['429', () => ({ status: 429, headers: { 'retry-after': '1' } })],
    [
      'the reset of a used up limit',
      () => ({ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': soon() } }),
    ],
    [
      "GraphQL's own",
      () => ({
        status: 200,
        headers: { 'retry-after': '1' },
        body: { data: null, errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] },
      }),
    ],
  ])('%s is waited for', async (_name, limit) => {
    replies = [limit(), { status: 200, body: { data: { number: 1 } } }];
    const got = await open({ budgetMs: 2000 }).graphql('{ viewer { login } }');
    expect(got).toEqual({ ok: true, value: { number: 1 } });
    expect(seen[1]!.at - seen[0]!.at).toBeGreaterThanOrEqual(990);
  });

  test.each([
    ['longer than the budget', { status: 403, headers: { 'retry-after': '60' } }],
    [
      'a secondary limit without a time',
      { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
    ],
  ])('%s is refused at once, and no further call is made', async (_name, reply) => {
    replies = [reply];
    const github = open({ budgetMs: 2000 });
    for (let call = 0; call < 3; call++) {
      expect(await github.request(ROUTE, { pull_number: 1 })).toMatchObject({
        problem: { code: 'github-rate-limit' },
      });
    }
    expect(seen.length).toBe(1);
  });

  test('a limit that never ends ends with the budget, and many calls pay for one wait', async () => {
    replies = [{ status: 429, headers: { 'retry-after': '1' } }];
    expect(await get({ budgetMs: 1500 })).toMatchObject({ problem: { code: 'github-rate-limit' } });
    expect(seen.length).toBe(2);
    const github = open({ budgetMs: 1500 });
    replies = [
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 200, body: {} },
    ];
    const all = await Promise.all([1, 2, 3, 4].map((pull_number) => github.request(ROUTE, { pull_number })));
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });
});

describe('lists', () => {
  const page = (numbers: number[], next?: string): Reply => ({
    status: 200,
    ...(next && { headers: { link: `<${next}>; rel="next", <x>; rel="last"` } }),
    body: numbers,
  });
  const list = (most?: number) => open().list('GET /repos/{owner}/{repo}/pulls', { state: 'all' }, most);

  test('all pages are read, on the same host whatever the link says', async () => {
    replies = [page([1, 2], 'https://elsewhere.example/x?page=2&per_page=100'), page([3])];
    expect(await list()).toEqual({ ok: true, value: [1, 2, 3] });
    const queries = ['state=all&per_page=100', 'state=all&per_page=100&page=2'];
    expect(seen.map(({ url }) => url)).toEqual(queries.map((query) => `/repos/acme/shop/pulls?${query}`));
  });

  test('a list beside its count is the list', async () => {
    replies = [{ status: 200, body: { total_count: 2, check_runs: [1, 2] } }];
    expect(await list()).toEqual({ ok: true, value: [1, 2] });
  });

  test('too many items, a page that fails, no list, and a link in a circle are problems', async () => {
    replies = [page([1, 2, 3])];
    expect(await list(2)).toMatchObject({ ok: false, problem: { code: 'github-too-many' } });
    replies = [page([1], `${apiUrl}/x?page=2`), { status: 404 }];
    expect(await list()).toMatchObject({ ok: false, problem: { code: 'github-not-found' } });
    replies = [{ status: 200, body: { message: 'hm' } }];
    expect(await list()).toMatchObject({ ok: false, problem: { code: 'github-unavailable' } });
    replies = [page([1], `${apiUrl}/x?page=2`)];
    expect(await list()).toMatchObject({ ok: false, problem: { code: 'github-unavailable' } });
  });
});

describe('GraphQL', () => {
  test.each([
    ['NOT_FOUND', 'github-not-found'],
    ['FORBIDDEN', 'github-forbidden'],
    ['INSUFFICIENT_SCOPES', 'github-forbidden'],
    ['undefinedField', 'github-invalid'],
  ])('%s is %s, even with some data', async (type, code) => {
    replies = [{ status: 200, body: { data: { half: 1 }, errors: [{ type, message: 'no' }] } }];
    expect(await open().graphql('{ x }')).toMatchObject({
      ok: false,
      problem: { code, message: 'GitHub: no (POST /graphql)' },
    });
  });

  test('has its own address, also on GitHub Enterprise', async () => {
    replies = [{ status: 200, body: { data: {} } }];
    await open({ apiUrl: `${apiUrl}/api/v3/` }).graphql('{ x }');
    await open({ graphqlUrl: `${apiUrl}/own` }).graphql('{ x }');
    expect(seen.map(({ url }) => url)).toEqual(['/api/graphql', '/own']);
  });
});

describe('login', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startGitHub();
  });
  afterAll(() => rig.close());
  const as = (token: string) => openGitHub({ token, repository: rig.repository, apiUrl: rig.apiUrl });

  test('is the bot for GITHUB_TOKEN, the person for a personal token, asked for once', async () => {
    expect(await as(rig.tokenOf('grace')).login()).toEqual({ ok: true, value: 'grace' });
    const github = as(rig.token);
    rig.requests.length = 0;
    const both = await Promise.all([github.login(), github.login()]);
    expect(both).toEqual([0, 1].map(() => ({ ok: true, value: 'github-actions[bot]' })));
    expect(rig.requests.map(({ path }) => path)).toEqual(['/user', '/graphql']);
  });

  test("is an App's own bot; without GraphQL it is GITHUB_TOKEN's", async () => {
    replies = [{ status: 403 }, { status: 200, body: { data: { viewer: { login: 'our-app[bot]' } } } }];
    expect(await open().login()).toEqual({ ok: true, value: 'our-app[bot]' });
    replies = [{ status: 403 }];
    expect(await open().login()).toEqual({ ok: true, value: 'github-actions[bot]' });
  });

  test('is unknown with a token that is not valid, and asked for again', async () => {
    const github = open();
    replies = [{ status: 401 }];
    expect(await github.login()).toMatchObject({ ok: false, problem: { code: 'github-unauthorized' } });
    replies = [{ status: 200, body: { login: 'ada' } }];
    expect(await github.login()).toEqual({ ok: true, value: 'ada' });
  });
});
