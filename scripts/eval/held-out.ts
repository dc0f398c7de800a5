import type { Outcome } from './run-case.ts';
import * as set from './sets.ts';

/** One value of a threshold, and what the checks say of every case with it. */
export type Trial = { value: number; outcomes: Outcome[] };

/** Counts of accidents found and ordinary changes alarmed, deletions and renames apart. */
export type Score = {
  accidents: number;
  errors: number;
  alarmed: number;
  ordinary: number;
  falseErrors: number;
  falseAlarms: number;
  /** Of the rewrites that were drawn to be hard: told, and not a limit, because nobody knows their share. */
  rewrites: number;
  rewriteErrors: number;
};

/** `within`: the chosen value keeps the limits on the other repositories; none does otherwise. */
export type Fold = { group: number; chosen: number; within: boolean };

export type HeldOut = { folds: Fold[]; score: Score };

/** What a threshold may cost: shares of ordinary changes given an error, and an error or a warning. */
export const LIMITS = { falseErrors: 0.01, falseAlarms: 0.08 };

/**
 * Leave-one-repository-out: for each source repository, the value that is best on all others (see `choose`) judges
 * the cases of that one, and the sum of these is what the way of choosing can claim. Every case is judged by a value
 * that was chosen without its repository.
 * @param trials at least one; all over the same cases in the same order.
 */
export function leaveOneOut(trials: readonly Trial[], inForce: number): HeldOut {
  const groups = set.groupBy(trials[0]!.outcomes, ({ group }) => group).map(([group]) => group);
  const judged: Outcome[] = [];
  const folds = groups.map((group) => {
    const others = trials.map(({ value, outcomes }) => ({
      value,
      outcomes: outcomes.filter((one) => one.group !== group),
    }));
    const { value: chosen, within } = choose(others, inForce);
    const trial = trials.find(({ value }) => value === chosen)!;
    judged.push(...trial.outcomes.filter((one) => one.group === group));
    return { group, chosen, within };
  });
  return { folds, score: scoreOf(judged) };
}

/**
 * The value with the most accidents shown as error among those within `LIMITS`; of equals the one with the most
 * accidents shown as error or warning, then with the fewest false errors and alarms, then the nearest to the value
 * in force. When no value keeps the limits: the one with the fewest false errors, then false alarms.
 */
export function choose(trials: readonly Trial[], inForce: number): { value: number; within: boolean } {
  const scored = trials.map(({ value, outcomes }) => ({ value, score: scoreOf(outcomes) }));
  const within = scored.filter(
    ({ score }) =>
      score.falseErrors <= LIMITS.falseErrors * score.ordinary &&
      score.falseAlarms <= LIMITS.falseAlarms * score.ordinary,
  );
  const cost = ({ score }: { score: Score }) => [score.falseErrors, score.falseAlarms];
  const gain = ({ score }: { score: Score }) => [-score.errors, -score.alarmed];
  const rank = (one: (typeof scored)[number]) => [
    ...(within.length > 0 ? [...gain(one), ...cost(one)] : [...cost(one), ...gain(one)]),
    Math.abs(one.value - inForce),
    one.value,
  ];
  const [best] = (within.length > 0 ? within : scored).sort((left, right) =>
    compare(rank(left), rank(right)),
  );
  return { value: best!.value, within: within.length > 0 };
}

export function scoreOf(outcomes: readonly Outcome[]): Score {
  const { recall, uniform, rewrites } = set.setsOf(outcomes);
  const ordinary = set.without(uniform, set.isGone);
  return {
    accidents: recall.length,
    errors: recall.filter(set.hasError).length,
    alarmed: recall.filter(set.isAlarmed).length,
    ordinary: ordinary.length,
    falseErrors: ordinary.filter(set.hasError).length,
    falseAlarms: ordinary.filter(set.isAlarmed).length,
    rewrites: rewrites.length,
    rewriteErrors: rewrites.filter(set.hasError).length,
  };
}

function compare(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at === -1 ? 0 : left[at]! - right[at]!;
}

/**
 * The values to try for a threshold: those in force, and some on both sides. Shares in 0..1 move by 0.05 and 0.1 and
 * stay inside; counts are halved and doubled.
 */
export function candidates(inForce: number): number[] {
  const isShare = inForce > 0 && inForce < 1;
  const around = isShare
    ? [-0.1, -0.05, 0, 0.05, 0.1].map((step) => Math.round((inForce + step) * 1000) / 1000)
    : [0.5, 1, 2].map((factor) => Math.round(inForce * factor));
  const allowed = around.filter((value) => (isShare ? value > 0 && value < 1 : value >= 1));
  return [...new Set([...allowed, inForce])].sort((left, right) => left - right);
}
