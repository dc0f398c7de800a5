/**
 * The expression asks for something that does not exist: a missing key, another type, an overflow. As in CEL,
 * `||` and `&&` forgive it when their other side decides.
 */
export class CelError extends Error {}

/** The expression costs more than it may. Nothing forgives it. */
export class OverBudget extends Error {}

/** What is left to spend. Counted, never timed: the same values always cost the same. */
export type Meter = {
  left: number;
  /** When given, notes the scalars that the expression looks at, in their order. */
  seen?: string[];
};

/**
 * Kubernetes' own limits, in units of about one step each: for one evaluation (`PerCallLimit`), and for all
 * evaluations of one object (`RuntimeCELCostBudget` in k8s.io/apiserver/pkg/apis/cel).
 */
export const CALL_BUDGET = 1_000_000;
export const FILE_BUDGET = 10_000_000;

export function spend(meter: Meter, units: number): void {
  meter.left -= units;
  if (meter.left < 0) throw new OverBudget();
}

/** Reading a text costs a tenth of its length, as in Kubernetes. */
export function spendText(meter: Meter, length: number): void {
  spend(meter, Math.ceil(length / 10));
}
