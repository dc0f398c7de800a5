// biome-ignore-all lint/suspicious/noExplicitAny: GitHub's JSON is checked against its OpenAPI description instead.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { runDoctor } from '../../src/cli/doctor.ts';
import { PATH, TREE, WORKFLOW } from '../doctor/support.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';
import { openApi } from '../rig/openapi.ts';

const REPO = '/repos/acme/shop';
const TOKEN = 'ghs_doctordoctordoctordoctordoctordocto1';
const SOURCE = { ruleset_source_type: 'Repository', ruleset_source: 'acme/shop', ruleset_id: 42 };
const NO_ACCESS = { status: 403, body: { message: 'Resource not accessible by integration' } };
const UNPROTECTED = { status: 404, body: { message: 'Branch not protected' } };

let repository: TestRepository;
let examples: Record<string, { value: any }>;
let answers: Record<string, { status?: number; body: any }>;
let asked: string[];
const violations: string[] = [];
const check = openApi(violations);

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://x');
  const path = decodeURIComponent(pathname);
  asked.push(path.replace(REPO, ''));
  const known = request.headers.authorization === `token ${TOKEN}`;
  const unknown = { status: 404, body: { message: 'Not Found' } };
  const { status = 200, body } = known
    ? (answers[path] ?? unknown)
    : { status: 401, body: { message: 'Bad credentials' } };
  const call = { method: 'GET', path, query: searchParams, body: undefined };
  await check(call as any, path, { status, body });
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});

beforeAll(async () => {
  const file = createRequire(import.meta.url)
    .resolve('@octokit/openapi')
    .replace(/index\.js$/, 'generated/api.github.com.json');
  examples = JSON.parse(await readFile(file, 'utf8')).components.examples;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  repository = await createRepository();
  for (const [path, text] of Object.entries(TREE)) await repository.write(path, text);
  await repository.commit();
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await repository.dispose();
});
beforeEach(() => {
  asked = [];
  violations.length = 0;
  // Optional members in which GitHub's example is not what its schema says are left out.
  const { source: _source, parent: _parent, ...shop } = examples['full-repository-default-response']!.value;
  answers = {
    [REPO]: {
      body: { ...shop, id: 7, language: null, default_branch: 'main' },
    },
    [`${REPO}/rules/branches/main`]: { body: [] },
    [`${REPO}/branches/main/protection`]: UNPROTECTED,
    [`${REPO}/branches/main`]: { body: { ...examples['branch-get']?.value, protected: false } },
  };
});

async function doctor(argv: string[] = [], env: Record<string, string> = {}, at = '') {
  const io = { out: '', err: '' };
  const code = await runDoctor(argv, {
    cwd: join(repository.dir, at),
    env,
    color: false,
    stdout: (text) => {
      io.out += text;
    },
    stderr: (text) => {
      io.err += text;
    },
  });
  expect(violations).toEqual([]);
  expect(io.out + io.err).not.toContain(TOKEN);
  return { code, ...io };
}

const online = (argv: string[] = [], env: Record<string, string> = {}) => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const own = { GITHUB_TOKEN: TOKEN, GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: url };
  return doctor(['--json', ...argv], { ...own, ...env });
};
const rule = (type: string, parameters?: object) => ({ type, ...SOURCE, ...(parameters && { parameters }) });
const checks = (...contexts: string[]) =>
  rule('required_status_checks', {
    strict_required_status_checks_policy: true,
    required_status_checks: contexts.map((context) => ({ context, integration_id: 15368 })),
  });
const idsOf = (out: string) => JSON.parse(out).findings.map(({ id }: { id: string }) => id);

test('without a token nothing is asked, and that is said', async () => {
  const { code, out } = await doctor();
  expect(code).toBe(0);
  expect(asked).toEqual([]);
  expect(out).toMatch(/unseen {3}Whether the check is required was not looked at: there is no token\./);
  expect(out).toMatch(/\nNothing that disarms the check was found; not everything was looked at\.\n$/);
});

test('a required check: exit 0, and nothing is left out', async () => {
  answers[`${REPO}/rules/branches/main`] = { body: [checks('lint', 'holdfast')] };
  const { code, out } = await online();
  expect(JSON.parse(out)).toEqual({
    version: 1,
    commit: await repository.git('rev-parse', 'HEAD'),
    branch: 'main',
    findings: [],
    notLookedAt: [],
  });
  expect(code).toBe(0);
  expect(asked).toEqual(['', '/rules/branches/main', '/branches/main/protection', '/branches/main']);
});

test('nothing is required: exit 1, with the place of the job', async () => {
  const { code, out } = await online();
  expect(code).toBe(1);
  expect(JSON.parse(out).findings).toEqual([
    {
      id: 'not-required',
      severity: 'error',
      path: PATH,
      line: 6,
      column: 3,
      what: 'main does not require the check holdfast.',
      why: expect.stringMatching(/stops nothing/),
      fix: expect.stringMatching(/exactly this name/),
    },
  ]);
});

test('branch protection requires it, read as an administrator and without that right', async () => {
  const required = { ...examples['branch-protection']?.value.required_status_checks };
  const given = { ...required, contexts: ['holdfast'], checks: [{ context: 'holdfast', app_id: 15368 }] };
  const full = { url: `${REPO}/branches/main/protection`, required_status_checks: given };
  answers[`${REPO}/branches/main/protection`] = { body: full };
  expect((await online()).code).toBe(0);
  expect(asked).not.toContain('/branches/main');
  answers[`${REPO}/branches/main/protection`] = NO_ACCESS;
  const branch = { ...examples['branch-get']?.value, protected: true };
  answers[`${REPO}/branches/main`] = {
    body: { ...branch, protection: { enabled: true, required_status_checks: given } },
  };
  expect((await online()).code).toBe(0);
  const lint = { ...given, contexts: ['lint'], checks: [{ context: 'lint', app_id: null }] };
  answers[`${REPO}/branches/main`] = {
    body: { ...branch, protection: { enabled: true, required_status_checks: lint } },
  };
  expect((await online()).code).toBe(1);
});

