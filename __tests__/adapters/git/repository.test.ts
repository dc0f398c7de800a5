import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openLocalPair } from '../../../src/adapters/git/open-pair.ts';
import { openRepository } from '../../../src/adapters/git/repository.ts';
import {
  createDirectory,
  createRepository,
  repositoryAt,
  type TestRepository,
} from '../../helpers/repository.ts';
import { createOpener, summary, unwrap } from './support.ts';

let repository: TestRepository;
let elsewhere: { dir: string; dispose(): Promise<void> };
let head: string;
const opener = createOpener();

beforeEach(async () => {
  repository = await createRepository();
  elsewhere = await createDirectory();
  await repository.write('dir/deeper/file', 'x');
  head = await repository.commit();
});

afterEach(async () => {
  await opener.closeAll();
  await repository.dispose();
  await elsewhere.dispose();
});

const placeOf = async (directory: string, gitDir?: string) => {
  const opened = await opener.repository({ directory, ...(gitDir && { gitDir }) });
  expect(await opened.objects.commit(head)).toMatchObject({ ok: true });
  return { gitDir: opened.gitDir, workTree: opened.workTree, shallow: opened.shallow };
};

describe('found', () => {
  test('from the top, from a subdirectory, from inside .git, and by --git-dir', async () => {
    const dotGit = join(repository.dir, '.git');
    const place = { gitDir: dotGit, workTree: repository.dir, shallow: false };
    expect(await placeOf(repository.dir)).toEqual(place);
    expect(await placeOf(join(repository.dir, 'dir/deeper'))).toEqual(place);
    expect(await placeOf(dotGit)).toEqual(place);
    expect(await placeOf(elsewhere.dir, dotGit)).toEqual(place);
    expect(await placeOf(elsewhere.dir, repository.dir)).toEqual(place);
    expect(await placeOf(join(repository.dir, 'dir'), '../.git')).toEqual(place);
  });

  test('a linked worktree, with its own index and the common objects', async () => {
    const dir = join(elsewhere.dir, 'linked');
    await repository.git('worktree', 'add', '--quiet', '-b', 'other', dir);
    const place = await placeOf(dir);
    expect(place).toEqual({
      gitDir: join(repository.dir, '.git/worktrees/linked'),
      workTree: dir,
      shallow: false,
    });
    await repositoryAt(dir).write('dir/deeper/file', 'y');
    expect(await summary(await opener.pair(openLocalPair({ directory: dir, worktree: true })))).toEqual([
      'dir/deeper/file file>file',
    ]);
    expect(
      await summary(await opener.pair(openLocalPair({ directory: repository.dir, worktree: true }))),
    ).toEqual([]);
  });

  test('a submodule', async () => {
    const outer = await createRepository();
    await outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository.dir, 'sub');
    const place = await placeOf(join(outer.dir, 'sub/dir'));
    expect(place).toEqual({
      gitDir: join(outer.dir, '.git/modules/sub'),
      workTree: join(outer.dir, 'sub'),
      shallow: false,
    });
    await outer.dispose();
  });

  test('bare, and shallow', async () => {
    await repository.commit();
    head = await repository.git('rev-parse', 'HEAD');
    const bare = join(elsewhere.dir, 'bare.git');
    await repository.git('clone', '--quiet', '--bare', '--depth=1', `file://${repository.dir}`, bare);
    const place = { gitDir: bare, workTree: undefined, shallow: true };
    expect(await placeOf(bare)).toEqual(place);
    expect(await placeOf(join(bare, 'refs'))).toEqual(place);
    expect(await placeOf(elsewhere.dir, 'bare.git')).toEqual(place);
    expect(await openLocalPair({ directory: bare, staged: true })).toMatchObject({
      problem: { code: 'no-work-tree' },
    });
  });
});

describe('refused', () => {
  test('no repository, no such directory, a broken .git file', async () => {
    const broken = join(repository.dir, 'dir');
    writeFileSync(join(broken, '.git'), 'gitdir: ../nowhere\n');
    const places = [elsewhere.dir, join(elsewhere.dir, 'nothing'), broken, join(broken, 'deeper')];
    for (const directory of places) {
      expect(await openRepository({ directory })).toMatchObject({ problem: { code: 'not-a-repository' } });
    }
    const gitDir = join(elsewhere.dir, 'nothing');
    expect(await openRepository({ directory: repository.dir, gitDir })).toMatchObject({
      problem: { code: 'not-a-repository' },
    });
  });

  test('a bare repository among the files, whose configuration would run a program', async () => {
    const marker = join(elsewhere.dir, 'ran');
    const evil = join(repository.dir, 'dir/evil');
    await repository.git('init', '--quiet', '--bare', evil);
    await repositoryAt(evil).git('config', 'core.bare', 'false');
    await repositoryAt(evil).git('config', 'core.worktree', repository.dir);
    await repositoryAt(evil).git('config', 'core.fsmonitor', `touch ${marker}`);
    mkdirSync(join(evil, 'below'));
    for (const directory of [evil, join(evil, 'below')]) {
      expect(await openRepository({ directory })).toMatchObject({ problem: { code: 'embedded-repository' } });
    }
    // Named, it is opened, and still runs nothing.
    const named = await openLocalPair({ directory: repository.dir, gitDir: evil, staged: true });
    if (named.ok) await named.value.close();
    const outer = await opener.pair(
      openLocalPair({ directory: join(repository.dir, 'dir'), worktree: true }),
    );
    expect((await summary(outer)).every((line) => line.startsWith('dir/evil/'))).toBe(true);
    expect(existsSync(marker)).toBe(false);
  });
});

test('variables that point git elsewhere are ignored', async () => {
  const other = await createRepository();
  await other.write('other', 'x');
  await other.commit();
  const variables = {
    GIT_DIR: join(other.dir, '.git'),
    GIT_OBJECT_DIRECTORY: join(other.dir, '.git/objects'),
    GIT_INDEX_FILE: join(other.dir, '.git/index'),
    GIT_CONFIG_PARAMETERS: "'core.fsmonitor'='false'",
    GIT_NAMESPACE: 'other',
  };
  Object.assign(process.env, variables);
  try {
    await repository.git('update-index', '--chmod=+x', 'dir/deeper/file');
    const pair = await opener.pair(openLocalPair({ directory: repository.dir, staged: true }));
    expect(await summary(pair)).toEqual(['dir/deeper/file file>executable']);
    expect(unwrap(await pair.before.entries()).map((entry) => entry.path)).toEqual(['dir/deeper/file']);
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
    await other.dispose();
  }
});
