import type { Guard } from '../effect.ts';
import { joined, literalOf, shown, type Text } from '../text.ts';
import { MOST_GUARDS } from './budget.ts';
import { conditionOf, type Outcome, patternMatches } from './conditions.ts';
import type { Input } from './input.ts';
import { joinBranches } from './join.ts';
import { asWritten } from './nested.ts';
import type { Case, Elif, PipelineNode, Statement } from './parse.ts';
import { forked, MOST_VALUES, type Run } from './state.ts';
import { expandText } from './words.ts';

/** `a && b || c`: what stands behind a test runs under it; what stands behind `||` runs when something went wrong. */
export function runAndOr(
  run: Run,
  { commands, operators }: Extract<Statement['command'], { type: 'AndOr' }>,
): void {
  let outcome = conditionOf(run, commands[0]!);
  operators.forEach((operator, index) => {
    if (run.state.left) return;
    const wanted = operator === '&&';
    const node = commands[index + 1]!;
    if (outcome.known !== undefined && outcome.known !== wanted) return;
    if (wanted && outcome.plain && outcome.whenTrue.length === 0) {
      outcome = runAfter(run, node);
      return;
    }
    const [taken, skipped] = branchesOf(run, outcome, wanted);
    const inner = conditionOf(taken, node);
    joinBranches(run, outcome.known === undefined ? [taken, skipped] : [taken]);
    if (taken.state.left && !run.state.left) run.state.uncheckedCd = false;
    outcome = combineOutcomes(outcome, inner, wanted);
  });
}

/**
 * `cp a b && mv c d`: what stands behind a command is taken to run, as a rule. What leaves the script behind it does so
 * only when the command succeeds.
 */
function runAfter(run: Run, node: PipelineNode): Outcome {
  run.state.uncheckedCd = false;
  const taken = forked(run);
  const outcome = conditionOf(taken, node);
  joinBranches(run, taken.state.left ? [taken, forked(run)] : [taken]);
  return outcome;
}

/** The branch in which a condition held as wanted, and the other one. */
export function branchesOf(run: Run, outcome: Outcome, wanted: boolean): [Run, Run] {
  const [true_, false_] = [outcome.whenTrue, outcome.whenFalse];
  const taken = forked(run, { guards: guarded(run, wanted ? true_ : false_) });
  const skipped = forked(run, { guards: guarded(run, wanted ? false_ : true_) });
  for (const [name, texts] of outcome.bindings ?? []) {
    (wanted ? taken : skipped).state.variables.own.set(name, { texts });
  }
  return [taken, skipped];
}

/** The guards of a branch; of very many, the ones nearest to the command. */
function guarded({ state }: Run, added: readonly Guard[]): readonly Guard[] {
  return added.length === 0 ? state.guards : [...state.guards, ...added].slice(-MOST_GUARDS);
}

function combineOutcomes(first: Outcome, second: Outcome, and: boolean): Outcome {
  return {
    plain: first.plain && second.plain,
    whenTrue: and ? [...first.whenTrue, ...second.whenTrue] : [],
    whenFalse: and ? [] : [...first.whenFalse, ...second.whenFalse],
  };
}

/** A condition and what runs under it, as `if` and `elif` have them. */
type Clause = Pick<Elif, 'clause' | 'then'>;

/** `if`: what runs under the condition, and what runs otherwise. */
export function runIf(
  run: Run,
  clauses: readonly Clause[],
  otherwise: readonly Statement[] | undefined,
  input: Input | undefined,
): void {
  const [first, ...rest] = clauses;
  const outcome = conditionOfList(run, first!.clause.commands, input);
  if (run.state.left) return;
  const [taken, skipped] = branchesOf(run, { ...outcome, ...asGuards(run, outcome, first!.clause) }, true);
  if (outcome.known !== false) run.machine.interpreter.statements(taken, first!.then.commands, input);
  if (outcome.known !== true) {
    if (rest.length > 0) runIf(skipped, rest, otherwise, input);
    else if (otherwise !== undefined) run.machine.interpreter.statements(skipped, otherwise, input);
  }
  joinBranches(run, outcome.known === undefined ? [taken, skipped] : [outcome.known ? taken : skipped]);
}

/** A command as a condition guards what depends on it, too: `if grep -q …; then`. */
function asGuards(run: Run, outcome: Outcome, clause: Elif['clause']): Partial<Outcome> {
  if (outcome.whenTrue.length + outcome.whenFalse.length > 0) return {};
  const text = asWritten(run.frame, clause).trim();
  const whenTrue = [{ kind: 'condition', text }] as const;
  const whenFalse = [{ kind: 'condition', text: `not ${text}` }] as const;
  return { whenTrue, whenFalse };
}

/** Runs commands; says what the result of the last one tells. */
export function conditionOfList(run: Run, statements: readonly Statement[], input?: Input): Outcome {
  run.machine.interpreter.statements(run, statements.slice(0, -1), input);
  const last = statements.at(-1);
  return last === undefined
    ? { plain: true, whenTrue: [], whenFalse: [] }
    : conditionOf(run, last.command, input);
}

/** `case`: every item that may fit, with the word bound to what the item's patterns say. */
export function runCase(run: Run, { word, items }: Case): void {
  const texts = expandText(run, word);
  const subject = texts.length === 1 ? literalOf(texts[0]!) : undefined;
  const source = asWritten(run.frame, word);
  const name = /^"?\$\{?(\w+)(?::?-[^}]*)?\}?"?$/.exec(source)?.[1];
  const branches: Run[] = [];
  let complete = false;
  let before: Run | undefined;
  for (const item of items) {
    const patterns = item.pattern.flatMap((pattern) => expandText(run, pattern));
    const matches = patterns.map((pattern) =>
      subject === undefined ? undefined : patternMatches(subject, pattern),
    );
    // `;&` goes on with the next commands, whatever their pattern.
    if (before !== undefined) run.machine.interpreter.statements(before, item.body.commands);
    before = item.terminator === ';&' ? before : undefined;
    if (matches.length > 0 && matches.every((match) => match === false)) continue;
    if (complete) continue;
    const text = `case ${source} in ${patterns.map(shown).join('|')})`;
    const taken = forked(run, { guards: guarded(run, [{ kind: 'condition', text }]) });
    const literals = patterns.filter((pattern): pattern is Text => literalOf(pattern) !== undefined);
    const bound = literals.length > 0 && literals.length <= MOST_VALUES;
    if (name !== undefined && bound && literals.length === patterns.length) {
      taken.state.variables.own.set(name, { texts: literals.map((literal) => joined(literal)) });
    }
    run.machine.interpreter.statements(taken, item.body.commands);
    branches.push(taken);
    if (item.terminator === ';&') before = taken;
    if (item.terminator === ';;&') continue;
    complete ||= patterns.some((pattern) => shown(pattern) === '*') || matches.includes(true);
    if (complete && before === undefined) break;
  }
  joinBranches(run, complete ? branches : [...branches, forked(run)]);
}
