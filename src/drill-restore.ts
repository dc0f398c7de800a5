import { ok, type Problem, type Result, refuse } from './model/problem.ts';
import type { Service, ServiceCommand } from './policy/service.ts';
import type { Live, Location, Plan } from './restore/plan.ts';
import type { RestoreSteps } from './restore/steps.ts';
import { restore } from './restore.ts';
import { commandFault } from './services/command-fault.ts';
import type { CommandResult } from './services/ports.ts';
import type { StoredDrill } from './store/drills.ts';

/** What a trial restore needs. Nothing of it is the host's own: the steps write below a scratch root. */
export type RestoreDrillPorts = {
  steps: RestoreSteps;
  /** What stands below the scratch root, read anew with its digest. */
  look(paths: readonly Location[]): ReadonlyMap<Location, Live>;
  /** Runs a service's `check` on the scratch root. */
  run(service: Service, command: ServiceCommand): Promise<CommandResult>;
  /** Milliseconds of a clock that never goes backwards. */
  now(): number;
};

/** What a trial restore has shown, and what a command said that failed. */
export type RestoreDrill = Pick<StoredDrill, 'files' | 'bytes' | 'ms' | 'faults' | 'checks' | 'ok'> & {
  outputs: { service: string; output: string }[];
};

/**
 * Restores into a scratch root as onto a host, reads every file again and compares it with the snapshot, and asks the
 * services whether they could load it. Problems: `nothing-to-drill`, for a plan that writes nothing: nothing can fail in
 * it; `stopped`, by somebody, which says nothing of the store.
 */
export async function drillRestore(
  plan: Plan,
  { onlyService, ...head }: { snapshots: string[]; root: string } & Pick<StoredDrill, 'onlyService'>,
  services: readonly Service[],
  ports: RestoreDrillPorts,
): Promise<Result<RestoreDrill>> {
  if (plan.writes.length === 0) return refuse(nothingToDrill(head.snapshots, onlyService));
  const began = ports.now();
  const outcome = await restore(plan, head, ports.steps);
  const paths = plan.writes.map(({ path }) => path);
  const faults = outcome.ok ? differing(plan, ports.look(paths)) : outcome.problems.map(faultText);
  const ms = Math.round(ports.now() - began);
  const checks: RestoreDrill['checks'] = [];
  const outputs: RestoreDrill['outputs'] = [];
  for (const service of faults.length > 0 ? [] : services) {
    if (service.check === undefined) continue;
    const result = await ports.run(service, service.check);
    if (result.cancelled) return refuse(stopped(service.name));
    const fault = commandFault(result);
    checks.push({ service: service.name, ms: Math.round(result.ms), fault: fault ?? null });
    if (fault !== undefined) outputs.push({ service: service.name, output: result.output });
  }
  const bytes = plan.writes.reduce((sum, { size }) => sum + size, 0);
  const whole = faults.length === 0 && checks.every(({ fault }) => fault === null);
  return ok({ files: paths.length, bytes, ms, faults, checks, ok: whole, outputs });
}

function nothingToDrill([snapshot]: readonly string[], service: string | null): Problem {
  return {
    code: 'nothing-to-drill',
    message: `The known good${service === null ? '' : ` of the service ${service}`} holds no file, so that nothing was restored: a drill of it would pass whatever the store is worth.`,
    hint: `Nothing was there when it was saved (holdfast backup show ${snapshot}). Check \`files\` and \`live\` of the policy; take a backup where the files are, and have it known to be good.`,
  };
}

function stopped(service: string): Problem {
  return {
    code: 'stopped',
    message: `The drill was stopped while the check of ${service} ran: it says nothing, and is not kept.`,
    hint: 'Run it again; --no-checks asks no service.',
  };
}

/** Files that are not, byte for byte, what the snapshot has. */
function differing({ writes }: Plan, live: ReadonlyMap<Location, Live>): string[] {
  const isWhole = ({ path, link, sha256 }: Plan['writes'][number]) => {
    const now = live.get(path);
    if (link !== undefined) return now?.kind === 'link' && now.link === link;
    return now?.kind === 'file' && now.sha256 === sha256;
  };
  return writes
    .filter((write) => !isWhole(write))
    .map(({ path }) => `${path}: its content is not that of the snapshot`);
}

function faultText({ path, message }: Problem): string {
  return path === undefined ? message : `${path}: ${message}`;
}
