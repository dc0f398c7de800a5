import type { Keys } from '../../adapters/deploy/intended.ts';
import { withInterrupt } from '../../adapters/processes/interrupt.ts';
import { liftHolds, wholeDeployments } from '../../adapters/store/deployments.ts';
import type { Store } from '../../adapters/store/files.ts';
import { acquireLock } from '../../adapters/store/lock.ts';
import { createStore } from '../../adapters/store/store.ts';
import { deploymentJson, refusedJson } from '../../deploy/json.ts';
import { deploymentText, type Reported } from '../../deploy/report.ts';
import { wordsOf } from '../../deploy/words.ts';
import { deploy } from '../../deploy.ts';
import { ok, type Problem, type Result } from '../../model/problem.ts';
import { shortId } from '../../reports/messages.ts';
import type { Journal } from '../../restore/journal.ts';
import { type Deployment, holdOn } from '../../store/deployments.ts';
import { DEPLOYING } from '../../store/lock.ts';
import { chosenStore } from '../backup/options.ts';
import { holdsStore, insideCritical } from '../backup/save.ts';
import { backupEncryption, chosenDecrypt } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { reportOptions } from '../judging.ts';
import { problemText } from '../problem.ts';
import { writeReport } from '../report-file.ts';
import { finishLocked } from '../restore/pending.ts';
import { type DeployArguments, readDeployArguments } from './arguments.ts';
import { differencesOf } from './differences.ts';
import { deploySteps, orderOf } from './order.ts';
import { exitCodeOf, finishDeployments } from './pending.ts';
import { showPlan } from './plan.ts';
import { type DeploySource, openDeploySource } from './source.ts';

type Fail = (...problems: Problem[]) => number;

/**
 * `holdfast deploy [OPTIONS] -- COMMAND`. Exit 0: what was deployed is what was meant; 1: it was not, and what was there
 * before was put back, or the commit is held; 2: nothing was run, or the host could not be judged or put back.
 */
export async function runDeploy(argv: string[], io: CliIo): Promise<number> {
  const account: Account = { problems: [] };
  const fail: Fail = (...problems) => {
    for (const problem of problems) io.stderr(problemText(problem, io));
    account.problems.push(...problems);
    return 2;
  };
  const args = readDeployArguments(argv);
  if (!args.ok) return fail(args.problem);
  const code = await run(args, { io, fail, account });
  const report = account.done === undefined ? refusedJson(account.problems) : deploymentJson(account.done);
  await writeReport(args.value.report, report, io);
  return code;
}

/** What is known of it at the end, for the report. */
type Account = { done?: Reported; problems: Problem[] };
type Surroundings = { io: CliIo; fail: Fail; account: Account };

async function run(args: { value: DeployArguments }, around: Surroundings): Promise<number> {
  const { io, fail } = around;
  const source = await openDeploySource(args.value, io);
  if (!source.ok) return fail(source.problem);
  try {
    const directory = await chosenStore(args.value, io);
    if (holdsStore(source.value, directory)) return fail(insideCritical(directory));
    const keys = await chosenKeys(args.value, source.value, io);
    if (!keys.ok) return fail(keys.problem);
    if (args.value.plan) return await showPlan(directory, source.value, args.value, io, fail);
    const store = await createStore(directory);
    if (!store.ok) return fail(store.problem);
    const lock = await acquireLock(store.value, DEPLOYING.deploy, args.value.wait);
    if (!lock.ok) return fail(lock.problem);
    try {
      return await withInterrupt((signal) =>
        deployLocked(store.value, source.value, args.value, { ...around, signal, keys: keys.value }),
      );
    } finally {
      await lock.value.release();
    }
  } finally {
    await source.value.opened.close();
  }
}

async function deployLocked(
  store: Store,
  source: DeploySource,
  args: DeployArguments,
  { io, fail, account, signal, keys }: Surroundings & { signal: AbortSignal; keys: Keys },
): Promise<number> {
  const json = args.format === 'json';
  // Standard output has one JSON document, or nothing.
  const aside = json ? { ...io, stdout: io.stderr } : io;
  const { repository } = args;
  const restored: Journal[] = [];
  if ((await finishLocked(store, aside, fail, keys.decrypt, restored)) === 2) return 2;
  if (restored.length > 0) io.stderr('holdfast: Reload the services that read the restored files.\n');
  if ((await finishDeployments(store, aside, fail, { repository, decrypt: keys.decrypt })) === 2) return 2;
  const held = await passHold(store, source, args, io, fail);
  if (held !== undefined) return held;
  const order = await orderOf(store, source, args, io);
  const done = await deploy(
    order,
    deploySteps(store, source, args, order.deployment, { io, signal, json, keys }),
  );
  if ('refused' in done) return fail(...done.refused);
  if (done.problems.length > 0) fail(...done.problems);
  const { deployment, problems } = done;
  const reported = {
    deployment,
    problems,
    ...(await differencesOf(store, source.policy, done, keys.decrypt)),
  };
  account.done = reported;
  io.stdout(json ? deploymentJson(reported) : deploymentText(reported, reportOptions(io)));
  return exitCodeOf(done);
}

async function chosenKeys(args: DeployArguments, { policy }: DeploySource, io: CliIo): Promise<Result<Keys>> {
  const encryption = await backupEncryption(args, policy, io);
  if (!encryption.ok) return encryption;
  const decrypt = await chosenDecrypt(args, io);
  return decrypt.ok ? ok({ encryption: encryption.value, decrypt: decrypt.value }) : decrypt;
}

/** The exit code for a commit that is held; `undefined` when it may be deployed. */
async function passHold(
  store: Store,
  { commit }: DeploySource,
  args: DeployArguments,
  io: CliIo,
  fail: Fail,
): Promise<number | undefined> {
  const deployments = await wholeDeployments(store);
  if (!deployments.ok) return fail(deployments.problem);
  const environment = args.environment ?? null;
  const hold = holdOn(deployments.value, environment, commit);
  if (hold === undefined) return undefined;
  const reason = args['lift-hold'];
  if (reason === undefined) {
    fail(heldProblem(hold));
    return 1;
  }
  const lifted = { at: new Date().toISOString(), reason };
  const done = await liftHolds(store, deployments.value, { environment, commit }, lifted);
  if (!done.ok) return fail(done.problem);
  io.stderr(`holdfast: The hold of deployment ${hold.id} is lifted.\n`);
  return undefined;
}

function heldProblem(hold: Deployment): Problem {
  const { commit, environment, id, at, findings } = hold;
  const first = findings.find(({ severity }) => severity === 'error');
  const why = first === undefined ? '' : ` ${wordsOf(first, hold).what}`;
  return {
    code: 'held',
    message: `${shortId(commit ?? '')} is not deployed to ${environment ?? 'this host'} again: deployment ${id} of ${at.slice(0, 16)}Z failed with it.${why}`,
    hint: 'Nothing was run. Deploy a commit that mends it; or, when the reason was another one, lift the hold: --lift-hold "why it may go now".',
  };
}
