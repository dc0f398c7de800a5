import type { Guard } from '../effect.ts';
import { shown } from '../text.ts';
import { note } from './notes.ts';
import { join } from './scope.ts';
import { distinctTexts, MOST_VALUES, type Run, type Value } from './state.ts';

/** Goes on behind branches that were forked from `run`; those that left the script do not count. */
export function joinBranches(run: Run, branches: readonly Run[]): void {
  const { state } = run;
  const going = branches.filter((branch) => !branch.state.left);
  if (going.length === 0) {
    const ways = branches.map((branch) => branch.state.left);
    state.left = (['loop', 'return', 'exit'] as const).find((way) => ways.includes(way)) ?? false;
    return;
  }
  const states = going.map((branch) => branch.state);
  join(
    state.variables,
    states.map(({ variables }) => variables),
    (values, name) => uniteValues(run, values, name),
  );
  join(
    state.functions,
    states.map(({ functions }) => functions),
    (values) => values.find((value) => value !== undefined),
  );
  const [first] = states;
  if (going.length === 1 && branches.length > 1) state.guards = lasting(first!.guards, state.guards);
  state.directories = distinctTexts(states.flatMap(({ directories }) => directories));
  state.uncheckedCd = states.some(({ uncheckedCd }) => uncheckedCd);
  state.options = first!.options;
  state.reads = distinctTexts(states.flatMap(({ reads }) => reads));
  state.stack = first!.stack;
  if (state.output !== undefined) state.output = distinctTexts(states.flatMap(({ output }) => output ?? []));
  if (states.every(({ positional }) => positional === first!.positional))
    state.positional = first!.positional;
  else state.positional = undefined;
}

/** What still holds when all other branches have left: of the new guards, those that say something about a file. */
function lasting(guards: readonly Guard[], before: readonly Guard[]): readonly Guard[] {
  return guards.filter((guard) => guard.kind !== 'condition' || before.includes(guard));
}

/** Where a branch has not set the variable, it is what the environment gives. */
function uniteValues(run: Run, values: readonly (Value | undefined)[], name: string): Value | undefined {
  if (values.every((value) => value === undefined)) return undefined;
  const known = values.map((value): Value => value ?? { texts: [[{ name, is: 'value' }]] });
  const texts = known.flatMap((value) => value.texts);
  if (new Set(texts.map(shown)).size > MOST_VALUES) {
    note(run, 'dynamic', 0, `the variable ${name} may have more than ${MOST_VALUES} values`);
  }
  const items = known.find((value) => value.items !== undefined)?.items;
  return {
    texts: distinctTexts(texts),
    ...(items && { items }),
    ...(known.some(({ asked }) => asked) && { asked: true }),
  };
}
