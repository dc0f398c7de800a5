import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openLocalPair } from '../../../src/adapters/git/open-pair.ts';
import { gitEnvironment, runGit, withoutCredentials } from '../../../src/adapters/git/run.ts';
import { createRepository, type TestRepository } from '../../helpers/repository.ts';
import { replaceGit } from './support.ts';

let repository: TestRepository;

beforeEach(async () => {
  repository = await createRepository();
});

afterEach(() => repository.dispose());

test('without git on PATH every command says so', async () => {
  await repository.commit();
  const path = process.env.PATH;
  process.env.PATH = join(repository.dir, 'empty');
  try {
    for (const options of [{}, { base: 'HEAD' }, { staged: true }, { worktree: true }]) {
      const result = await openLocalPair({ directory: repository.dir, ...options });
      expect(result).toMatchObject({ ok: false, problem: { code: 'git-not-found' } });
    }
    chmodSync(repository.dir, 0o755);
    writeFileSync(join(repository.dir, 'git'), 'not executable', { mode: 0o644 });
    process.env.PATH = repository.dir;
    expect(await runGit({ gitDir: repository.dir, args: ['version'] })).toMatchObject({
      ok: false,
      problem: { code: expect.stringMatching(/^git-not-(?:found|started)$/) },
    });
  } finally {
    process.env.PATH = path;
  }
});

test.each([
  ['sleeps', 'exec sleep 300'],
  ['ignores the request to end', "trap '' TERM; sleep 300 & while :; do wait; done"],
])('a git that %s is stopped', async (_, script) => {
  const git = await replaceGit(script);
  try {
    const result = await runGit({ gitDir: repository.dir, args: ['diff-tree'], timeout: 200 });
    expect(result).toMatchObject({ ok: false, problem: { code: 'git-timeout' } });
  } finally {
    await git.restore();
  }
});

test('reading drops everything that redirects git; fetching keeps what may carry credentials', () => {
  const inherited = {
    PATH: '/bin',
    GIT_DIR: '/x',
    GIT_INDEX_FILE: '/x',
    GIT_OBJECT_DIRECTORY: '/x',
    GIT_ALTERNATE_OBJECT_DIRECTORIES: '/x',
    GIT_EXTERNAL_DIFF: 'evil',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_GLOBAL: '/home/me/.gitconfig',
    GIT_SSH_COMMAND: 'ssh -i key',
    GIT_ASKPASS: 'ask',
    git_dir: '/x',
  };
  const redirects = [
    'GIT_DIR',
    'GIT_INDEX_FILE',
    'GIT_OBJECT_DIRECTORY',
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'git_dir',
  ];
  const reading = gitEnvironment(inherited, {});
  const fetching = gitEnvironment(inherited, { purpose: 'fetch' });
  for (const name of [...redirects, 'GIT_EXTERNAL_DIFF']) {
    expect(reading).not.toHaveProperty(name);
    expect(fetching).not.toHaveProperty(name);
  }
  for (const name of ['GIT_SSH_COMMAND', 'GIT_ASKPASS', 'GIT_CONFIG_COUNT']) {
    expect(reading).not.toHaveProperty(name);
    expect(fetching).toHaveProperty(name);
  }
  expect(reading).toMatchObject({
    PATH: '/bin',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_NO_REPLACE_OBJECTS: '1',
  });
  expect(reading).toMatchObject({
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
  });
  expect(fetching).toMatchObject({ GIT_CONFIG_GLOBAL: '/home/me/.gitconfig', GIT_TERMINAL_PROMPT: '0' });
  expect(fetching).not.toHaveProperty('GIT_NO_LAZY_FETCH');
});

test('nothing passes through a shell', async () => {
  await repository.commit();
  const marker = join(repository.dir, 'ran');
  const args = ['rev-parse', '--verify', `$(touch ${marker})`, `; touch ${marker}`, `\`touch ${marker}\``];
  expect(await runGit({ gitDir: join(repository.dir, '.git'), args })).toMatchObject({ ok: true });
  expect(existsSync(marker)).toBe(false);
});

test('credentials never show', () => {
  const secrets = [
    "fatal: unable to access 'https://user:s3cret@host/x': 403",
    'https://s3cret@host/path',
    'ssh://a:b@c:s3cret@host',
    'http.https://github.com/.extraheader AUTHORIZATION: basic s3cret=',
    'Authorization: Bearer s3cret.s3cret',
    'token basic s3crets3cret==',
    'ghp_s3cret and github_pat_s3cret_x and ghs_s3cret',
  ];
  for (const text of secrets) expect(withoutCredentials(text)).not.toContain('s3cret');
  expect(withoutCredentials('fatal: https://host/x@y not found')).toBe('fatal: https://host/x@y not found');
});
