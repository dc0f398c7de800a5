import { ok, type Result, refuse } from '../../model/problem.ts';
import { isShallow } from './locate.ts';
import { isObjectId } from './modes.ts';
import { type GitCall, runGit, withoutCredentials } from './run.ts';

const DEADLINE = 120_000;

/** Nothing that a fetch brings may change branches, tags, FETCH_HEAD, submodules or the remote's filter. */
const QUIET = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
];

/**
 * Fetches commits by full id from `origin`, or from the only remote. A shallow repository stays shallow and
 * gets `depth` commits of history (1 unless given) within `timeout` milliseconds; a complete one stays complete.
 * Problems: `no-remote`, `fetch-failed`, `git-timeout`.
 */
export async function fetchCommits(
  repository: { gitDir: string },
  ids: readonly string[],
  depth = 1,
  timeout = DEADLINE,
): Promise<Result<void>> {
  const { gitDir } = repository;
  const remote = await remoteName(gitDir);
  if (!remote.ok) return remote;
  const wanted = ids.filter(isObjectId);
  const limit = (await isShallow(gitDir)) ? [`--depth=${depth}`] : [];
  const args = [...QUIET, ...limit, '--end-of-options', remote.value, ...wanted];
  const output = await online({ gitDir, args, timeout });
  return output.ok ? ok(undefined) : output;
}

/**
 * Fetches single objects that a partial clone lacks, all in one go and as git itself would. False when that
 * failed, `undefined` when the repository is no partial clone.
 */
export async function fetchObjects(gitDir: string, ids: readonly string[]): Promise<boolean | undefined> {
  const pattern = '^(extensions\\.partialclone|remote\\..*\\.promisor)$';
  const found = await runGit({ gitDir, args: ['config', '-z', '--get-regexp', pattern] });
  if (!found.ok || found.value.code !== 0) return undefined;
  const settings = found.value.stdout.toString('utf8').split('\0');
  const remotes = settings.flatMap((setting) => {
    const [name = '', value = ''] = setting.split('\n');
    if (name.startsWith('extensions.')) return [value];
    return value === 'true' ? [name.slice('remote.'.length, -'.promisor'.length)] : [];
  });
  const [remote] = remotes.filter((name) => name !== '');
  if (remote === undefined) return undefined;
  const args = [...QUIET, '--filter=blob:none', '--stdin', '--end-of-options', remote];
  const input = ids.filter(isObjectId).join('\n');
  return (await online({ gitDir, args: ['-c', 'fetch.negotiationAlgorithm=noop', ...args], input })).ok;
}

/** The commits that the remote's refs with exactly these full names have now. */
export async function remoteRefs(
  repository: { gitDir: string },
  refs: readonly string[],
): Promise<Result<Map<string, string>>> {
  const { gitDir } = repository;
  const remote = await remoteName(gitDir);
  if (!remote.ok) return remote;
  const output = await online({
    gitDir,
    args: ['ls-remote', '--quiet', '--end-of-options', remote.value, ...refs],
  });
  if (!output.ok) return output;
  const found = new Map<string, string>();
  for (const line of output.value.split('\n')) {
    const [id = '', ref = ''] = line.split('\t');
    if (refs.includes(ref) && isObjectId(id)) found.set(ref, id);
  }
  return ok(found);
}

async function remoteName(gitDir: string): Promise<Result<string>> {
  const output = await runGit({ gitDir, args: ['remote'] });
  if (!output.ok) return output;
  const names = output.value.stdout.toString('utf8').split('\n').filter(Boolean);
  if (names.includes('origin')) return ok('origin');
  if (names.length === 1 && !names[0]!.startsWith('-')) return ok(names[0]!);
  return refuse({
    code: 'no-remote',
    message: 'The repository has no remote `origin` to fetch missing commits from.',
    hint: 'Fetch the base and the head commit yourself before Holdfast runs.',
  });
}

async function online(call: Omit<GitCall, 'purpose'>): Promise<Result<string>> {
  const output = await runGit({ timeout: DEADLINE, ...call, purpose: 'fetch' });
  if (!output.ok) return output;
  if (output.value.code === 0) return ok(output.value.stdout.toString('utf8'));
  const words = withoutCredentials(output.value.stderr).split('\n').filter(Boolean).slice(-3).join(' ');
  return refuse({
    code: 'fetch-failed',
    message: `Git could not fetch from the remote: ${words || `it ended with code ${output.value.code}`}`,
    hint: 'Check out with `fetch-depth: 0`; in a private repository keep `persist-credentials: true`.',
  });
}
