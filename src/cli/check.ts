import { parseArgs } from 'node:util';
import { openLocalPair } from '../adapters/git/open-pair.ts';
import { type ChosenPolicy, choosePolicy } from '../adapters/policy.ts';
import { schemaLoader } from '../adapters/schemas.ts';
import { check } from '../check.ts';
import type { Problem } from '../model/problem.ts';
import { defaultPolicy } from '../policy/defaults.ts';
import { type FormatName, reports } from '../reports/index.ts';
import { acknowledge } from '../verdict/acknowledge.ts';
import { exitCode } from '../verdict/decide.ts';
import type { CliIo } from './io.ts';
import { problemText } from './problem.ts';
import { progressLine } from './progress.ts';

const OPTIONS = {
  base: { type: 'string' },
  head: { type: 'string' },
  staged: { type: 'boolean' },
  worktree: { type: 'boolean' },
  'git-dir': { type: 'string' },
  policy: { type: 'string' },
  'critical-files': { type: 'string', multiple: true },
  schema: { type: 'string', multiple: true },
  'fail-on-severity': { type: 'string' },
  'warn-only': { type: 'boolean' },
  format: { type: 'string' },
  debug: { type: 'boolean' },
} as const;

type Arguments = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** `holdfast check`: prints the report and gives the exit code. */
export async function runCheck(argv: string[], io: CliIo): Promise<number> {
  const fail = (problem: Problem): number => {
    io.stderr(problemText(problem, io));
    return 2;
  };
  const args = readArguments(argv);
  if ('message' in args) return fail(args);
  const format = args.format ?? 'terminal';
  if (!Object.hasOwn(reports, format)) {
    return fail(
      usage(`There is no format ${JSON.stringify(format)}.`, `Formats: ${Object.keys(reports).join(', ')}.`),
    );
  }
  const pair = await openLocalPair({ directory: io.cwd, ...pairOptions(args) });
  if (!pair.ok) return fail(pair.problem);
  const progress = progressLine(io);
  try {
    let policy = defaultPolicy();
    const decided = await check(pair.value, {
      async policy(before) {
        const chosen = await choosePolicy(before, chosenPolicy(args), io.cwd);
        if (chosen.ok) policy = chosen.value;
        return chosen;
      },
      schemas: ({ schemaHosts }, side) => schemaLoader(pair.value[side], { hosts: schemaHosts, side }),
      progress: progress.show,
    });
    progress.clear();
    if (!decided.ok) return fail(decided.problem);
    const today = new Date().toISOString().slice(0, 10);
    const decision = acknowledge(decided.value, policy, undefined, today);
    const columns = Number(io.env.COLUMNS) || process.stdout.columns;
    const width = columns > 0 ? { width: columns } : {};
    io.stdout(reports[format as FormatName](decision, { color: io.color, ...width }));
    return exitCode(decision.verdict, decision.warnOnly);
  } finally {
    await pair.value.close();
  }
}

function readArguments(argv: string[]): Arguments | Problem {
  try {
    const { values, positionals } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    if (positionals.length === 0) return values;
    return usage(
      `check takes no argument ${JSON.stringify(positionals[0])}.`,
      'Commits are given by --base and --head.',
    );
  } catch (error) {
    const [message = ''] = String((error as Error).message).split('. ');
    return usage(`${message.replace(/\.$/, '')}.`, 'See holdfast --help.');
  }
}

function pairOptions(args: Arguments) {
  return {
    ...(args['git-dir'] === undefined ? {} : { gitDir: args['git-dir'] }),
    ...(args.base === undefined ? {} : { base: args.base }),
    ...(args.head === undefined ? {} : { head: args.head }),
    ...(args.staged === undefined ? {} : { staged: args.staged }),
    ...(args.worktree === undefined ? {} : { worktree: args.worktree }),
  };
}

function chosenPolicy(args: Arguments): ChosenPolicy {
  return {
    file: args.policy,
    criticalFiles: args['critical-files'] ?? [],
    schemas: args.schema ?? [],
    failOn: args['fail-on-severity'],
    warnOnly: args['warn-only'],
  };
}

function usage(message: string, hint: string): Problem {
  return { code: 'usage', message, hint };
}
