import type { Path } from '../model/path.ts';
import { placeFinder } from '../model/place.ts';
import type { Effect } from './effect.ts';
import type { NotRead } from './not-read.ts';
import { interpret } from './shell/interpret.ts';

/** What a script would do when it runs, as far as it can be known without running it. */
export type Analysis = {
  /** In the order in which the script would do it. */
  effects: readonly Effect[];
  notRead: readonly NotRead[];
  /** Files of the checkout that it sources or runs. Those that were not given are analysed when they are. */
  uses: readonly Path[];
};

/**
 * Analyses one file: shell, a workflow, a Dockerfile, a Makefile or Ansible tasks, told apart by path and content.
 * @param files other files of the checkout that it may source or run, by path.
 * @returns `undefined` when the file holds nothing that runs.
 */
export function analyseScript(
  path: Path,
  text: string,
  files: ReadonlyMap<Path, string>,
): Analysis | undefined {
  return interpret(
    {
      script: path,
      source: text,
      place: placeFinder(text),
      directory: [],
      variables: new Map(),
      host: { kind: 'local' },
      surroundings: 'server',
      options: { errexit: false, pipefail: false, nounset: false },
    },
    files,
  );
}
