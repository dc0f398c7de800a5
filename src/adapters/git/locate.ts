import { basename, dirname, join, resolve, sep } from 'node:path';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { lstat, readFile, realpath, stat } from '../files.ts';

/** Where a repository is; both absolute. A bare one has no work tree. */
export type Location = { gitDir: string; workTree?: string };

/** True when history is cut off now: a fetch may have changed it since the repository was opened. */
export async function isShallow(gitDir: string): Promise<boolean> {
  return ((await readText(join(await commonDirectory(gitDir), 'shallow'))) ?? '') !== '';
}

/** Looks here and above, as git does. Problems: `not-a-repository`, `embedded-repository`. */
export async function findRepository(start: string): Promise<Result<Location>> {
  const from = await realpath(start).catch(() => undefined);
  let bare: string | undefined;
  for (let at = from; at !== undefined; at = at === dirname(at) ? undefined : dirname(at)) {
    const dotGit = await followGitFile(join(at, '.git'));
    if (dotGit === 'broken') return refuse(notARepository(at));
    if (dotGit !== undefined && (await isGitDirectory(dotGit))) {
      if (bare !== undefined && !`${bare}${sep}`.startsWith(`${dotGit}${sep}`)) return refuse(embedded(bare));
      return ok({ gitDir: dotGit, workTree: at });
    }
    if (await isGitDirectory(at)) bare ??= at;
  }
  return bare === undefined ? refuse(notARepository(start)) : ok({ gitDir: bare });
}

/** `--git-dir`: its work tree is the directory around `.git`, or none. */
export async function namedRepository(path: string): Promise<Result<Location>> {
  // People also name the directory that holds `.git`.
  for (const candidate of [path, join(path, '.git')]) {
    const gitDir = await followGitFile(candidate);
    if (gitDir === undefined || gitDir === 'broken' || !(await isGitDirectory(gitDir))) continue;
    return ok(basename(candidate) === '.git' ? { gitDir, workTree: dirname(candidate) } : { gitDir });
  }
  return refuse(notARepository(path));
}

/** The directory that `.git` is or names; `broken` for a file that names none. */
async function followGitFile(path: string): Promise<string | 'broken' | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return path;
  if (!found?.isFile() || basename(path) !== '.git') return undefined;
  const target = found.size < 64 * 1024 && /^gitdir: (.+?)[\r\n]*$/.exec((await readText(path)) ?? '')?.[1];
  if (!target) return 'broken';
  const directory = resolve(dirname(path), target);
  return (await isGitDirectory(directory)) ? directory : 'broken';
}

/** Git's own test: HEAD, objects and refs, of which a linked worktree has only the first. */
async function isGitDirectory(path: string): Promise<boolean> {
  const common = await commonDirectory(path);
  const wanted = [join(path, 'HEAD'), join(common, 'objects'), join(common, 'refs')];
  const found = await Promise.all(wanted.map((each) => lstat(each).catch(() => undefined)));
  return found.every((each) => each !== undefined);
}

/** What all linked worktrees of a repository share: objects, refs, configuration. */
export async function commonDirectory(gitDir: string): Promise<string> {
  const common = (await readText(join(gitDir, 'commondir')))?.trim();
  return common === undefined || common === '' ? gitDir : resolve(gitDir, common);
}

/** `undefined` when there is no such file. */
export function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

function notARepository(directory: string): Problem {
  return {
    code: 'not-a-repository',
    message: `There is no git repository in \`${directory}\` or above it.`,
    hint: 'Run Holdfast inside a clone, or name one with --git-dir. In a workflow, run actions/checkout first.',
  };
}

function embedded(directory: string): Problem {
  return {
    code: 'embedded-repository',
    message: `\`${directory}\` is a bare repository inside the files of another repository.`,
    hint: 'Run Holdfast outside of it, or name the repository that you mean with --git-dir.',
  };
}
