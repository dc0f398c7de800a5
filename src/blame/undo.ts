import { pastedWord, topPathspec } from '../checks/words.ts';
import type { Path } from '../model/path.ts';
import { escapeGlob } from '../policy/globs.ts';

/** Longer commands are not copied by hand. */
const MOST_PATHS = 5;

/**
 * The command that takes a commit back, wherever in the checkout it is pasted. Where it changed other things as well, and
 * its files are still as it left them, these alone are put back; git merges the rest.
 * @param paths those of the service. `untouched`: nobody has changed them since.
 */
export function undoCommit(
  { id, parents }: { id: string; parents: readonly string[] },
  { paths, others, untouched }: { paths: readonly Path[]; others: number; untouched: boolean },
): string {
  const [parent] = parents;
  if (others > 0 && untouched && parent !== undefined && paths.length > 0 && paths.length <= MOST_PATHS) {
    const words = paths.map((path) => pastedWord(topPathspec(path))).join(' ');
    return `git restore --source=${parent.slice(0, 12)} --staged --worktree -- ${words}`;
  }
  return `git revert --no-edit ${parents.length > 1 ? '-m 1 ' : ''}${id.slice(0, 12)}`;
}

/** A snapshot that is known good, by the environment that it is of. */
type Good = { environment: string | null };

/** Which store `holdfast restore` has to open, and with what; as whoever asked has named it. */
export type StoreNames = { store?: string | undefined; identity?: readonly string[] | undefined };

type Wanted = StoreNames & { good: Good | undefined; service: string | null; paths: readonly Path[] };

/** The command that puts files of a host back. `good`: the newest snapshot that is known good is the one to put back. */
export function undoHost(before: string, { good, service, paths, store, identity = [] }: Wanted): string {
  const environment = good?.environment ?? null;
  const words = [
    ...(good === undefined ? [before] : ['--known-good']),
    ...(good === undefined || environment === null ? [] : ['--environment', pastedWord(environment)]),
    ...(service === null ? [] : ['--service', pastedWord(service)]),
    ...(paths.length > MOST_PATHS ? [] : paths.flatMap((path) => ['--path', pastedWord(escapeGlob(path))])),
    ...(store === undefined ? [] : ['--store', pastedWord(store)]),
    ...identity.flatMap((file) => ['--identity', pastedWord(file)]),
  ];
  return `holdfast restore ${words.join(' ')}`;
}
