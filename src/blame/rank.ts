import type { Severity } from '../findings/finding.ts';
import type { Damage } from './damage.ts';

/** How near a change is to the service: its own files; its schemas, scripts and policy; other critical files; others. */
export type Touch = 'own' | 'related' | 'critical' | 'other';

/** What is known of a candidate, as far as it counts. */
export type Facts = {
  touch: Touch;
  /** It changed files of a host that no deployment was to write, or to what no commit has. */
  outsidePlan: boolean;
  /** The worst that the check says about what it did to the service, as far as that was not repaired. */
  severity?: Severity;
  /** What the surest error is about. */
  damage?: Damage;
  /** Some of what the check said is not so any more at the end of the range. */
  repaired: boolean;
  /** That is an error about files that go or move, and the commit says of itself that they do. */
  announced: boolean;
  /** Share of the keys (or lines) that is gone in the file that lost most, in 0..1. */
  lost: number;
  /** Share of its changes to the service that still hold at the end of the range, in 0..1. */
  holds: number;
  /** Nothing has changed these files since: at the end of the range they are to the byte as it left them. */
  latest: boolean;
  /** All that it did was to put back what had stood there before a failure. */
  putBack: boolean;
  /** Milliseconds before the end of the range. */
  age: number;
  /** Share of the symptom that it meets, in 0..1, and the words. */
  symptom: { words: string[]; share: number };
};

/**
 * What each reason is worth. The service's own files come before everything else, a write outside of the plan before what
 * the check says, that before lost keys, and time decides between equals. A file that is broken, or what its owner forbids,
 * is a fact, and comes before a suspicion by any amount of lost keys; content that is known from elsewhere is a reason to
 * suspect besides. What was changed again has been live for a while, so that the latest change of a file counts more than
 * a notice, and less than a warning. A symptom can lift a change of a value, about which a check says little, over a
 * warning, and not over an error.
 */
export const WEIGHTS = {
  touch: { own: 100, related: 40, critical: 20, other: 0 },
  outsidePlan: 130,
  severity: { error: 60, warning: 25, notice: 8 },
  damage: { broken: 60, forbidden: 40, foreign: 20 },
  lost: 30,
  symptom: 30,
  latest: 15,
  time: 10,
  putBack: -10,
} as const;

/** The time after which nearness counts half. In milliseconds. */
const HALF_LIFE = 24 * 3_600_000;

/** Why a candidate stands where it stands, with what the reason is worth. */
export type Reason =
  | { kind: 'touch'; touch: Touch; points: number }
  | { kind: 'outside-plan'; points: number }
  | { kind: 'severity'; severity: Severity; points: number }
  | { kind: 'damage'; damage: Damage; points: number }
  | { kind: 'repaired'; points: 0 }
  | { kind: 'announced'; points: number }
  | { kind: 'lost'; share: number; points: number }
  | { kind: 'symptom'; words: string[]; points: number }
  | { kind: 'latest'; points: number }
  | { kind: 'time'; age: number; points: number }
  /** It put back what had stood there before a failure: that comes after everything, what it undid as well. */
  | { kind: 'put-back'; points: number }
  /** What it did was changed again since: all of it (`holds` 0), or a part. */
  | { kind: 'undone'; holds: number; points: number };

/**
 * The sum of the reasons, which stand in their order of weight. What does not hold any more cannot be the cause of what
 * is wrong now, whatever the check says about it.
 */
export function rank(facts: Facts): { score: number; reasons: Reason[] } {
  const { touch, severity, damage, announced, lost, symptom, age, holds, latest } = facts;
  const earned: Reason[] = [{ kind: 'touch', touch, points: WEIGHTS.touch[touch] }];
  if (facts.outsidePlan) earned.push({ kind: 'outside-plan', points: WEIGHTS.outsidePlan });
  if (severity !== undefined) earned.push({ kind: 'severity', severity, points: WEIGHTS.severity[severity] });
  if (damage !== undefined) earned.push({ kind: 'damage', damage, points: WEIGHTS.damage[damage] });
  if (facts.repaired) earned.push({ kind: 'repaired', points: 0 });
  // What is said openly has been looked at by others, and counts like a warning.
  if (severity === 'error' && announced)
    earned.push({ kind: 'announced', points: WEIGHTS.severity.warning - WEIGHTS.severity.error });
  if (lost > 0) earned.push({ kind: 'lost', share: lost, points: WEIGHTS.lost * Math.min(1, lost) });
  if (symptom.share > 0)
    earned.push({ kind: 'symptom', words: symptom.words, points: WEIGHTS.symptom * symptom.share });
  if (facts.putBack) {
    const reasons: Reason[] = [...earned, { kind: 'put-back', points: WEIGHTS.putBack - totalOf(earned) }];
    return { score: WEIGHTS.putBack, reasons };
  }
  const undone = -totalOf(earned) * (1 - holds);
  const reasons: Reason[] = [
    ...earned,
    ...(holds < 1 ? [{ kind: 'undone', holds, points: undone } as const] : []),
    ...(latest ? [{ kind: 'latest', points: WEIGHTS.latest } as const] : []),
    { kind: 'time', age, points: WEIGHTS.time * 2 ** (-Math.max(0, age) / HALF_LIFE) },
  ];
  return { score: totalOf(reasons), reasons };
}

function totalOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, { points }) => sum + points, 0);
}
