import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A real git repository in a temporary directory. Paths are relative to `dir`; ids are full hex. */
export type TestRepository = {
  readonly dir: string;
  write(path: string, content: string | Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
  link(path: string, target: string): Promise<void>;
  chmod(path: string, mode: number): Promise<void>;
  /** Commits everything in the work tree (also when nothing changed) and gives the commit's id. */
  commit(message?: string): Promise<string>;
  /** Runs git in `dir` and gives its standard output without the last line feed. */
  git(...args: string[]): Promise<string>;
  /** Creates a branch at HEAD, or at `start`, and checks it out. */
  branch(name: string, start?: string): Promise<void>;
  checkout(name: string): Promise<void>;
  /** Merges with a merge commit and gives its id. */
  merge(name: string, message?: string): Promise<string>;
  dispose(): Promise<void>;
};

/** The environment of every git that tests start: nothing of the machine's own configuration. */
export function testEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
    GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
    LC_ALL: 'C',
    ...more,
  };
}

/** An empty directory with its real path, and how to remove it. */
export async function createDirectory(): Promise<{ dir: string; dispose(): Promise<void> }> {
  const dir = await realpath(await mkdtemp(join(tmpdir(), 'holdfast-')));
  return { dir, dispose: () => rm(dir, { recursive: true, force: true }) };
}

/** A new repository on branch `main`, without commits. `args` go to `git init`. */
export async function createRepository(...args: string[]): Promise<TestRepository> {
  const { dir, dispose } = await createDirectory();
  const repository = repositoryAt(dir, dispose);
  await repository.git('init', '--quiet', '--initial-branch=main', ...args);
  return repository;
}

/** A repository that exists already: a clone, a worktree, a submodule. `dispose` leaves it unless given. */
export function repositoryAt(dir: string, dispose: () => Promise<void> = async () => {}): TestRepository {
  const git = async (...args: string[]) => {
    const options = { cwd: dir, env: testEnvironment(), maxBuffer: 1 << 28 };
    return (await run('git', args, options)).stdout.replace(/\n$/, '');
  };
  const head = () => git('rev-parse', 'HEAD');
  return {
    dir,
    git,
    dispose,
    async write(path, content) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), content);
    },
    async remove(path) {
      await rm(join(dir, path), { recursive: true });
    },
    async link(path, target) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await symlink(target, join(dir, path));
    },
    async chmod(path, mode) {
      await chmod(join(dir, path), mode);
    },
    async commit(message = 'change') {
      await git('add', '--all');
      await git('commit', '--quiet', '--allow-empty', '--message', message);
      return head();
    },
    async branch(name, start = 'HEAD') {
      await git('checkout', '--quiet', '-b', name, start);
    },
    async checkout(name) {
      await git('checkout', '--quiet', name);
    },
    async merge(name, message = 'merge') {
      await git('merge', '--quiet', '--no-ff', '--message', message, name);
      return head();
    },
  };
}
