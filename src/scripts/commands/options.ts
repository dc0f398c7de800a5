import { joined, knownStart, literalOf, type Text, withoutStart } from '../text.ts';
import type { Argument } from './command.ts';

/**
 * How a command's options are written; lists of names are separated by blanks: `-t -m --mode`.
 * - `values`: options that take the next word or the rest of theirs as a value.
 * - `pairs`: options that take the next two words, of which the second is the value: `--arg NAME VALUE` of jq.
 * - `attached`: short options whose value, if any, is the rest of their word: `-i` of `sed -i.bak`.
 * - `stops`: the first operand ends the options, as for `env` or `ssh`; otherwise they may follow operands.
 * - `letters`: the first word may be options without a dash, with their values in the next words: `tar xzf a.tgz`.
 * - `long`: a single dash begins a long name, as for `find` or `terraform`; two dashes mean the same.
 */
export type OptionTable = {
  values?: string;
  pairs?: string;
  attached?: string;
  stops?: boolean;
  letters?: boolean;
  long?: boolean;
};

/** `name` with its dashes: `-t`, `--mode`. `at`: the word in which it stands. `maybe`: the word may be empty. */
export type Option = { name: string; value?: Argument; at: Argument; maybe?: boolean };

export type Options = { options: readonly Option[]; operands: readonly Argument[] };

/** A variable that holds options, by its name: `cp $CP_OPTS a b`. What it holds is not known. */
const HOLDS_OPTIONS =
  /(^|_)(opts?|options?|flags?|args?|params?|excludes?|includes?|verbose|quiet|dry_?run)(\[[@*]\])?$/i;

/** Tells options, their values and operands apart as getopt does: `-rf`, `-t DIR`, `-tDIR`, `--mode=644`, `--`. */
export function readOptions(words: readonly Argument[], table: OptionTable): Options {
  const takesValue = names(table.values);
  const args = table.letters ? withDashes(words, takesValue) : words;
  const takesTwo = names(table.pairs);
  const attached = names(table.attached);
  const options: Option[] = [];
  const operands: Argument[] = [];
  for (let index = 0; index < args.length; index++) {
    const at = args[index]!;
    const word = at.values.length === 1 ? literalOf(at.values[0]!) : undefined;
    if (word === '--') {
      operands.push(...args.slice(index + 1));
      break;
    }
    if (!table.stops && holdsOptions(at)) continue;
    if (!isOption(at) || word === '-') {
      if (table.stops) {
        operands.push(...args.slice(index));
        break;
      }
      operands.push(at);
      continue;
    }
    for (const option of optionsIn(at, table.long ?? false, takesValue, attached)) {
      let value = option.value;
      if (value === undefined && takesValue.has(option.name)) value = args[++index];
      if (takesTwo.has(option.name)) {
        index += 2;
        value = args[index];
      }
      options.push(value === undefined ? option : { ...option, value });
    }
  }
  return { options, operands };
}

/** The last value of any of these options. */
export function optionValue({ options }: Options, wanted: string): Argument | undefined {
  const set = names(wanted);
  return options.findLast(({ name, value }) => value !== undefined && set.has(name))?.value;
}

/** The first of these options that is given, or may be. `--update=none` wants the value, too. */
export function findOption({ options }: Options, wanted: string): Option | undefined {
  const set = names(wanted);
  return options.find(
    ({ name, value }) =>
      set.has(name) || value?.values.some((text) => set.has(`${name}=${literalOf(text) ?? ''}`)),
  );
}

export function hasOption(options: Options, wanted: string): boolean {
  return findOption(options, wanted) !== undefined;
}

const names = (list = ''): ReadonlySet<string> => new Set(list.split(' '));

const isOption = ({ values }: Argument): boolean =>
  values.some((value) => knownStart(value).startsWith('-')) &&
  values.every((value) => value.length === 0 || knownStart(value).startsWith('-'));

const holdsOptions = ({ values }: Argument): boolean =>
  values.every(
    ([first, ...rest]) =>
      typeof first === 'object' &&
      first.is === 'value' &&
      rest.length === 0 &&
      HOLDS_OPTIONS.test(first.name),
  );

function withDashes(words: readonly Argument[], takesValue: ReadonlySet<string>): readonly Argument[] {
  const [first, ...rest] = words;
  const letters = literalOf(first?.values[0] ?? []) ?? '';
  if (first === undefined || !/^[A-Za-z]{1,52}$/.test(letters)) return words;
  const options = [...letters].flatMap((letter) => {
    const value = takesValue.has(`-${letter}`) ? rest.splice(0, 1) : [];
    return [{ ...first, values: [[`-${letter}`]] }, ...value];
  });
  return [...options, ...rest];
}

function optionsIn(
  at: Argument,
  long: boolean,
  takesValue: ReadonlySet<string>,
  attached: ReadonlySet<string>,
): Option[] {
  const spellings = at.values.filter((value) => value.length > 0);
  const maybe = spellings.length < at.values.length || spellings.length > 1;
  return spellings.flatMap((value) => {
    const one: Argument = { ...at, values: [value] };
    const start = knownStart(value);
    const read =
      start.startsWith('--') || long
        ? longOption(one, long ? start.replace(/^--/, '-') : start, start)
        : shortOptions(one, start, takesValue, attached);
    return maybe ? read.map((option) => ({ ...option, maybe })) : read;
  });
}

function longOption(at: Argument, name: string, start: string): Option[] {
  const equals = name.indexOf('=');
  if (equals === -1) return [{ name, at }];
  return [{ name: name.slice(0, equals), value: sliced(at, start.indexOf('=') + 1), at }];
}

function shortOptions(
  at: Argument,
  start: string,
  takesValue: ReadonlySet<string>,
  attached: ReadonlySet<string>,
): Option[] {
  const options: Option[] = [];
  for (let index = 1; index < start.length; index++) {
    const name = `-${start[index]}`;
    const rest = takesValue.has(name) || attached.has(name) ? sliced(at, index + 1) : undefined;
    if (rest?.values.some((value) => value.length > 0)) {
      options.push({ name, value: rest, at });
      break;
    }
    options.push({ name, at });
  }
  return options;
}

function sliced(at: Argument, length: number): Argument {
  return {
    ...at,
    pos: at.pos + length,
    values: at.values.map((value): Text => withoutStart(joined(value), length)),
  };
}
