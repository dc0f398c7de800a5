import type { Problem } from '../model/problem.ts';
import { visible } from '../reports/escape.ts';
import type { CliIo } from './io.ts';

/** What went wrong, where, and the way out, for the terminal's standard error. */
export function problemText(problem: Problem, io: Pick<CliIo, 'color'>): string {
  const place = problem.place === undefined ? '' : `:${problem.place.line}:${problem.place.column}`;
  const where = problem.path === undefined ? '' : `${visible(problem.path)}${place}: `;
  const [red, plain] = io.color ? ['\u001b[31m', '\u001b[39m'] : ['', ''];
  return `${red}holdfast: ${where}${visible(problem.message)}${plain}\n  ${visible(problem.hint)}\n`;
}
