import { isObject, type Json, type JsonObject } from '../model/json.ts';
import type { Result } from '../model/problem.ts';
import type { Service } from '../policy/service.ts';
import {
  commitId,
  count,
  type Field,
  flag,
  listOf,
  moment,
  oneOf,
  orNull,
  place,
  record,
  text,
  ulid,
} from './fields.ts';
import { seal, unsealAs } from './seal.ts';

/**
 * How far a deployment has come; each is on the disk before what it names begins. `started`: the command has not run.
 * `running`: it may have. `checking`: it has ended. `restoring`: what was there before is put back.
 */
export const STAGES = ['started', 'running', 'checking', 'restoring', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * How a deployment ended. `failed`: it changed nothing critical, so that nothing had to be put back. `inconclusive`: it
 * could not be judged, or what was there before could not be put back. `nothing-done`: the command never ran.
 */
export const OUTCOMES = [
  'good',
  'failed',
  'rolled-back',
  'inconclusive',
  'nothing-done',
  'forgotten',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A fact about a deployment, without its words. Values in `args` are masked. */
export type Told = {
  code: string;
  severity: 'error' | 'warning' | 'notice';
  path: string | null;
  service: string | null;
  args: JsonObject;
};

/** The process group of the command, told apart by more than its id, which another one gets after its end. */
export type CommandProcess = { pid: number; started: string | null; boot: string; namespace: string };

/** How the command ended. `output` is the masked end of what it printed. */
export type CommandEnd = {
  code: number | null;
  signal: string | null;
  timedOut: boolean;
  /** The signal that Holdfast was sent meanwhile. */
  cancelled: string | null;
  /** It could not be started: `ENOENT`. */
  failed: string | null;
  output: string;
  ms: number;
};

/** One deployment: enough to finish it, or to put back what was there before, after a crash at any moment. */
export type Deployment = {
  version: 1;
  /** ULID; later deployments have greater ones. */
  id: string;
  at: string;
  endedAt: string | null;
  host: string;
  environment: string | null;
  /** The full id of the commit that is deployed. */
  commit: string | null;
  /** GitHub's id of it. */
  deploymentId: string | null;
  /** The directory that stands for `/`; empty for the host itself. */
  root: string;
  /** Where the command and those of the services run, absolute. */
  cwd: string;
  /** Mounted files are written over when they are put back. */
  inPlace: boolean;
  /** The command for people, masked. */
  command: string;
  /** Globs of the places that it may write. */
  writes: string[];
  /** Those that are asked, as the policy of the commit describes them. */
  services: Service[];
  stage: Stage;
  /** Snapshots: before the command, what the commit says (until the deployment has ended), and after the command. */
  before: string | null;
  intended: string | null;
  made: string | null;
  process: CommandProcess | null;
  ran: CommandEnd | null;
  /** Decided before `ended`: what follows is only written down. */
  outcome: Outcome | null;
  findings: Told[];
  /** The commit is not deployed to this environment again until somebody lifts this. */
  held: boolean;
  lifted: { at: string; reason: string } | null;
};

const root: Field = (value) => (value === '' ? undefined : place(value));
const exactly =
  (wanted: Json): Field =>
  (value) =>
    value === wanted ? undefined : 'is that of another Holdfast';
const facts: Field = (value) => (isObject(value) ? undefined : 'is not an object');

/** What the policy's reader has made of it; the seal says that it is still the same. */
const service: Field = (value) => {
  if (!isObject(value)) return 'is not an object';
  const { name, probes, grace, passes, every, soak, rotating } = value;
  return (
    text(name) ??
    listOf((probe) => (isObject(probe) ? text(probe.kind) : 'is not an object'))(probes) ??
    [grace, passes, every, soak].map(count).find((fault) => fault !== undefined) ??
    (rotating === true ? undefined : listOf(text)(rotating))
  );
};

const shape = record({
  version: exactly(1),
  id: ulid,
  at: moment,
  endedAt: orNull(moment),
  host: text,
  environment: orNull(text),
  commit: orNull(commitId),
  deploymentId: orNull(text),
  root,
  cwd: text,
  inPlace: flag,
  command: text,
  writes: listOf(text),
  services: listOf(service),
  stage: oneOf(STAGES),
  before: orNull(ulid),
  intended: orNull(ulid),
  made: orNull(ulid),
  process: orNull(record({ pid: count, started: orNull(text), boot: text, namespace: text })),
  ran: orNull(
    record({
      code: orNull(count),
      signal: orNull(text),
      timedOut: flag,
      cancelled: orNull(text),
      failed: orNull(text),
      output: text,
      ms: count,
    }),
  ),
  outcome: orNull(oneOf(OUTCOMES)),
  findings: listOf(
    record({
      code: text,
      severity: oneOf(['error', 'warning', 'notice']),
      path: orNull(text),
      service: orNull(text),
      args: facts,
    }),
  ),
  held: flag,
  lifted: orNull(record({ at: moment, reason: text })),
});

export function writeDeployment(deployment: Deployment): Uint8Array {
  return seal(deployment);
}

/** Problems: `damaged`, `deployment-invalid`. */
export function readDeployment(bytes: Uint8Array): Result<Deployment> {
  return unsealAs(bytes, shape, 'deployment', 'record of a deployment');
}

/** The deployment that keeps this commit from this environment: the newest one whose hold nobody has lifted. */
export function holdOn(
  deployments: readonly Deployment[],
  environment: string | null,
  commit: string | null,
): Deployment | undefined {
  if (commit === null) return undefined;
  return deployments.findLast(
    (one) => one.held && one.lifted === null && one.environment === environment && one.commit === commit,
  );
}

/** Snapshots that deployments which have not ended need. */
export function neededBy(deployments: readonly Deployment[]): Set<string> {
  const unfinished = deployments.filter(({ stage }) => stage !== 'ended');
  return new Set(unfinished.flatMap(({ before, intended, made }) => [before, intended, made].filter(isText)));
}

function isText(value: string | null): value is string {
  return value !== null;
}

/** Records of ended deployments that are kept, besides those whose hold still holds. */
const MOST_KEPT = 100;

/** Ids of records that nobody needs any more. */
export function outdated(deployments: readonly Deployment[]): string[] {
  const ended = deployments
    .filter(({ stage }) => stage === 'ended')
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return ended.slice(MOST_KEPT).flatMap((one) => (one.held && one.lifted === null ? [] : [one.id]));
}
