import type { Path } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import {
  type History,
  MOST_COMMITS,
  MOST_MESSAGES,
  onlyTouching,
  type Past,
  type PastVersion,
} from '../../snapshots/history.ts';
import { fetchCommits } from './fetch.ts';
import { isShallow } from './locate.ts';
import { RAW_OPTIONS } from './parse.ts';
import { LOG_FORMAT, type Log, parseLog } from './parse-log.ts';
import type { Repository } from './repository.ts';
import { gitBytes } from './run.ts';

/** Milliseconds for a log: history helps, and nothing may wait long for it. */
const PATIENCE = 30_000;
/**
 * Commits of history that a shallow clone is given, step by step, and the milliseconds for each step. Depth counts
 * along every parent: in git's own repository, full of merges, a depth of 50 brings 7,400 commits and takes too long.
 */
const DEPTHS = [20, 100];
const FETCH_PATIENCE = 15_000;
/** Versions of a path that tell something: the one of the before side, and two older ones. */
const ENOUGH_VERSIONS = 3;

/** What `git log` shows depends on the commits alone, never on the repository's configuration. */
export const LOG = [
  ...['-c', 'log.showRoot=true', '-c', 'log.follow=false', '-c', 'log.diffMerges=separate'],
  ...['log', '--no-show-signature', '--no-notes', '--no-color', '--encoding=UTF-8', '-z'],
];

export type HistoryOptions = {
  base: string;
  /** Absent where the after side is no commit. */
  head?: string;
  /** The history of a shallow clone is fetched as far as it is needed: only where the network may be used. */
  deepen?: boolean;
};

/** The history of two commits' comparison, by one `git log` for all paths. */
export function commitHistory(repository: Repository, options: HistoryOptions): History {
  const { base, head } = options;
  const { gitDir } = repository;

  async function log(paths: readonly Path[]): Promise<Result<Past & Log>> {
    const range = ['--first-parent', '-m', `--max-count=${MOST_COMMITS}`, base, '--'];
    const args = [...LOG, ...RAW_OPTIONS, '--no-relative', LOG_FORMAT, ...range];
    const output = await gitBytes({ gitDir, args, timeout: PATIENCE });
    if (!output.ok) return output;
    const parsed = parseLog(output.value, paths);
    if (!parsed.ok) return parsed;
    const { commits } = parsed.value;
    return ok((await isCut(commits.at(-1)?.id)) ? withCut(parsed.value) : parsed.value);
  }

  /** Behind this commit there are others, and this clone does not have them. */
  async function isCut(oldest: string | undefined): Promise<boolean> {
    if (oldest === undefined || !(await isShallow(gitDir))) return false;
    const commit = await repository.objects.commit(oldest);
    const [parent] = commit.ok ? commit.value.parents : [];
    return parent !== undefined && !(await repository.objects.commit(parent)).ok;
  }

  async function deepened(paths: readonly Path[]): Promise<Result<Past & Log>> {
    let found = await log(paths);
    for (const depth of options.deepen ? DEPTHS : []) {
      if (!found.ok || !isShort(found.value, paths)) break;
      if (found.value.cutAfter! >= depth) continue;
      const fetched = await fetchCommits(repository, head ? [base, head] : [base], depth, FETCH_PATIENCE);
      if (!fetched.ok) break;
      found = await log(paths);
    }
    return found;
  }

  let asking: Promise<unknown> = Promise.resolve();
  return {
    past(paths) {
      const answer = deepened(paths).then((found) => (found.ok ? ok(onlyTouching(found.value)) : found));
      asking = answer;
      return answer;
    },
    async messages() {
      if (head === undefined) return ok([]);
      // The messages may be among what is being fetched.
      await asking;
      let said = await messagesBetween(base, head);
      for (const depth of options.deepen ? DEPTHS : []) {
        if (!said.ok || !(await lacksParents(said.value))) break;
        const fetched = await fetchCommits(repository, [base, head], depth, FETCH_PATIENCE);
        if (!fetched.ok) break;
        said = await messagesBetween(base, head);
      }
      return said.ok ? ok(said.value.map(({ message }) => message)) : said;
    },
  };

  async function messagesBetween(from: string, to: string): Promise<Result<Said[]>> {
    const range = [`--max-count=${MOST_MESSAGES}`, `${from}..${to}`, '--'];
    const output = await gitBytes({
      gitDir,
      args: [...LOG, '--format=%H%n%B', ...range],
      timeout: PATIENCE,
    });
    if (!output.ok) return output;
    const texts = output.value.toString('utf8').split('\0').filter(Boolean);
    return ok(texts.map(toSaid));
  }

  /** The change has commits that a shallow clone does not show: git leaves the parents at the cut out itself. */
  async function lacksParents(said: readonly Said[]): Promise<boolean> {
    if (!(await isShallow(gitDir))) return false;
    for (const { id } of said) {
      const commit = await repository.objects.commit(id);
      for (const parent of commit.ok ? commit.value.parents : []) {
        if (!(await repository.objects.commit(parent)).ok) return true;
      }
    }
    return false;
  }
}

/** A commit and its message. */
type Said = { id: string; message: string };

function toSaid(text: string): Said {
  const end = text.indexOf('\n');
  return { id: text.slice(0, end), message: text.slice(end + 1) };
}

/** What stands at the cut was there before: nothing is new in that commit. */
function withCut(log: Log): Past & Log {
  const last = log.commits.length - 1;
  for (const versions of log.versions.values()) {
    const oldest = versions.at(-1);
    if (oldest?.commit === last) delete oldest.first;
  }
  return { ...log, cutAfter: log.commits.length };
}

function isShort({ cutAfter, versions }: Past, paths: readonly Path[]): boolean {
  return cutAfter !== undefined && paths.some((path) => !isEnough(versions.get(path) ?? []));
}

function isEnough(versions: readonly PastVersion[]): boolean {
  // A path without versions does not exist at the cut, which shows all files that do.
  return versions.length === 0 || versions.length >= ENOUGH_VERSIONS || versions.at(-1)?.first === true;
}
