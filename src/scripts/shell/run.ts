import { runAndOr, runCase, runIf } from './branches.ts';
import { conditionOf } from './conditions.ts';
import type { Input } from './input.ts';
import { runBody, runFor, runWhile } from './loops.ts';
import type { PipelineNode, Statement } from './parse.ts';
import { runRedirected } from './redirects.ts';
import { runSimple } from './simple.ts';
import { forked, type Run } from './state.ts';
import { assign, unknownValue } from './variables.ts';

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
      runSimple(run, node, input);
      break;
    case 'Pipeline':
      runPipeline(run, node, input);
      break;
    case 'AndOr':
      runAndOr(run, node);
      break;
    case 'Redirected':
      runRedirected(run, node, input);
      break;
    case 'BraceGroup':
      runStatements(run, node.body.commands, input);
      break;
    case 'Subshell':
      runSubshell(run, node.body.commands, input);
      break;
    case 'If':
      runIf(run, [node, ...node.elif], node.else?.commands, input);
      break;
    case 'For':
      runFor(run, node);
      break;
    case 'Select':
      assign(run, node.name.value, unknownValue(node.name.value));
      runBody(run, node.body.commands);
      break;
    case 'While':
      runWhile(run, node.clause.commands, node.kind === 'until', node.body.commands, input);
      break;
    case 'ArithmeticFor':
      runBody(run, node.body.commands);
      break;
    case 'Case':
      runCase(run, node);
      break;
    case 'Function': {
      const defined = { node, frame: run.frame };
      run.state.functions.own.set(node.name.value, defined);
      run.machine.defined.push(defined);
      break;
    }
    case 'Coproc':
      if (node.body.type === 'CompoundList') runSubshell(run, node.body.commands);
      else runNode(forked(run), node.body);
      break;
    case 'TestCommand':
      conditionOf(run, node);
      break;
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
    const inner = forked(run, { reads: [], piped: index > 0, ...(last ? {} : { output: [[]] }) });
    runNode(inner, command, given);
    const reads = [...(given?.reads ?? []), ...inner.state.reads];
    given = { texts: inner.state.output, reads, at: command };
    if (!last) return;
    run.state.output = inner.state.output;
    run.state.reads = reads;
  });
}
