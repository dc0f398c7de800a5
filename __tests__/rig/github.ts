// biome-ignore-all lint/suspicious/noExplicitAny: GitHub's JSON is checked against its OpenAPI description instead.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEmulator } from 'emulate';
import { createRepository } from '../helpers/repository.ts';
import { type Answer, type Call, failure, forbidden, type Route } from './answer.ts';
import { bareGit } from './git.ts';
import { gitDataRoutes } from './git-data.ts';
import { graphql } from './graphql.ts';
import { serveGit } from './http-backend.ts';
import { openApi } from './openapi.ts';
import { PEOPLE, peopleRoutes, teamRoutes, userOf } from './people.ts';
import { createPulls } from './pulls.ts';
import { createReviews } from './reviews.ts';
import { createTimeline } from './timeline.ts';
import type { FailRule, Limits, Rig, RigOptions, World } from './types.ts';

export type { FailRule, Limits, Rig, RigOptions } from './types.ts';

const REPOSITORY = 'acme/shop';
const TOKEN = 'ghs_writewritewritewritewritewritewrite1';
const READ_TOKEN = 'ghs_readreadreadreadreadreadreadreadre1';
const BOT = 'github-actions[bot]';

/** GitHub on loopback: `emulate`, and in front of it what it lacks, with GitHub's rules. */
export async function startGitHub(options: RigOptions = {}): Promise<Rig> {
  const people = { ...PEOPLE, ...options.people };
  const bare = await createRepository('--bare');
  const git = bareGit(bare.dir);
  await git.text('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const limits: Limits = { pullFiles: 3000, treeEntries: 100_000, blobText: 512_000, body: 65_536 };
  const rules: FailRule[] = [];
  const own: Route[] = [];
  const requests: Rig['requests'] = [];
  const violations: string[] = [];
  const check = openApi(violations);

  const server = createServer((request, response) => {
    answerAll(request, response).catch((error) => {
      violations.push(`the rig itself: ${(error as Error).stack}`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: Object.fromEntries(Object.keys(people).map((login) => [`pat-${login}`, { login }])),
      github: {
        users: Object.keys(people).map((login) => ({ login })),
        orgs: [{ login: 'acme', members: Object.keys(people).map((login) => ({ login, role: 'admin' })) }],
        repos: [{ owner: 'acme', name: 'shop', auto_init: true }],
      },
    },
  });

  const emulate: World['emulate'] = async (login, method, path, body) => {
    const response = await fetch(`${emulator.url}${path}`, {
      method,
      headers: { authorization: `token pat-${login}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = (await response.text()).replaceAll(emulator.url, apiUrl);
    const link = response.headers.get('link')?.replaceAll(emulator.url, apiUrl);
    const answer: Answer = { status: response.status, ...(text && { body: JSON.parse(text, ours) }) };
    return link ? { ...answer, headers: { link } } : answer;
  };
  /** emulate's users have no bots among them, and ids of their own. */
  const ours = (_key: string, value: any) =>
    typeof value?.login !== 'string' || typeof value.site_admin !== 'boolean'
      ? value
      : { ...value, ...userOf(value.login, apiUrl), ...(value.login === 'acme' && { type: 'Organization' }) };

  const world = { apiUrl, repository: REPOSITORY, git, limits, people, emulate } as World;
  world.repoUrl = `${apiUrl}/repos/${REPOSITORY}`;
  world.timeline = createTimeline(world);
  world.pulls = createPulls(world);
  world.reviews = createReviews(world);
  const inRepository = [
    ...world.pulls.routes,
    ...world.reviews.routes,
    ...world.timeline.routes,
    ...peopleRoutes(apiUrl, people),
    ...gitDataRoutes(world),
  ];
  const anywhere = teamRoutes(apiUrl, options.teams ?? {});

  async function answerAll(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', apiUrl);
    if (url.pathname.startsWith('/git/')) return serveGit(bare.dir, request, response, url);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const entry = { method: request.method ?? 'GET', path: url.pathname, query: url.search, status: 0 };
    requests.push(entry);
    let answer: Answer | undefined;
    const failing = rules.find(
      ({ method, path, times }) =>
        times !== 0 && (method ?? entry.method) === entry.method && path.test(url.pathname + url.search),
    );
    if (failing) {
      if (failing.times !== undefined) failing.times--;
      if (failing.delayMs) await sleep(failing.delayMs, undefined, { ref: false });
      entry.status = failing.status;
      if (failing.status === 0) return void response.destroy();
      const body = failing.body ?? { message: 'asked for by the test' };
      answer = { status: failing.status, body, ...(failing.headers && { headers: failing.headers }) };
    } else {
      answer = await dispatch(request, url, text, entry.method);
    }
    entry.status = answer.status;
    const raw = Buffer.isBuffer(answer.body);
    const body = raw || answer.body === undefined ? answer.body : JSON.stringify(answer.body);
    const type = raw ? 'application/vnd.github.raw; charset=utf-8' : 'application/json; charset=utf-8';
    response.writeHead(answer.status, {
      ...(body !== undefined && { 'content-type': type }),
      ...answer.headers,
    });
    response.end(body);
  }

  async function dispatch(request: IncomingMessage, url: URL, text: string, method: string): Promise<Answer> {
    const headers = request.headers as Record<string, string | undefined>;
    const token = /^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
    const person = /^pat-(.+)$/.exec(token)?.[1];
    if (token !== TOKEN && token !== READ_TOKEN && !(person && person in people)) {
      return failure(401, 'Bad credentials');
    }
    const login = person ?? BOT;
    const write = person ? /admin|maintain|write/.test(people[person]!) : token === TOKEN;
    let body: any;
    try {
      body = text === '' ? undefined : JSON.parse(text);
    } catch {
      return failure(400, 'Problems parsing JSON');
    }
    const prefix = `/repos/${REPOSITORY}`;
    const path = decodeURIComponent(url.pathname);
    const call: Call = {
      method,
      path: path.startsWith(prefix) ? path.slice(prefix.length) : path,
      query: url.searchParams,
      headers,
      body,
      params: {},
      login,
      write,
      installation: person === undefined,
    };
    for (const { method: wanted, path: pattern, handler } of own) {
      const match = wanted === method ? pattern.exec(url.pathname) : null;
      const answer = match && (await handler({ ...call, params: match.groups ?? {} }));
      if (answer) return answer;
    }
    if (path === '/graphql') return graphql(world, call);
    const answer = await route(call, url.pathname, prefix);
    await check(call, path, answer);
    return answer;
  }

  async function route(call: Call, path: string, prefix: string): Promise<Answer> {
    if (!call.write && call.method !== 'GET') return forbidden();
    if (path === '/user' && call.installation) return forbidden();
    const long = [call.body, ...(call.body?.comments ?? [])].find((part) => part?.body?.length > limits.body);
    if (long) {
      const message = `Body is too long (maximum is ${limits.body} characters)`;
      return failure(422, 'Validation Failed', [
        { resource: 'IssueComment', code: 'unprocessable', field: 'data', message },
      ]);
    }
    for (const { method, path: pattern, handler } of decodeURIComponent(path).startsWith(prefix)
      ? inRepository
      : anywhere) {
      const match = method === call.method ? pattern.exec(call.path) : null;
      const answer = match && (await handler({ ...call, params: match.groups ?? {} }));
      if (answer) return answer;
    }
    const query = call.query.size > 0 ? `?${call.query}` : '';
    return emulate(call.login, call.method, path + query, call.body);
  }

  const must = async (answer: Promise<Answer>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`emulate: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const issue = (number: number) => `/repos/${REPOSITORY}/issues/${number}`;

  return {
    apiUrl,
    graphqlUrl: `${apiUrl}/graphql`,
    gitUrl: `${apiUrl}/git/${REPOSITORY}.git`,
    token: TOKEN,
    readToken: READ_TOKEN,
    tokenOf: (login) => `pat-${login}`,
    repository: REPOSITORY,
    git,
    limits,
    requests,
    violations,
    importRepository: async (dir) => {
      await git.text('fetch', '--quiet', '--force', '--no-tags', dir, '+refs/heads/*:refs/heads/*');
    },
    async borrowObjects(dir) {
      const objects = (
        await bareGit(dir).text('rev-parse', '--path-format=absolute', '--git-path', 'objects')
      ).trim();
      const { appendFile } = await import('node:fs/promises');
      await appendFile(`${bare.dir}/objects/info/alternates`, `${objects}\n`);
    },
    createPullRequest: (pull) => world.pulls.create(pull),
    pull: (number) => world.pulls.get(number),
    push: (push) => world.pulls.push(push),
    approve: async (review) => world.reviews.add(review),
    async label({ number, user, name, remove }) {
      const path = `${issue(number)}/labels`;
      if (remove) await must(emulate(BOT, 'DELETE', `${path}/${encodeURIComponent(name)}`));
      else await must(emulate(BOT, 'POST', path, { labels: [name] }));
      world.timeline.add(number, remove ? 'unlabeled' : 'labeled', user, {
        label: { name, color: 'ededed' },
      });
    },
    comment: async ({ number, user, body }) =>
      must(emulate(user, 'POST', `${issue(number)}/comments`, { body })),
    async comments(number) {
      const all: any[] = [];
      for (let page = 1; ; page++) {
        const some = await must(emulate(BOT, 'GET', `${issue(number)}/comments?per_page=100&page=${page}`));
        all.push(...some);
        if (some.length < 100) return all.map(({ id, user, body }) => ({ id, user: user.login, body }));
      }
    },
    reviews: async (number) => world.reviews.list(number),
    threads: async (number) => world.reviews.threads(number),
    fail: (rule) => void rules.push({ ...rule }),
    handle: (method, path, handler) => void own.push({ method, path, handler }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
      await bare.dispose();
      if (violations.length > 0) throw new Error(`not as GitHub describes it:\n${violations.join('\n')}`);
    },
  };
}
