import type { Guard } from '../effect.ts';
import { locate } from '../location.ts';
import { literalOf, shown, type Text } from '../text.ts';
import type { Input } from './input.ts';
import { asWritten } from './nested.ts';
import type { Command, PipelineNode, Statement, TestExpression, Word } from './parse.ts';
import { lookUp } from './scope.ts';
import type { Run } from './state.ts';
import { expandText } from './words.ts';

/**
 * What is known when a command has succeeded, or failed.
 * - `known`: its result, where it can be told without running it.
 * - `plain`: it is run for what it does, not for what it tells.
 * - `bindings`: what variables hold when it has succeeded.
 */
export type Outcome = {
  known?: boolean;
  plain: boolean;
  whenTrue: readonly Guard[];
  whenFalse: readonly Guard[];
  bindings?: readonly (readonly [string, readonly Text[]])[];
};

type Node = Statement['command'] | PipelineNode;

const PLAIN: Outcome = { plain: true, whenTrue: [], whenFalse: [] };
const EXISTENCE = new Set('-e -f -s -r -w -x -d -L -h -a'.split(' '));
/** Commands that are run for their result. */
const ASKING = new Set(
  'grep egrep fgrep zgrep command which type hash id getent cmp diff pgrep mountpoint'.split(' '),
);

/** Runs a command and says what its result tells. */
export function conditionOf(run: Run, node: Node, input?: Input): Outcome {
  if (node.type === 'Pipeline' && node.commands.length === 1) {
    const outcome = conditionOf(run, node.commands[0]!, input);
    return node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1
      ? negated(outcome)
      : outcome;
  }
  if (node.type === 'AndOr') return chain(run, node);
  if (node.type === 'TestCommand') return expression(run, node.expression);
  if (node.type === 'Command') {
    const name = node.name?.value;
    if (name === '[' || name === 'test') return test(run, node);
    run.machine.interpreter.node(run, node, input);
    if (name === 'true' || name === ':') return { ...PLAIN, known: true };
    if (name === 'false') return { ...PLAIN, known: false };
    return asked(run, node, name);
  }
  run.machine.interpreter.node(run, node, input);
  return PLAIN;
}

function chain(run: Run, node: Extract<Node, { type: 'AndOr' }>): Outcome {
  const allOf = (wanted: string) => node.operators.every((operator) => operator === wanted);
  if (node.commands.every(isTest)) {
    const outcomes = node.commands.map((command) => conditionOf(run, command));
    if (allOf('&&')) return both(outcomes);
    if (allOf('||')) return negated(both(outcomes.map(negated)));
  }
  run.machine.interpreter.node(run, node);
  return PLAIN;
}

function isTest(node: PipelineNode): boolean {
  if (node.type === 'Pipeline' && node.commands.length === 1) return isTest(node.commands[0]!);
  if (node.type === 'TestCommand') return true;
  return node.type === 'Command' && (node.name?.value === '[' || node.name?.value === 'test');
}

function both(outcomes: readonly Outcome[]): Outcome {
  const certain = outcomes.every(({ known }) => known === true);
  const never = outcomes.some(({ known }) => known === false);
  const { bindings } = outcomes.find((outcome) => outcome.bindings !== undefined) ?? {};
  return {
    ...(certain && { known: true }),
    ...(never && { known: false }),
    plain: false,
    whenTrue: outcomes.flatMap(({ whenTrue }) => whenTrue),
    whenFalse: [],
    ...(bindings && { bindings }),
  };
}

function negated({ known, plain, whenTrue, whenFalse }: Outcome): Outcome {
  return { ...(known !== undefined && { known: !known }), plain, whenTrue: whenFalse, whenFalse: whenTrue };
}

function asked(run: Run, node: Command, name: string | undefined): Outcome {
  const text = asWritten(run.frame, node);
  if (name === 'ls' || name === 'stat') {
    const last = node.args.at(-1);
    if (last?.type === 'Word' && !last.text.startsWith('-'))
      return existence(run, expandText(run, last), text);
  }
  return name !== undefined && ASKING.has(name) ? told(text) : PLAIN;
}

/** A condition that says nothing about a file. */
function told(text: string, kind: 'condition' | 'asked' = 'condition'): Outcome {
  return {
    plain: false,
    whenTrue: [{ kind, text }],
    whenFalse: [{ kind: 'condition', text: `not ${text}` }],
  };
}

