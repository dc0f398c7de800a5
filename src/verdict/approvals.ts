import type { Policy } from '../policy/policy.ts';
import type { Account, Evidence, Role } from './evidence.ts';

/** What somebody did on the pull request that could acknowledge findings, and on which commit. */
export type Act = { how: 'review' | 'label'; by: Account; at: string; commit: string };

const ROLES: readonly Role[] = ['none', 'read', 'write', 'maintain', 'admin'];
const LASTING = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'];

/** The acts that count. Whose findings they reach is another question. */
export function countedActs(policy: Policy, evidence: Evidence): Act[] {
  return acts(policy, evidence).filter((act) => objection(act, policy, evidence) === undefined);
}

/** Who has to be looked up: nobody else can count. */
export function candidates(policy: Policy, evidence: Evidence): string[] {
  const people = acts(policy, evidence).filter((act) => exclusion(act, evidence) === undefined);
  return [...new Set(people.map(({ by }) => by.login))];
}

/** Why approvals and the label do not count, in sentences for the log. */
export function refusals(policy: Policy, evidence: Evidence): string[] {
  return acts(policy, evidence).flatMap((act) => {
    const why = objection(act, policy, evidence);
    return why === undefined ? [] : [`The ${act.how} by ${act.by.login} does not count: ${why}.`];
  });
}

/** Whether one of these names (`@user`, `@org/team`) means this person. */
export function entitled(login: string, names: readonly string[], { teams }: Evidence): boolean {
  return names.some((name) => isSame(name, `@${login}`) || includes(teams[name.toLowerCase()] ?? [], login));
}

/** Everybody's latest review, where it approves; and the policy's label, where it is on, by who put it on last. */
function acts(policy: Policy, { head, reviews, labels, labelEvents }: Evidence): Act[] {
  const latest = new Map<string, Evidence['reviews'][number]>();
  for (const review of reviews) {
    if (LASTING.includes(review.state)) latest.set(review.by.login.toLowerCase(), review);
  }
  const found = [...latest.values()].flatMap(({ state, by, at, commit }): Act[] =>
    state === 'APPROVED' ? [{ how: 'review', by, at, commit: commit?.toLowerCase() ?? '' }] : [],
  );
  const name = policy.acknowledge?.label?.name;
  if (name === undefined || !includes(labels, name)) return found;
  const last = labelEvents.findLast((event) => isSame(event.name, name));
  return last?.added ? [...found, { how: 'label', by: last.by, at: last.at, commit: head }] : found;
}

/** Why an act cannot count for anything, or `undefined`. */
function objection(act: Act, { acknowledge }: Policy, evidence: Evidence): string | undefined {
  const { roles, pushed, retargeted, head } = evidence;
  const excluded = exclusion(act, evidence);
  if (excluded !== undefined) return excluded;
  const least = act.how === 'label' ? (acknowledge?.label?.role ?? 'admin') : 'write';
  if (ROLES.indexOf(roles[act.by.login.toLowerCase()] ?? 'none') < ROLES.indexOf(least)) {
    return `their role is not ${least} or higher`;
  }
  if (retargeted !== undefined && !isAfter(act, retargeted)) return 'the base was changed after it';
  if (act.commit !== head && !acknowledge?.keepWhenUnchanged) return 'it is of an earlier commit';
  if (act.how === 'review') return undefined;
  if (pushed === undefined) return 'when the head was pushed is not known';
  return isAfter(act, pushed) ? undefined : 'it is older than the last push';
}

function exclusion({ by }: Act, { involved }: Evidence): string | undefined {
  if (by.bot) return 'it is not a person';
  return includes(involved, by.login) ? 'they wrote, committed or pushed a part of the change' : undefined;
}

/** GitHub tells whole seconds: what happened in the same one is not after. */
function isAfter({ at }: Act, other: string): boolean {
  return Date.parse(at) > Date.parse(other);
}

/** Logins, teams and labels compare without case. */
function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function includes(all: readonly string[], one: string): boolean {
  return all.some((each) => isSame(each, one));
}
