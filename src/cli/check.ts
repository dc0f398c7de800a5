import { openLocalPair } from '../adapters/git/open-pair.ts';
import { choosePolicy } from '../adapters/policy.ts';
import { schemaLoader } from '../adapters/schemas.ts';
import { check } from '../check.ts';
import type { Problem } from '../model/problem.ts';
import { defaultPolicy } from '../policy/defaults.ts';
import type { CliIo } from './io.ts';
import { chosenPolicy, JUDGING, readArguments, reportOf, tell, usage } from './judging.ts';
import { pagePlace, writePage } from './page.ts';
import { problemText } from './problem.ts';
import { progressLine } from './progress.ts';

const OPTIONS = {
  ...JUDGING,
  base: { type: 'string' },
  head: { type: 'string' },
  staged: { type: 'boolean' },
  worktree: { type: 'boolean' },
  schema: { type: 'string', multiple: true },
} as const;

type Arguments = Extract<ReturnType<typeof readArguments<typeof OPTIONS>>, { ok: true }>['value']['values'];

/** `holdfast check`: prints the report and gives the exit code. */
export async function runCheck(argv: string[], io: CliIo): Promise<number> {
  let page: string | undefined;
  const fail = async (problem: Problem): Promise<number> => {
    io.stderr(problemText(problem, io));
    await writePage(problem, 'check', page, io);
    return 2;
  };
  const read = readArguments(argv, OPTIONS);
  if (!read.ok) return fail(read.problem);
  const { values: args, positionals } = read.value;
  if (positionals.length > 0) {
    const what = `check takes no argument ${JSON.stringify(positionals[0])}.`;
    return fail(usage(what, 'Commits are given by --base and --head.'));
  }
  const place = await pagePlace(args.html, io);
  if (!place.ok) return fail(place.problem);
  page = place.value;
  const pair = await openLocalPair({ directory: io.cwd, ...pairOptions(args) });
  if (!pair.ok) return fail(pair.problem);
  const progress = progressLine(io);
  try {
    let policy = defaultPolicy();
    const decided = await check(pair.value, {
      async policy(before) {
        const chosen = await choosePolicy(before, chosenPolicy(args, args.schema), io.cwd);
        if (chosen.ok) policy = chosen.value;
        return chosen;
      },
      schemas: ({ schemaHosts }, side) => schemaLoader(pair.value[side], { hosts: schemaHosts, side }),
      progress: progress.show,
    });
    progress.clear();
    if (!decided.ok) return await fail(decided.problem);
    return await tell(decided.value, policy, reportOf(args), io, { command: 'check', page });
  } finally {
    await pair.value.close();
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
