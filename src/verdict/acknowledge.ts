import { sortFindings } from '../findings/order.ts';
import { addTo } from '../model/lists.ts';
import type { Policy } from '../policy/policy.ts';
import { acceptedByPolicy } from './accept.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { countedActs, entitled } from './approvals.ts';
import { type Blocker, blockers } from './blockers.ts';
import { rankOf } from './catalog.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import type { Evidence } from './evidence.ts';

/** False when nothing that people did on GitHub could change the verdict: then nothing needs to be looked up. */
export function needsEvidence(decision: Decision, policy: Policy): boolean {
  const label = policy.acknowledge?.label !== undefined;
  return blockers(decision, policy).some(
    (blocker) => blocker.approvers.length > 0 || (label && !blocker.unjudged),
  );
}

/**
 * The decision with what was acknowledged, and the verdict decided anew without it. Acknowledged findings stay
 * in their place. Nothing that the head commit holds is asked here, and no text of the pull request.
 * @param policy the one under which the decision was made: the base's.
 * @param evidence `undefined` when there is none, or when it could not be read: then only `accept` counts.
 * @param today the day in UTC, `YYYY-MM-DD`.
 */
export function acknowledge(
  decision: Decision,
  policy: Policy,
  evidence: Evidence | undefined,
  today: string,
): Decision {
  const open = blockers(decision, policy);
  const { accepted, expired, notes } = acceptedByPolicy(open, policy, today);
  const settled = new Set([...accepted.values()].flat());
  const acknowledged = [...accepted].map(
    ([{ expires, reason }, done]): Acknowledgement => ({
      by: decision.policy,
      at: expires,
      how: 'accept',
      fingerprints: marks(done),
      reason,
    }),
  );
  if (evidence !== undefined) {
    const left = open.filter((blocker) => !settled.has(blocker));
    for (const { by, at, how, done } of reached(left, decision, policy, evidence)) {
      for (const blocker of done) settled.add(blocker);
      acknowledged.push({ by: by.login, at, how, fingerprints: marks(done) });
    }
  }
  if (acknowledged.length + expired.length + notes.length === 0) return decision;
  const gone = new Set([...settled].map((blocker) => blocker.of));
  const findings = sortFindings([...decision.findings, ...expired], rankOf);
  const { counts } = decision;
  return {
    ...decision,
    counts: { ...counts, warnings: counts.warnings + expired.length },
    findings,
    verdict: decide(
      findings.filter((finding) => !gone.has(finding)),
      decision.notLookedAt.filter((part) => !gone.has(part)),
      decision.failOn,
    ),
    notLookedAt: [...decision.notLookedAt, ...notes],
    ...(acknowledged.length > 0 && { acknowledged }),
  };
}

/** A review reaches the files whose rules name the person; the label reaches every finding that is left. */
function reached(left: readonly Blocker[], decision: Decision, policy: Policy, evidence: Evidence) {
  const stands = standing(decision, policy, evidence);
  const acts = countedActs(policy, evidence).map((act) => ({ ...act, done: [] as Blocker[] }));
  for (const blocker of left) {
    const valid = acts.filter((act) => stands(blocker, act.commit));
    const among = (names: readonly string[]) =>
      valid.filter(({ how, by }) => how === 'review' && entitled(by.login, names, evidence));
    const { approvers, unjudged } = blocker;
    const approved = approvers.length > 0 && approvers.every((names) => among(names).length > 0);
    const label = unjudged ? [] : valid.filter(({ how }) => how === 'label');
    for (const { done } of approved ? among(approvers.flat()) : label) done.push(blocker);
  }
  return acts.filter(({ done }) => done.length > 0);
}

/**
 * Whether an acknowledgement of a commit is about a blocker as it is now: the decision for that commit says
 * exactly the same of the file. In a merge queue the head's decision is the pull request's own, not the group's.
 */
function standing(decision: Decision, policy: Policy, evidence: Evidence) {
  const now = saidOf(decision, policy);
  const then = new Map(
    Object.entries(evidence.decisions).map(([commit, at]) => [commit, saidOf(at, policy)]),
  );
  return (blocker: Blocker, commit: string): boolean => {
    if (commit !== evidence.head && blocker.vague) return false;
    return then.get(commit)?.(blocker) === now(blocker);
  };
}

/** All that keeps a decision from `pass` in a blocker's file, as one text. */
function saidOf(decision: Decision, policy: Policy): (blocker: Blocker) => string | undefined {
  const said = new Map<string, string[]>();
  const key = ({ path, unjudged }: Blocker) => `${unjudged} ${path}`;
  for (const blocker of blockers(decision, policy)) {
    const facts = blocker.facts.map((fact) => fact.fingerprint).join('+');
    addTo(said, key(blocker), facts);
  }
  return (blocker) => said.get(key(blocker))?.sort().join();
}

function marks(done: readonly Blocker[]): string[] {
  return [...new Set(done.map((blocker) => blocker.fingerprint))];
}
