import { joined, literalOf, shown, type Text } from '../text.ts';
import { conditionOf, type Outcome, patternMatches } from './conditions.ts';
import type { Input } from './input.ts';
import type { Case, CommandNode, For, PipelineNode, Statement } from './parse.ts';
import { runRedirected } from './redirects.ts';
import { runSimple } from './simple.ts';
import { forked, joinBranches, type Run } from './state.ts';
import { assign, unknownValue } from './variables.ts';
import { expandText, expandWord } from './words.ts';

/** Passes of a loop over a known list that are followed one by one. */
const MOST_PASSES = 64;

type Node = PipelineNode | Extract<Statement['command'], { type: 'AndOr' }>;

/** Runs commands one after the other, until the script is left. */
export function runStatements(run: Run, statements: readonly Statement[], input?: Input): void {
  for (const statement of statements) {
    if (run.state.left) return;
    if (statement.background) runNode(forked(run), statement.command, input);
    else runNode(run, statement.command, input);
  }
}

/** Runs one command of any kind. `input`: what a pipeline or a redirection gives it to read. */
export function runNode(run: Run, node: Node, input?: Input): void {
  switch (node.type) {
    case 'Command':
      return runSimple(run, node, input);
    case 'Pipeline':
      return runPipeline(run, node, input);
    case 'AndOr':
      return runAndOr(run, node);
    case 'Redirected':
      return runRedirected(run, node, input);
    case 'BraceGroup':
      return runStatements(run, node.body.commands, input);
    case 'Subshell':
      return runSubshell(run, node.body.commands, input);
    case 'If':
      return runIf(run, [{ clause: node.clause, then: node.then }, ...node.elif], node.else?.commands, input);
    case 'For':
      return runFor(run, node);
    case 'Select':
      assign(run, node.name.value, unknownValue(node.name.value));
      return runBody(run, node.body.commands);
    case 'While':
      return runWhile(run, node.clause.commands, node.kind === 'until', node.body.commands, input);
    case 'ArithmeticFor':
      return runBody(run, node.body.commands);
    case 'Case':
      return runCase(run, node);
    case 'Function': {
      const defined = { node, frame: run.frame };
      run.state.functions.own.set(node.name.value, defined);
      run.machine.defined.push(defined);
      return;
    }
    case 'Coproc':
      if (node.body.type === 'CompoundList') return runSubshell(run, node.body.commands);
      return runNode(forked(run), node.body);
    case 'TestCommand':
      conditionOf(run, node);
      return;
    default:
      return;
  }
}

function runSubshell(run: Run, statements: readonly Statement[], input?: Input): void {
  const inner = forked(run);
  runStatements(inner, statements, input);
  run.state.output = inner.state.output;
}

function runPipeline(
  run: Run,
  { commands, prefixes }: Extract<Node, { type: 'Pipeline' }>,
  input: Input | undefined,
): void {
  if (commands.length === 1) {
    if (prefixes.length > 0) conditionOf(run, commands[0]!, input);
    else runNode(run, commands[0]!, input);
    return;
  }
  let given = input;
  commands.forEach((command, index) => {
    const last = index === commands.length - 1;
    const inner = forked(run, last ? {} : { output: [[]] });
    const reads = [...(given?.reads ?? [])];
    const next: Input = { texts: undefined, reads, piped: true, at: command };
    runNode(inner, command, { ...(given ?? { texts: undefined, at: command }), reads, piped: index > 0 || given?.piped === true });
    given = { ...next, texts: inner.state.output };
    if (last) run.state.output = inner.state.output;
  });
}

/** `a && b || c`: what stands behind a test runs under it; what stands behind `||` runs when something went wrong. */
function runAndOr(run: Run, { commands, operators }: Extract<Node, { type: 'AndOr' }>): void {
  let outcome = conditionOf(run, commands[0]!);
  operators.forEach((operator, index) => {
    if (run.state.left) return;
    const wanted = operator === '&&';
    const node = commands[index + 1]!;
    if (outcome.known !== undefined && outcome.known !== wanted) return;
    if (wanted && outcome.plain && outcome.whenTrue.length === 0) {
      run.state.uncheckedCd = false;
      outcome = conditionOf(run, node);
      return;
    }
    const [taken, skipped] = branchesOf(run, outcome, wanted);
    const inner = conditionOf(taken, node);
    joinBranches(run, outcome.known === undefined ? [taken, skipped] : [taken]);
    if (taken.state.left && !run.state.left) run.state.uncheckedCd = false;
    outcome = combineOutcomes(outcome, inner, wanted);
  });
}

function branchesOf(run: Run, outcome: Outcome, wanted: boolean): [Run, Run] {
  const [true_, false_] = [outcome.whenTrue, outcome.whenFalse];
  const taken = forked(run, { guards: [...run.state.guards, ...(wanted ? true_ : false_)] });
  const skipped = forked(run, { guards: [...run.state.guards, ...(wanted ? false_ : true_)] });
  for (const [name, texts] of outcome.bindings ?? []) {
    (wanted ? taken : skipped).state.variables.own.set(name, { texts });
  }
  return [taken, skipped];
}

