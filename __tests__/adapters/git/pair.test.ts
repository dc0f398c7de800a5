import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openLocalPair } from '../../../src/adapters/git/open-pair.ts';
import { commitPair } from '../../../src/adapters/git/pair.ts';
import { decodePath, encodePath } from '../../../src/model/path.ts';
import type { Blob } from '../../../src/snapshots/snapshot.ts';
import { createRepository, type TestRepository, testEnvironment } from '../../helpers/repository.ts';
import { contents, createOpener, replaceGit, sides, summary, unwrap } from './support.ts';

let repository: TestRepository;
const opener = createOpener();

beforeEach(async () => {
  repository = await createRepository();
});

afterEach(async () => {
  await opener.closeAll();
  await repository.dispose();
});

const openPair = (base: string, head: string, directory = repository.dir) =>
  opener.pair(openLocalPair({ directory, base, head }));

describe('names', () => {
  const names = [
    'line\nfeed.yml',
    'tab\there.yml',
    '"quoted".yml',
    "it's.yml",
    '-rf',
    '--output=x',
    ':!x',
    ':(glob)*',
    '*.yml',
    'back\\slash',
    'ünïcode/é.yml',
    'e\u0301.yml',
    '\u202egnp.yml',
    'esc\u001b[31m.yml',
    'deep/er/line\nfeed/x',
    ' leading and trailing ',
  ];

  test('every name that git allows is byte-exact in differences, entries, entry and read', async () => {
    const latin = decodePath(Buffer.from('caf\xe9.yml', 'latin1'));
    await repository.write('same.yml', 'same');
    const base = await repository.commit();
    for (const name of names) await repository.write(name, `content of ${name}`);
    writeFileSync(Buffer.concat([Buffer.from(`${repository.dir}/`), encodePath(latin)]), 'latin');
    const head = await repository.commit();

    const pair = await openPair(base, head);
    const changes = unwrap(await pair.differences());
    const paths = changes.map((change) => change.path);
    expect([...paths].sort()).toEqual([...names, latin].sort());
    expect(paths).toEqual(
      [...paths].sort((one, other) => Buffer.compare(encodePath(one), encodePath(other))),
    );
    const entries = await pair.after.entries();
    expect(entries.ok && entries.value.map((entry) => entry.path).sort()).toEqual(
      [...names, latin, 'same.yml'].sort(),
    );
    for (const change of changes) {
      expect(await pair.after.entry(change.path)).toEqual({ ok: true, value: change.after });
      expect(await pair.before.entry(change.path)).toEqual({ ok: true, value: undefined });
    }
    const text = await contents(pair.after.read(changes.map((change) => change.after!)));
    expect(text).toEqual(
      paths.map((path) => (path === latin ? 'latin' : Buffer.from(`content of ${path}`).toString('latin1'))),
    );
  });

  test('a directory, a path below a file, an empty path and a pattern are no entries', async () => {
    await repository.write('dir/file', 'x');
    const pair = await openPair(await repository.commit(), 'HEAD');
    for (const path of ['dir', 'dir/', 'dir/file/x', '', '/', '*', 'DIR/file', 'dir//file', './dir/file']) {
      expect(await pair.after.entry(path)).toEqual({ ok: true, value: undefined });
    }
  });
});

