import type { Path } from '../../model/path.ts';
import type { Effect } from '../effect.ts';
import { inCheckout } from '../location.ts';
import type { NotRead } from '../not-read.ts';
import type { Unit } from '../unit.ts';
import { MOST_STEPS } from './budget.ts';
import { runNested } from './nested.ts';
import { note, noteErrors } from './notes.ts';
import { parseShell, type Statement } from './parse.ts';
import { runNode, runStatements } from './run.ts';
import { type Frame, forked, type Machine, type Run } from './state.ts';

/** What shell source would do, and what of it could not be judged. */
export type Interpreted = { effects: Effect[]; notRead: NotRead[]; uses: Path[] };

/**
 * Follows a piece of shell from its first line to its last without running anything. Functions that nothing calls are
 * followed with unknown arguments, so that a library of functions is looked at, too.
 * @param files other files of the checkout, for `source` and scripts that are run.
 */
export function interpret(unit: Unit, files: ReadonlyMap<Path, string>): Interpreted {
  const machine: Machine = {
    script: unit.script,
    interpreter: { statements: runStatements, node: runNode },
    files,
    effects: [],
    recorded: new Set(),
    notRead: [],
    uses: new Set(),
    backups: new Map(),
    defined: [],
    aliases: new Map(),
    cloned: new Set(),
    traps: [],
    filledIn: new Map([...(unit.filledIn ?? [])].map(([name, text]) => [name, { texts: [text] }])),
    called: new Set(),
    running: [unit.script],
    loops: 0,
    steps: MOST_STEPS,
    temporaries: 0,
  };
  const frame: Frame = {
    script: unit.script,
    source: unit.source,
    place: unit.place,
    ...(unit.written && { written: unit.written }),
  };
  const run: Run = { machine, frame, state: startOf(unit) };
  const script = parseShell(unit.source);
  noteErrors(run, script);
  try {
    follow(run, script.commands);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    note(run, 'limit', 0, 'commands nested too deeply');
  }
  return { effects: machine.effects, notRead: machine.notRead, uses: [...machine.uses] };
}

function follow(run: Run, statements: readonly Statement[]): void {
  const { machine } = run;
  runStatements(run, statements);
  for (const { text, at, frame } of machine.traps) {
    runNested({ ...forked(run, { left: false }), frame }, text, at);
  }
  for (const { node, frame: around } of machine.defined) {
    if (machine.called.has(node)) continue;
    machine.called.add(node);
    const body = node.body;
    const inner = {
      ...forked(run, { left: false, positional: undefined, guards: [], via: [`${node.name.value}()`] }),
      frame: around,
    };
    if (body.type === 'CompoundList') runStatements(inner, body.commands);
    else runNode(inner, body);
  }
}

function startOf(unit: Unit): Run['state'] {
  const variables = [...unit.variables].map(([name, text]) => [name, { texts: [text] }] as const);
  return {
    variables: { own: new Map(variables) },
    functions: { own: new Map() },
    positional: undefined,
    zero: inCheckout(unit.script),
    directories: [unit.directory],
    stack: [],
    options: unit.options,
    piped: false,
    guards: [],
    host: unit.host,
    surroundings: unit.surroundings,
    via: unit.label === undefined ? [] : [unit.label],
    uncheckedCd: false,
    output: undefined,
    locals: undefined,
    caller: undefined,
    reads: [],
    left: false,
  };
}
