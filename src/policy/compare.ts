import type { Place } from '../model/place.ts';
import { forbidsLess, tellsLess } from './compare-keys.ts';
import { asksLess } from './compare-services.ts';
import type { Policy, Rule, ValueRule } from './policy.ts';
import { recipientChanges } from './recipients.ts';

/** What a change does to the policy. `weaker` lists in short phrases what would no longer be guarded. */
export type PolicyChange =
  | { kind: 'removed' }
  | { kind: 'added' }
  | { kind: 'invalid'; problem: string; place: Place | undefined }
  | { kind: 'edited'; weaker: string[] };

const THRESHOLDS = ['notice', 'warning', 'error'] as const;

/** Names what the after policy guards less than the before policy; rules are matched by the files they name. */
export function weakerThan(before: Policy, after: Policy): string[] {
  return [
    ...lostFiles(before, after),
    ...before.critical.flatMap((rule) => lostByRule(rule, after.critical)),
    ...before.environments
      .filter((pattern) => !after.environments.includes(pattern))
      .map((pattern) => `environments no longer names ${pattern}`),
    ...lostScripts(before.scripts, after.scripts),
    ...asksLess(before, after),
    ...after.schemaHosts
      .filter((host) => !before.schemaHosts.includes(host))
      .map((host) => `schemas may be fetched from ${host} without a pinned sha256`),
    ...lostStrictness(before, after),
    ...easierToAcknowledge(before, after),
    ...recipientChanges(before.backup, after.backup),
  ];
}

function lostFiles(before: Policy, after: Policy): string[] {
  const globs = (rules: Rule[]) => rules.flatMap((rule) => rule.files);
  const now = new Set(globs(after.critical));
  const then = new Set(globs(before.critical));
  return [
    ...[...then]
      .filter((glob) => !glob.startsWith('!') && !now.has(glob))
      .map((glob) => `${glob} is no longer critical`),
    ...[...now]
      .filter((glob) => glob.startsWith('!') && !then.has(glob))
      .map((glob) => `${glob.slice(1)} is newly excluded`),
  ];
}

/** A policy that names no scripts reviews every one. */
function lostScripts(before: readonly string[] | undefined, after: readonly string[] | undefined): string[] {
  if (after === undefined) return [];
  if (before === undefined) return [`scripts names only ${after.join(', ')}, and no others are reviewed`];
  return [
    ...before
      .filter((glob) => !glob.startsWith('!') && !after.includes(glob))
      .map((glob) => `scripts no longer names ${glob}`),
    ...after
      .filter((glob) => glob.startsWith('!') && !before.includes(glob))
      .map((glob) => `${glob.slice(1)} is newly excluded from scripts`),
  ];
}

function lostByRule(before: Rule, after: readonly Rule[]): string[] {
  const same = after.filter((rule) => rule.files.some((glob) => before.files.includes(glob)));
  if (same.length === 0) return [];
  const name = before.files.join(', ');
  const lost = (word: string, then: string[], now: string[]) =>
    then
      .filter((pattern) => !now.includes(pattern))
      .map((pattern) => `${name}: ${word} no longer names ${pattern}`);
  const all = (pick: (rule: Rule) => string[]) => same.flatMap(pick);
  const schema = JSON.stringify(before.schema);
  const keptSchema =
    before.schema === undefined || same.some((rule) => JSON.stringify(rule.schema) === schema);
  return [
    ...lost(
      'live',
      before.live ?? [],
      all((rule) => rule.live ?? []),
    ),
    ...lost(
      'protect',
      before.protect,
      all((rule) => rule.protect),
    ),
    ...lost(
      'freeze',
      before.freeze,
      all((rule) => rule.freeze),
    ),
    ...lost(
      'sensitive',
      before.sensitive,
      all((rule) => rule.sensitive),
    ),
    ...[...forbidsLess(before, same), ...tellsLess(before, same)].map((phrase) => `${name}: ${phrase}`),
    ...(keptSchema ? [] : [`${name}: the schema is another one or none`]),
    ...lostRules(
      name,
      before.rules ?? [],
      same.flatMap((rule) => rule.rules ?? []),
    ),
  ];
}

/** A rule is kept where the same expression judges the same values at least as severely; its words may change. */
function lostRules(name: string, before: readonly ValueRule[], after: readonly ValueRule[]): string[] {
  const level = (rule: ValueRule) => THRESHOLDS.indexOf(rule.severity ?? 'error');
  const same = (one: ValueRule, other: ValueRule) =>
    one.rule === other.rule && one.key === other.key && one.optionalOldSelf === other.optionalOldSelf;
  return before.flatMap((rule) => {
    const now = after.filter((other) => same(rule, other));
    if (now.length === 0) return [`${name}: the rule ${rule.rule} is another one or none`];
    if (now.some((other) => level(other) >= level(rule))) return [];
    return [`${name}: the rule ${rule.rule} is only a ${now[0]!.severity}`];
  });
}

function lostStrictness(before: Policy, after: Policy): string[] {
  const threshold = (policy: Policy) => THRESHOLDS.indexOf(policy.failOn ?? 'error');
  return [
    ...(threshold(after) > threshold(before)
      ? [`fail-on-severity is raised to ${after.failOn ?? 'error'}`]
      : []),
    ...(after.warnOnly === true && before.warnOnly !== true ? ['warn-only is turned on'] : []),
  ];
}

function easierToAcknowledge(before: Policy, after: Policy): string[] {
  const added = (then: readonly string[] = [], now: readonly string[] = []) =>
    now.filter((each) => !then.includes(each));
  const approvers = ({ critical }: Policy) =>
    critical.flatMap((rule) => (rule.approvers ?? []).map((name) => `${rule.files.join(', ')}: ${name}`));
  const accepts = ({ accept = [] }: Policy) =>
    accept.map(({ finding, expires }) => `${finding} is accepted until ${expires}`);
  const label = ({ acknowledge }: Policy) =>
    acknowledge?.label ? [`the label ${acknowledge.label.name} by role ${acknowledge.label.role}`] : [];
  return [
    ...added(approvers(before), approvers(after)).map((each) => `${each} may acknowledge findings`),
    ...added(label(before), label(after)).map((each) => `${each} acknowledges findings`),
    ...added(before.acknowledge?.inconclusive, after.acknowledge?.inconclusive).map(
      (name) => `${name} may let pass what could not be judged`,
    ),
    ...(after.acknowledge?.keepWhenUnchanged && !before.acknowledge?.keepWhenUnchanged
      ? ['approvals of earlier commits count']
      : []),
    ...added(accepts(before), accepts(after)),
  ];
}
