import type { Argument } from '../commands/command.ts';
import { ROOT, type Text } from '../text.ts';
import { lookUp } from './scope.ts';
import type { Run, State, Value } from './state.ts';

/** Variables that name the checkout's directory on the common build services. */
const CHECKOUT = new Set([
  'GITHUB_WORKSPACE',
  'CI_PROJECT_DIR',
  'BUILD_SOURCESDIRECTORY',
  'BITBUCKET_CLONE_DIR',
  'CIRCLE_WORKING_DIRECTORY',
]);

/** What a variable holds: what the script has set, what the shell itself sets, or an unknown value of its name. */
export function variable({ state }: Run, name: string): Value {
  const known = lookUp(state.variables, name);
  if (known !== undefined) return known;
  if (name === '0' || name === 'BASH_SOURCE') return { texts: [state.zero] };
  if (name === 'PWD') return { texts: state.directories.map(absoluteOf) };
  if (CHECKOUT.has(name)) return { texts: [[ROOT]] };
  if (/^[1-9]\d*$/.test(name)) return positional(state, Number(name));
  if ((name === '@' || name === '*') && state.positional !== undefined) {
    return { texts: [[{ name, is: 'value' }]], items: state.positional };
  }
  return { texts: [[{ name, is: 'value' }]] };
}

/** The script, or the shell, gives the variable a value before it is used. */
export function isSet({ state }: Run, name: string): boolean {
  return (
    lookUp(state.variables, name) !== undefined ||
    /^\W|^\d+$|^(PWD|OLDPWD|HOME|USER|UID|EUID|HOSTNAME|RANDOM|SECONDS|PPID|SHELL|PATH|BASH\w*|LINENO|IFS|PIPESTATUS|FUNCNAME|REPLY|OPTARG)$/.test(
      name,
    ) ||
    CHECKOUT.has(name)
  );
}

function positional(state: State, index: number): Value {
  if (state.positional === undefined) return { texts: [[{ name: String(index), is: 'value' }]] };
  return { texts: state.positional[index - 1]?.values ?? [[]] };
}

/** A directory, as `pwd` prints it. */
export function absoluteOf(directory: Text): Text {
  const [first] = directory;
  if (first === undefined) return [ROOT];
  if (typeof first !== 'string' || first.startsWith('/')) return directory;
  return [ROOT, `/${first}`, ...directory.slice(1)];
}

/** Sets a variable; an unknown that only a command knows is called after the variable that keeps it. */
export function assign(run: Run, name: string, value: Value): void {
  const texts = value.texts.map((text) => named(text, name));
  run.state.variables.own.set(name, { ...value, texts });
}

function named(text: Text, name: string): Text {
  const [only] = text;
  const printed =
    text.length === 1 && typeof only === 'object' && only.is === 'value' && !/^\w+$/.test(only.name);
  return printed ? [{ name, is: 'value' }] : text;
}

/** A value that is only known when the script runs. */
export function unknownValue(name: string): Value {
  return { texts: [[{ name, is: 'value' }]] };
}

/** The items of an array, or the fields of `$@`; a plain variable is its own only item. */
export function itemsOf(value: Value, at: { pos: number; end: number }): readonly Argument[] {
  return value.items ?? [{ values: value.texts, ...at }];
}
