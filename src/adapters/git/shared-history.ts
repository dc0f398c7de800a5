import type { Path } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import {
  type History,
  MOST_COMMITS,
  MOST_VERSIONS,
  onlyTouching,
  type Past,
} from '../../snapshots/history.ts';
import type { Landed } from '../../snapshots/landed.ts';
import { commitHistory, LOG } from './history.ts';
import { RAW_OPTIONS } from './parse.ts';
import { LOG_FORMAT, type Log, parseLog } from './parse-log.ts';
import type { Repository } from './repository.ts';
import { gitBytes } from './run.ts';

/** Milliseconds. */
const PATIENCE = 60_000;

/**
 * The history before each step of a branch, from one `git log` for all of them: what a step's own comparison would
 * have asked git for, with the same limits.
 * @param steps newest first. `paths`: those of all steps that are going to be compared.
 */
export function sharedHistory(
  repository: Repository,
  steps: readonly Landed[],
  paths: readonly Path[],
): (step: Landed) => History {
  let asked: Promise<Result<{ log: Log; places: Map<string, number> }>> | undefined;
  const ask = () => {
    asked ??= readLog(repository, steps, paths);
    return asked;
  };
  return (step) => ({
    async past(wanted) {
      const read = await ask();
      if (!read.ok) return read;
      const { log, places } = read.value;
      const start = (places.get(step.id) ?? -1) + 1;
      // A step that the log does not show is none of this branch.
      if (start === 0 || step.parents[0] === undefined) return ok({ commits: [], versions: new Map() });
      return ok(onlyTouching(pastFrom(log, start, wanted)));
    },
    async messages() {
      const [base, merged] = step.parents;
      if (base === undefined || merged === undefined) return ok([step.message]);
      return commitHistory(repository, { base, head: step.id }).messages();
    },
  });
}

async function readLog(repository: Repository, steps: readonly Landed[], paths: readonly Path[]) {
  const count = `--max-count=${steps.length + MOST_COMMITS}`;
  const range = ['--first-parent', '-m', count, steps[0]?.id ?? 'HEAD', '--'];
  const args = [...LOG, ...RAW_OPTIONS, '--no-relative', LOG_FORMAT, ...range];
  const output = await gitBytes({ gitDir: repository.gitDir, args, timeout: PATIENCE });
  if (!output.ok) return output;
  const log = parseLog(output.value, paths, Number.POSITIVE_INFINITY);
  if (!log.ok) return log;
  return ok({ log: log.value, places: new Map(log.value.commits.map(({ id }, index) => [id, index])) });
}

function pastFrom(log: Log, start: number, paths: readonly Path[]): Past & Log {
  const versions = new Map(
    paths.flatMap((path) => {
      const known = log.versions
        .get(path)
        ?.filter(({ commit }) => commit >= start && commit < start + MOST_COMMITS);
      if (known === undefined || known.length === 0) return [];
      const own = known
        .slice(0, MOST_VERSIONS)
        .map((version) => ({ ...version, commit: version.commit - start }));
      return [[path, own] as const];
    }),
  );
  return { commits: log.commits.slice(start, start + MOST_COMMITS), versions };
}
