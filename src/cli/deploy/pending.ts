import type { Decrypt } from '../../adapters/age/age.ts';
import {
  readDeployments,
  removeDeployments,
  saveDeployment,
  wholeDeployments,
} from '../../adapters/store/deployments.ts';
import type { Store } from '../../adapters/store/files.ts';
import { acquireLock } from '../../adapters/store/lock.ts';
import { removeSnapshot } from '../../adapters/store/snapshots.ts';
import { deploymentJson } from '../../deploy/json.ts';
import { deploymentText } from '../../deploy/report.ts';
import type { Problem } from '../../model/problem.ts';
import { type Finished, resumeDeployment } from '../../resume.ts';
import type { Deployment } from '../../store/deployments.ts';
import { DEPLOYING } from '../../store/lock.ts';
import type { CliIo } from '../io.ts';
import { reportOptions } from '../judging.ts';
import { reporter } from './report-github.ts';
import { progress, rollbackSteps } from './steps.ts';

type Fail = (...problems: Problem[]) => number;

/** `repository`: where GitHub's deployment is; `decrypt`: needed where contents are encrypted. */
type FinishOptions = {
  json?: boolean;
  repository?: string | undefined;
  decrypt?: Decrypt | undefined;
};

/** What ended as it should is 0, what was put back 1, and everything else 2. */
export function exitCodeOf({ deployment, problems }: Finished): number {
  const { outcome, stage } = deployment;
  if (stage !== 'ended' || problems.length > 0 || outcome === 'inconclusive') return 2;
  return outcome === 'failed' || outcome === 'rolled-back' ? 1 : 0;
}

/**
 * Finishes, or rolls back, the deployments that earlier runs left; the exit code, `undefined` when there is none. The
 * caller holds the lock, and has finished interrupted restores.
 */
export async function finishDeployments(
  store: Store,
  io: CliIo,
  fail: Fail,
  how: FinishOptions = {},
): Promise<number | undefined> {
  const all = await wholeDeployments(store);
  if (!all.ok) return fail(all.problem);
  let worst: number | undefined;
  for (const left of all.value.filter(({ stage }) => stage !== 'ended')) {
    const code = await finishOne(store, left, io, fail, how);
    worst = Math.max(worst ?? 0, code);
    if (code === 2) break;
  }
  return worst;
}

async function finishOne(
  store: Store,
  left: Deployment,
  io: CliIo,
  fail: Fail,
  { json = false, repository, decrypt }: FinishOptions,
): Promise<number> {
  progress(io)(`The deployment ${left.id} was interrupted (${left.stage}); it is finished first.`);
  const steps = rollbackSteps(store, io, { report: reporter(io, repository), cwd: left.cwd, decrypt });
  const finished = await resumeDeployment(left, steps);
  if (finished.problems.length > 0) fail(...finished.problems);
  const { deployment, problems } = finished;
  const reported = { deployment, problems, changes: [], mapped: new Set<string>() };
  io.stdout(json ? deploymentJson(reported) : deploymentText(reported, reportOptions(io)));
  return exitCodeOf(finished);
}

/** The same for a caller that does not hold the lock, which is taken only when there is something to do. */
export async function finishLeftDeployments(
  store: Store,
  io: CliIo,
  fail: Fail,
  decrypt: Decrypt | undefined,
): Promise<number | undefined> {
  const left = await unfinished(store);
  if (left === 0) return undefined;
  const lock = await acquireLock(store, DEPLOYING.restore);
  if (!lock.ok) return fail(lock.problem);
  try {
    return await finishDeployments(store, io, fail, { decrypt });
  } finally {
    await lock.value.release();
  }
}

/** A restore by hand goes before: what an interrupted deployment left may be the reason for it. */
export async function tellUnfinished(store: Store, io: CliIo): Promise<void> {
  if ((await unfinished(store)) === 0) return;
  io.stderr(
    'holdfast: A deployment runs, or was interrupted: holdfast resume rolls it back, and would undo this restore; holdfast resume --discard gives it up.\n',
  );
}

/** How many deployments have not ended, those whose record is damaged among them. */
async function unfinished(store: Store): Promise<number> {
  const listing = await readDeployments(store);
  if (!listing.ok) return 1;
  return listing.value.damaged.length + listing.value.items.filter(({ stage }) => stage !== 'ended').length;
}

/** Gives unfinished deployments up: the files stay as they stand. Records that cannot be read go. */
export async function discardDeployments(store: Store, io: CliIo, fail: Fail): Promise<number> {
  const lock = await acquireLock(store, 'holdfast resume --discard');
  if (!lock.ok) return fail(lock.problem);
  try {
    const listing = await readDeployments(store);
    if (!listing.ok) return fail(listing.problem);
    const { items, damaged } = listing.value;
    const left = items.filter(({ stage }) => stage !== 'ended');
    for (const one of left) {
      const endedAt = new Date().toISOString();
      const ended = { ...one, stage: 'ended', outcome: 'forgotten', intended: null, endedAt } as const;
      const saved = await saveDeployment(store, ended);
      if (!saved.ok) return fail(saved.problem);
      if (one.intended !== null) await removeSnapshot(store, one.intended);
      const back = one.before === null ? '' : ` What stood there before it: holdfast restore ${one.before}`;
      io.stdout(`Gave up the deployment ${one.id}. The files stay as they stand.${back}\n`);
    }
    const ids = damaged.map(({ file }) => file.slice('deployments/'.length, -'.json'.length));
    const removed = await removeDeployments(store, ids);
    if (!removed.ok) return fail(removed.problem);
    for (const { file } of damaged) io.stdout(`Removed ${file}, which could not be read.\n`);
    if (left.length + damaged.length === 0) io.stdout(NONE);
    return 0;
  } finally {
    await lock.value.release();
  }
}

export const NONE = 'No deployment is unfinished.\n';
