import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importCommits, type Tree } from '../../scripts/git.ts';
import { type ActionEvent, type BuiltAction, buildAction } from '../helpers/action.ts';
import { createRepository } from '../helpers/repository.ts';
import { eventOf } from '../rig/events.ts';
import { startGitHub } from '../rig/github.ts';

const run = promisify(execFile);

const POLICY =
  'critical:\n  - files: config/auth/**\n    service: auth\n    protect: [issuer]\n    schema: auth.schema.json\n';
const SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['log'],
  properties: {
    issuer: { type: 'string', format: 'uri' },
    log: { type: 'object' },
    clients: { type: 'array' },
  },
  additionalProperties: false,
};
const service = (host: string, level: string) =>
  `issuer: https://${host}\nlog:\n  level: ${level}\nclients:\n${['web', 'mobile', 'partner', 'batch']
    .map((name) => `  - name: ${name}\n    redirect: https://${name}.${host}/callback\n`)
    .join('')}`;
const PRODUCTION = service('login.example.com', 'warn');
const LOST = 'log:\n  level: debug\n';

const tree = (files: Record<string, string>): Tree =>
  new Map(
    Object.entries(files).map(([path, text]) => [path, { mode: '100644', content: Buffer.from(text) }]),
  );

const OLD = {
  '.github/holdfast.yml': POLICY,
  'auth.schema.json': JSON.stringify(SCHEMA),
  'README.md': 'old\n',
  'config/auth/production.yml': PRODUCTION,
};
/** What landed on main after the pull request was opened. */
const MOVED = { ...OLD, 'config/auth/partners.yml': PRODUCTION };
const LOSING = { 'config/auth/production.yml': LOST };
const MISTYPED = { 'config/auth/production.yml': PRODUCTION.replace('https://login', 'login') };
const HARMLESS = { 'README.md': 'new\n' };

let action: BuiltAction;
let template: Awaited<ReturnType<typeof templateOfPull>>;
let directory = '';
let origin = '';
let clones = 0;
const git = async (...args: string[]) => (await run('git', args)).stdout.trim();

beforeAll(async () => {
  [action, template] = await Promise.all([buildAction(), templateOfPull()]);
  directory = action.directory;
  origin = join(directory, 'origin.git');
  await importCommits(origin, [
    { branch: 'old', tree: tree(OLD) },
    { branch: 'main', parent: 'old', tree: tree(MOVED) },
    { branch: 'losing', parent: 'old', tree: tree({ ...OLD, ...LOSING }) },
    { branch: 'losing-merge', parent: 'main', merged: 'losing', tree: tree({ ...MOVED, ...LOSING }) },
    { branch: 'mistyped', parent: 'main', tree: tree({ ...MOVED, ...MISTYPED }) },
    { branch: 'harmless', parent: 'old', tree: tree({ ...OLD, ...HARMLESS }) },
    { branch: 'harmless-merge', parent: 'main', merged: 'harmless', tree: tree({ ...MOVED, ...HARMLESS }) },
  ]);
  await git('--git-dir', origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
});

afterAll(() => action.dispose());

/** A clone as actions/checkout makes it: one commit, fetched by its id, detached. */
async function cloneOf(branch: string): Promise<string> {
  const workspace = join(directory, `workspace-${++clones}`);
  const commit = await git('--git-dir', origin, 'rev-parse', branch);
  await git('init', '--quiet', workspace);
  await git('-C', workspace, 'remote', 'add', 'origin', `file://${origin}`);
  await git('-C', workspace, 'fetch', '--quiet', '--no-tags', '--depth=1', 'origin', commit);
  await git('-C', workspace, 'checkout', '--quiet', '--detach', commit);
  return workspace;
}

const act = (workspace: string, event: ActionEvent, inputs?: Record<string, string>) =>
  action.run(workspace, event, inputs);

/** A pull request as GitHub gives it, between two commits of this suite's own repository. */
function pullOf(base: string, head: string, branch: string) {
  const { base: into, head: from } = template;
  return {
    ...template,
    number: 7,
    base: { ...into, ref: 'main', sha: base },
    head: { ...from, ref: branch, sha: head },
  };
}

async function templateOfPull() {
  const [rig, source] = await Promise.all([startGitHub(), createRepository()]);
  await source.commit('base');
  await source.branch('change');
  await source.write('a.yml', 'a: 1\n');
  await source.commit('change');
  await rig.importRepository(source.dir);
  const { number } = await rig.createPullRequest({ head: 'change', base: 'main' });
  const pull = await rig.pull(number);
  await Promise.all([rig.close(), source.dispose()]);
  return pull;
}

async function pullRequest(branch: string) {
  const [old, head, merge] = await Promise.all(
    ['old', branch, `${branch}-merge`].map((name) => git('--git-dir', origin, 'rev-parse', name)),
  );
  // GitHub leaves the base as it was when the pull request was opened.
  return { ...(await eventOf('pull_request', pullOf(old!, head!, branch))), sha: merge! };
}

