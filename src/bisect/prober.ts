import { directoryOf, type Path } from '../model/path.ts';
import type { Problem } from '../model/problem.ts';
import type { CommandResult } from '../services/ports.ts';
import { type Probed, setText } from './journal.ts';
import type { Outcome } from './minimise.ts';
import { endText, outcomeOf } from './outcome.ts';
import { INTERRUPTED, type ProbeEnd } from './problems.ts';
import type { Content, FileUnits } from './units.ts';

/** Every file of the difference as a probe is to find it. */
export type Candidate = ReadonlyMap<Path, Content | 'absent'>;

/** One probe, as people follow the search. `number` counts those that were run or remembered. */
export type Told = Probed & { number: number; units: number; of: number; again?: true; remembered?: true };

/** What the search needs from the world. */
export type BisectPorts = {
  /** Puts the files into the scratch tree, and runs the probe there. */
  run(candidate: Candidate): Promise<CommandResult>;
  /** Has the probe on the disk before the next one begins; gives why it could not. */
  record(probed: Probed): Promise<Problem | undefined>;
  tell(told: Told): void;
  /** Somebody has asked for the end. */
  cancelled(): boolean;
};

/** The probes of an earlier run, and how many there may be in this one. */
export type Asked = { known: readonly Probed[]; most: number };

export type Prober = ReturnType<typeof createProber>;

/** Sets that cannot be written cost no probe, but time. */
const MOST_UNWRITTEN = 5_000;

/**
 * Asks the user's probe about sets of units, each of them once.
 * @param most probes after which nothing is asked any more.
 */
export function createProber(options: Asked, files: readonly FileUnits[], of: number, ports: BisectPorts) {
  const known = new Map(options.known.map((probed) => [probed.set, probed]));
  const answers = new Map<string, Outcome>();
  const counts = { probes: 0, remembered: 0, unwritten: 0 };
  let number = 0;
  let problem: Problem | undefined;
  let last: Pick<CommandResult, 'code' | 'timedOut' | 'output'> = { output: '' };

  const runOnce = async (set: readonly number[], name: string, again: boolean): Promise<Outcome | 'stop'> => {
    if (ports.cancelled()) {
      problem = INTERRUPTED;
      return 'stop';
    }
    const candidate = await candidateOf(files, set);
    if (candidate === undefined) {
      counts.unwritten += 1;
      return counts.unwritten > MOST_UNWRITTEN ? 'stop' : 'unresolved';
    }
    if (!again && counts.probes >= options.most) return 'stop';
    const result = await ports.run(candidate);
    const outcome = outcomeOf(result);
    if (!outcome.ok) {
      problem = outcome.problem;
      return 'stop';
    }
    last = result;
    counts.probes += 1;
    number += 1;
    const { code, timedOut, ms } = result;
    const probed: Probed = {
      set: name,
      outcome: outcome.value,
      ms,
      ...(code !== undefined && { code }),
      ...(timedOut && { timedOut }),
    };
    if (!again) problem = await ports.record(probed);
    if (problem !== undefined) return 'stop';
    ports.tell({ ...probed, number, units: set.length, of, ...(again && { again }) });
    return outcome.value;
  };

  const ask = async (set: readonly number[]): Promise<Outcome | 'stop'> => {
    const name = setText(set);
    const answer = answers.get(name);
    if (answer !== undefined) return answer;
    const earlier = known.get(name);
    if (earlier !== undefined) {
      counts.remembered += 1;
      number += 1;
      last = { ...earlier, output: '' };
      ports.tell({ ...earlier, number, units: set.length, of, remembered: true });
    }
    const outcome = earlier?.outcome ?? (await runOnce(set, name, false));
    if (outcome !== 'stop') answers.set(name, outcome);
    return outcome;
  };

  return {
    ask,
    /** Asks once more what was asked before. */
    askAgain: (set: readonly number[]) => runOnce(set, setText(set), true),
    counts: () => ({ ...counts }),
    /** Why the probe cannot be used any more. */
    problem: () => problem,
    last: (): ProbeEnd => ({ end: endText(last), output: last.output }),
  };
}

/** Every file of the difference with its own part of the set; `undefined` when one of them cannot be written. */
async function candidateOf(
  files: readonly FileUnits[],
  set: readonly number[],
): Promise<Candidate | undefined> {
  const wanted = new Set(set);
  const candidate = new Map<Path, Content | 'absent'>();
  let first = 0;
  for (const { units, write } of files) {
    const chosen = new Set(units.flatMap((_, index) => (wanted.has(first + index) ? [index] : [])));
    const content = await write(chosen);
    if (content === undefined) return undefined;
    candidate.set(units[0]!.path, content);
    first += units.length;
  }
  return clashes(candidate) ? undefined : candidate;
}

/** A file cannot stand where another one needs a directory. */
function clashes(candidate: Candidate): boolean {
  const present = [...candidate].flatMap(([path, content]) => (content === 'absent' ? [] : [path]));
  const files = new Set(present);
  return present.some((path) => {
    for (let above = directoryOf(path); above !== ''; above = directoryOf(above))
      if (files.has(above)) return true;
    return false;
  });
}
