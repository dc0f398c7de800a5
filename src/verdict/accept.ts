import { acceptExpired } from '../checks/accept-expired.ts';
import type { Finding, NotLookedAt } from '../findings/finding.ts';
import { fingerprint } from '../findings/fingerprint.ts';
import { addTo } from '../model/lists.ts';
import type { Accepted, Policy } from '../policy/policy.ts';
import type { Blocker } from './blockers.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What the policy's `accept` lets pass, findings about entries that are over, and notes about others that do not count. A finding with
 * consequences that would fail by themselves needs an entry for each of them.
 */
export function acceptedByPolicy(
  open: readonly Blocker[],
  policy: Policy,
  today: string,
): { accepted: Map<Accepted, Blocker[]>; expired: Finding[]; notes: NotLookedAt[] } {
  const findings = open.filter((blocker) => !blocker.unjudged);
  const entries = new Map<string, Accepted>();
  const expired: Finding[] = [];
  const notes: NotLookedAt[] = [];
  for (const entry of policy.accept ?? []) {
    const meant = findings.filter(({ facts }) => facts.some((fact) => names(entry, fact.fingerprint)));
    const marks = new Set(
      meant.flatMap(({ facts }) =>
        facts.map((fact) => fact.fingerprint).filter((mark) => names(entry, mark)),
      ),
    );
    if (marks.size > 0 && isOver(entry, today)) {
      expired.push(expiredEntry(policy, entry));
      continue;
    }
    const why = marks.size === 0 ? undefined : reasonAgainst(entry, meant, marks.size);
    if (why !== undefined) notes.push(note(policy, why));
    else for (const mark of marks) entries.set(mark, entry);
  }
  const accepted = new Map<Accepted, Blocker[]>();
  for (const blocker of findings) {
    const entry = entries.get(blocker.fingerprint);
    const whole = blocker.facts.every((fact) => !fact.fails || entries.has(fact.fingerprint));
    if (entry !== undefined && whole) addTo(accepted, entry, blocker);
  }
  return { accepted, expired, notes };
}

function names(entry: Accepted, fingerprint: string): boolean {
  return entry.finding.length >= 8 && fingerprint.startsWith(entry.finding);
}

type Why = { reason: string; detail: string; hint: string };

function reasonAgainst({ finding }: Accepted, meant: readonly Blocker[], marks: number): Why | undefined {
  if (marks > 1) {
    return {
      reason: 'accept-ambiguous',
      detail: `Its entry under accept for ${finding} fits ${marks} findings, so it accepts none.`,
      hint: 'Write more digits of the fingerprint, up to 16.',
    };
  }
  const vague = meant.find((blocker) => blocker.vague);
  if (vague !== undefined) {
    const live = 'check' in vague.of && vague.of.check === 'live-drift';
    return {
      reason: 'accept-hidden',
      detail: `Its entry under accept for ${finding} means a finding whose values are hidden or shortened: the next one could be about another value.`,
      hint: live
        ? 'Put the file back, or deploy what is meant and have the result known to be good. What is replaced now and then belongs under rotating of its service.'
        : 'Have the change itself approved.',
    };
  }
  return undefined;
}

function isOver({ expires }: Accepted, today: string): boolean {
  return !DAY.test(today) || today > expires;
}

function expiredEntry(policy: Policy, { finding, expires }: Accepted): Finding {
  const path = pathOf(policy);
  const args = { finding, expires };
  const mark = fingerprint(acceptExpired.id, path, undefined, args);
  return { check: acceptExpired.id, severity: acceptExpired.severity, path, args, fingerprint: mark };
}

function note(policy: Policy, why: Why): NotLookedAt {
  return { path: pathOf(policy), ...why, blocks: false };
}

function pathOf({ origin }: Policy): string {
  return 'path' in origin ? origin.path : '';
}