test('rulesets: a required workflow of this repository or of another one, and a merge queue', async () => {
  const workflows = (repository_id: number, path: string) =>
    rule('workflows', { workflows: [{ repository_id, path, ref: 'refs/heads/main' }] });
  answers[`${REPO}/rules/branches/main`] = { body: [workflows(7, PATH)] };
  expect(idsOf((await online()).out)).toEqual([]);
  answers[`${REPO}/rules/branches/main`] = { body: [workflows(8, PATH)] };
  expect(idsOf((await online()).out)).toEqual(['not-required']);
  answers[`${REPO}/rules/branches/main`] = { body: [workflows(8, '.github/workflows/holdfast.yml')] };
  expect(idsOf((await online()).out)).toEqual(['not-followed']);
  const queue = rule('merge_queue', {
    check_response_timeout_minutes: 60,
    grouping_strategy: 'ALLGREEN',
    max_entries_to_build: 5,
    max_entries_to_merge: 5,
    merge_method: 'MERGE',
    min_entries_to_merge: 1,
    min_entries_to_merge_wait_minutes: 5,
  });
  answers[`${REPO}/rules/branches/main`] = { body: [checks('holdfast'), queue] };
  await repository.write(PATH, WORKFLOW.replace(', merge_group', ''));
  await repository.commit();
  const { out, code } = await online();
  await repository.write(PATH, WORKFLOW);
  await repository.commit();
  expect([code, idsOf(out), JSON.parse(out).findings[0].severity]).toEqual([1, ['missing-trigger'], 'error']);
});

test('another branch, with a slash in its name', async () => {
  answers[`${REPO}/rules/branches/release/2`] = { body: [checks('Configuration / holdfast')] };
  answers[`${REPO}/branches/release/2/protection`] = UNPROTECTED;
  answers[`${REPO}/branches/release/2`] = answers[`${REPO}/branches/main`]!;
  const { out } = await online(['--branch', 'release/2', '--repository', 'acme/shop'], {
    GITHUB_REPOSITORY: '',
  });
  expect(JSON.parse(out).branch).toBe('release/2');
  expect(JSON.parse(out).findings[0].what).toBe(
    'release/2 requires Configuration / holdfast, but the check is called holdfast.',
  );
});

test.each([
  ['the token is wrong', { GITHUB_TOKEN: 'ghs_wrong' }, /401|Bad credentials/],
  ['the repository is not there', { GITHUB_REPOSITORY: 'acme/none' }, /Not Found/],
  ['no repository is named', { GITHUB_REPOSITORY: '' }, /no repository was named/],
])('%s: the settings count as not looked at, never as fine', async (_name, env, message) => {
  const { code, out } = await online([], env);
  const { findings, notLookedAt } = JSON.parse(out);
  expect(code).toBe(0);
  expect(findings).toEqual([]);
  expect(notLookedAt[0].what).toMatch(message);
});

test('rules that may not be read count as not looked at', async () => {
  answers[`${REPO}/rules/branches/main`] = NO_ACCESS;
  const { notLookedAt } = JSON.parse((await online()).out);
  expect(notLookedAt[0].what).toMatch(/not accessible by integration/);
});

test('a protection that the token may read nowhere counts as not looked at', async () => {
  answers[`${REPO}/branches/main/protection`] = NO_ACCESS;
  answers[`${REPO}/branches/main`] = NO_ACCESS;
  expect(JSON.parse((await online()).out).notLookedAt).toHaveLength(1);
});

test('the report for people: place, why, fix, and nothing that a workflow command could be made of', async () => {
  await repository.write(PATH, WORKFLOW.replace('runs-on', 'if: "x\\n::error::y \\e[31m"\n    runs-on'));
  await repository.commit();
  const { code, out } = await doctor(['--branch', 'main']);
  await repository.write(PATH, WORKFLOW);
  await repository.commit();
  expect(code).toBe(1);
  expect(out).toMatch(
    /^Holdfast doctor {2}[0-9a-f]{10} {2}branch main\n\n {2}error {4}Holdfast runs only if/,
  );
  expect(out).toContain(`\n           ${PATH}:7:5 · skippable\n  why      A job that is skipped`);
  expect(out).toMatch(/\n {2}fix {6}Remove `if:`/);
  expect(out).toMatch(/\n1 error; not everything was looked at\.\n$/);
  expect(out).not.toMatch(/^\s*::|\x1b/m);
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('the report for programs holds nothing invisible', async () => {
  await repository.write(PATH, WORKFLOW.replace('runs-on', 'if: "x \\u202e"\n    runs-on'));
  await repository.commit();
  const { out } = await doctor(['--json']);
  await repository.write(PATH, WORKFLOW);
  await repository.commit();
  expect(JSON.parse(out).findings[0].what).toContain('x \u202e');
  expect(out).not.toContain('\u202e');
});

test.each([[['--no-such']], [['extra']], [['--repository', 'acme']]])(
  '%j is a problem of usage',
  async (argv) => {
    const { code, out, err } = await doctor(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/holdfast doctor \[--json\]/);
  },
);

test('outside of a repository', async () => {
  const { code, err } = await doctor([], {}, '../..');
  expect(code).toBe(2);
  expect(err).toMatch(/^holdfast: /);
});
