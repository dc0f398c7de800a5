import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runReview } from '../../src/cli/review.ts';
import { createDirectory, createRepository, type TestRepository } from '../helpers/repository.ts';

const POLICY = 'critical:\n  - files: config/auth/**\n    service: auth\n';
const LIVE = 'config/auth/production.yml';
const COPY = `cp build/auth.yml ${LIVE}`;

async function review(cwd: string, ...argv: string[]) {
  const run = { code: -1, out: '', err: '' };
  run.code = await runReview(argv, {
    cwd,
    env: { COLUMNS: '100' },
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
  const { code, out, err } = await review(cwd, ...argv, '--format', 'json');
  expect(err).toBe('');
  return { code, ...JSON.parse(out) };
}

let repository: TestRepository;

beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write(LIVE, 'environment: production\n');
  await repository.write('deploy/push.sh', `#!/bin/sh\nset -eu\n. deploy/lib.sh\n${COPY}\n`);
  await repository.write('deploy/lib.sh', 'rm -f build/old.txt\n');
  await repository.commit();
});

afterEach(() => repository.dispose());

const paths = (found: { scripts?: { path: string }[] }) => found.scripts?.map(({ path }) => path);

describe('what is reviewed', () => {
  test('the files on disk, untracked ones too, but no ignored ones', async () => {
    await repository.write('.gitignore', 'ignored.sh\n');
    await repository.write('ignored.sh', `${COPY}\n`);
    await repository.write('new.sh', `${COPY}\n`);
    const found = await decision(repository.dir);
    expect(found).toMatchObject({
      code: 1,
      verdict: 'fail',
      base: 'worktree',
      head: 'worktree',
      changes: [],
    });
    expect(paths(found)).toEqual(['deploy/lib.sh', 'deploy/push.sh', 'new.sh']);
    expect(found.findings.map(({ path }: { path: string }) => path)).toEqual(['deploy/push.sh', 'new.sh']);
  });

  test('those of a commit', async () => {
    await repository.write('deploy/push.sh', '#!/bin/sh\necho nothing\n');
    expect((await decision(repository.dir)).code).toBe(0);
    const head = await repository.git('rev-parse', 'HEAD');
    expect(await decision(repository.dir, '--commit', 'HEAD')).toMatchObject({ code: 1, base: head, head });
  });

  test('before the first commit, and in a bare repository', async () => {
    const young = await createRepository();
    await young.write('a.sh', 'rm -f x\n');
    expect(paths(await decision(young.dir))).toEqual(['a.sh']);
    const bare = await createDirectory();
    await young.git('clone', '--quiet', '--bare', repository.dir, bare.dir);
    expect(await review(bare.dir)).toMatchObject({ code: 2, out: '' });
    expect((await decision(bare.dir, '--commit', 'HEAD', 'deploy/push.sh')).code).toBe(1);
    expect((await decision(young.dir, '--git-dir', `${repository.dir}/.git`, 'deploy/push.sh')).code).toBe(1);
    await young.dispose();
    await bare.dispose();
  });

  test('those that the policy declares', async () => {
    await repository.write('.github/holdfast.yml', `${POLICY}scripts: [deploy/lib.sh, config/**]\n`);
    const found = await decision(repository.dir);
    expect(found).toMatchObject({ code: 0, verdict: 'pass', policy: 'base:.github/holdfast.yml' });
    expect(paths(found)).toEqual(['deploy/lib.sh']);
  });

  test('globs that select no script make no review', async () => {
    await repository.write('.github/holdfast.yml', `${POLICY}scripts: [depoly/**]\n`);
    const found = await decision(repository.dir);
    expect(found).toMatchObject({ code: 2, verdict: 'inconclusive' });
    expect(found.notLookedAt).toMatchObject([{ path: '.github/holdfast.yml', reason: 'script-none' }]);
  });

  test('files named from a directory below, with what they use', async () => {
    const found = await decision(`${repository.dir}/deploy`, 'push.sh');
    expect(found.code).toBe(1);
    expect(paths(found)).toEqual(['deploy/lib.sh', 'deploy/push.sh']);
  });

  test('named files where there is no repository, with the policy that stands there', async () => {
    const { dir, dispose } = await createDirectory();
    expect(await review(dir)).toMatchObject({ code: 2, out: '' });
    const { writeFile, mkdir } = await import('node:fs/promises');
    await writeFile(`${dir}/push.sh`, `. ./lib.sh\n${COPY}\n`);
    await writeFile(`${dir}/lib.sh`, 'set -e\n');
    expect(await decision(dir, 'push.sh')).toMatchObject({ verdict: 'pass', policy: 'defaults' });
    await mkdir(`${dir}/.github`);
    await writeFile(`${dir}/.github/holdfast.yml`, POLICY);
    const found = await decision(dir, 'push.sh');
    expect(found).toMatchObject({ code: 1, base: 'directory', policy: 'base:.github/holdfast.yml' });
    expect(paths(found)).toEqual(['lib.sh', 'push.sh']);
    expect((await decision(dir, 'push.sh', '--critical-files', 'config/**')).code).toBe(1);
    await dispose();
  });

  test('the same bytes give the same decision', async () => {
    const runs = await Promise.all([1, 2].map(() => review(repository.dir, '--effects', '--format', 'json')));
    expect(runs[0]).toEqual(runs[1]);
  });
});

