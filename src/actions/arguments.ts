import { getInput, getMultilineInput } from '@actions/core';
import { ok, type Result, refuse } from '../model/problem.ts';

/**
 * How an input of a sub-action becomes arguments of its command: `text` as `--option VALUE`, `lines` as one option per
 * line, `flag` as `--option` when it is `true`, `word` as an argument without an option.
 */
export type InputArgument = { input: string; as: 'text' | 'lines' | 'flag' | 'word'; option?: string };

/** The arguments that the inputs ask for, in the order of the table. Problem: `input` for a flag that is neither. */
export function argumentsOf(table: readonly InputArgument[]): Result<string[]> {
  const argv: string[] = [];
  const words: string[] = [];
  for (const { input, as, option = input } of table) {
    const value = getInput(input);
    if (value === '') continue;
    if (as === 'word') words.push(value);
    else if (as === 'text') argv.push(`--${option}=${value}`);
    else if (as === 'lines') argv.push(...getMultilineInput(input).map((line) => `--${option}=${line}`));
    else if (/^true$/i.test(value)) argv.push(`--${option}`);
    else if (!/^false$/i.test(value)) {
      const message = `The input ${input} is ${JSON.stringify(value)}.`;
      return refuse({ code: 'input', message, hint: 'It is true or false.' });
    }
  }
  return ok(words.length === 0 ? argv : [...argv, '--', ...words]);
}
