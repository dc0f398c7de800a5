import type { Path } from '../model/path.ts';
import type { Effect } from './effect.ts';
import type { NotRead } from './not-read.ts';
import { interpret } from './shell/interpret.ts';
import { extract } from './sources/index.ts';
import type { Unit } from './unit.ts';

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
  const interpreted = extracted.units.map((unit) => withAdditions(interpret(unit, files), unit.adds));
  return {
    effects: inOrder(
      interpreted.flatMap(({ effects }) => effects),
      extracted.effects,
    ),
    notRead: [...extracted.notRead, ...interpreted.flatMap(({ notRead }) => notRead)],
    uses: [...new Set(interpreted.flatMap(({ uses }) => uses))],
  };
}

function withAdditions<T extends Pick<Analysis, 'effects'>>(analysis: T, adds: Unit['adds']): T {
  if (adds === undefined) return analysis;
  const { guards, declaredOnly } = adds;
  const effects = analysis.effects.map((effect) => ({
    ...effect,
    guards: [...guards, ...effect.guards],
    declaredOnly,
  }));
  return { ...analysis, effects };
}

/** Effects that need no shell (`COPY`) take their places among the others, by their lines. */
function inOrder(effects: readonly Effect[], others: readonly Effect[]): readonly Effect[] {
  if (others.length === 0) return effects;
  return [...effects, ...others].sort((one, other) => one.place.line - other.place.line);
}