describe('bad input ends with 2, a reason and a way out', () => {
  test.each<[string, string[], string]>([
    ['a file that is not there', ['deploy/nope.sh'], 'deploy/nope.sh'],
    ['a directory', ['deploy'], 'deploy'],
    ['a file that is no script', [LIVE], LIVE],
    ['one that is none beside one that is', ['deploy/push.sh', LIVE], LIVE],
    ['a link', ['link.sh'], 'link.sh is a symlink'],
    ['a file outside', ['../x.sh'], '../x.sh'],
    ['an unknown option', ['--nope'], '--nope'],
    ['an unknown format', ['--format', 'xml'], 'xml'],
    ['an unknown severity', ['--fail-on-severity', 'fatal'], 'fatal'],
    ['an unknown commit', ['--commit', 'nope'], 'nope'],
    ['a graph in another format', ['--graph', '--format', 'json'], '--graph'],
    ['an inventory as SARIF', ['--effects', '--format', 'sarif'], 'sarif'],
    ['a policy that is not there', ['--policy', 'nope.yml'], 'nope.yml'],
  ])('%s', async (_, argv, named) => {
    await repository.link('link.sh', 'deploy/push.sh');
    const { code, out, err } = await review(repository.dir, ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(named);
    expect(err.trim().split('\n').length).toBeGreaterThan(1);
  });

  test('a script that cannot be read: inconclusive when it was named, told when it was not', async () => {
    await repository.write('deploy/push.sh', '#!/bin/sh\necho start\n');
    await repository.write('deploy/odd.zsh', '#!/bin/zsh\nprint -l *(.)\n');
    const named = await decision(repository.dir, 'deploy/odd.zsh');
    expect(named).toMatchObject({ code: 2, verdict: 'inconclusive' });
    expect(named.notLookedAt).toMatchObject([
      { path: 'deploy/odd.zsh', line: 1, reason: 'script-shell', blocks: true },
    ]);
    const all = await decision(repository.dir);
    expect(all).toMatchObject({ code: 0, notLookedAt: [{ path: 'deploy/odd.zsh', blocks: false }] });
    expect((await review(repository.dir)).out).toContain('1 of which was not wholly read');
  });
});

describe('options of judging', () => {
  test('--warn-only, --fail-on-severity, --policy', async () => {
    expect(await decision(repository.dir, '--warn-only')).toMatchObject({ code: 0, verdict: 'fail' });
    await repository.write('other.yml', 'critical:\n  - files: other/**\n');
    expect(await decision(repository.dir, '--policy', 'other.yml')).toMatchObject({
      code: 0,
      policy: 'file:other.yml',
    });
    await repository.write('deploy/push.sh', `#!/bin/sh\n[ -e ${LIVE} ] || ${COPY}\n`);
    expect((await decision(repository.dir)).code).toBe(0);
    expect((await decision(repository.dir, '--fail-on-severity', 'notice')).code).toBe(1);
  });
});

describe('the inventory', () => {
  test('as a table, critical effects marked, the verdict below', async () => {
    const { code, out } = await review(repository.dir, '--effects');
    expect(code).toBe(1);
    const rows = out.split('\n').filter((line) => / deploy\//.test(line));
    expect(rows).toEqual([
      expect.stringMatching(/^ {2}deploy\/lib\.sh:1 +rm +delete +build\/old\.txt +local +high$/),
      expect.stringMatching(
        /^! deploy\/push\.sh:4 +cp +replace +config\/auth\/production\.yml +local +high$/,
      ),
    ]);
    expect(out).toContain('2 effects in 2 scripts, 1 of them on critical targets (!)');
    expect(out).toContain('FAIL  1 error in 1 script');
  });

  test('as JSON has what touches nothing critical, too', async () => {
    const all = await decision(repository.dir, '--effects');
    const some = await decision(repository.dir);
    const targets = (found: { effects: { targets: string[] }[] }) =>
      found.effects.map((effect) => effect.targets[0]);
    expect(targets(all)).toEqual(['build/old.txt', LIVE]);
    expect(targets(some)).toEqual([LIVE]);
  });

  test('holds no secret of a command, whatever the format', async () => {
    await repository.write(
      'deploy/push.sh',
      `[ "$API_TOKEN" = hunter2 ] && ssh 'deploy@web1' "curl -u ada:hunter3 -H 'Authorization: Bearer hunter4' -o ${LIVE} https://ada:hunter5@example.com/a"\nmysqldump -phunter6 db > ${LIVE}\n`,
    );
    const formats = [
      ['--effects'],
      ['--graph'],
      ...['json', 'markdown', 'sarif', 'github'].map((name) => ['--format', name]),
    ];
    for (const argv of [...formats, ['--effects', '--format', 'json'], []]) {
      const { out } = await review(repository.dir, ...argv);
      expect(out).toContain(argv[0] === '--graph' ? 'flowchart' : 'config/auth');
      expect(out).not.toMatch(/hunter\d/);
    }
  });

  test('says when there is nothing', async () => {
    const empty = await createRepository();
    await empty.write('a.txt', 'a\n');
    await empty.commit();
    const { code, out } = await review(empty.dir, '--effects');
    expect([code, out]).toEqual([0, expect.stringContaining('No deployment script was found')]);
    await empty.dispose();
  });
});

test('the graph is Mermaid alone; the verdict stands beside it', async () => {
  const { code, out, err } = await review(repository.dir, '--graph');
  expect([code, err]).toEqual([1, 'FAIL  1 error in 1 script (2 scripts in all)\n']);
  expect(out.split('\n')).toEqual([
    'flowchart LR',
    expect.stringContaining('classDef critical'),
    '  n1["deploy/push.sh"]',
    '  n2["config/auth/production.yml"]',
    '  n1 -->|"cp"| n2',
    '  n3["deploy/lib.sh"]',
    '  n4["build/old.txt"]',
    '  n3 -->|"rm"| n4',
    '  class n2 critical',
    '',
  ]);
});
