import { realpath } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { Path } from '../model/path.ts';
import { ok, type Result, refuse } from '../model/problem.ts';

/** A path that a person typed, from the root of the repository. Without a work tree it is taken as it is. */
export async function pathInside(
  root: string | undefined,
  cwd: string,
  given: string,
): Promise<Result<Path>> {
  if (root === undefined) return ok(given);
  const path = relative(root, resolve(await realpath(cwd), given))
    .split(sep)
    .join('/');
  if (path !== '' && path !== '..' && !path.startsWith('../')) return ok(path);
  return refuse({
    code: 'outside-repository',
    message: `${given} is not a file inside the repository ${root}.`,
    hint: 'Give a path below it, relative to the current directory.',
  });
}
