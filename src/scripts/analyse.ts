import type { Path } from '../model/path.ts';
import type { Effect } from './effect.ts';
import type { NotRead } from './not-read.ts';
import { interpret } from './shell/interpret.ts';
import { extract } from './sources/index.ts';

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
  const extracted = extract(path, text);
  if (extracted === undefined) return undefined;
  const interpreted = extracted.units.map((unit) => interpret(unit, files));
  return {
    effects: [...interpreted.flatMap(({ effects }) => effects), ...extracted.effects],
    notRead: [...extracted.notRead, ...interpreted.flatMap(({ notRead }) => notRead)],
    uses: [...new Set(interpreted.flatMap(({ uses }) => uses))],
  };
}
