import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openLocalPair } from '../../../src/adapters/git/open-pair.ts';
import { createRepository, type TestRepository } from '../../helpers/repository.ts';
import { contents, createOpener, sides, summary, unwrap } from './support.ts';

let repository: TestRepository;
const opener = createOpener();

beforeEach(async () => {
  repository = await createRepository();
});

afterEach(async () => {
  await opener.closeAll();
  await repository.dispose();
});

const staged = () => opener.pair(openLocalPair({ directory: repository.dir, staged: true }));
const worktree = () => opener.pair(openLocalPair({ directory: repository.dir, worktree: true }));

describe('the index', () => {
  test('is compared with HEAD; the files on disk do not count', async () => {
    await repository.write('kept', 'kept');
    await repository.write('changed', 'old');
    await repository.write('gone', 'gone');
    await repository.commit();
    await repository.write('changed', 'staged');
    await repository.write('new\nname', 'new');
    await repository.remove('gone');
    await repository.git('add', '--all');
    await repository.write('changed', 'only on disk');
    const pair = await staged();
    expect(await summary(pair)).toEqual(['changed file>file', 'gone file>-', 'new\nname ->file']);
    const changes = unwrap(await pair.differences());
    expect(await contents(pair.after.read(sides(changes, 'after')))).toEqual(['staged', 'new']);
    expect(await contents(pair.before.read(sides(changes, 'before')))).toEqual(['old', 'gone']);
    expect(unwrap(await pair.after.entries()).map((entry) => entry.path)).toEqual([
      'changed',
      'kept',
      'new\nname',
    ]);
    expect(await pair.after.entry('gone')).toEqual({ ok: true, value: undefined });
    expect(await pair.after.entry('kept')).toEqual(await pair.before.entry('kept'));
    expect(pair.after.id).toBe('index');
  });

  test('before the first commit everything is added; a comparison with HEAD is refused', async () => {
    await repository.write('first', 'x');
    await repository.git('add', '--all');
    const pair = await staged();
    expect(await summary(pair)).toEqual(['first ->file']);
    expect(unwrap(await pair.before.entries())).toEqual([]);
    for (const options of [{}, { worktree: true }, { base: 'HEAD' }]) {
      expect(await openLocalPair({ directory: repository.dir, ...options })).toMatchObject({
        problem: {
          code: 'empty-repository',
          message: 'The current branch has no commit yet, so HEAD stands for none.',
          // Many commands ask for HEAD, and have no option in common that names another commit.
          hint: expect.not.stringContaining('--'),
        },
      });
    }
  });

  test('a conflict is a problem with its path', async () => {
    await conflict();
    expect(await (await staged()).differences()).toMatchObject({
      problem: { code: 'unmerged', path: 'both' },
    });
  });

  test('in a hook of `git commit FILE`, the index that the hook was given counts', async () => {
    await repository.write('a', 'old');
    await repository.write('b', 'old');
    await repository.commit();
    await repository.write('a', 'staged');
    await repository.git('add', 'a');
    const own = join(repository.dir, '.git/next-index-1.lock');
    process.env.GIT_INDEX_FILE = own;
    try {
      await repository.git('read-tree', `--index-output=${own}`, 'HEAD');
      expect(await summary(await staged())).toEqual([]);
    } finally {
      delete process.env.GIT_INDEX_FILE;
    }
    expect(await summary(await staged())).toEqual(['a file>file']);
  });
});

