import { wholeDeployments } from '../../adapters/store/deployments.ts';
import { nodeFs } from '../../adapters/store/fs.ts';
import { openStore } from '../../adapters/store/store.ts';
import { findLive } from '../../adapters/store/walk.ts';
import { type DeployPlan, planJson, planText } from '../../deploy/plan.ts';
import { ok, type Problem, type Result } from '../../model/problem.ts';
import { originName } from '../../policy/explain.ts';
import { createLocator } from '../../policy/live.ts';
import { createSelector } from '../../policy/select.ts';
import { type Deployment, holdOn } from '../../store/deployments.ts';
import { UNSAVED } from '../../store/manifest.ts';
import { liveScope } from '../../store/scope.ts';
import type { CliIo } from '../io.ts';
import { reportOptions } from '../judging.ts';
import type { DeployArguments } from './arguments.ts';
import { commandLine } from './order.ts';
import type { DeploySource } from './source.ts';

/** `holdfast deploy --plan`: exit 0, 1 when the commit is held, 2 when a deployment would be refused. */
export async function showPlan(
  directory: string,
  { policy, paths, commit, root, services }: DeploySource,
  args: DeployArguments,
  io: CliIo,
  fail: (...problems: Problem[]) => number,
): Promise<number> {
  const deployments = await existingDeployments(directory);
  if (!deployments.ok) return fail(deployments.problem);
  const scope = liveScope(policy, paths);
  const { found, unsaved } = await findLive(nodeFs, root, scope);
  const critical = createSelector(policy);
  const locate = createLocator(policy);
  const mapped = paths.filter((path) => critical(path)?.critical === true).flatMap(locate);
  const environment = args.environment ?? null;
  const hold = holdOn(deployments.value, environment, commit);
  const plan: DeployPlan = {
    command: commandLine(args.command, io.env),
    commit,
    environment,
    policy: originName(policy.origin),
    places: found.map((path) => ({ path, service: scope.at(path)?.service ?? null })),
    unsaved: unsaved.map(({ path, reason, detail }) => ({
      path,
      detail: `${UNSAVED[reason]}${detail === '' ? '' : ` (${detail})`}`,
    })),
    mapped: [...new Set(mapped)].filter((place) => place.startsWith('/')).sort(),
    writes: args.writes,
    services,
    hold: hold === undefined ? null : { id: hold.id, at: hold.at },
    unfinished: deployments.value.filter(({ stage }) => stage !== 'ended').map(({ id }) => id),
    elsewhere: scope.elsewhere,
  };
  io.stdout(args.format === 'json' ? planJson(plan) : planText(plan, reportOptions(io)));
  if (plan.unsaved.length > 0) return 2;
  return plan.hold === null || args['lift-hold'] !== undefined ? 0 : 1;
}

/** Without a store nothing was ever deployed. */
async function existingDeployments(directory: string): Promise<Result<Deployment[]>> {
  const store = await openStore(directory);
  if (!store.ok) return store.problem.code === 'store-missing' ? ok([]) : store;
  return wholeDeployments(store.value);
}
