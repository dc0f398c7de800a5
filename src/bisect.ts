import { minimise } from './bisect/minimise.ts';
import { type Asked, type BisectPorts, createProber, type Prober } from './bisect/prober.ts';
import { flapping, NOTHING_DIFFERS, wrongSide } from './bisect/problems.ts';
import type { Culprit } from './bisect/summary.ts';
import { type FilePair, unitsOf } from './bisect/units.ts';
import { ok, type Problem, type Result, refuse } from './model/problem.ts';

/** `pairs`: everything that differs, sorted by path; the search is among these files alone. */
export type BisectOptions = Asked & { pairs: readonly FilePair[] };

/** The units that break it. `minimal`: taking away any single one of them was not seen to fail. */
export type Bisection = {
  culprits: Culprit[];
  minimal: boolean;
  units: number;
  files: number;
  /** Probes that were run now, remembered from an earlier run, and sets that could not be written as files. */
  probes: number;
  remembered: number;
  unwritten: number;
  /** The last words of a probe that failed with these units alone. */
  output: string;
};

/**
 * The smallest set of changed keys that makes the probe fail, by delta debugging. Problems: `nothing-differs`,
 * `good-side-fails`, `bad-side-passes`, `side-unresolved`, `probe-unusable`, `probe-flaps`, `interrupted`.
 */
export async function bisect(options: BisectOptions, ports: BisectPorts): Promise<Result<Bisection>> {
  const files = await Promise.all(options.pairs.map(unitsOf));
  const units = files.flatMap((file) =>
    file.units.map((unit): Culprit => ({ ...unit, documents: file.documents })),
  );
  if (units.length === 0) return refuse(NOTHING_DIFFERS);
  const all = units.map((_, index) => index);
  const prober = createProber(options, files, units.length, ports);

  const sides = await proveSides(prober, all);
  if (sides !== undefined) return refuse(sides);
  const found = await minimise(all, prober.ask);
  if (prober.problem() !== undefined) return refuse(prober.problem()!);
  const flaps = await proveSet(prober, found.set);
  if (flaps !== undefined) return refuse(flaps);
  return ok({
    culprits: found.set.map((unit) => units[unit]!),
    minimal: found.minimal,
    units: units.length,
    files: files.length,
    ...prober.counts(),
    output: prober.last().output,
  });
}

async function proveSides(prober: Prober, all: readonly number[]): Promise<Problem | undefined> {
  const good = await prober.ask([]);
  if (good !== 'pass') return prober.problem() ?? wrongSide('good', good, prober.last());
  const bad = await prober.ask(all);
  return bad === 'fail' ? undefined : (prober.problem() ?? wrongSide('bad', bad, prober.last()));
}

/** Twice more the set that was found, once more the good side: a probe that answers otherwise now is not to be believed. */
async function proveSet(prober: Prober, set: readonly number[]): Promise<Problem | undefined> {
  const good = await prober.askAgain([]);
  if (good === 'fail' || good === 'unresolved') return flapping('the good side', 'passed before');
  for (let round = 0; round < 2; round++) {
    const bad = await prober.askAgain(set);
    if (bad === 'pass' || bad === 'unresolved') return flapping('the set that was found', 'failed before');
    if (bad === 'stop') return prober.problem();
  }
  return prober.problem();
}