function existence(run: Run, paths: readonly Text[], text: string): Outcome {
  const located = run.state.directories.flatMap((directory) => paths.map((path) => locate(directory, path)));
  const exists = located.map((path): Guard => ({ kind: 'exists', path, text }));
  const missing = located.map((path): Guard => ({ kind: 'missing', path, text: `not ${text}` }));
  return { plain: false, whenTrue: exists, whenFalse: missing };
}

/** `[ … ]` and `test …`: words, as `test` reads them. */
function test(run: Run, node: Command): Outcome {
  const text = asWritten(run.frame, node);
  const words = node.args.filter((word): word is Word => word.type === 'Word');
  const operands = node.name?.value === '[' ? words.slice(0, -1) : words;
  return testWords(run, operands, text);
}

function testWords(run: Run, words: readonly Word[], text: string): Outcome {
  const split = words.findIndex(({ text: word }) => word === '-a' || word === '-o');
  if (split > 0) {
    const parts = [words.slice(0, split), words.slice(split + 1)].map((part) => testWords(run, part, text));
    return words[split]!.text === '-a' ? both(parts) : negated(both(parts.map(negated)));
  }
  const [first, second, third] = words;
  if (first?.text === '!') return negated(testWords(run, words.slice(1), text));
  if (words.length === 2 && first !== undefined) return unary(run, first.text, second!, text);
  if (words.length === 3 && third !== undefined) return binary(run, first!, second!.text, third, text);
  return told(text);
}

function expression(run: Run, node: TestExpression): Outcome {
  const text = asWritten(run.frame, node);
  switch (node.type) {
    case 'TestUnary':
      return unary(run, node.operator, node.operand, text);
    case 'TestBinary':
      return binary(run, node.left, node.operator, node.right, text);
    case 'TestNot': {
      const inner = expression(run, node.operand);
      return node.negations.length % 2 === 1 ? negated(inner) : inner;
    }
    case 'TestGroup':
      return expression(run, node.expression);
    default: {
      const outcomes = node.operands.map((operand) => expression(run, operand));
      return node.operator === '&&' ? both(outcomes) : negated(both(outcomes.map(negated)));
    }
  }
}

function unary(run: Run, operator: string, operand: Word, text: string): Outcome {
  const texts = expandText(run, operand);
  if (EXISTENCE.has(operator)) return existence(run, texts, text);
  if (operator !== '-z' && operator !== '-n') return told(text);
  const known = texts.every((one) => literalOf(one) !== undefined)
    ? texts.map((one) => literalOf(one) === '')
    : [];
  const outcome = told(text);
  if (known.length === 0 || new Set(known).size > 1) return outcome;
  return { ...outcome, known: known[0] === (operator === '-z') };
}

function binary(run: Run, left: Word, operator: string, right: Word, text: string): Outcome {
  const [texts, others] = [expandText(run, left), expandText(run, right)];
  const outcome = told(text, isAnswer(run, left) ? 'asked' : 'condition');
  if (!['=', '==', '!='].includes(operator)) return outcome;
  const [one, other] = [texts, others].map((values) => (values.length === 1 ? values[0]! : undefined));
  const literal = one === undefined ? undefined : literalOf(one);
  const equal = literal === undefined || other === undefined ? undefined : patternMatches(literal, other);
  const name = /^"?\$\{?(\w+)\}?"?$/.exec(left.text)?.[1];
  const value = other === undefined ? undefined : literalOf(other);
  const positive: Outcome = {
    ...outcome,
    ...(equal !== undefined && { known: equal }),
    ...(name !== undefined &&
      value !== undefined &&
      equal === undefined && { bindings: [[name, [[value]]]] }),
  };
  return operator === '!='
    ? { ...negated(positive), whenTrue: outcome.whenTrue, whenFalse: outcome.whenFalse }
    : positive;
}

/** The variable holds what a person has typed. */
function isAnswer(run: Run, word: Word): boolean {
  const name = /^"?\$\{?(\w+)/.exec(word.text)?.[1];
  return name !== undefined && lookUp(run.state.variables, name)?.asked === true;
}

/** Whether a text fits a shell pattern; `undefined` when the pattern is not known well enough. */
export function patternMatches(subject: string, pattern: Text): boolean | undefined {
  const literal = literalOf(pattern);
  if (literal !== undefined) return literal === subject;
  if (shown(pattern) === '*') return true;
  return undefined;
}
