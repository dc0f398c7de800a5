import type { Problem, Result } from '../model/problem.ts';
import type { Service } from '../policy/service.ts';
import type { CommandEnd, CommandProcess, Deployment, Told } from '../store/deployments.ts';
import type { Collected, Manifest } from '../store/manifest.ts';
import type { Intended } from './judge.ts';

/**
 * What was put back. `kept`: the snapshot of what stood there; `foreign`: files whose owner could not be set; `problems`:
 * what could not be put back.
 */
export type PutBack = {
  written: string[];
  removed: string[];
  kept: string | null;
  foreign: string[];
  problems: Problem[];
};

/**
 * How services are asked. `reload`: those whose configuration is checked and loaded again before; `soak`: whether the
 * probes have to go on passing for a while.
 */
export type Asking = { reload(service: string): boolean; soak: boolean; cancellable: boolean };

/** What is needed to put back what was there before, also in a later run. None of the steps throws for what it meets. */
export type RollbackSteps = {
  /** The clock, `2026-01-31T12:00:00.000Z`. */
  now(): string;
  /** Writes the record; it is on the disk when this ends. */
  save(deployment: Deployment): Promise<Problem[]>;
  /** Ends what is left of the command's process group. */
  stop(deployment: Deployment): Promise<Problem[]>;
  putBack(deployment: Deployment): Promise<PutBack>;
  /** Asks all services, and gives what is wrong with them. */
  ask(services: readonly Service[], asking: Asking): Promise<Told[]>;
  /** Removes a snapshot that was needed only while the deployment ran. */
  drop(snapshot: string): Promise<Problem[]>;
  /** Adds a verdict by the probes about a snapshot. */
  mark(snapshot: string, verdict: 'good' | 'bad', reason: string): Promise<Problem[]>;
  /** Tells GitHub, if anybody; that it cannot be told changes nothing. */
  report(deployment: Deployment, state: 'in_progress' | 'success' | 'failure'): Promise<void>;
  /** For people who look on. */
  say(text: string): void;
};

/** The steps of a deployment, each with its I/O. */
export type DeploySteps = RollbackSteps & {
  /** Keeps what stands there now. */
  keep(reason: string): Promise<Result<Manifest>>;
  /** What the commit says, kept as a snapshot; `undefined` where the policy maps nothing or no commit is known. */
  intend(): Promise<Result<{ id: string; intended: Intended } | undefined>>;
  /** Why these files could not be put back later. */
  unrestorable(before: Manifest): Promise<Problem[]>;
  /** Runs the command. `started` is told its process group at once. */
  run(started: (group: CommandProcess) => Promise<void>): Promise<CommandEnd>;
  /** Looks again at everything that `keep` keeps. */
  look(): Promise<Result<Collected>>;
  /** Those of the services whose files are not as they were when they were last known good. */
  drifted(now: Manifest, services: readonly (string | null)[]): Promise<(string | null)[]>;
  /** The signal with which somebody asked for an end. */
  cancelled(): string | undefined;
};
