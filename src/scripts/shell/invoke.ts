import { baseName } from '../../model/path.ts';
import type { Argument } from '../commands/command.ts';
import { readCommand } from '../commands/read.ts';
import { joined, literalOf, shown, type Text } from '../text.ts';
import { MOST_DEPTH, MOST_PARTS } from './budget.ts';
import { builtins } from './builtins.ts';
import { contentOf } from './content.ts';
import { runFindCommands, runXargs } from './each.ts';
import { runFile } from './files.ts';
import type { Input } from './input.ts';
import { mayGoOn, note } from './notes.ts';
import { isSilent, printers } from './printers.ts';
import { locationsOf, record, rememberClone } from './record.ts';
import { lookUp } from './scope.ts';
import { type Defined, forked, inside, MOST_VALUES, type Run, type Site } from './state.ts';
import { runWrapped } from './wrapped.ts';
import { wrapperOf } from './wrappers.ts';

const SYSTEM_DIRECTORY = /^\/(usr\/)?(local\/)?s?bin\//;

/** Runs a command with its words. @returns the locations of the files that it reads. */
export function invoke(
  run: Run,
  fields: readonly Argument[],
  site: Site,
  input: Input | undefined,
): readonly Text[] {
  const [first, ...args] = fields;
  if (first === undefined || !mayGoOn(run, site.pos)) return [];
  if (first.mayVanish && args.length > 0) {
    const { mayVanish: _, ...there } = first;
    invoke(forked(run), [there, ...args], site, input);
    return invoke(run, args, site, input);
  }
  const name = nameOf(first);
  if (name === undefined) return invokeUnknown(run, fields, site, input);
  const defined = lookUp(run.state.functions, name);
  if (defined !== undefined) {
    callFunction(run, name, defined, args, site);
    return [];
  }
  if (name === 'source' || name === '.') {
    if (args[0] !== undefined) runFile(run, args[0], args.slice(1), site, 'source');
    return [];
  }
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined;
  if (builtin !== undefined) {
    builtin(run, args, site, input);
    return [];
  }
  const words = fields.slice(0, 10).map((field) => nameOf(field));
  const wrapped = wrapperOf([name, ...words.slice(1)]);
  if (wrapped !== undefined) {
    return runWrapped(
      run,
      wrapped.wrapper,
      fields.slice(0, wrapped.length),
      fields.slice(wrapped.length),
      site,
      input,
      invoke,
    );
  }
  const alias = run.machine.aliases.get(name);
  const key = `alias ${name}`;
  if (alias !== undefined && !run.machine.running.includes(key)) {
    run.machine.running.push(key);
    const reads = invoke(run, [...alias, ...args], site, input);
    run.machine.running.pop();
    return reads;
  }
  if (name === 'xargs') {
    runXargs(run, args, site, input, invoke);
    return [];
  }
  if (name === 'find') runFindCommands(run, args, site, invoke);
  if (name.includes('/')) {
    runFile(run, first, args, site, 'run');
    return [];
  }
  return useTable(run, name, first, args, site, input);
}

/** The name of a command: known, or the first alternative that is not empty. */
function nameOf({ values }: Argument): string | undefined {
  const literal = values.map(literalOf).find((text) => text !== undefined && text !== '');
  if (literal === undefined) return undefined;
  return SYSTEM_DIRECTORY.test(literal) ? baseName(literal) : literal;
}

/** `$SUDO cp a b` and `$SSH "cp a b"`: the variable stands for a command that runs another one, or for nothing. */
function invokeUnknown(
  run: Run,
  [first, ...rest]: readonly Argument[],
  site: Site,
  input: Input | undefined,
): readonly Text[] {
  const name = shown(first!.values[0]!);
  if (/^<\w*ssh\w*>$/i.test(name) && rest.length > 0) {
    const { wrapper } = wrapperOf(['ssh'])!;
    const known = nameOf(rest[0]!);
    const words = rest.length === 1 && (known === undefined || /\s/.test(known)) ? [first!, ...rest] : rest;
    return runWrapped(run, wrapper, [first!], words, site, input, invoke);
  }
  const next = rest[0] === undefined ? undefined : nameOf(rest[0]);
  if (/^<\w+>$/.test(name) && next !== undefined) return invoke(run, rest, site, input);
  print(run, undefined, site);
  return [];
}

function useTable(
  run: Run,
  name: string,
  first: Argument,
  args: readonly Argument[],
  site: Site,
  input: Input | undefined,
): readonly Text[] {
  const printer = Object.hasOwn(printers, name) ? printers[name] : undefined;
  if (name === 'git' && args.some(({ values }) => literalOf(values[0]!) === 'clone'))
    rememberClone(run, args);
  const reading = readCommand({ name, pos: first.pos, end: first.end, args }, input?.texts);
  const printed =
    run.state.output === undefined ? undefined : (printer?.(run, args, input) ?? reading?.prints);
  if (printed !== undefined || !isSilent(name)) print(run, printed ?? passedOn(name, input), site);
  if (reading === undefined) return input?.reads ?? [];
  const reads = [...(input?.reads ?? []), ...locationsOf(run, reading.reads, 'path', undefined)];
  const content = input?.texts && contentOf(run, input.texts, false);
  for (const write of reading.writes) {
    const own = name === 'tee' && content !== undefined ? { content } : {};
    record(run, site, { ...write, command: reading.command, page: reading.page, reads, ...own });
  }
  return reads;
}

/** `tee` and `envsubst` print what they read; `envsubst` with other values in it. */
function passedOn(name: string, input: Input | undefined): readonly Text[] | undefined {
  return name === 'tee' || name === 'envsubst' ? input?.texts : undefined;
}

/** Adds to what is being printed, where somebody reads it. */
function print({ state }: Run, texts: readonly Text[] | undefined, site: Site): void {
  if (state.output === undefined) return;
  const added: readonly Text[] = texts ?? [[{ name: `$(${site.text.slice(0, 60)})`, is: 'value' }]];
  state.output = state.output
    .flatMap((start) => added.map((text) => (start.length < MOST_PARTS ? joined(start, text) : start)))
    .slice(0, MOST_VALUES);
}

function callFunction(run: Run, name: string, defined: Defined, args: readonly Argument[], site: Site): void {
  const { machine, state } = run;
  machine.called.add(defined.node);
  const step = `${name}()`;
  const key = `${step} ${defined.frame.script} ${defined.node.pos}`;
  if (machine.running.includes(key)) return;
  if (machine.running.length >= MOST_DEPTH) {
    note(run, 'limit', site.pos, `functions that call each other more than ${MOST_DEPTH} deep`);
    return;
  }
  const outer = { positional: state.positional, via: state.via, guards: state.guards, locals: state.locals };
  state.positional = args;
  state.caller = { site, frame: run.frame };
  state.via = inside(state.via, step);
  state.locals = new Map();
  machine.running.push(key);
  const { body } = defined.node;
  const inner: Run = { machine, frame: defined.frame, state };
  if (body.type === 'CompoundList') machine.interpreter.statements(inner, body.commands);
  else machine.interpreter.node(inner, body);
  machine.running.pop();
  for (const [local, value] of state.locals) state.variables.own.set(local, value);
  Object.assign(state, outer);
  if (state.left === 'return') state.left = false;
}
