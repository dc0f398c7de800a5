import { createHash } from 'node:crypto';
import { runsOf } from '../model/lists.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import type { LockHolder } from '../store/lock.ts';
import type { Outcome } from './minimise.ts';
import type { FilePair } from './units.ts';

/** One probe that has ended. `set`: the units that were applied, as `0-3,7`. `ms`: milliseconds it took. */
export type Probed = { set: string; outcome: Outcome; ms: number; code?: number; timedOut?: true };

const OUTCOMES: readonly Outcome[] = ['pass', 'fail', 'unresolved'];

/** What is asked. `tree`: names the good side, of which the probe has all files. `timeout`: in milliseconds. */
export type Asking = { pairs: readonly FilePair[]; tree: string; command: string; timeout: number };

/** Names a question: the answers of one are no answers of another. */
export function questionOf({ pairs, tree, command, timeout }: Asking): string {
  const hash = createHash('sha256').update(JSON.stringify([command, tree, timeout]));
  for (const { path, good, bad } of pairs) {
    hash.update(JSON.stringify([path, good?.mode, good?.bytes.length, bad?.mode, bad?.bytes.length]));
    if (good) hash.update(good.bytes);
    if (bad) hash.update(bad.bytes);
  }
  return hash.digest('hex');
}

/** The process that searches: told apart by more than its id, as the holder of a store is. */
export type Runner = Pick<LockHolder, 'pid' | 'started' | 'boot' | 'namespace'>;

/** The first line of a journal, and a line for each probe. Both end with a line feed. */
export function headerLine(question: string, scratch: string, runner: Runner): string {
  const { pid, started, boot, namespace } = runner;
  const header = { holdfast: 'bisect', version: 1, question, scratch, pid, started, boot, namespace };
  return `${JSON.stringify(header)}\n`;
}

export function probedLine({ set, outcome, ms, code, timedOut }: Probed): string {
  return `${JSON.stringify({ set, outcome, ms, code, timedOut })}\n`;
}

/**
 * What an earlier run has found out; `scratch` is the tree that it may have left, `runner` its process. The last line may be torn: the run
 * was killed while it wrote it. Problems: `bisect-state-other`, `bisect-state-damaged`.
 */
export function readJournal(
  text: string,
  question: string,
  file: string,
): Result<{ probes: Probed[]; scratch?: string; runner?: Runner }> {
  const end = text.lastIndexOf('\n') + 1;
  const lines = text.slice(0, end).split('\n').slice(0, -1);
  const [first, ...rest] = lines.map(parse);
  if (first === undefined) return lines.length === 0 ? ok({ probes: [] }) : refuse(damaged(file));
  if (first.holdfast !== 'bisect' || first.version !== 1) return refuse(damaged(file));
  if (first.question !== question) return refuse(other(file));
  const probes: Probed[] = [];
  for (const line of rest) {
    const probe = line && toProbed(line);
    if (probe === undefined) return refuse(damaged(file));
    probes.push(probe);
  }
  const scratch = typeof first.scratch === 'string' ? { scratch: first.scratch } : {};
  const runner = toRunner(first);
  return ok({ probes, ...scratch, ...(runner && { runner }) });
}

function toRunner({ pid, started, boot, namespace }: Record<string, unknown>): Runner | undefined {
  if (!Number.isSafeInteger(pid) || typeof boot !== 'string' || typeof namespace !== 'string')
    return undefined;
  return { pid: pid as number, started: typeof started === 'string' ? started : null, boot, namespace };
}

/** `0-3,7` for 0, 1, 2, 3, 7. */
export function setText(set: readonly number[]): string {
  return runsOf(set)
    .map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
    .join(',');
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function toProbed({ set, outcome, ms, code, timedOut }: Record<string, unknown>): Probed | undefined {
  const known = OUTCOMES.find((one) => one === outcome);
  if (typeof set !== 'string' || known === undefined || typeof ms !== 'number') return undefined;
  return {
    set,
    outcome: known,
    ms,
    ...(typeof code === 'number' ? { code } : {}),
    ...(timedOut === true ? { timedOut } : {}),
  };
}

function damaged(file: string): Problem {
  return {
    code: 'bisect-state-damaged',
    message: `${file} is not the state of a bisect.`,
    hint: 'Name another file with --state; or remove this one, and the search begins anew.',
  };
}

function other(file: string): Problem {
  return {
    code: 'bisect-state-other',
    message: `${file} is the state of another bisect: its two sides, files or command were not these.`,
    hint: 'Name another file with --state; or remove this one, and the search begins anew.',
  };
}