function combineOutcomes(first: Outcome, second: Outcome, and: boolean): Outcome {
  return {
    plain: first.plain && second.plain,
    whenTrue: and ? [...first.whenTrue, ...second.whenTrue] : [],
    whenFalse: and ? [] : [...first.whenFalse, ...second.whenFalse],
  };
}

function runIf(
  run: Run,
  clauses: readonly { clause: { commands: readonly Statement[] }; then: { commands: readonly Statement[] } }[],
  otherwise: readonly Statement[] | undefined,
  input: Input | undefined,
): void {
  const [first, ...rest] = clauses;
  const outcome = conditionOfList(run, first!.clause.commands, input);
  if (run.state.left) return;
  const [taken, skipped] = branchesOf(run, { ...outcome, ...asGuards(run, outcome, first!.clause) }, true);
  if (outcome.known !== false) runStatements(taken, first!.then.commands, input);
  if (outcome.known !== true) {
    if (rest.length > 0) runIf(skipped, rest, otherwise, input);
    else if (otherwise !== undefined) runStatements(skipped, otherwise, input);
  }
  joinBranches(run, outcome.known === undefined ? [taken, skipped] : [outcome.known ? taken : skipped]);
}

/** A command as a condition guards what depends on it, too: `if grep -q …; then`. */
function asGuards(run: Run, outcome: Outcome, clause: { pos?: number; end?: number }): Partial<Outcome> {
  if (outcome.whenTrue.length + outcome.whenFalse.length > 0) return {};
  const text = run.frame.source.slice(clause.pos, clause.end).trim();
  const whenTrue = [{ kind: 'condition', text }] as const;
  const whenFalse = [{ kind: 'condition', text: `not ${text}` }] as const;
  return { whenTrue, whenFalse };
}

function conditionOfList(run: Run, statements: readonly Statement[], input?: Input): Outcome {
  runStatements(run, statements.slice(0, -1), input);
  const last = statements.at(-1);
  return last === undefined ? { plain: true, whenTrue: [], whenFalse: [] } : conditionOf(run, last.command, input);
}

function runFor(run: Run, { name, wordlist, body }: For): void {
  const fields =
    wordlist === undefined ? run.state.positional : wordlist.flatMap((word) => expandWord(run, word));
  const known = fields !== undefined && fields.length <= MOST_PASSES;
  if (!known || fields.every((field) => field.values.every((text) => literalOf(text) === undefined && text.length === 1))) {
    assign(run, name.value, fields?.[0] === undefined ? unknownValue(name.value) : { texts: fields[0].values });
    return runBody(run, body.commands);
  }
  for (const field of fields) {
    run.state.variables.own.set(name.value, { texts: field.values });
    runStatements(run, body.commands);
    if (run.state.left !== 'loop') continue;
    run.state.left = false;
  }
}

function runWhile(
  run: Run,
  clause: readonly Statement[],
  until: boolean,
  body: readonly Statement[],
  input: Input | undefined,
): void {
  const outcome = conditionOfList(run, clause, input);
  const [taken, skipped] = branchesOf(run, outcome, !until);
  runStatements(taken, body);
  if (taken.state.left === 'loop') taken.state.left = false;
  joinBranches(run, [taken, skipped]);
}

/** A body that may run any number of times: followed once, joined with not at all. */
function runBody(run: Run, body: readonly Statement[]): void {
  const inner = forked(run);
  runStatements(inner, body);
  if (inner.state.left === 'loop') inner.state.left = false;
  joinBranches(run, [inner, forked(run)]);
}

function runCase(run: Run, { word, items }: Case): void {
  const texts = expandText(run, word);
  const subject = texts.length === 1 ? literalOf(texts[0]!) : undefined;
  const source = run.frame.source.slice(word.pos, word.end);
  const name = /^"?\$\{?(\w+)(?::?-[^}]*)?\}?"?$/.exec(source)?.[1];
  const branches: Run[] = [];
  let complete = false;
  for (const item of items) {
    const patterns = item.pattern.flatMap((pattern) => expandText(run, pattern));
    const matches = patterns.map((pattern) => (subject === undefined ? undefined : patternMatches(subject, pattern)));
    if (matches.length > 0 && matches.every((match) => match === false)) continue;
    const text = `case ${source} in ${patterns.map(shown).join('|')})`;
    const taken = forked(run, { guards: [...run.state.guards, { kind: 'condition', text }] });
    const literals = patterns.filter((pattern): pattern is Text => literalOf(pattern) !== undefined);
    if (name !== undefined && literals.length === patterns.length && literals.length <= 4) {
      taken.state.variables.own.set(name, { texts: literals.map((literal) => joined(literal)) });
    }
    runStatements(taken, item.body.commands);
    branches.push(taken);
    complete ||= patterns.some((pattern) => shown(pattern) === '*') || matches.includes(true);
    if (complete) break;
  }
  joinBranches(run, complete ? branches : [...branches, forked(run)]);
}

export type { CommandNode };