describe('the work tree', () => {
  test('changed, removed, staged, untracked and ignored files', async () => {
    await repository.write('.gitignore', 'ignored\n');
    await repository.write('same', 'same');
    await repository.write('touched', 'touched');
    await repository.write('changed', 'old');
    await repository.write('executable', '#!/bin/sh');
    await repository.write('removed', 'x');
    await repository.write('untracked now', 'x');
    await repository.commit();
    await repository.write('touched', 'touched');
    await repository.write('changed', 'on disk');
    await repository.chmod('executable', 0o755);
    await repository.remove('removed');
    await repository.git('rm', '--quiet', '--cached', 'untracked now');
    await repository.write('staged', 'x');
    await repository.git('add', 'staged');
    await repository.write('ignored', 'x');
    await repository.write('new/-name\t', 'new');
    const pair = await worktree();
    expect(await summary(pair)).toEqual([
      'changed file>file',
      'executable file>executable',
      'new/-name\t ->file',
      'removed file>-',
      'staged ->file',
    ]);
    const changes = unwrap(await pair.differences());
    expect(await contents(pair.after.read(sides(changes, 'after')))).toEqual([
      'on disk',
      '#!/bin/sh',
      'new',
      'x',
    ]);
    const hash = await repository.git('hash-object', 'changed');
    expect(unwrap(await pair.after.entry('changed'))).toEqual({ path: 'changed', mode: 'file', id: hash });
    expect(unwrap(await pair.after.entries()).map((entry) => entry.path)).toEqual([
      '.gitignore',
      'changed',
      'executable',
      'new/-name\t',
      'same',
      'staged',
      'touched',
      'untracked now',
    ]);
  });

  test('links are never followed, also when a parent directory has become one', async () => {
    await repository.write('config/auth.yml', 'critical');
    await repository.write('file', 'x');
    await repository.commit();
    mkdirSync(join(repository.dir, '.git/outside'));
    writeFileSync(join(repository.dir, '.git/outside/auth.yml'), 'secret outside');
    rmSync(join(repository.dir, 'config'), { recursive: true });
    symlinkSync('.git/outside', join(repository.dir, 'config'));
    rmSync(join(repository.dir, 'file'));
    symlinkSync('file', join(repository.dir, 'file'));
    const pair = await worktree();
    expect(await summary(pair)).toEqual(['config ->symlink', 'config/auth.yml file>-', 'file file>symlink']);
    const changes = unwrap(await pair.differences());
    expect(await contents(pair.after.read(sides(changes, 'after')))).toEqual(['.git/outside', 'file']);
  });

  test('a file that changes while it is judged is unreadable, and a huge one is refused', async () => {
    await repository.write('a', 'old');
    await repository.commit();
    await repository.write('a', 'new');
    await repository.write('big', Buffer.alloc(60_000_000));
    const pair = await worktree();
    const changes = unwrap(await pair.differences());
    await repository.write('a', 'newer');
    expect(await contents(pair.after.read(sides(changes, 'after')))).toEqual(['unreadable', 'too-large']);
  });

  test('a conflict shows the file with its markers', async () => {
    await conflict();
    const pair = await worktree();
    expect(await summary(pair)).toEqual(['both file>file']);
    const [text] = await contents(pair.after.read(sides(unwrap(await pair.differences()), 'after')));
    expect(text).toContain('<<<<<<<');
  });

  test('nothing in a submodule or in the configuration is run', async () => {
    const inner = await createRepository();
    await inner.write('x', 'x');
    await inner.commit();
    await repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.dir, 'sub');
    await repository.write('a', 'old');
    await repository.commit();
    const marker = join(inner.dir, 'ran');
    await repository.write('sub/.gitattributes', '* filter=evil\n');
    await repository.git(
      '-C',
      join(repository.dir, 'sub'),
      'config',
      'filter.evil.clean',
      `touch ${marker}; cat`,
    );
    for (const place of [repository.dir, join(repository.dir, 'sub')]) {
      await repository.git('-C', place, 'config', 'core.fsmonitor', `touch ${marker}`);
      await repository.git('-C', place, 'config', 'core.hooksPath', inner.dir);
    }
    writeFileSync(join(inner.dir, 'post-index-change'), `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 });
    await repository.write('sub/x', 'y');
    await repository.write('a', 'new');
    rmSync(marker, { force: true });
    expect(await summary(await worktree())).toEqual(['a file>file']);
    expect(existsSync(marker)).toBe(false);
    await repository.git(
      '-C',
      join(repository.dir, 'sub'),
      '-c',
      'core.fsmonitor=false',
      'checkout',
      '--quiet',
      '--orphan',
      'n',
    );
    await repository.git(
      '-C',
      join(repository.dir, 'sub'),
      '-c',
      'core.fsmonitor=false',
      '-c',
      'user.name=a',
      'commit',
      '-qm',
      'n',
    );
    const pair = await worktree();
    expect(await summary(pair)).toEqual(['a file>file', 'sub submodule>submodule']);
    expect(unwrap(await pair.after.entry('sub'))?.id).toBe(
      await repository.git('-C', join(repository.dir, 'sub'), 'rev-parse', 'HEAD'),
    );
    await inner.dispose();
  });
});

async function conflict() {
  await repository.write('both', 'base\n');
  await repository.commit();
  await repository.branch('other');
  await repository.write('both', 'theirs\n');
  await repository.commit();
  await repository.checkout('main');
  await repository.write('both', 'ours\n');
  await repository.commit();
  await repository.merge('other').catch(() => {});
}
