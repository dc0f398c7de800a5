import { readFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BuiltAction, buildAction } from '../helpers/action.ts';
import { createRepository, repositoryAt, type TestRepository } from '../helpers/repository.ts';
import { type EventName, eventOf } from '../rig/events.ts';
import { type Rig, startGitHub } from '../rig/github.ts';

const FILE = 'config/auth/production.yml';
const INPUTS = { 'comment-summary-in-pr': 'on-failure', review: 'comment' };

/** The rows of the table of events in docs/github.md. */
const rows = readFileSync('docs/github.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| `\w+` \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .filter((cells) => cells.length === 8)
  .map(([, event = '', token = '', checkout = '', compared = '', written = '']) => ({
    event: event as EventName,
    token,
    checkout,
    compared,
    written,
  }));

let action: BuiltAction;
let rig: Rig;
let source: TestRepository;
let base: string;

beforeAll(async () => {
  [action, rig, source] = await Promise.all([buildAction(), startGitHub(), createRepository()]);
  await source.write('.github/holdfast.yml', 'critical:\n  - files: config/**\n    service: auth\n');
  await source.write(FILE, 'issuer: https://login.example.com\nport: 443\npool: 40\nttl: 900\n');
  base = await source.commit('base');
});

afterAll(async () => {
  await rig.close();
  await Promise.all([action.dispose(), source.dispose()]);
});

/** A pull request of its own for each row, so that nothing of another row stands on it. */
async function open(branch: string) {
  await source.checkout('main');
  await source.branch(branch);
  await source.write(FILE, `listen: 80\nworkers: 2\nlevel: debug\nname: ${branch}\n`);
  await source.commit(branch);
  await rig.importRepository(source.dir);
  const { number } = await rig.createPullRequest({ head: branch, base: 'main' });
  return rig.pull(number);
}

async function workspace(checkout: string, commit: string): Promise<string> {
  const dir = await mkdtemp(join(action.directory, 'workspace-'));
  if (checkout === 'none') return dir;
  const clone = repositoryAt(dir);
  await clone.git('init', '--quiet');
  await clone.git('remote', 'add', 'origin', rig.gitUrl);
  const depth = checkout === 'shallow' ? ['--depth=1'] : [];
  await clone.git('fetch', '--quiet', '--no-tags', ...depth, 'origin', commit);
  await clone.git('checkout', '--quiet', '--detach', commit);
  return dir;
}

test('the table has rows', () => expect(rows.length).toBeGreaterThan(10));

test.each(rows)('$event, token: $token, checkout: $checkout', async (row) => {
  const { event: name, checkout, compared, written } = row;
  const pull = await open(`row-${rows.indexOf(row)}`);
  const [head, merge] = [pull.head.sha, pull.merge_commit_sha];
  const isPull = name.startsWith('pull_request');
  const sha = name === 'pull_request_target' ? base : isPull ? merge : head;
  const { code, stdout, outputs, summary } = await action.run(
    await workspace(checkout, sha),
    { ...(await eventOf(name, pull)), sha },
    {
      ...INPUTS,
      'github-token': row.token === 'write' ? rig.token : rig.readToken,
      ...(name === 'workflow_dispatch' ? { 'base-ref': base, 'head-ref': head } : {}),
    },
    { GITHUB_API_URL: rig.apiUrl, GITHUB_GRAPHQL_URL: rig.graphqlUrl },
  );
  expect([code, outputs.get('verdict')]).toEqual([1, 'fail']);
  expect(summary).toContain(FILE);
  const sides: Record<string, string[]> = { 'base branch → test merge': [base, merge] };
  const decision = JSON.parse(await readFile(outputs.get('report')!, 'utf8'));
  expect([decision.base, decision.head]).toEqual(sides[compared] ?? [base, head]);
  const told = [await rig.comments(pull.number), await rig.reviews(pull.number)].map((list) => list.length);
  expect(told).toEqual(written === 'comment, review' ? [1, 1] : [0, 0]);
  const warnings = stdout.match(/^::warning::/gm) ?? [];
  expect(warnings).toHaveLength(written === 'nothing, and one warning' ? 1 : 0);
});
