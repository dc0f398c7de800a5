import type { Argument } from '../commands/command.ts';
import { literalOf } from '../text.ts';
import { branchesOf, conditionOfList } from './branches.ts';
import type { Input } from './input.ts';
import { joinBranches } from './join.ts';
import { note } from './notes.ts';
import type { For, Statement } from './parse.ts';
import { distinctTexts, forked, type Run } from './state.ts';
import { assign, unknownValue } from './variables.ts';
import { expandWord } from './words.ts';

/** Passes of a loop over a known list that are followed one by one. */
const MOST_PASSES = 64;
/** Loops inside of each other that are followed twice. */
const MOST_REPEATED = 3;

/** `for`: pass by pass where the list is known, once with an unknown value otherwise. */
export function runFor(run: Run, { name, wordlist, body }: For): void {
  const fields =
    wordlist === undefined ? run.state.positional : wordlist.flatMap((word) => expandWord(run, word));
  const isLong = fields !== undefined && fields.length > MOST_PASSES;
  if (isLong) note(run, 'limit', name.pos, `a loop over more than ${MOST_PASSES} words`);
  if (fields === undefined || isLong || fields.every(isUnknown)) {
    const texts = isLong ? [] : distinctTexts((fields ?? []).flatMap(({ values }) => values));
    assign(run, name.value, texts.length === 0 ? unknownValue(name.value) : { texts });
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

/** `while` and `until`: the body any number of times, or not at all. */
export function runWhile(
  run: Run,
  clause: readonly Statement[],
  until: boolean,
  body: readonly Statement[],
  input: Input | undefined,
): void {
  repeat(run, (pass) => {
    const outcome = conditionOfList(pass, clause, input);
    const [taken, skipped] = branchesOf(pass, outcome, !until);
    runPass(taken, body);
    joinBranches(pass, [taken, skipped]);
  });
}

/** A body that may run any number of times, or not at all. */
export function runBody(run: Run, body: readonly Statement[]): void {
  repeat(run, (pass) => {
    const taken = forked(pass);
    runPass(taken, body);
    joinBranches(pass, [taken, forked(pass)]);
  });
}

function runPass(run: Run, body: readonly Statement[]): void {
  run.machine.interpreter.statements(run, body);
  if (run.state.left === 'loop') run.state.left = false;
}

/** Twice, as the second pass sees what the first has set; deep inside of other loops once. */
function repeat(run: Run, pass: (run: Run) => void): void {
  const { machine, state } = run;
  machine.loops += 1;
  pass(run);
  if (machine.loops <= MOST_REPEATED && !state.left) pass(run);
  machine.loops -= 1;
}

function isUnknown({ values }: Argument): boolean {
  return values.every((text) => literalOf(text) === undefined && text.length === 1);
}
