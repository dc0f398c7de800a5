import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { ChosenPolicy } from '../adapters/policy.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import type { Policy } from '../policy/policy.ts';
import { type FormatName, reports } from '../reports/index.ts';
import type { Report, ReportOptions } from '../reports/report.ts';
import { acknowledge } from '../verdict/acknowledge.ts';
import { exitCode } from '../verdict/decide.ts';
import type { Decision } from '../verdict/decision.ts';
import type { CliIo } from './io.ts';
import { writePage } from './page.ts';

/** The options of every command that judges: under which policy, and how the decision is told. */
export const JUDGING = {
  'git-dir': { type: 'string' },
  policy: { type: 'string' },
  'critical-files': { type: 'string', multiple: true },
  'fail-on-severity': { type: 'string' },
  'warn-only': { type: 'boolean' },
  format: { type: 'string' },
  html: { type: 'string' },
  debug: { type: 'boolean' },
} as const;

type Judging = ReturnType<typeof parseArgs<{ options: typeof JUDGING }>>['values'];

/** What Node makes of arguments, or what is wrong with them. */
export function parsed<T extends ParseArgsConfig>(
  config: T,
  hint = 'See holdfast --help.',
): Result<ReturnType<typeof parseArgs<T>>> {
  try {
    return ok(parseArgs(config));
  } catch (error) {
    const [message = ''] = String((error as Error).message).split('. ');
    return refuse(usage(`${message.replace(/\.$/, '')}.`, hint));
  }
}

/** The arguments, or what is wrong with them, the format's name included. */
export function readArguments<T extends ParseArgsOptionsConfig>(argv: string[], options: T) {
  const read = parsed({ args: argv, options, allowPositionals: true });
  if (!read.ok) return read;
  const { format } = read.value.values as Judging;
  if (format === undefined || Object.hasOwn(reports, format)) return read;
  return refuse(
    usage(`There is no format ${JSON.stringify(format)}.`, `Formats: ${Object.keys(reports).join(', ')}.`),
  );
}

export function chosenPolicy(args: Judging, schemas: string[] = []): ChosenPolicy {
  return {
    file: args.policy,
    criticalFiles: args['critical-files'] ?? [],
    schemas,
    failOn: args['fail-on-severity'],
    warnOnly: args['warn-only'],
  };
}

/** The report that the arguments ask for; `readArguments` has seen that there is one. */
export function reportOf({ format = 'terminal' }: Judging): Report {
  return reports[format as FormatName];
}

/** How a decision is told besides its report. `page`: where `--html` wants one; `command`: what made the decision. */
export type Telling = { command: string; page: string | undefined };

/** The decision with what the policy accepts until today. */
export function settled(decided: Decision, policy: Policy): Decision {
  return acknowledge(decided, policy, undefined, new Date().toISOString().slice(0, 10));
}

/**
 * Prints the decision, with what the policy accepts until today, and gives the exit code: 2 as well when the page that
 * was asked for could not be written.
 */
export async function tell(
  decided: Decision,
  policy: Policy,
  report: Report,
  io: CliIo,
  { command, page }: Telling,
): Promise<number> {
  const decision = settled(decided, policy);
  io.stdout(report(decision, reportOptions(io)));
  const written = await writePage(decision, command, page, io);
  return written ? exitCode(decision.verdict, decision.warnOnly) : 2;
}

/** How wide and how colourful what is printed may be. */
export function reportOptions(io: CliIo): ReportOptions {
  const columns = Number(io.env.COLUMNS) || process.stdout.columns;
  return { color: io.color, ...(columns > 0 ? { width: columns } : {}) };
}

export function usage(message: string, hint: string): Problem {
  return { code: 'usage', message, hint };
}
