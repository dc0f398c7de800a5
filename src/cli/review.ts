import { realpath } from 'node:fs/promises';
import { directorySnapshot, type OpenSnapshot, openSnapshot } from '../adapters/git/open-snapshot.ts';
import { choosePolicy } from '../adapters/policy.ts';
import type { Path } from '../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { defaultPolicy } from '../policy/defaults.ts';
import { effectsReport } from '../reports/effects.ts';
import { graphReport } from '../reports/graph.ts';
import { headline } from '../reports/headline.ts';
import type { Report } from '../reports/report.ts';
import { review } from '../review.ts';
import type { CliIo } from './io.ts';
import { chosenPolicy, JUDGING, readArguments, reportOf, tell, usage } from './judging.ts';
import { pagePlace, writePage } from './page.ts';
import { pathInside } from './path-inside.ts';
import { problemText } from './problem.ts';

const OPTIONS = {
  ...JUDGING,
  commit: { type: 'string' },
  effects: { type: 'boolean' },
  graph: { type: 'boolean' },
} as const;

type Parsed = Extract<ReturnType<typeof readArguments<typeof OPTIONS>>, { ok: true }>['value'];
type Arguments = Parsed['values'];
type Opened = OpenSnapshot & { files: Path[] };

/** `holdfast review [FILES]`: prints the report, the inventory or the graph, and gives the exit code of the verdict. */
export async function runReview(argv: string[], io: CliIo): Promise<number> {
  let page: string | undefined;
  const fail = async (problem: Problem): Promise<number> => {
    io.stderr(problemText(problem, io));
    await writePage(problem, 'review', page, io);
    return 2;
  };
  const read = readArguments(argv, OPTIONS);
  if (!read.ok) return fail(read.problem);
  const { values: args, positionals } = read.value;
  const report = chosenReport(args, io);
  if (!report.ok) return fail(report.problem);
  const place = await pagePlace(args.html, io);
  if (!place.ok) return fail(place.problem);
  page = place.value;
  const opened = await open(args, positionals, io.cwd);
  if (!opened.ok) return fail(opened.problem);
  const { snapshot, files, close } = opened.value;
  try {
    let policy = defaultPolicy();
    const decided = await review(snapshot, {
      files,
      allEffects: args.effects === true || args.graph === true,
      async policy(own) {
        const chosen = await choosePolicy(own, chosenPolicy(args), io.cwd);
        if (chosen.ok) policy = chosen.value;
        return chosen;
      },
    });
    if (!decided.ok) return await fail(decided.problem);
    return await tell(decided.value, policy, report.value, io, { command: 'review', page });
  } finally {
    await close();
  }
}

/** The graph alone goes to standard output, so that it can be kept in a file: the verdict is told beside it. */
function chosenReport(args: Arguments, io: CliIo): Result<Report> {
  const { effects, graph, format } = args;
  if (graph && (effects || format !== undefined)) {
    return refuse(usage('--graph prints Mermaid only.', 'Leave --effects and --format out.'));
  }
  if (effects && format !== undefined && format !== 'terminal' && format !== 'json') {
    return refuse(usage(`--effects has no format ${format}.`, 'It is terminal (the default) or json.'));
  }
  if (graph) {
    return ok((decision, options) => {
      io.stderr(`${headline(decision)}\n`);
      return graphReport(decision, options);
    });
  }
  return ok(effects && format !== 'json' ? effectsReport : reportOf(args));
}

async function open(args: Arguments, named: readonly string[], cwd: string): Promise<Result<Opened>> {
  const { 'git-dir': gitDir, commit } = args;
  const opened = await openSnapshot({
    directory: cwd,
    ...(gitDir === undefined ? {} : { gitDir }),
    ...(commit === undefined ? {} : { commit }),
  });
  if (opened.ok) {
    const { root } = opened.value;
    const files = await pathsInside(root, gitDir === undefined ? cwd : (root ?? cwd), named);
    if (files.ok) return ok({ ...opened.value, files: files.value });
    await opened.value.close();
    return files;
  }
  const without = opened.problem.code === 'not-a-repository' && gitDir === undefined && commit === undefined;
  if (!without || named.length === 0) return opened;
  const root = await realpath(cwd);
  const files = await pathsInside(root, root, named);
  return files.ok ? ok({ ...directorySnapshot(root, files.value), files: files.value }) : files;
}

async function pathsInside(
  root: string | undefined,
  cwd: string,
  named: readonly string[],
): Promise<Result<Path[]>> {
  const paths: Path[] = [];
  for (const given of named) {
    const path = await pathInside(root, cwd, given);
    if (!path.ok) return path;
    paths.push(path.value);
  }
  return ok(paths);
}
