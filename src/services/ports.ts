import type { Probe, Service, ServiceCommand } from '../policy/service.ts';

/**
 * One attempt. `reason` is a phrase for people, without values of the configuration: `status 502 instead of 200`.
 * `output` is the masked end of what a command printed.
 */
export type ProbeResult =
  | { ok: true; ms: number }
  | { ok: false; ms: number; reason: string; output?: string };

/**
 * How a command ended: `code` is absent when a signal ended it. A command that was stopped may still have ended with 0,
 * so that `timedOut` and `cancelled` come first. `output` is the masked end of what it printed.
 */
export type CommandResult = {
  code?: number;
  signal?: string;
  /** It did not end in time and was stopped. */
  timedOut?: true;
  /** Whoever asked for it did not want it any more. */
  cancelled?: true;
  /** It could not be started: `ENOENT`. */
  failed?: string;
  output: string;
  ms: number;
};

/** What the judgement of a service needs from the world. None of them throws for what it meets, and each has an end. */
export type ServicePorts = {
  /** Ends with the probe's timeout; a command that has to be stopped may take some seconds more. */
  probe(probe: Probe): Promise<ProbeResult>;
  run(service: Service, part: 'check' | 'reload', command: ServiceCommand): Promise<CommandResult>;
  /** Milliseconds of a clock that never goes backwards. */
  now(): number;
  /** Ends earlier when the run is cancelled. */
  wait(ms: number): Promise<void>;
  /** Whether whoever asked does not want to know any more. */
  cancelled(): boolean;
};
