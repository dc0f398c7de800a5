import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importCommits, type Tree } from '../../../scripts/git.ts';
import { openLocalPair } from '../../../src/adapters/git/open-pair.ts';
import { openApiPair } from '../../../src/adapters/github/api-pair.ts';
import { openGitHub } from '../../../src/adapters/github/client.ts';
import { choosePolicy } from '../../../src/adapters/policy.ts';
import { schemaLoader } from '../../../src/adapters/schemas.ts';
import { check } from '../../../src/check.ts';
import { jsonReport } from '../../../src/reports/json.ts';
import type { SnapshotPair } from '../../../src/snapshots/snapshot.ts';
import {
  createDirectory,
  createRepository,
  repositoryAt,
  type TestRepository,
} from '../../helpers/repository.ts';
import { type Rig, startGitHub } from '../../rig/github.ts';
import { unwrap } from '../git/support.ts';

const POLICY = 'critical:\n  - files: ["config/**"]\n';
let rig: Rig;
let repository: TestRepository;
/** The branch `main` before and after a pull request that takes three files back. */
let made: { directory: string; base: string; head: string };

const client = (more: object = {}) =>
  openGitHub({ token: rig.token, repository: rig.repository, apiUrl: rig.apiUrl, ...more });

async function write(files: Record<string, string>, message: string): Promise<string> {
  for (const [path, text] of Object.entries(files)) await repository.write(path, text);
  return repository.commit(message);
}

beforeAll(async () => {
  rig = await startGitHub();
  repository = await createRepository();
  const first = { 'config/a.yml': 'a: one\n', 'config/b.yml': 'b: one\n', 'c #1.yml': 'c: one\n' };
  await write(
    { ...first, '.github/holdfast.yml': POLICY, 'config/gone.yml': 'g: 1\n' },
    'First\non two lines',
  );
  await repository.branch('feature');
  await write({ 'config/a.yml': 'a: half\n' }, 'half');
  await write({ 'config/a.yml': 'a: two\n' }, 'two');
  await repository.checkout('main');
  await repository.remove('config/gone.yml');
  await write({ 'config/b.yml': 'b: two\n', 'c #1.yml': 'c: two\n' }, 'Second: ünï ✓\n\nwith a body');
  await repository.merge('feature', 'Merge feature (#2)');
  await repository.chmod('config/b.yml', 0o755);
  const base = await write({ 'config/gone.yml': 'g: 1\n' }, 'It comes back');
  await repository.branch('pull');
  await repository.chmod('config/b.yml', 0o644);
  await write(first, 'Tidy up');
  await repository.checkout('main');
  const head = await repository.merge('pull', 'Merge pull');
  made = { directory: repository.dir, base, head };
  await rig.importRepository(repository.dir);
});

afterAll(async () => {
  await rig.close();
  await repository.dispose();
});

const decide = async (pair: SnapshotPair) =>
  unwrap(
    await check(pair, {
      policy: (before) => choosePolicy(before, { criticalFiles: [], schemas: [] }, made.directory),
      schemas: (policy) => schemaLoader(pair.before, { hosts: policy.schemaHosts }),
    }),
  );

test('GitHub gives the same past, messages and decision as git', async () => {
  const local = unwrap(await openLocalPair(made));
  const remote = unwrap(await openApiPair(client(), made));
  try {
    const paths = ['config/a.yml', 'config/b.yml', 'c #1.yml', 'config/gone.yml', 'config', 'never.yml'];
    const past = unwrap(await local.history!.past(paths));
    expect(past.commits.map(({ subject }) => subject)).toEqual([
      'It comes back',
      'Merge feature (#2)',
      'Second: ünï ✓',
      'First on two lines',
    ]);
    expect([...past.versions.keys()].sort()).toEqual([...paths.slice(0, 4)].sort());
    const byApi = unwrap(await remote.history!.past(paths));
    expect({ ...byApi, versions: new Map([...byApi.versions].sort()) }).toEqual({
      ...past,
      versions: new Map([...past.versions].sort()),
    });
    const messages = unwrap(await local.history!.messages()).map((message) => message.trim());
    expect(unwrap(await remote.history!.messages())).toEqual(messages);
    expect(messages).toEqual(['Merge pull', 'Tidy up']);
    const decision = await decide(remote);
    expect(decision.findings.map(({ check: id, severity, path }) => `${severity} ${id} ${path}`)).toEqual([
      'error stale-revert config/a.yml',
      'error stale-revert config/b.yml',
      'warning file-retyped config/b.yml',
    ]);
    expect(jsonReport(decision, { color: false })).toBe(jsonReport(await decide(local), { color: false }));
  } finally {
    await local.close();
    await remote.close();
  }
});

test('a path that is no Unicode is left out', async () => {
  const remote = unwrap(await openApiPair(client(), made));
  const past = unwrap(await remote.history!.past(['config/\udcff.yml', 'config/a.yml']));
  expect([...past.versions.keys()]).toEqual(['config/a.yml']);
  await remote.close();
});

test('a long history is followed over pages, and is cut where the requests end', async () => {
  const { dir, dispose } = await createDirectory();
  const tree = (text: string): Tree => new Map([['a.yml', { mode: '100644', content: Buffer.from(text) }]]);
  const commits = Array.from({ length: 40 }, (_, at) => ({
    branch: `commit-${at}`,
    ...(at > 0 && { parent: `commit-${at - 1}` }),
    message: `Commit ${at}`,
    tree: tree(`a: ${at}\n`),
  }));
  await importCommits(join(dir, 'long.git'), commits);
  const long = repositoryAt(join(dir, 'long.git'), dispose);
  const base = await long.git('rev-parse', 'refs/heads/commit-39');
  await rig.importRepository(long.dir);
  const remote = unwrap(await openApiPair(client(), { base, head: base }));
  const whole = unwrap(await remote.history!.past(['a.yml']));
  expect(whole.commits).toHaveLength(40);
  expect(whole.cutAfter).toBeUndefined();
  expect(whole.versions.get('a.yml')!.at(-1)).toMatchObject({ commit: 39, first: true });
  const many = Array.from({ length: 499 }, (_, at) => `${at}.yml`);
  const cut = unwrap(await remote.history!.past(['a.yml', ...many]));
  expect(cut.cutAfter).toBe(25);
  expect(cut.commits.map(({ subject }) => subject)).toEqual(
    Array.from({ length: 25 }, (_, at) => `Commit ${39 - at}`),
  );
  expect(cut.versions.get('a.yml')!.at(-1)).not.toHaveProperty('first');
  await remote.close();
  await long.dispose();
});

test.each([
  ['an error', { status: 200, body: { errors: [{ message: 'Something went wrong' }] } }],
  ['no commit', { status: 200, body: { data: { repository: { object: null } } } }],
  [
    'a commit without an id',
    { status: 200, body: { data: { repository: { object: { history: { nodes: [{}] } } } } } },
  ],
])('%s in place of the history is told, and stops nothing', async (_, answer) => {
  rig.fail({ method: 'POST', path: /graphql/, times: 1, ...answer });
  const remote = unwrap(await openApiPair(client(), made));
  expect(await remote.history!.past(['config/a.yml'])).toMatchObject({ ok: false });
  await remote.close();
});
