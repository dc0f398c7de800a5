import type { Finding } from '../findings/finding.ts';
import { atLeast } from '../findings/order.ts';
import type { ChangeSummary, Decision } from '../verdict/decision.ts';
import type { Level, Trial } from './drilled.ts';
import type { Operator, Scene } from './operators/operator.ts';

/** What the check says of a file whatever changes in it. */
export type Baseline = { known: ReadonlySet<string>; inconclusive: boolean };

/** @param decision about the control. */
export function baselineOf({ findings, verdict }: Decision): Baseline {
  return {
    known: new Set(findings.map(({ fingerprint }) => fingerprint)),
    inconclusive: verdict === 'inconclusive',
  };
}

/** What the check says of an error, and whether that stops it. */
export function judgedBy(
  decision: Decision,
  { known, inconclusive }: Baseline,
): Pick<Trial, 'level' | 'stopped' | 'checks'> {
  const own = decision.findings.filter(({ fingerprint }) => !known.has(fingerprint));
  const unjudged = !inconclusive && decision.notLookedAt.some(({ blocks }) => blocks);
  const stopped = unjudged || own.some(({ severity }) => atLeast(severity, decision.failOn));
  return {
    level: levelOf(own, unjudged),
    stopped,
    checks: [...new Set(own.map(({ check }) => check))].sort(),
  };
}

function levelOf(findings: readonly Finding[], unjudged: boolean): Level {
  const found = (['error', 'warning', 'notice'] as const).find((level) =>
    findings.some(({ severity }) => severity === level),
  );
  return found ?? (unjudged ? 'unjudged' : 'missed');
}

/** Differences of one error that a report shows. */
const MOST_SHOWN = 5;

export function toTrial(
  decision: Decision,
  { path }: Scene,
  operator: Operator,
  judged: Pick<Trial, 'level' | 'stopped' | 'checks'>,
  service: string | undefined,
): Trial {
  const change = decision.changes.find((one) => one.path === path);
  return {
    path,
    ...(service === undefined ? {} : { service }),
    operator: operator.id,
    group: operator.group as Trial['group'],
    ...judged,
    ...(change && { change: firstOf(change) }),
    proposals: [],
  };
}

function firstOf({ keys, lines, ...change }: ChangeSummary): ChangeSummary {
  return {
    ...change,
    ...(keys && { keys: keys.slice(0, MOST_SHOWN), keysTotal: change.keysTotal ?? keys.length }),
    ...(lines && { lines: lines.slice(0, MOST_SHOWN), linesTotal: change.linesTotal ?? lines.length }),
  };
}
