import { joined, knownStart, literalOf, type Text, withoutStart } from '../text.ts';
import type { Argument } from './command.ts';

/**
 * How a command's options are written.
 * - `values`: options that take the next word or the rest of theirs as a value, separated by blanks: `-t -m --mode`.
 * - `stops`: the first operand ends the options, as for `env` or `ssh`; otherwise they may follow operands.
 * - `long`: a single dash begins a long name, as for `find` or `terraform`.
 */
export type OptionTable = { values?: string; stops?: boolean; long?: boolean };

/** `name` with its dashes: `-t`, `--mode`. `at`: the word in which it stands. */
export type Option = { name: string; value?: Argument; at: Argument };

export type Options = { options: readonly Option[]; operands: readonly Argument[] };

/** Tells options, their values and operands apart as getopt does: `-rf`, `-t DIR`, `-tDIR`, `--mode=644`, `--`. */
export function readOptions(args: readonly Argument[], table: OptionTable): Options {
  const takesValue = new Set((table.values ?? '').split(' '));
  const options: Option[] = [];
  const operands: Argument[] = [];
  for (let index = 0; index < args.length; index++) {
    const at = args[index]!;
    const start = knownStart(at.values[0] ?? []);
    const word = at.values.length === 1 ? literalOf(at.values[0]!) : undefined;
    if (word === '--') {
      operands.push(...args.slice(index + 1));
      break;
    }
    if (!start.startsWith('-') || word === '-') {
      if (table.stops) {
        operands.push(...args.slice(index));
        break;
      }
      operands.push(at);
      continue;
    }
    const read =
      start.startsWith('--') || table.long ? longOption(at, start) : shortOptions(at, start, takesValue);
    for (const option of read) {
      if (option.value === undefined && takesValue.has(option.name)) {
        const value = args[++index];
        options.push(value === undefined ? option : { ...option, value });
      } else {
        options.push(option);
      }
    }
  }
  return { options, operands };
}

/** The last value of any of these options. */
export function optionValue({ options }: Options, names: string): Argument | undefined {
  const wanted = new Set(names.split(' '));
  return options.findLast(({ name }) => wanted.has(name))?.value;
}

export function hasOption({ options }: Options, names: string): boolean {
  const wanted = new Set(names.split(' '));
  return options.some(({ name }) => wanted.has(name));
}

function longOption(at: Argument, start: string): Option[] {
  const equals = start.indexOf('=');
  if (equals === -1) return [{ name: start, at }];
  return [{ name: start.slice(0, equals), value: sliced(at, equals + 1), at }];
}

function shortOptions(at: Argument, start: string, takesValue: ReadonlySet<string>): Option[] {
  const options: Option[] = [];
  for (let index = 1; index < start.length; index++) {
    const name = `-${start[index]}`;
    const rest = takesValue.has(name) ? sliced(at, index + 1) : undefined;
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
