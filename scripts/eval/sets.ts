import type { Severity } from '../../src/findings/finding.ts';
import { atLeast } from '../../src/findings/order.ts';
import type { Outcome } from './run-case.ts';

export type Test = (outcome: Outcome) => boolean;

/** What may be concluded from which cases; every figure names the set that it is taken from. */
export type Sets = {
  /** Accidents that people reported: the only ones from which recall is quoted. */
  recall: Outcome[];
  /** Accidents that scripts found by signals which a detector may use too. */
  scans: Outcome[];
  /** Ordinary changes as they come: the only ones from which false alarms are quoted. */
  uniform: Outcome[];
  /** An added draw of ordinary changes that keep little of the file. */
  rewrites: Outcome[];
  /** Ordinary changes whose label is in question. */
  doubtful: Outcome[];
};

export function setsOf(all: readonly Outcome[]): Sets {
  const ordinary = all.filter(({ accident, doubt }) => !accident && !doubt);
  return {
    recall: all.filter(isReported),
    scans: all.filter((one) => one.accident && !isReported(one)),
    uniform: ordinary.filter(({ sample }) => sample === 'uniform'),
    rewrites: ordinary.filter(({ sample }) => sample !== 'uniform'),
    doubtful: all.filter(({ accident, doubt }) => !accident && doubt),
  };
}

function isReported({ accident, foundBy }: Outcome): boolean {
  return accident && (foundBy === 'message' || foundBy === 'thread');
}

/** Labels of accidents that change a file as a whole; the others lose or spoil single keys. */
const STRUCTURAL = ['replaced', 'emptied', 'deleted', 'wrong-env', 'reverted-stale', 'invalid-syntax'];

export const isStructural: Test = ({ label }) => STRUCTURAL.includes(label);
export const isGone: Test = ({ gone }) => gone;
export const isHot: Test = ({ hot }) => hot;
export const hasError: Test = (outcome) => worst(outcome) === 'error';
export const isAlarmed: Test = (outcome) => hasError(outcome) || worst(outcome) === 'warning';
export const hasFinding: Test = ({ said }) => said.length > 0;
export const isNamed: Test = ({ naming }) => naming !== 'no';
export const isNamedWhole: Test = ({ naming }) => naming === 'whole';

/** The worst severity on the file in question; consequences folded under a cause do not count. */
export function worst({ said }: Outcome): Severity | undefined {
  return said
    .map(({ severity }) => severity)
    .reduce<Severity | undefined>(
      (found, severity) => (found !== undefined && atLeast(found, severity) ? found : severity),
      undefined,
    );
}

/** The members of `all` that are not in question for `test`. */
export function without(all: readonly Outcome[], test: Test): Outcome[] {
  return all.filter((outcome) => !test(outcome));
}

/** The members by key, in the order of the keys. */
export function groupBy<Key extends string | number, Member = Outcome>(
  all: readonly Member[],
  keyOf: (member: Member) => Key,
): [Key, Member[]][] {
  const groups = new Map<Key, Member[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1));
}
