import { shellWord } from '../checks/words.ts';
import type { Path } from '../model/path.ts';

/** Longer commands are not copied by hand. */
const MOST_PATHS = 5;

/**
 * The command that takes a commit back. Where it changed other things as well, and its files are still as it left them,
 * these alone are put back; git merges the rest.
 * @param paths those of the service. `untouched`: nobody has changed them since.
 */
export function undoCommit(
  { id, parents }: { id: string; parents: readonly string[] },
  { paths, others, untouched }: { paths: readonly Path[]; others: number; untouched: boolean },
): string {
  const [parent] = parents;
  if (others > 0 && untouched && parent !== undefined && paths.length > 0 && paths.length <= MOST_PATHS) {
    const words = paths.map(shellWord).join(' ');
    return `git restore --source=${parent.slice(0, 12)} --staged --worktree -- ${words}`;
  }
  return `git revert --no-edit ${parents.length > 1 ? '-m 1 ' : ''}${id.slice(0, 12)}`;
}

/** A snapshot that is known good, by the environment that it is of. */
type Good = { environment: string | null };

/** The command that puts files of a host back. `good`: the newest snapshot that is known good is the one to put back. */
export function undoHost(
  before: string,
  { good, service, paths }: { good: Good | undefined; service: string | null; paths: readonly Path[] },
): string {
  const environment = good?.environment ?? null;
  const which =
    good === undefined
      ? before
      : `--known-good${environment === null ? '' : ` --environment ${shellWord(environment)}`}`;
  const whose = service === null ? '' : ` --service ${shellWord(service)}`;
  const files = paths.length > MOST_PATHS ? '' : paths.map((path) => ` --path ${shellWord(path)}`).join('');
  return `holdfast restore ${which}${whose}${files}`;
}