test('a pull request that loses critical configuration fails, with annotations, outputs and a summary', async () => {
  const workspace = await cloneOf('losing-merge');
  const { code, stdout, outputs, summary } = await act(workspace, await pullRequest('losing'));
  expect(code).toBe(1);
  expect(outputs.get('verdict')).toBe('fail');
  expect(Number(outputs.get('errors'))).toBeGreaterThan(0);
  expect(stdout).toMatch(/^::error [^\n]*file=config\/auth\/production\.yml,line=\d+/m);
  // The base has moved on: what others added there is not a removal of this pull request.
  expect(stdout + summary).not.toContain('config/auth/partners.yml');
  expect(summary).toContain('config/auth/production.yml');
  expect(summary).toContain('auth');
  const decision = JSON.parse(await readFile(outputs.get('report')!, 'utf8'));
  expect(decision).toMatchObject({
    version: 1,
    verdict: 'fail',
    base: await git('--git-dir', origin, 'rev-parse', 'main'),
    head: await git('--git-dir', origin, 'rev-parse', 'losing-merge'),
    changes: [{ path: 'config/auth/production.yml', status: 'modified' }],
  });
  expect(JSON.stringify(JSON.parse(outputs.get('replaced')!))).toContain('config/auth/production.yml');
});

test('a pull request that touches nothing critical passes and says so', async () => {
  const workspace = await cloneOf('harmless-merge');
  const { code, stdout, outputs, summary } = await act(workspace, await pullRequest('harmless'));
  expect(code).toBe(0);
  expect(outputs.get('verdict')).toBe('pass');
  expect(outputs.get('errors')).toBe('0');
  expect(JSON.parse(outputs.get('replaced')!)).toEqual([]);
  expect(stdout).not.toContain('::error');
  expect(stdout).toMatch(/PASS .*\w/);
  expect(summary).toMatch(/pass/i);
  const decision = JSON.parse(await readFile(outputs.get('report')!, 'utf8'));
  expect(decision).toMatchObject({ verdict: 'pass', findings: [], changes: [], notLookedAt: [] });
});

test('a page to look at is written where an input asks for it, and only a warning tells that it could not be', async () => {
  const workspace = await cloneOf('losing-merge');
  const event = await pullRequest('losing');
  const { code, outputs } = await act(workspace, event, { html: 'out/page.html' });
  expect(code).toBe(1);
  expect(outputs.get('html-file')).toBe(join(workspace, 'out/page.html'));
  const page = await readFile(outputs.get('html-file')!, 'utf8');
  expect(page).toContain('<span class="word">FAIL</span>');
  const refused = await act(workspace, event, { html: 'config' });
  expect([refused.code, refused.outputs.has('html-file')]).toEqual([1, false]);
  expect(refused.stdout).toContain(
    'Holdfast could not write the page: "config" is a directory. The verdict stands.',
  );
});

test('warn-only tells, and lets it through', async () => {
  const workspace = await cloneOf('losing-merge');
  const { code, stdout, outputs } = await act(workspace, await pullRequest('losing'), {
    'warn-only': 'true',
  });
  expect(code).toBe(0);
  expect(Number(outputs.get('errors'))).toBeGreaterThan(0);
  expect(stdout).toContain('file=config/auth/production.yml');
});

test('a merge group is compared with its own base', async () => {
  const [main, head] = await Promise.all(
    ['main', 'losing-merge'].map((name) => git('--git-dir', origin, 'rev-parse', name)),
  );
  const event = { ...(await eventOf('merge_group', pullOf(main!, head!, 'losing'))), sha: head! };
  const { code, outputs } = await act(await cloneOf('losing-merge'), event);
  expect([code, outputs.get('verdict')]).toEqual([1, 'fail']);
});

test('a schema with formats is judged by the bundle as it is by the sources', async () => {
  const [base, head] = await Promise.all(
    ['main', 'mistyped'].map((name) => git('--git-dir', origin, 'rev-parse', name)),
  );
  const event = { ...(await eventOf('push', pullOf(base!, head!, 'main'))), sha: head! };
  const { code, outputs } = await act(await cloneOf('mistyped'), event);
  expect(code).toBe(1);
  expect(JSON.parse(await readFile(outputs.get('report')!, 'utf8'))).toMatchObject({
    verdict: 'fail',
    base,
    findings: [{ check: 'schema-violation', path: 'config/auth/production.yml', line: 1, key: 'issuer' }],
    notLookedAt: [],
  });
});

test('inputs name the commits and the critical files where no event does', async () => {
  const [old, losing] = await Promise.all(
    ['old', 'losing'].map((name) => git('--git-dir', origin, 'rev-parse', name)),
  );
  const event = { ...(await eventOf('workflow_dispatch', pullOf(old!, losing!, 'losing'))), sha: losing! };
  const workspace = await cloneOf('losing');
  const given = await act(workspace, event, { 'base-ref': old!, 'critical-files': 'config/**' });
  expect([given.code, given.outputs.get('verdict')]).toEqual([1, 'fail']);
  const silent = await act(workspace, event);
  expect(silent.code).not.toBe(0);
  expect(silent.outputs.get('verdict')).not.toBe('pass');
});

test('a base that cannot be fetched does not pass', async () => {
  const workspace = await cloneOf('harmless-merge');
  await git('-C', workspace, 'remote', 'set-url', 'origin', `file://${directory}/gone.git`);
  const { code, stdout, outputs } = await act(workspace, await pullRequest('harmless'));
  expect(code).not.toBe(0);
  expect(outputs.get('verdict')).toBe('inconclusive');
  expect(stdout).toContain('::error');
  expect(stdout).not.toContain('ghs_notarealtoken');
});

test('a merge commit of another head does not pass', async () => {
  const event = await pullRequest('harmless');
  const workspace = await cloneOf('harmless-merge');
  event.payload.pull_request.head.sha = await git('--git-dir', origin, 'rev-parse', 'losing');
  const { code, outputs } = await act(workspace, event);
  expect(code).not.toBe(0);
  expect(outputs.get('verdict')).not.toBe('pass');
});
