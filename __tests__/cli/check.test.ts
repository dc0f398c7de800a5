import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runCheck } from '../../src/cli/check.ts';
import { replaceGit } from '../adapters/git/support.ts';
import {
  createDirectory,
  createRepository,
  repositoryAt,
  type TestRepository,
} from '../helpers/repository.ts';

const POLICY = 'critical:\n  - files: config/**\n    service: auth\n';
const GOOD = 'issuer: https://login.example.com\nport: 443\npool: 5\nhost: db\nttl: 60\n';

type Run = { code: number; out: string; err: string };

async function check(cwd: string, ...argv: string[]): Promise<Run> {
  const run: Run = { code: -1, out: '', err: '' };
  run.code = await runCheck(argv, {
    cwd,
    env: {},
    stdout: (text) => {
      run.out += text;
    },
    stderr: (text) => {
      run.err += text;
    },
    color: false,
  });
  return run;
}

async function decision(cwd: string, ...argv: string[]) {
  const { code, out, err } = await check(cwd, ...argv, '--format', 'json');
  expect(err).toBe('');
  return { code, ...JSON.parse(out) };
}

let repository: TestRepository;

beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/auth.yml', GOOD);
  await repository.commit();
});

afterEach(() => repository.dispose());

/** Commits a change and checks it against the commit before. */
async function change(path: string, content: string | Uint8Array, ...argv: string[]) {
  await repository.write(path, content);
  await repository.commit();
  return decision(repository.dir, '--base', 'HEAD~1', ...argv);
}

