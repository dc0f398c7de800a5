import type { Path } from '../../model/path.ts';
import { LOG } from './history.ts';
import { isObjectId } from './modes.ts';
import type { Repository } from './repository.ts';
import { gitBytes } from './run.ts';

/** Commits of one merge that are named. */
const MOST = 5;
/** Paths that are asked about: a command line has an end. */
const MOST_PATHS = 1_000;
const PATIENCE = 30_000;

/** The commits that a merge brought and that touched these paths, the newest first; none when git does not tell. */
export async function innerCommits(
  { gitDir }: Repository,
  [first, ...others]: readonly string[],
  paths: readonly Path[],
): Promise<{ id: string; author: string; subject: string }[]> {
  if (first === undefined || others.length === 0) return [];
  const asked = paths.slice(0, MOST_PATHS);
  const range = [`--max-count=${MOST}`, '--format=%H%x00%an%x00%s', `^${first}`, ...others, '--', ...asked];
  const output = await gitBytes({ gitDir, args: [...LOG, ...range], timeout: PATIENCE });
  if (!output.ok) return [];
  const parts = output.value.toString('utf8').split('\0');
  const commits: { id: string; author: string; subject: string }[] = [];
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [id = '', author = '', subject = ''] = parts.slice(at, at + 3);
    if (isObjectId(id)) commits.push({ id, author, subject });
  }
  return commits;
}
