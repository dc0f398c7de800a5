import { shellWord } from '../checks/words.ts';
import { encodePath, type Path } from '../model/path.ts';
import { escapeGlob } from '../policy/globs.ts';
import { plainLine } from '../reports/escape.ts';

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
    const words = paths.map((path) => pastedWord(`${pathspecStart(path)}${path}`)).join(' ');
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

/** Pathspecs begin at the directory of the shell, and name more than one file by `*`, `?` and `[`. */
function pathspecStart(path: Path): string {
  return /[*?[\\]/.test(path) ? ':(top,literal)' : ':/';
}

/** One word of a shell that still is one when reports have made it visible: bash, zsh and ksh read `$'…'`. */
function pastedWord(text: string): string {
  const word = shellWord(text);
  if (plainLine(` ${word}`) === ` ${word}`) return word;
  const bytes = [...encodePath(text)].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[\w./-]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return `$'${bytes.join('')}'`;
}