describe('what cannot be judged ends with 2, a reason and a way out, and never passes', () => {
  test.each<[string, string[], string]>([
    ['unknown ref', ['--base', 'nope'], 'nope'],
    ['a ref like an option', ['--base=--output=x'], '--output=x'],
    ['an unknown option', ['--nope'], '--nope'],
    ['an argument', ['HEAD'], 'HEAD'],
    ['an unknown format', ['--format', 'xml'], 'xml'],
    ['an unknown severity', ['--fail-on-severity', 'fatal'], 'fatal'],
    ['a policy file that is not there', ['--policy', 'nope.yml'], 'nope.yml'],
    ['a repository that is not there', ['--git-dir', '/nope'], '/nope'],
    ['two after sides', ['--staged', '--worktree'], '--staged'],
  ])('%s', async (_, argv, named) => {
    const { code, out, err } = await check(repository.dir, ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(named);
    expect(err.trim().split('\n').length).toBeGreaterThan(1);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('no repository, an empty one, unrelated histories', async () => {
    const { dir, dispose } = await createDirectory();
    expect(await check(dir)).toMatchObject({ code: 2, out: '' });
    await dispose();
    const empty = await createRepository();
    expect(await check(empty.dir)).toMatchObject({ code: 2, out: '' });
    await empty.dispose();
    await repository.git('checkout', '--quiet', '--orphan', 'other');
    await repository.commit('unrelated');
    const unrelated = await check(repository.dir);
    expect(unrelated).toMatchObject({ code: 2, out: '' });
    expect(unrelated.err).toContain('unrelated');
  });

  test('a file that the policy would guard but for a slash', async () => {
    await repository.write('.github/holdfast.yml', POLICY.replace('config/**', '/config/**'));
    await repository.commit();
    const slipped = await change('config/auth.yml', 'issuer: elsewhere\n');
    expect(slipped).toMatchObject({
      code: 2,
      verdict: 'inconclusive',
      notLookedAt: [{ path: 'config/auth.yml', reason: 'policy-slash', blocks: true }],
    });
    await repository.write('.github/holdfast.yml', `${POLICY}    live: /config\n`);
    await repository.commit();
    expect((await change('config/auth.yml', GOOD)).notLookedAt).toEqual([]);
  });

  test('a shallow clone without the base', async () => {
    await repository.write('config/auth.yml', `${GOOD}x: 1\n`);
    await repository.commit();
    const base = await repository.git('rev-parse', 'HEAD~1');
    const { dir, dispose } = await createDirectory();
    await repository.git('clone', '--quiet', '--depth=1', `file://${repository.dir}`, `${dir}/clone`);
    expect(await check(`${dir}/clone`, '--base', base)).toMatchObject({ code: 2, out: '' });
    await dispose();
  });

  test.each<[string, string, string]>([
    ['a policy that is no YAML', 'critical:\n  - files: [a\n', '.github/holdfast.yml:'],
    ['a policy with an unknown key', 'critical:\n  - file: config/**\n', '.github/holdfast.yml:2:5'],
    ['an empty policy', '', '.github/holdfast.yml'],
  ])('%s in the base', async (_, policy, place) => {
    await repository.write('.github/holdfast.yml', policy);
    await repository.commit();
    await repository.write('config/auth.yml', '');
    await repository.commit();
    const { code, out, err } = await check(repository.dir, '--base', 'HEAD~1');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(place);
  });

  test.each<[string, string]>([
    ['a schema that is no JSON', '{ nope'],
    ['a schema that is no schema', '{"type": "strnig"}'],
    ['a schema with a misspelt keyword', '{"type": "object", "requird": ["issuer"]}'],
    ['a schema in an unknown dialect', '{"$schema": "https://example.com/dialect"}'],
  ])('%s', async (_, schema) => {
    await repository.write('.github/holdfast.yml', `${POLICY}    schema: auth.schema.json\n`);
    await repository.write('auth.schema.json', schema);
    await repository.commit();
    const { code, verdict, notLookedAt } = await change('config/auth.yml', GOOD.replace('443', '444'));
    expect({ code, verdict }).toEqual({ code: 2, verdict: 'inconclusive' });
    expect(notLookedAt).toMatchObject([{ path: 'config/auth.yml', blocks: true }]);
    expect(notLookedAt[0].detail).toContain('auth.schema.json');
  });

  test('a critical file of 50 MB, a binary one, and one that points at itself', async () => {
    const large = await change('config/large.yml', `a: ${'x'.repeat(50 << 20)}\n`);
    expect(large).toMatchObject({ code: 2, notLookedAt: [{ reason: 'too-large', blocks: true }] });
    const binary = await change('config/new.yml', new Uint8Array([0, 1, 2, 255]));
    expect(binary).toMatchObject({ code: 2, notLookedAt: [{ reason: 'binary', blocks: true }] });
    await repository.link('config/loop.yml', 'loop.yml');
    await repository.commit();
    const loop = await decision(repository.dir, '--base', 'HEAD~1');
    expect(loop).toMatchObject({
      code: 1,
      findings: [
        { check: 'file-retyped', path: 'config/loop.yml', args: { from: 'nothing', to: 'symlink' } },
      ],
    });
  });

  test('a critical submodule that moves', async () => {
    const one = '1'.repeat(40);
    const two = '2'.repeat(40);
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${one},config/sub`);
    await repository.git('commit', '--quiet', '--message', 'one');
    await repository.git('update-index', '--cacheinfo', `160000,${two},config/sub`);
    await repository.git('commit', '--quiet', '--message', 'two');
    expect(await decision(repository.dir, '--base', 'HEAD~1')).toMatchObject({
      code: 2,
      notLookedAt: [{ path: 'config/sub', reason: 'link', blocks: true }],
    });
  });
});

describe('odd names', () => {
  const names = ['new\nline', 'quo"te', "it's", '-dash', ':!x', 'ünï', '\u202ebidi', 'tab\there', '[a]', '*'];

  test('are compared like any other, and shown so that nothing is hidden', async () => {
    for (const name of names) await repository.write(`config/${name}.yml`, GOOD);
    await repository.commit();
    for (const name of names) await repository.write(`config/${name}.yml`, '');
    await repository.commit();
    const { code, findings } = await decision(repository.dir, '--base', 'HEAD~1');
    expect(code).toBe(1);
    const paths = findings.map(({ check, path }: { check: string; path: string }) => `${check} ${path}`);
    expect(paths.sort()).toEqual(names.map((name) => `file-emptied config/${name}.yml`).sort());
    for (const format of ['terminal', 'markdown', 'github', 'sarif']) {
      const { out } = await check(repository.dir, '--base', 'HEAD~1', '--format', format);
      expect(out).not.toContain('\u202e');
      expect(out).not.toContain('config/new\nline');
    }
  });
});

describe('options', () => {
  test('warn-only tells the truth and exits with 0', async () => {
    expect(await change('config/auth.yml', '', '--warn-only')).toMatchObject({ code: 0, verdict: 'fail' });
  });

  test('fail-on-severity moves the threshold', async () => {
    await repository.write('config/auth.yml', GOOD.replace('ttl: 60\n', ''));
    await repository.commit();
    const run = (level: string) => decision(repository.dir, '--base', 'HEAD~1', '--fail-on-severity', level);
    expect(await run('warning')).toMatchObject({ code: 0, verdict: 'pass' });
    expect(await run('notice')).toMatchObject({ code: 1, verdict: 'fail' });
  });

  test('the staged change and the files on disk can be checked before they are committed', async () => {
    await repository.write('config/auth.yml', '');
    expect(await decision(repository.dir, '--staged')).toMatchObject({ code: 0, findings: [] });
    expect(await decision(repository.dir, '--worktree')).toMatchObject({ code: 1, head: 'worktree' });
    await repository.git('add', '--all');
    expect(await decision(repository.dir, '--staged')).toMatchObject({ code: 1, head: 'index' });
  });

  test('without arguments a branch is compared with where it left the default branch', async () => {
    await repository.branch('release');
    await repository.write('config/auth.yml', '');
    await repository.commit();
    await repository.checkout('main');
    await repository.write('config/other.yml', GOOD);
    await repository.commit();
    await repository.checkout('release');
    const { code, changes } = await decision(repository.dir);
    expect(code).toBe(1);
    expect(changes.map(({ path }: { path: string }) => path)).toEqual(['config/auth.yml']);
  });

  test('a bare repository', async () => {
    await repository.write('config/auth.yml', '');
    await repository.commit();
    const { dir, dispose } = await createDirectory();
    await repository.git('clone', '--quiet', '--bare', repository.dir, `${dir}/bare.git`);
    expect(await decision(dir, '--git-dir', 'bare.git', '--base', 'HEAD~1')).toMatchObject({ code: 1 });
    await dispose();
  });

  test('a trial policy, and files declared critical on the command line', async () => {
    await repository.git('rm', '--quiet', '.github/holdfast.yml');
    await repository.commit();
    await repository.write('config/auth.yml', 'listen: 80\nworkers: 2\nlevel: debug\nsize: 3\n');
    await repository.commit();
    await repository.write('trial.yml', POLICY);
    const run = (...argv: string[]) => decision(repository.dir, '--base', 'HEAD~1', ...argv);
    expect(await run()).toMatchObject({ code: 0, policy: 'defaults', findings: [{ severity: 'warning' }] });
    expect(await run('--policy', 'trial.yml')).toMatchObject({ code: 1, policy: 'file:trial.yml' });
    expect(await run('--critical-files', 'config/**')).toMatchObject({ code: 1, policy: 'inputs' });
  });
});

test('what the base accepts lets a finding pass until its last day, and stays visible', async () => {
  await repository.write('config/auth.yml', `${GOOD}port: 443\n`);
  await repository.commit();
  const [finding] = (await decision(repository.dir, '--base', 'HEAD~1')).findings;
  const accept = (expires: string) =>
    `${POLICY}accept:\n  - finding: '${finding.fingerprint}'\n    reason: moves next week\n    expires: ${expires}\n`;
  await repository.write('accepted.yml', accept('2999-01-31'));
  await repository.write('expired.yml', accept('2020-01-31'));
  const run = (policy: string) => decision(repository.dir, '--base', 'HEAD~1', '--policy', policy);
  expect(await run('accepted.yml')).toMatchObject({
    code: 0,
    verdict: 'pass',
    findings: [{ check: 'duplicate-key' }],
    acknowledged: [{ how: 'accept', at: '2999-01-31', fingerprints: [finding.fingerprint] }],
  });
  expect(await run('expired.yml')).toMatchObject({
    code: 1,
    verdict: 'fail',
    findings: [
      { check: 'duplicate-key' },
      { check: 'accept-expired', severity: 'warning', path: 'expired.yml' },
    ],
  });
});

test('the same commits give the same bytes', async () => {
  await repository.write('config/auth.yml', GOOD.replace('443', '80').replace('ttl: 60\n', ''));
  await repository.write('config/new.yml', 'a: 1\na: 2\n');
  await repository.commit();
  const run = async () => (await check(repository.dir, '--base', 'HEAD~1', '--format', 'json')).out;
  expect(await run()).toBe(await run());
});

test('a secret leaves in no format', async () => {
  const secrets =
    'password: hunter2-old\nurl: postgres://app:hunter2-url@db/auth\nnested:\n  apiKey: hunter2-key\npin: hunter2-pin\n';
  await repository.write('.github/holdfast.yml', `${POLICY}    sensitive: [pin]\n    freeze: ['**']\n`);
  await repository.write('config/auth.yml', GOOD + secrets);
  await repository.commit();
  await repository.write(
    'config/auth.yml',
    `${GOOD}${secrets.replaceAll('hunter2', 'hunter2-new')}x: {{ broken\n`,
  );
  await repository.write('config/other.yml', secrets);
  await repository.write('app/multi.yml', 'password: |\n  hunter2-one\n\n  hunter2-two\nx: 1\n');
  await repository.commit();
  await repository.write('config/auth.yml', `${GOOD}${secrets.replaceAll('hunter2', 'hunter2-next')}`);
  await repository.write('app/multi.yml', 'password: |\n  hunter2-two\n\n  hunter2-three\nx: 1: 2\n');
  await repository.commit();
  for (const base of ['HEAD~1', 'HEAD~2']) {
    for (const format of ['terminal', 'json', 'sarif', 'markdown', 'github']) {
      const { out } = await check(repository.dir, '--base', base, '--format', format);
      expect(out).not.toContain('hunter2');
      if (base === 'HEAD~2') expect(out).toContain('config/auth.yml');
    }
  }
});

describe('in a shallow clone', () => {
  let clone: TestRepository;

  /** A clone with so much history, of a repository in which the file goes back two versions. */
  async function cloneOf(depth: number): Promise<void> {
    await repository.write('config/auth.yml', GOOD.replace('login', 'login-2'));
    await repository.commit();
    await repository.write('config/auth.yml', GOOD.replace('login', 'login-3'));
    await repository.commit();
    await repository.write('config/auth.yml', GOOD);
    await repository.commit();
    const { dir, dispose } = await createDirectory();
    clone = repositoryAt(dir, dispose);
    await clone.git('clone', '--quiet', `--depth=${depth}`, `file://${repository.dir}`, '.');
  }

  afterEach(() => clone.dispose());

  test('it is said that history is missing, once, and nothing is fetched', async () => {
    await cloneOf(2);
    const { code, verdict, findings, notLookedAt } = await decision(clone.dir, '--base', 'HEAD~1');
    expect([code, verdict, findings]).toEqual([0, 'pass', []]);
    expect(notLookedAt).toMatchObject([
      { path: 'config/auth.yml', reason: 'history-missing', blocks: false },
    ]);
    expect(notLookedAt[0].detail).toContain('cut off after 1 commit.');
    expect(await clone.git('rev-list', '--count', 'HEAD')).toBe('2');
  });

  test('enough of it is enough', async () => {
    await cloneOf(4);
    const { findings, notLookedAt } = await decision(clone.dir, '--base', 'HEAD~1');
    expect(findings).toMatchObject([{ check: 'stale-revert', severity: 'warning' }]);
    expect(notLookedAt).toEqual([]);
  });

  test('a change that concerns nothing critical asks for no history', async () => {
    await cloneOf(2);
    await clone.write('other.yml', 'a: 1\n');
    await clone.commit();
    expect((await decision(clone.dir, '--base', 'HEAD~1')).notLookedAt).toEqual([]);
  });
});

test('a clone without blobs fetches the older versions of all files in one go', async () => {
  const write = async (host: string, more = '') => {
    for (const name of ['a', 'b', 'c']) {
      await repository.write(`config/${name}.yml`, GOOD.replace('login', `${name}-${host}`) + more);
    }
    await repository.commit();
  };
  for (const host of ['one', 'two', 'three']) await write(host);
  await write('one', 'new: 1\n');
  await repository.git('config', 'uploadpack.allowFilter', 'true');
  await repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const { dir, dispose } = await createDirectory();
  const clone = repositoryAt(dir, dispose);
  await clone.git('clone', '--quiet', '--bare', '--filter=blob:none', `file://${repository.dir}`, '.');
  const git = await replaceGit();
  try {
    const { findings } = await decision(dir, '--base', 'HEAD~1', '--head', 'HEAD');
    expect(findings.map(({ check: id, path }: { check: string; path: string }) => `${id} ${path}`)).toEqual(
      ['a', 'b', 'c'].map((name) => `stale-revert config/${name}.yml`),
    );
    // One each for the policy, the changed files, and their older versions; the two sides may be asked apart.
    expect(git.calls().filter((call) => / fetch /.test(call)).length).toBeLessThanOrEqual(4);
  } finally {
    await git.restore();
    await clone.dispose();
  }
});
