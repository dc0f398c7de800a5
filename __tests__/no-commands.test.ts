import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { applyAndTell } from '../src/cli/apply-services.ts';
import { readPolicy } from '../src/policy/read.ts';
import { type BuiltAction, buildAction } from './helpers/action.ts';
import { createDirectory, createRepository, type TestRepository } from './helpers/repository.ts';

const run = promisify(execFile);

let action: BuiltAction;
let marks: Awaited<ReturnType<typeof createDirectory>>;
let server: Server;
let asked = 0;
let policy: string;
const repositories: TestRepository[] = [];

/** A policy whose commands leave marks, and whose probes ask a server that counts. */
beforeAll(async () => {
  action = await buildAction();
  marks = await createDirectory();
  server = createServer((_, response) => response.end('ok'));
  server.on('connection', () => {
    asked += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const mark = (name: string) => `touch ${join(marks.dir, name)}`;
  const auth = {
    probe: [
      { http: `http://127.0.0.1:${port}/` },
      { tcp: `127.0.0.1:${port}` },
      { command: mark('probe') },
      { command: ['touch', join(marks.dir, 'listed')] },
    ],
    check: mark('check'),
    reload: mark('reload'),
    passes: 1,
  };
  policy = `critical:
  - files: [config/auth/**, /etc/holdfast-no-such-directory/**]
    service: auth
scripts: deploy/**
services: ${JSON.stringify({ auth })}
`;
});
afterAll(async () => {
  server.close();
  await Promise.all([action.dispose(), marks.dispose(), ...repositories.map((each) => each.dispose())]);
});

const marked = async () => ({ marks: (await readdir(marks.dir)).sort(), asked });

/** A merged pull request that changes a critical file and a script; either side has the policy or not. */
async function repositoryWith(inBase: boolean, inHead: boolean): Promise<TestRepository> {
  const repository = await createRepository();
  repositories.push(repository);
  await repository.write('config/auth/production.yml', 'issuer: https://login.example.com\nport: 443\n');
  await repository.write('deploy/release.sh', 'cp config/auth/production.yml /etc/auth/\n');
  if (inBase) await repository.write('.github/holdfast.yml', policy);
  await repository.commit('base');
  await repository.branch('change');
  await repository.write('config/auth/production.yml', 'port: 80\n');
  await repository.write('deploy/release.sh', 'echo > config/auth/production.yml\n');
  if (inHead && inBase) await repository.write('.github/holdfast.yml', `# edited\n${policy}`);
  else if (inHead) await repository.write('.github/holdfast.yml', policy);
  else if (inBase) await repository.remove('.github/holdfast.yml');
  await repository.commit('head');
  await repository.checkout('main');
  await repository.merge('change');
  return repository;
}

/** The command line as it is installed. A failing check ends with 1, which is its answer. */
async function holdfast(cwd: string, ...argv: string[]): Promise<string> {
  const cli = join(action.directory, 'dist/cli.js');
  return run(process.execPath, [cli, ...argv], { cwd }).then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
}

describe.each([
  ['both sides', true, true],
  ['the base alone', true, false],
  ['the head alone', false, true],
])('with the policy on %s', (_, inBase, inHead) => {
  let repository: TestRepository;
  beforeAll(async () => {
    repository = await repositoryWith(inBase, inHead);
  });

  test('no command of the command line that looks at changes runs or asks anything', async () => {
    await writeFile(join(repository.dir, 'trial.yml'), policy);
    const calls = [
      ['check', '--base', 'HEAD~1', '--head', 'HEAD'],
      ['check', '--base', 'HEAD~1', '--head', 'HEAD', '--policy', 'trial.yml', '--format', 'json'],
      ['check', '--worktree'],
      ['check', '--staged'],
      ['review'],
      ['review', '--commit', 'HEAD', '--effects', '--policy', 'trial.yml'],
      ['explain', 'config/auth/production.yml'],
      ['explain', 'config/auth/production.yml', '--policy', 'trial.yml'],
      ['doctor'],
      ['init', '--print'],
      ['backup', '--from-commit', 'HEAD', '--policy', 'trial.yml', '--store', join(repository.dir, 'store')],
    ];
    for (const call of calls) {
      const output = await holdfast(repository.dir, ...call);
      expect([call, output]).toEqual([call, expect.not.stringMatching(/error in Holdfast itself|--help\./)]);
    }
    expect(await marked()).toEqual({ marks: [], asked: 0 });
  });

  test('the Action runs and asks nothing, for a pull request and for a push', async () => {
    const [base, head] = [
      await repository.git('rev-parse', 'HEAD^1'),
      await repository.git('rev-parse', 'HEAD^2'),
    ];
    const repo = { full_name: 'acme/shop' };
    const pull = { number: 7, base: { ref: 'main', sha: base, repo }, head: { ref: 'x', sha: head, repo } };
    const sha = await repository.git('rev-parse', 'HEAD');
    const events = [
      { name: 'pull_request', payload: { number: 7, pull_request: pull, repository: repo }, sha },
      {
        name: 'push',
        payload: { ref: 'refs/heads/main', before: base, after: sha, repository: repo },
        sha,
      },
    ];
    for (const event of events) {
      const { outputs } = await action.run(repository.dir, event, { comment: 'false' });
      expect([event.name, outputs.get('verdict')]).toEqual([
        event.name,
        expect.stringMatching(/^(pass|fail)$/),
      ]);
    }
    expect(await marked()).toEqual({ marks: [], asked: 0 });
  });
});

test('and the marks are left where the services are asked for', async () => {
  const read = await readPolicy(policy, 'p', { kind: 'file', path: 'p' });
  if (!read.ok) throw new Error(read.problem.message);
  const io = { cwd: marks.dir, env: process.env, color: false, stdout() {}, stderr() {} };
  const { problems } = await applyAndTell(read.value.services!, [], io);
  expect(problems).toEqual([]);
  expect(await marked()).toEqual({ marks: ['check', 'listed', 'probe', 'reload'], asked: 2 });
});
