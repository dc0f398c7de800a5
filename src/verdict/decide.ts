import type { Finding, NotLookedAt, Severity } from '../findings/finding.ts';
import { atLeast, sortFindings } from '../findings/order.ts';
import type { Policy, PolicyOrigin } from '../policy/policy.ts';
import type { Reviewed } from '../scripts/review/reviewed.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import { rankOf } from './catalog.ts';
import type { ChangeSummary, Decision, Verdict } from './decision.ts';

/**
 * The only place that decides. A finding at or above the threshold fails; otherwise anything that could not be
 * looked at, and that was asked for, makes it inconclusive. Folded findings are told by their cause.
 */
export function decide(
  findings: readonly Finding[],
  notLookedAt: readonly NotLookedAt[],
  failOn: Severity,
): Verdict {
  if (findings.some((finding) => atLeast(finding.severity, failOn))) return 'fail';
  return notLookedAt.some((part) => part.blocks) ? 'inconclusive' : 'pass';
}

/** 0 lets a deployment through, 1 is for findings, 2 for what could not be judged. */
export function exitCode(verdict: Verdict, warnOnly: boolean): 0 | 1 | 2 {
  if (warnOnly || verdict === 'pass') return 0;
  return verdict === 'fail' ? 1 : 2;
}

/** What the steps before found out about the change. */
export type Evidence = { findings: Finding[]; changes: ChangeSummary[]; notLookedAt: NotLookedAt[] } & Pick<
  Decision,
  'scripts' | 'effects'
>;

/** Adds what the review of scripts found out; `undefined` when there was none to review. */
export function addReviewed(evidence: Evidence, reviewed: Reviewed | undefined): void {
  if (reviewed === undefined) return;
  for (const finding of reviewed.findings) evidence.findings.push(finding);
  evidence.notLookedAt.push(...reviewed.unread);
  evidence.scripts = reviewed.scripts;
  if (reviewed.effects.length > 0) evidence.effects = reviewed.effects;
}

export function toDecision(
  pair: Pick<SnapshotPair, 'before' | 'after'>,
  policy: Policy,
  evidence: Evidence,
): Decision {
  const { changes, notLookedAt, scripts, effects } = evidence;
  const findings = sortFindings(evidence.findings, rankOf);
  const failOn = policy.failOn ?? 'error';
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    verdict: decide(findings, notLookedAt, failOn),
    base: pair.before.id,
    head: pair.after.id,
    policy: originName(policy.origin),
    failOn,
    warnOnly: policy.warnOnly ?? false,
    counts: {
      errors: count('error'),
      warnings: count('warning'),
      notices: count('notice'),
      changed: changes.length,
      critical: changes.filter((change) => change.critical).length,
    },
    findings,
    changes,
    notLookedAt,
    ...(scripts === undefined ? {} : { scripts }),
    ...(effects === undefined ? {} : { effects }),
  };
}

/** `base:.github/holdfast.yml`, `file:trial.yml`, `inputs`, `defaults`. */
export function originName(origin: PolicyOrigin): string {
  return 'path' in origin ? `${origin.kind}:${origin.path}` : origin.kind;
}
