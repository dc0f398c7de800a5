import { lstat, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadState, saveState, stateFile } from '../../adapters/drill-state.ts';
import { commitSnapshot } from '../../adapters/git/commit.ts';
import { commitHistory } from '../../adapters/git/history.ts';
import { resolveCommit } from '../../adapters/git/refs.ts';
import { openRepository, type Repository } from '../../adapters/git/repository.ts';
import { ownCode } from '../../adapters/own-code.ts';
import { choosePolicy } from '../../adapters/policy.ts';
import { schemaLoader } from '../../adapters/schemas.ts';
import { type Drilled, STRUCTURAL, survivorsOf } from '../../drill/drilled.ts';
import { blockOf } from '../../drill/proposals/block.ts';
import { pasteInto } from '../../drill/proposals/paste.ts';
import { drillReports } from '../../drill/reports/index.ts';
import { policyProposals } from '../../drill/reports/words.ts';
import { type DrillResult, drill } from '../../drill.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { plainLine } from '../../reports/escape.ts';
import { plural } from '../../reports/messages.ts';
import { type LoadSchema, rememberUrls } from '../../schemas/load.ts';
import type { CliIo } from '../io.ts';
import { reportOptions } from '../judging.ts';
import { pagePlace, putPage, writePage } from '../page.ts';
import { problemText } from '../problem.ts';
import { progressLine } from '../progress.ts';
import { type DrillArguments, readDrillArguments } from './options.ts';

/**
 * Drills HEAD: 0, or with `--break` 1 when too many structural errors pass and 2 when files could not be drilled. 2 as
 * well when the page that was asked for could not be written.
 */
export async function runTrials(argv: string[], io: CliIo): Promise<number> {
  let page: string | undefined;
  const fail = async (problem: Problem): Promise<number> => {
    io.stderr(problemText(problem, io));
    await writePage(problem, 'drill', page, io);
    return 2;
  };
  const args = readDrillArguments(argv);
  if (!args.ok) return fail(args.problem);
  const place = await pagePlace(args.value.html, io);
  if (!place.ok) return fail(place.problem);
  page = place.value;
  const { gitDir } = args.value;
  const repository = await openRepository({ directory: io.cwd, ...(gitDir && { gitDir }) });
  if (!repository.ok) return fail(repository.problem);
  try {
    const result = await drillHead(repository.value, args.value, io);
    if (!result.ok) return fail(result.problem);
    const { drilled, policy } = result.value;
    io.stdout(drillReports[args.value.format]!(drilled, reportOptions(io)));
    const drawn = await drawPage(drilled, page, io);
    const written = args.value.writePolicy
      ? await writePolicy(repository.value, drilled, policy, io.cwd)
      : ok(undefined);
    if (!written.ok) {
      io.stderr(problemText(written.problem, io));
      return 2;
    }
    if (written.value !== undefined) io.stderr(`${plainLine(written.value)}\n`);
    return drawn ? exitCode(drilled, args.value.mayPass, policy) : 2;
  } finally {
    await repository.value.close();
  }
}

/** False when the page could not be written. */
async function drawPage(drilled: Drilled, place: string | undefined, io: CliIo): Promise<boolean> {
  if (place === undefined) return true;
  const { drillPage } = await import('../../drill/reports/page.ts');
  return putPage(drillPage(drilled), place, io);
}

/** With `--break`, what was not tried does not pass, and neither does anything where nothing is blocked. */
function exitCode(drilled: Drilled, mayPass: number | undefined, { warnOnly }: Policy): number {
  if (mayPass === undefined) return 0;
  const tried = drilled.trials.filter(({ group }) => STRUCTURAL.includes(group)).length;
  if ((warnOnly === true ? tried : survivorsOf(drilled, STRUCTURAL).length) > mayPass) return 1;
  return drilled.notDrilled.length > 0 || tried === 0 ? 2 : 0;
}

async function drillHead(
  repository: Repository,
  args: DrillArguments,
  io: CliIo,
): Promise<Result<{ drilled: Drilled; policy: Policy }>> {
  const commit = await resolveCommit(repository, 'HEAD');
  if (!commit.ok) return commit;
  const snapshot = commitSnapshot(repository, commit.value);
  const chosen = { file: args.policy, criticalFiles: [], schemas: [], failOn: args.failOn };
  const policy = await choosePolicy(snapshot, chosen, io.cwd);
  if (!policy.ok) return policy;
  const keeps = args.sinceLast || args.state !== undefined;
  const file = stateFile(repository.gitDir, args.state, io.cwd);
  const last = args.sinceLast ? await loadState(file) : undefined;
  if (last?.ok === false) return last;
  const progress = progressLine(io);
  const urls = new Map<string, ReturnType<LoadSchema>>();
  const result = await drill(snapshot, commitHistory(repository, { base: commit.value }), {
    policy: policy.value,
    schemas: (side, { schemaHosts }, which) =>
      rememberUrls(schemaLoader(side, { hosts: schemaHosts, side: which }), urls),
    operators: args.operators,
    seed: args.seed,
    most: args.most,
    ...(args.service !== undefined && { service: args.service }),
    ...(keeps && { memory: { last: last?.value ?? { version: 1, files: {} }, code: ownCode() } }),
    progress: progress.show,
  });
  progress.clear();
  if (!result.ok) return result;
  const saved = keeps ? await saveState(file, result.value.memory) : ok(undefined);
  if (!saved.ok) return saved;
  return anythingDrilled(result.value, policy.value, args);
}

function anythingDrilled(
  { drilled }: DrillResult,
  policy: Policy,
  { service }: DrillArguments,
): Result<{ drilled: Drilled; policy: Policy }> {
  if (drilled.files + drilled.notDrilled.length > 0) return ok({ drilled, policy });
  return refuse({
    code: 'nothing-to-drill',
    message:
      service === undefined
        ? 'HEAD has no file that the policy calls critical.'
        : `HEAD has no critical file of the service ${JSON.stringify(service)}.`,
    hint: 'Declare critical files first: holdfast init writes a policy, and holdfast explain PATH asks about a file.',
  });
}

/** Pastes what stops structural errors into the policy's file of the work tree. */
async function writePolicy(
  { workTree }: Repository,
  drilled: Drilled,
  { origin }: Policy,
  cwd: string,
): Promise<Result<string | undefined>> {
  const block = blockOf(policyProposals(drilled, STRUCTURAL));
  const count = block.critical.length + block.environments.length;
  if (count === 0) return ok('There is nothing to add to the policy.');
  if (workTree === undefined || !('path' in origin)) return refuse(noPolicyFile());
  const file = origin.kind === 'base' ? join(workTree, origin.path) : resolve(cwd, origin.path);
  const stands = await lstat(file).catch(() => undefined);
  if (!stands?.isFile()) return refuse(noPolicyFile());
  const pasted = await pasteInto(await readFile(file, 'utf8'), block, origin.path);
  if (!pasted.ok) return pasted;
  await writeFile(file, pasted.value);
  return ok(
    `${plural(count, 'entry').replace(/entrys$/, 'entries')} added to ${origin.path}: read them, and commit.`,
  );
}

function noPolicyFile(): Problem {
  return {
    code: 'no-policy-file',
    message: 'There is no policy file in the work tree to write to.',
    hint: 'Paste the proposals by hand, or begin with holdfast init.',
  };
}
