import type { Probe, Service, ServiceCommand } from '../policy/service.ts';

/** One attempt. `reason` is a phrase for people, without values of the configuration: `status 502 instead of 200`. */
export type ProbeResult = { ok: true; ms: number } | { ok: false; ms: number; reason: string };

/** How a command ended: `code` is absent when a signal ended it. `output` is the masked end of what it printed. */
export type CommandResult = {
  code?: number;
  signal?: string;
  /** It did not end in time and was killed. */
  timedOut?: true;
  /** It could not be started: `ENOENT`. */
  failed?: string;
  output: string;
};

/** What the judgement of a service needs from the world. None of them throws for what it meets. */
export type ServicePorts = {
  probe(probe: Probe): Promise<ProbeResult>;
  run(service: Service, part: 'check' | 'reload', command: ServiceCommand): Promise<CommandResult>;
  /** Milliseconds of a clock that never goes backwards. */
  now(): number;
  wait(ms: number): Promise<void>;
};
