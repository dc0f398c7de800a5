import { secretsOf } from '../checks/hidden.ts';
import type { Finding } from '../findings/finding.ts';
import { atLeast } from '../findings/order.ts';
import { groupBy } from '../model/lists.ts';
import type { Selection } from '../policy/policy.ts';
import type { ChangeSummary, Decision } from '../verdict/decision.ts';
import type { Level, Trial } from './drilled.ts';
import type { Operator, Scene } from './operators/operator.ts';
import type { Facts } from './proposals/proposal.ts';
import { withoutSecrets } from './secrets.ts';

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

/** The worst that is found; what could not be judged is no miss. */
export function levelOf(findings: readonly Finding[], unjudged: boolean): Level {
  const found = (['error', 'warning', 'notice'] as const).find((level) =>
    findings.some(({ severity }) => severity === level),
  );
  return found ?? (unjudged ? 'unjudged' : 'missed');
}

/** Differences of one error that a report shows. */
const MOST_SHOWN = 5;

export function toTrial(
  decision: Decision,
  { path, document }: Scene,
  operator: Operator,
  judged: Pick<Trial, 'level' | 'stopped' | 'checks'>,
  selection: Selection,
): Trial {
  const { service } = selection;
  const change = decision.changes.find((one) => one.path === path);
  return {
    path,
    ...(service === undefined ? {} : { service }),
    operator: operator.id,
    group: operator.group as Trial['group'],
    ...judged,
    ...(change && { change: withoutSecrets(firstOf(change), secretsOf(selection, document)) }),
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

/** The trial with the lines of its keys, which a decision without findings does not look up. */
export function placed(trial: Trial, { difference, before, after, hideNames }: Facts): Trial {
  const { change } = trial;
  if (change?.keys === undefined) return trial;
  // Several may have the same name in a report: those of items that it does not tell, and whole documents.
  const byName = groupBy(difference?.changes ?? [], ({ kind, name }) => `${kind} ${hideNames(name)}`);
  const keys = change.keys.map((summary) => {
    const own = byName.get(`${summary.kind} ${summary.key}`)?.shift();
    const document = own?.kind === 'removed' ? before : after;
    const line = own && document?.kind === 'parsed' ? document.place(own.key, own.document)?.line : undefined;
    return line === undefined ? summary : { ...summary, line };
  });
  return { ...trial, change: { ...change, keys } };
}

/** Why a file cannot be judged, whatever changes in it. */
export function whyUnjudged({ notLookedAt }: Decision): string {
  return notLookedAt.find(({ blocks }) => blocks)?.detail ?? 'the verdict is inconclusive';
}
