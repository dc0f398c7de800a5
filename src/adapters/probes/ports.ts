import type { Probe, ServiceCommand } from '../../policy/service.ts';
import { commandFault } from '../../services/command-fault.ts';
import type { CommandResult, ProbeResult, ServicePorts } from '../../services/ports.ts';
import type { Mask } from '../processes/masked-lines.ts';
import { runCommand } from '../processes/run.ts';
import { probeHttp } from './http.ts';
import { probeTcp } from './tcp.ts';

/** Milliseconds that a `check` or a `reload` may take. */
const COMMAND_TIMEOUT = 120_000;
/** Characters of the output of a command that are kept for the report. */
const KEPT = 4_096;

export type Surroundings = {
  /** Where commands run, absolute. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  mask: Mask;
  signal?: AbortSignal;
  /** Gets what `check` and `reload` print, masked. */
  show?(text: string): void;
};

/** The world for judging services: real connections, real commands, the real clock. */
export function servicePorts({ cwd, env, mask, signal, show }: Surroundings): ServicePorts {
  const run = (
    command: ServiceCommand,
    timeout: number,
    shown?: (text: string) => void,
  ): Promise<CommandResult> =>
    runCommand({
      command,
      cwd,
      env: withoutInputs(env),
      timeout,
      patience: Math.min(timeout, 5_000),
      mask,
      keep: KEPT,
      ...(signal && { signal }),
      ...(shown && { show: shown }),
    });
  return {
    probe: (probe) => attempt(probe, run, signal),
    run: (_service, _part, command) => run(command, COMMAND_TIMEOUT, show),
    now: () => performance.now(),
    wait: (ms) => wait(ms, signal),
    cancelled: () => signal?.aborted === true,
  };
}

async function attempt(
  probe: Probe,
  run: (command: ServiceCommand, timeout: number) => Promise<CommandResult>,
  signal: AbortSignal | undefined,
): Promise<ProbeResult> {
  if (probe.kind === 'http') return probeHttp(probe, signal);
  if (probe.kind === 'tcp') return probeTcp(probe, signal);
  const result = await run(probe.command, probe.timeout);
  const { ms, output } = result;
  const reason = commandFault(result);
  return reason === undefined ? { ok: true, ms } : { ok: false, ms, reason, output };
}

/** The inputs of an Action may hold tokens, and are no matter of a service's commands. */
function withoutInputs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^INPUT_/i.test(name)));
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal?.addEventListener('abort', finish);
  });
}
