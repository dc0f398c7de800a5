import { join, resolve } from 'node:path';
import { ok, type Result } from '../../model/problem.ts';
import { fetchObjects } from './fetch.ts';
import { commonDirectory, findRepository, isShallow, namedRepository, readText } from './locate.ts';
import { type Objects, openObjects } from './objects.ts';

/** An open repository. `close` ends its long-lived git process; every opener must call it. */
export type Repository = {
  /** Absolute; for a linked worktree or a submodule its own directory below the main one. */
  gitDir: string;
  /** Absolute; absent for a bare repository. */
  workTree?: string;
  /** History is cut off: parents may be listed that the repository does not have. */
  shallow: boolean;
  objectFormat: 'sha1' | 'sha256';
  objects: Objects;
  close(): Promise<void>;
};

export type OpenOptions = {
  /** Any directory inside a work tree, or a bare repository. */
  directory: string;
  /** As git's `--git-dir`: the repository itself, without a search. */
  gitDir?: string;
};

/**
 * Finds and opens a repository: `.git` as a directory or a file (worktrees, submodules) here or above, else a
 * bare repository. A bare repository inside a work tree may be content that somebody committed: it is refused
 * unless it is named.
 */
export async function openRepository(options: OpenOptions): Promise<Result<Repository>> {
  const start = resolve(options.directory);
  const location =
    options.gitDir === undefined
      ? await findRepository(start)
      : await namedRepository(resolve(start, options.gitDir));
  if (!location.ok) return location;
  const { gitDir } = location.value;
  const objects = openObjects({ gitDir, fetchMissing: (ids) => fetchObjects(gitDir, ids) });
  const [config, shallow] = await Promise.all([
    readText(join(await commonDirectory(gitDir), 'config')),
    isShallow(gitDir),
  ]);
  return ok({
    ...location.value,
    shallow,
    objectFormat: /^\s*objectformat\s*=\s*"?sha256/im.test(config ?? '') ? 'sha256' : 'sha1',
    objects,
    close: () => objects.close(),
  });
}
