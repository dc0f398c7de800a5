/** A command of a service: a text for `/bin/sh -c`, or a program with its arguments, without a shell. */
export type ServiceCommand = string | string[];

type ProbeLimits = {
  /** Milliseconds after which one attempt counts as failed. */
  timeout: number;
};

/** Asks for a page. Redirects are not followed. */
export type HttpProbe = ProbeLimits & {
  kind: 'http';
  /** `http:` or `https:`, without a user and a password. */
  url: string;
  /** Status codes that are right; every 2xx when it is left out. */
  status?: number[];
  /** What the body has to contain. */
  body?: string;
  /** Milliseconds: the whole answer has to be there within them. */
  within?: number;
};

/** Opens a connection, and closes it. */
export type TcpProbe = ProbeLimits & { kind: 'tcp'; host: string; port: number };

/** Runs a command, which has to end with 0. */
export type CommandProbe = ProbeLimits & { kind: 'command'; command: ServiceCommand };

export type Probe = HttpProbe | TcpProbe | CommandProbe;

/**
 * One entry of `services:`. Its commands run in a deployment, a restore and a drill only, and never while a change is
 * checked.
 */
export type Service = {
  name: string;
  /** All of them have to pass. */
  probes: Probe[];
  /** Milliseconds after a reload in which failed probes do not count yet. */
  grace: number;
  /** Times in a row that all probes have to pass. */
  passes: number;
  /** Milliseconds between two rounds of probes. */
  every: number;
  /** Milliseconds for which the probes have to go on passing before the configuration is known to be good. */
  soak: number;
  /** Says whether the configuration can be loaded, such as `nginx -t`. */
  check?: ServiceCommand;
  /** Makes the service read its configuration again. */
  reload?: ServiceCommand;
  /**
   * Globs of its files, of the checkout or on hosts, that are not put back by themselves: credentials that rotate.
   * `true` means all of its files.
   */
  rotating: string[] | true;
};
