import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BuiltAction, buildAction } from '../helpers/action.ts';
import { createRepository, repositoryAt, type TestRepository } from '../helpers/repository.ts';
import { eventOf } from '../rig/events.ts';
import { type Rig, startGitHub } from '../rig/github.ts';

const POLICY = 'critical:\n  - files: config/auth/**\n    service: auth\n';
const BEFORE = '#!/bin/sh\nset -eu\nroll_out() {\n  echo start\n}\nroll_out\n';
const DANGEROUS = '  cp config/auth/staging.yml config/auth/production.yml';

let action: BuiltAction;
let rig: Rig;
let source: TestRepository;

beforeAll(async () => {
  action = await buildAction();
  rig = await startGitHub();
  source = await createRepository();
  await source.write('.github/holdfast.yml', POLICY);
  await source.write('config/auth/production.yml', 'environment: production\n');
  await source.write('config/auth/staging.yml', 'environment: staging\n');
  await source.write('deploy/push.sh', BEFORE);
  await source.commit('base');
  await source.branch('deploy');
  await source.write('deploy/push.sh', BEFORE.replace('  echo start', `  echo start\n${DANGEROUS}`));
  await source.commit('deploy');
  await rig.importRepository(source.dir);
});

afterAll(async () => {
  await rig.close();
  await source.dispose();
  await action.dispose();
});

test('a pull request that adds a dangerous line fails, is told where, and gets the safe line offered', async () => {
  const { number } = await rig.createPullRequest({ head: 'deploy', base: 'main' });
  const pull = await rig.pull(number);
  const sha: string = pull.merge_commit_sha;
  const workspace = await mkdtemp(join(action.directory, 'workspace-'));
  const empty = await mkdtemp(join(action.directory, 'workspace-'));
  const clone = repositoryAt(workspace);
  await clone.git('init', '--quiet');
  await clone.git('remote', 'add', 'origin', rig.gitUrl);
  await clone.git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', sha);
  await clone.git('checkout', '--quiet', '--detach', sha);
  const event = { ...(await eventOf('pull_request', pull)), sha };
  const env = { GITHUB_API_URL: rig.apiUrl, GITHUB_GRAPHQL_URL: rig.graphqlUrl, GITHUB_RUN_ID: '12' };
  const run = (directory: string, inputs: Record<string, string> = {}) =>
    action.run(directory, event, { 'github-token': rig.token, ...inputs }, env);

  const api = await run(empty);
  const { code, outputs, summary } = await run(workspace, {
    review: 'comment',
    'comment-summary-in-pr': 'on-failure',
  });
  expect([code, outputs.get('verdict'), outputs.get('errors')]).toEqual([1, 'fail', '1']);
  const report = await readFile(outputs.get('report')!, 'utf8');
  expect(JSON.parse(report)).toMatchObject({
    findings: [{ check: 'critical-overwrite', path: 'deploy/push.sh', line: 5, service: 'auth' }],
    scripts: [{ path: 'deploy/push.sh', critical: 1 }],
  });
  expect(await readFile(api.outputs.get('report')!, 'utf8')).toBe(report);

  const [comment] = await rig.comments(number);
  for (const text of [summary, comment?.body])
    expect(text).toMatch(/\n```mermaid\nflowchart LR\n(?: {2}.*\n)+```\n/);
  const [thread, ...more] = await rig.threads(number);
  expect(more).toEqual([]);
  expect(thread).toMatchObject({ path: 'deploy/push.sh', line: 5, side: 'RIGHT' });
  const [, offered = ''] = /```suggestion\n([\s\S]*?)\n```/.exec(thread!.body) ?? [];
  expect(offered).toMatch(/^ {2}\S/);
  expect(offered).not.toContain('\n');
  expect(offered.trim()).not.toBe(DANGEROUS.trim());
  expect(offered).toContain('config/auth/production.yml');

  await source.write('deploy/push.sh', BEFORE.replace('  echo start', `  echo start\n${offered}`));
  const commit = await source.commit('safe');
  await rig.importRepository(source.dir);
  await rig.push({ branch: 'deploy', commit });
  const now = await rig.pull(number);
  await clone.git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', now.merge_commit_sha);
  await clone.git('checkout', '--quiet', '--detach', now.merge_commit_sha);
  const fixed = await action.run(
    workspace,
    { ...(await eventOf('pull_request', now)), sha: now.merge_commit_sha },
    { 'github-token': rig.token },
    env,
  );
  expect([fixed.code, fixed.outputs.get('errors')]).toEqual([0, '0']);
});
