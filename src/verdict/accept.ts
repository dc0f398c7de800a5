import type { Accepted, Policy } from '../policy/policy.ts';
import type { Blocker } from './blockers.ts';
import type { NotLookedAt } from './decision.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What the policy's `accept` lets pass, and notes about entries that would have and do not. A finding with
 * consequences that would fail by themselves needs an entry for each of them.
 */
export function acceptedByPolicy(
  open: readonly Blocker[],
  policy: Policy,
  today: string,
): { accepted: Map<Accepted, Blocker[]>; notes: NotLookedAt[] } {
  const findings = open.filter((blocker) => !blocker.unjudged);
  const entries = new Map<string, Accepted>();
  const notes: NotLookedAt[] = [];
  for (const entry of policy.accept ?? []) {
    const meant = findings.filter(({ facts }) => facts.some((fact) => names(entry, fact.fingerprint)));
    const marks = new Set(
      meant.flatMap(({ facts }) =>
        facts.map((fact) => fact.fingerprint).filter((mark) => names(entry, mark)),
      ),
    );
    const why = marks.size === 0 ? undefined : reasonAgainst(entry, meant, marks.size, today);
    if (why !== undefined) notes.push(note(policy, why));
    else for (const mark of marks) entries.set(mark, entry);
  }
  const accepted = new Map<Accepted, Blocker[]>();
  for (const blocker of findings) {
    const entry = entries.get(blocker.fingerprint);
    const whole = blocker.facts.every((fact) => !fact.fails || entries.has(fact.fingerprint));
    if (entry !== undefined && whole) accepted.set(entry, [...(accepted.get(entry) ?? []), blocker]);
  }
  return { accepted, notes };
}

function names(entry: Accepted, fingerprint: string): boolean {
  return entry.finding.length >= 8 && fingerprint.startsWith(entry.finding);
}

type Why = { reason: string; detail: string; hint: string };

function reasonAgainst(
  { finding, expires }: Accepted,
  meant: readonly Blocker[],
  marks: number,
  today: string,
): Why | undefined {
  if (!DAY.test(today) || today > expires) {
    return {
      reason: 'accept-expired',
      detail: `Its entry under accept for ${finding} expired on ${expires}: the finding counts again.`,
      hint: 'Correct the cause, or have the owners of the policy renew the entry in a change of its own.',
    };
  }
  if (marks > 1) {
    return {
      reason: 'accept-ambiguous',
      detail: `Its entry under accept for ${finding} fits ${marks} findings, so it accepts none.`,
      hint: 'Write more digits of the fingerprint, up to 16.',
    };
  }
  if (meant.some((blocker) => blocker.vague)) {
    return {
      reason: 'accept-hidden',
      detail: `Its entry under accept for ${finding} means a finding whose values are hidden or shortened: the next one could be about another value.`,
      hint: 'Have the change itself approved.',
    };
  }
  return undefined;
}

function note({ origin }: Policy, why: Why): NotLookedAt {
  return { path: 'path' in origin ? origin.path : '', ...why, blocks: false };
}
