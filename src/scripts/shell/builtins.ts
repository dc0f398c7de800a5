import type { Argument } from '../commands/command.ts';
import { locate } from '../location.ts';
import { literalOf, shown, type Text } from '../text.ts';
import type { Input } from './input.ts';
import { runNested } from './nested.ts';
import { lookUp } from './scope.ts';
import { distinctTexts, forked, type Run } from './state.ts';
import { assign, unknownValue, variable } from './variables.ts';

/** Characters; a longer path to a working directory is given up. */
const LONGEST_DIRECTORY = 1_000;
const NOWHERE: Text = [{ name: 'directory', is: 'value' }];

type Builtin = (
  run: Run,
  args: readonly Argument[],
  at: { pos: number; end: number },
  input: Input | undefined,
) => void;

/** What the shell does itself. What is not here is a command. */
export const builtins: Readonly<Record<string, Builtin>> = {
  cd: (run, args) => {
    const [target] = operands(args);
    if (target !== undefined && shown(target.values[0]!) === '-') return goBack(run);
    change(run, target === undefined ? variable(run, 'HOME').texts : target.values);
  },
  pushd: (run, args) => {
    const [target] = operands(args);
    if (target === undefined) return;
    run.state.stack = [...run.state.stack, run.state.directories];
    change(run, target.values);
  },
  popd: (run) => {
    const last = run.state.stack.at(-1);
    if (last !== undefined) run.state.directories = last;
    run.state.stack = run.state.stack.slice(0, -1);
  },
  exit: (run) => leave(run, 'exit'),
  return: (run) => leave(run, 'return'),
  break: (run) => leave(run, 'loop'),
  continue: (run) => leave(run, 'loop'),
  set: (run, args) => setOptions(run, args),
  shopt: () => {},
  shift: (run, args) => {
    const by = Number(args[0] === undefined ? 1 : (literalOf(args[0].values[0]!) ?? 1));
    if (run.state.positional !== undefined) run.state.positional = run.state.positional.slice(by);
  },
  unset: (run, args) => {
    for (const { values } of operands(args)) {
      const name = literalOf(values[0]!);
      if (name !== undefined) run.state.variables.own.set(name, { texts: [[]] });
    }
  },
  local: keepLocal,
  declare: keepLocal,
  typeset: keepLocal,
  export: () => {},
  readonly: () => {},
  read: (run, args) => {
    for (const { values } of operands(args)) {
      const name = literalOf(values[0]!);
      if (name !== undefined) run.state.variables.own.set(name, { ...unknownValue(name), asked: true });
    }
  },
  mapfile: readLines,
  readarray: readLines,
  getopts: (run, args) => {
    const name = args[1] === undefined ? undefined : literalOf(args[1].values[0]!);
    if (name !== undefined) assign(run, name, unknownValue(name));
  },
  alias: () => {},
  eval: (run, args, at) => {
    const text = args.flatMap(({ values }, index): Text => (index === 0 ? values[0]! : [' ', ...values[0]!]));
    runNested(run, text, at);
  },
  trap: (run, args, at) => {
    const [action] = operands(args);
    const text = action?.values[0];
    if (text === undefined || args.length < 2 || literalOf(text) === '') return;
    const inner = forked(run);
    if (literalOf(text) !== undefined) runNested(inner, text, at);
  },
};

function operands(args: readonly Argument[]): Argument[] {
  return args.filter(({ values }) => !/^(-[a-zA-Z]+|--)$/.test(shown(values[0]!)));
}

function change({ state }: Run, paths: readonly Text[]): void {
  const there = state.directories.flatMap((directory) => paths.map((path) => locate(directory, path)));
  state.directories = distinctTexts(
    there.map((path) => (shown(path).length > LONGEST_DIRECTORY ? NOWHERE : path)),
  );
  state.uncheckedCd = !state.options.errexit;
}

function goBack(run: Run): void {
  run.state.directories = [[{ name: 'OLDPWD', is: 'value' }]];
}

function leave({ state }: Run, way: 'exit' | 'return' | 'loop'): void {
  state.left = way;
}

function setOptions({ state }: Run, args: readonly Argument[]): void {
  const words = args.map(({ values }) => literalOf(values[0]!) ?? '');
  const end = words.indexOf('--');
  if (end !== -1) state.positional = args.slice(end + 1);
  const options = { ...state.options };
  words.slice(0, end === -1 ? undefined : end).forEach((word, index) => {
    const on = word.startsWith('-');
    if (!on && !word.startsWith('+')) return;
    if (word.includes('e')) Object.assign(options, { errexit: on, tolerant: !on });
    if (word.includes('u')) options.nounset = on;
    if (!word.endsWith('o')) return;
    const name = words[index + 1];
    if (name === 'errexit' || name === 'pipefail' || name === 'nounset') options[name] = on;
  });
  state.options = options;
}

/** Remembers what the names held outside of the function; their values are set as assignments are. */
function keepLocal({ state }: Run, args: readonly Argument[]): void {
  if (state.locals === undefined) return;
  for (const { values } of operands(args)) {
    const name = /^\w+/.exec(shown(values[0]!))?.[0];
    if (name === undefined || state.locals.has(name)) continue;
    state.locals.set(name, lookUp(state.variables, name));
  }
}

function readLines(run: Run, args: readonly Argument[], _at: unknown, input: Input | undefined): void {
  const name = literalOf(operands(args).at(-1)?.values[0] ?? [{ name: '', is: 'value' }]);
  if (name === undefined) return;
  const only = input?.texts?.length === 1 ? literalOf(input.texts[0]!) : undefined;
  const items = only
    ?.split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ values: [[line]], pos: 0, end: 0 }));
  run.state.variables.own.set(name, { ...unknownValue(name), ...(items && { items }) });
}
