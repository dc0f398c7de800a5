import { literalOf } from '../text.ts';
import { branchesOf, conditionOfList } from './branches.ts';
import type { Input } from './input.ts';
import type { For, Statement } from './parse.ts';
import { forked, joinBranches, type Run } from './state.ts';
import { assign, unknownValue } from './variables.ts';
import { expandWord } from './words.ts';

/** Passes of a loop over a known list that are followed one by one. */
const MOST_PASSES = 64;

/** `for`: pass by pass where the list is known, once with an unknown value otherwise. */
export function runFor(run: Run, { name, wordlist, body }: For): void {
  const fields =
    wordlist === undefined ? run.state.positional : wordlist.flatMap((word) => expandWord(run, word));
  const known = fields !== undefined && fields.length <= MOST_PASSES;
  if (
    !known ||
    fields.every((field) => field.values.every((text) => literalOf(text) === undefined && text.length === 1))
  ) {
    assign(
      run,
      name.value,
      fields?.[0] === undefined ? unknownValue(name.value) : { texts: fields[0].values },
    );
    runBody(run, body.commands);
    return;
  }
  for (const field of fields) {
    run.state.variables.own.set(name.value, { texts: field.values });
    run.machine.interpreter.statements(run, body.commands);
    if (run.state.left !== 'loop') continue;
    run.state.left = false;
  }
}

/** `while` and `until`: the body once, or not at all. */
export function runWhile(
  run: Run,
  clause: readonly Statement[],
  until: boolean,
  body: readonly Statement[],
  input: Input | undefined,
): void {
  const outcome = conditionOfList(run, clause, input);
  const [taken, skipped] = branchesOf(run, outcome, !until);
  run.machine.interpreter.statements(taken, body);
  if (taken.state.left === 'loop') taken.state.left = false;
  joinBranches(run, [taken, skipped]);
}

/** A body that may run any number of times: followed once, joined with not at all. */
export function runBody(run: Run, body: readonly Statement[]): void {
  const inner = forked(run);
  run.machine.interpreter.statements(inner, body);
  if (inner.state.left === 'loop') inner.state.left = false;
  joinBranches(run, [inner, forked(run)]);
}
