import { existsSync } from 'node:fs';
import type { Decrypt } from '../../adapters/age/age.ts';
import { endOrphans, MARK } from '../../adapters/deploy/orphans.ts';
import { servicePorts } from '../../adapters/probes/ports.ts';
import { withoutAnnounced } from '../../adapters/processes/announced.ts';
import { endGroup } from '../../adapters/processes/group.ts';
import type { Mask } from '../../adapters/processes/masked-lines.ts';
import { runCommand } from '../../adapters/processes/run.ts';
import { secretMask, secretsOf } from '../../adapters/processes/secrets.ts';
import { saveDeployment } from '../../adapters/store/deployments.ts';
import type { Store } from '../../adapters/store/files.ts';
import { ownIdentity, startOf } from '../../adapters/store/lock.ts';
import { addVerdict, removeSnapshot, storedIds } from '../../adapters/store/snapshots.ts';
import { newId } from '../../adapters/store/store.ts';
import type { DeploySteps, RollbackSteps } from '../../deploy/steps.ts';
import { plural } from '../../reports/messages.ts';
import { applyServices } from '../../services/apply.ts';
import type { Health } from '../../services/health.ts';
import type { CommandEnd, CommandProcess, Told } from '../../store/deployments.ts';
import type { CliIo } from '../io.ts';
import { putBack } from './put-back.ts';
import type { Reporter } from './report-github.ts';

/** Milliseconds between SIGTERM and SIGKILL: a runner that cancels a job gives ten seconds for everything. */
const PATIENCE = 5_000;

/** Hides the values of the environment's own secrets besides what looks like one. */
export function environmentMask(env: CliIo['env']): Mask {
  return secretMask(secretsOf(env));
}

/** Progress goes to standard error: standard output has what the command prints, and the report. */
export function progress(io: CliIo): (text: string) => void {
  return (text) => io.stderr(`holdfast: ${text}\n`);
}

/** `decrypt`: needed where contents are encrypted. `mask`: without it, the secrets of the environment are hidden. */
type RollbackWorld = {
  report: Reporter;
  cwd: string;
  mask?: Mask;
  signal?: AbortSignal;
  decrypt: Decrypt | undefined;
};

export function rollbackSteps(
  store: Store,
  io: CliIo,
  { report, cwd, signal, decrypt, mask = environmentMask(io.env) }: RollbackWorld,
): RollbackSteps {
  const say = progress(io);
  return {
    now: () => new Date().toISOString(),
    async save(deployment) {
      const saved = await saveDeployment(store, deployment);
      return saved.ok ? [] : [saved.problem];
    },
    stop: endOrphans,
    async putBack(deployment) {
      const back = await putBack(store, deployment, decrypt);
      if (back.written.length + back.removed.length > 0) {
        say(`Put back ${plural(back.written.length, 'file')}, removed ${back.removed.length}.`);
      } else if (back.problems.length === 0) say('Nothing had to be put back.');
      return back;
    },
    async ask(services, { reload, soak, cancellable }) {
      if (services.length > 0) say(`Asking ${services.map(({ name }) => name).join(', ')} …`);
      const ports = servicePorts({
        cwd: existsSync(cwd) ? cwd : io.cwd,
        env: io.env,
        mask,
        ...(cancellable && signal !== undefined && { signal }),
        show: (text) => io.stderr(text),
      });
      const loaded = services.filter(({ name }) => reload(name));
      const others = services.filter(({ name }) => !reload(name));
      const healths = await Promise.all([
        applyServices(loaded, ports, { check: true, reload: true, soak }),
        applyServices(others, ports, { check: false, reload: false, soak }),
      ]);
      return healths.flat().flatMap(toldOf);
    },
    async mark(snapshot, verdict, reason) {
      const id = newId(await storedIds(store, 'verdicts').catch(() => []));
      const at = new Date().toISOString();
      const added = await addVerdict(store, { id, snapshot, verdict, at, by: 'probes', reason });
      return added.ok ? [] : [added.problem];
    },
    async drop(snapshot) {
      const dropped = await removeSnapshot(store, snapshot);
      return dropped.ok ? [] : [dropped.problem];
    },
    report,
    say,
  };
}

/** The step that runs the user's command: streamed, masked, and stopped with all that it has started. */
export function commandStep(
  id: string,
  command: string[],
  io: CliIo,
  how: { timeout: number; signal: AbortSignal; json: boolean; mask: Mask },
): DeploySteps['run'] {
  return async (started) => {
    let group: number | undefined;
    let told: Promise<void> | undefined;
    const { code, signal, timedOut, failed, cancelled, output, ms } = await runCommand({
      command,
      cwd: io.cwd,
      env: { ...io.env, [MARK]: id },
      timeout: how.timeout,
      patience: PATIENCE,
      signal: how.signal,
      mask: how.mask,
      show: (masked, stream) => {
        // Only a runner has to know what the command wants to have hidden.
        const text = io.env.GITHUB_ACTIONS === 'true' ? masked : withoutAnnounced(masked);
        if (io.relay !== undefined) io.relay(text);
        else if (stream === 'stdout' && !how.json) io.stdout(text);
        else io.stderr(text);
      },
      started(pid) {
        group = pid;
        told = processOf(pid).then(started);
      },
    });
    await told;
    const end: CommandEnd = {
      code: code ?? null,
      signal: signal ?? null,
      timedOut: timedOut === true,
      cancelled: cancelled === true ? String(how.signal.reason ?? 'a signal') : null,
      failed: failed ?? null,
      output,
      ms: Math.round(ms),
    };
    // What it leaves running would write on while its changes are taken back.
    if (group !== undefined && code !== 0) await endGroup(group, PATIENCE);
    return end;
  };
}

async function processOf(pid: number): Promise<CommandProcess> {
  const [{ boot, namespace }, started] = await Promise.all([ownIdentity(''), startOf(pid)]);
  return { pid, started: started ?? null, boot, namespace };
}

function toldOf(health: Health): Told[] {
  const { service, state } = health;
  const tell = (code: string, args: Told['args']): Told[] => [
    { code, severity: 'error', path: null, service, args },
  ];
  if (state === 'cancelled') return tell('service-cancelled', {});
  if (state !== 'unhealthy') return [];
  const { step, reason } = health;
  if (health.step !== 'probes')
    return tell('service-unhealthy', { step, reason: `its ${step}: ${reason}`, output: health.output });
  const { last } = health;
  const what = last === undefined ? reason : `${reason}: ${last.reason}`;
  return tell('service-unhealthy', { step, reason: what, output: last?.output ?? '' });
}