describe('types', () => {
  test('link, submodule, mode and type changes keep both sides', async () => {
    await repository.write('becomes-link', 'text');
    await repository.write('becomes-executable', '#!/bin/sh');
    await repository.write('becomes-submodule', 'text');
    await repository.write('dir/inside', 'x');
    await repository.link('link', 'one');
    const base = await repository.commit();
    await repository.remove('becomes-link');
    await repository.link('becomes-link', '/etc/passwd');
    await repository.chmod('becomes-executable', 0o755);
    await repository.remove('link');
    await repository.link('link', 'two');
    await repository.remove('dir');
    await repository.link('dir', '/etc');
    await repository.git('add', '--all');
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${base},becomes-submodule`);
    await repository.git('commit', '--quiet', '-m', 'types');

    const pair = await openPair(base, 'HEAD');
    const changes = unwrap(await pair.differences());
    expect(changes.map((c) => [c.path, c.before?.mode, c.after?.mode])).toEqual([
      ['becomes-executable', 'file', 'executable'],
      ['becomes-link', 'file', 'symlink'],
      ['becomes-submodule', 'file', 'submodule'],
      ['dir', undefined, 'symlink'],
      ['dir/inside', 'file', undefined],
      ['link', 'symlink', 'symlink'],
    ]);
    expect(await contents(pair.after.read(sides(changes, 'after')))).toEqual([
      '#!/bin/sh',
      '/etc/passwd',
      'unreadable',
      '/etc',
      'two',
    ]);
    expect(await pair.after.entry('dir/inside')).toEqual({ ok: true, value: undefined });
  });

  test('.gitmodules with `ignore = all` does not hide that a submodule moved', async () => {
    await repository.write('.gitmodules', '[submodule "s"]\n path = s\n url = ./s\n ignore = all\n');
    const first = await repository.commit();
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${first},s`);
    await repository.git('commit', '--quiet', '-m', 'add');
    const base = await repository.git('rev-parse', 'HEAD');
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${base},s`);
    await repository.git('commit', '--quiet', '-m', 'move');
    await repository.git('config', 'diff.ignoreSubmodules', 'all');
    expect(await summary(await openPair(base, 'HEAD'))).toEqual(['s submodule>submodule']);
  });
});

describe('nothing but the objects counts', () => {
  test('attributes, drivers, orders, renames and replace refs change nothing', async () => {
    await repository.write('a.yml', 'secret: 1\n');
    await repository.write('b.yml', 'moves\n'.repeat(20));
    const base = await repository.commit();
    await repository.write(
      '.gitattributes',
      '* -diff\n*.yml diff=evil export-ignore filter=evil working-tree-encoding=UTF-16\n',
    );
    await repository.git('-c', 'core.attributesFile=/dev/null', 'add', '.gitattributes');
    await repository.write('a.yml', 'secret: 2\n');
    await repository.git('rm', '--quiet', '--cached', 'b.yml');
    const blob = await repository.git('hash-object', '-w', '--no-filters', 'a.yml');
    await repository.git('update-index', '--cacheinfo', `100644,${blob},a.yml`);
    const moved = await repository.git('rev-parse', `${base}:b.yml`);
    await repository.git('update-index', '--add', '--cacheinfo', `100644,${moved},c.yml`);
    await repository.git('commit', '--quiet', '-m', 'head');
    const head = await repository.git('rev-parse', 'HEAD');
    const marker = join(repository.dir, 'ran');
    for (const [name, value] of [
      ['diff.evil.textconv', `touch ${marker};cat`],
      ['diff.evil.command', `touch ${marker}`],
      ['diff.external', `touch ${marker}`],
      ['core.fsmonitor', `touch ${marker}`],
      ['diff.renames', 'copies'],
      ['diff.orderFile', '/nonexistent'],
      ['core.quotePath', 'true'],
      ['diff.noprefix', 'true'],
    ]) {
      await repository.git('config', name!, value!);
    }
    // A replacement of the base's blob by the head's: git would call them equal.
    await repository.git('replace', await repository.git('rev-parse', `${base}:a.yml`), blob);
    await repository.git('replace', base, head);

    const pair = await openPair(base, head);
    const changes = unwrap(await pair.differences());
    expect(changes.map((c) => [c.path, !!c.before, !!c.after])).toEqual([
      ['.gitattributes', false, true],
      ['a.yml', true, true],
      ['b.yml', true, false],
      ['c.yml', false, true],
    ]);
    expect(await contents(pair.before.read([changes[1]!.before!]))).toEqual(['secret: 1\n']);
    expect(existsSync(marker)).toBe(false);
  });

  test('abbreviated ids and names are refused', async () => {
    const base = await repository.commit();
    const real = await opener.repository({ directory: repository.dir });
    for (const name of [base.slice(0, 12), 'HEAD', '--output=x', '']) {
      const result = await commitPair(real, name, base).differences();
      expect(result).toMatchObject({ ok: false, problem: { code: 'not-a-full-id' } });
    }
  });

  test('a commit that is gone is a problem, never an empty difference', async () => {
    const base = await repository.commit();
    const pair = commitPair(await opener.repository({ directory: repository.dir }), 'd'.repeat(40), base);
    expect(await pair.differences()).toMatchObject({ ok: false, problem: { code: 'git-failed' } });
    expect(await pair.before.entries()).toMatchObject({ ok: false, problem: { code: 'git-failed' } });
    expect(await pair.before.entry('x')).toMatchObject({ ok: false, problem: { code: 'missing-commit' } });
  });
});

describe('kinds of repositories', () => {
  test('SHA-256', async () => {
    const other = await createRepository('--object-format=sha256');
    await other.write('a', 'one');
    const base = await other.commit();
    await other.write('a', 'two');
    const head = await other.commit();
    const pair = await openPair(base, head, other.dir);
    expect(pair.repository.objectFormat).toBe('sha256');
    const [change] = unwrap(await pair.differences());
    expect(change!.before!.id).toHaveLength(64);
    expect(await contents(pair.before.read([change!.before!]))).toEqual(['one']);
    expect(await pair.after.entry('a')).toEqual({ ok: true, value: change!.after });
    await other.dispose();
  });
});

test('one diff-tree and one cat-file read 2,000 changed files of both sides, in lockstep, without deadlock', async () => {
  const filler = 'x'.repeat(3_000);
  const paths = Array.from({ length: 2_000 }, (_, index) => `d${index % 40}/${index}`);
  const [base, head] = importCommits(repository.dir, [
    paths.map((path) => [path, `old ${path.split('/')[1]}`]),
    paths.map((path) => [path, `${filler}new ${path.split('/')[1]}`]),
  ]);
  const { calls, restore } = await replaceGit();
  try {
    const pair = await openPair(base!, head!);
    const changes = unwrap(await pair.differences());
    await pair.differences();
    expect(changes).toHaveLength(2_000);
    const before = pair.before.read(sides(changes, 'before'))[Symbol.asyncIterator]();
    const after = pair.after.read(sides(changes, 'after'))[Symbol.asyncIterator]();
    for (const change of changes) {
      const number = change.path.split('/')[1];
      const [old, now] = [(await before.next()).value as Blob, (await after.next()).value as Blob];
      expect(old).toMatchObject({ id: change.before!.id });
      expect('bytes' in old && Buffer.from(old.bytes).toString()).toBe(`old ${number}`);
      expect('bytes' in now && Buffer.from(now.bytes).toString()).toBe(`${filler}new ${number}`);
    }
    expect(await pair.after.entry('d1/1')).toMatchObject({ value: { path: 'd1/1' } });
    const commands = calls().map((line) => line.match(/--no-pager (\S+ \S+)/)?.[1]);
    expect(commands).toEqual(['cat-file --batch', 'diff-tree -r']);
  } finally {
    await restore();
  }
});

/** Commits on top of each other, each a list of paths and contents; much faster than `git add`. */
function importCommits(dir: string, commits: [path: string, content: string][][]): string[] {
  const blocks = commits.map((files, index) => {
    const changes = files.map(([path, text]) => `M 100644 inline ${path}\ndata ${text.length}\n${text}\n`);
    return `commit refs/heads/main\nmark :${index + 1}\ncommitter A <a@b> 0 +0000\ndata 0\n${changes.join('')}`;
  });
  const options = { cwd: dir, env: testEnvironment(), input: blocks.join('') };
  execFileSync('git', ['fast-import', '--quiet', '--export-marks=marks'], options);
  const marks = readFileSync(join(dir, 'marks'), 'utf8').trim().split('\n');
  return commits.map((_, index) => marks.find((mark) => mark.startsWith(`:${index + 1} `))!.split(' ')[1]!);
}
