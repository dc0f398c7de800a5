import { hostname } from 'node:os';
import { driftedServices } from '../../adapters/deploy/drifted.ts';
import { collectIntended, type Keys } from '../../adapters/deploy/intended.ts';
import { unrestorable } from '../../adapters/deploy/unrestorable.ts';
import { learningMask } from '../../adapters/processes/announced.ts';
import { diskOperations } from '../../adapters/restore/operations.ts';
import { restoreSteps } from '../../adapters/restore/steps.ts';
import { collectLive } from '../../adapters/store/collect.ts';
import type { Store } from '../../adapters/store/files.ts';
import { createObjectWriter } from '../../adapters/store/objects.ts';
import { guarded } from '../../adapters/store/problems.ts';
import { addSnapshot, storedIds } from '../../adapters/store/snapshots.ts';
import { newId } from '../../adapters/store/store.ts';
import { shellWord } from '../../checks/words.ts';
import { mapsFiles } from '../../deploy/declared.ts';
import { elsewhere } from '../../deploy/elsewhere.ts';
import type { DeploySteps } from '../../deploy/steps.ts';
import { probedServices } from '../../deploy/vouched.ts';
import type { Order } from '../../deploy.ts';
import { ok } from '../../model/problem.ts';
import { globMatcher } from '../../policy/globs.ts';
import { wantedOf } from '../../restore/plan.ts';
import { rotatingFiles } from '../../services/affected.ts';
import type { Deployment } from '../../store/deployments.ts';
import type { Manifest } from '../../store/manifest.ts';
import { liveScope, scopeRules } from '../../store/scope.ts';
import type { CliIo } from '../io.ts';
import { problemText } from '../problem.ts';
import { keepLive, nextOf } from '../restore/keep.ts';
import type { DeployArguments } from './arguments.ts';
import { deploymentNumber, reporter } from './report-github.ts';
import type { DeploySource } from './source.ts';
import { commandStep, environmentMask, rollbackSteps } from './steps.ts';

/** The record of a deployment that has not begun, and what it may write. */
export async function orderOf(
  store: Store,
  { commit, root, services, policy, paths }: DeploySource,
  args: DeployArguments,
  io: CliIo,
): Promise<Order> {
  const deployment: Deployment = {
    version: 1,
    id: newId(await storedIds(store, 'deployments')),
    at: new Date().toISOString(),
    endedAt: null,
    host: hostname(),
    environment: args.environment ?? null,
    commit,
    deploymentId: await deploymentNumber(args['deployment-id'], io.env),
    root,
    cwd: io.cwd,
    inPlace: args['in-place'] === true,
    command: commandLine(args.command, io.env),
    writes: args.writes,
    services,
    stage: 'started',
    before: null,
    intended: null,
    made: null,
    process: null,
    ran: null,
    outcome: null,
    findings: [],
    held: false,
    lifted: null,
  };
  const rotates = rotatingFiles({ ...policy, services });
  const { writes } = args;
  const about = { environment: deployment.environment, services: args.service };
  const allowed = { rotates, elsewhere: elsewhere(policy, paths, about) };
  return { deployment, allowed: { ...allowed, ...(writes.length > 0 && { writes: globMatcher(writes) }) } };
}

/** The command for people: quoted where a shell would need it, and masked. */
export function commandLine(command: readonly string[], env: CliIo['env']): string {
  return environmentMask(env)(command.map(shellWord).join(' '));
}

export function deploySteps(
  store: Store,
  { policy, paths, commit, root, services, opened }: DeploySource,
  args: DeployArguments,
  { id, host, environment, deploymentId }: Deployment,
  { io, signal, json, keys }: { io: CliIo; signal: AbortSignal; json: boolean; keys: Keys },
): DeploySteps {
  const { encryption, decrypt } = keys;
  const about = (reason: string) => ({ host, environment, commit, deploymentId, reason });
  const mask = learningMask(environmentMask(io.env));
  const basic = rollbackSteps(store, io, {
    report: reporter(io, args.repository),
    cwd: io.cwd,
    mask,
    signal,
    decrypt,
  });
  const { timeout } = args;
  return {
    ...basic,
    keep: (reason) => keepLive(store, root, { policy, paths, about: about(reason), empty: true }, encryption),
    async intend() {
      if (commit === null || !mapsFiles(policy)) return ok(undefined);
      const found = await collectIntended(store, opened.snapshot, policy, keys);
      if (!found.ok) return found;
      const manifest: Manifest = {
        ...(await nextOf(store)),
        ...about(`what the deployment ${id} is to bring`),
        ...(encryption && { recipients: [...encryption.recipients] }),
        source: 'commit',
        onlyService: null,
        scope: scopeRules(policy),
        ...found.value.collected,
      };
      const added = await addSnapshot(store, manifest);
      return added.ok ? ok({ id: manifest.id, intended: found.value.intended }) : added;
    },
    async unrestorable(before) {
      const { problems, warnings } = unrestorable(before, root, args['in-place'] === true);
      for (const warning of warnings) io.stderr(problemText(warning, io));
      const verify = restoreSteps(store, diskOperations, async () => ok(null), decrypt).verify;
      const self = { uid: 0, gid: 0 };
      const writes = before.files.map((file) => ({
        ...wantedOf(file, { kind: 'absent' }, self),
        was: 'absent' as const,
      }));
      return [...problems, ...(await verify(writes))];
    },
    run: commandStep(id, args.command, io, { timeout, signal, json, mask }),
    look: () =>
      guarded(store.directory, async () =>
        ok(
          await collectLive(store.fs, root, liveScope(policy, paths), createObjectWriter(store, encryption)),
        ),
      ),
    drifted: (now, names) =>
      driftedServices(
        store,
        now,
        names,
        rotatingFiles({ ...policy, services }),
        probedServices({ services: policy.services ?? [] }),
      ),
    cancelled: () => (signal.aborted ? String(signal.reason) : undefined),
  };
}
