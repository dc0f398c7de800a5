import type { Subject } from '../checks/check.ts';
import type { Document, OpaqueReason } from '../documents/document.ts';
import type { NotLookedAt } from '../findings/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Selection } from '../policy/policy.ts';

const DETAIL: Record<OpaqueReason, string> = {
  encrypted: 'It is encrypted: its keys are not compared.',
  template: 'It is a template: its keys are not compared.',
  binary: 'It is binary: nothing of it is compared.',
  'too-large': 'It is too large to be compared.',
  encoding: 'It is not UTF-8 text: nothing of it is compared.',
  missing: 'The repository does not hold its content (a partial clone, or a damaged one).',
  link: 'It is a symbolic link or a submodule: what it points to is not looked at.',
};

const HINT: Record<OpaqueReason, string> = {
  encrypted: 'Have the change reviewed by someone who can decrypt it.',
  template: 'Check the rendered file where it is rendered.',
  binary: 'Take it out of the policy, or keep the configuration as text.',
  'too-large': 'Split the file, or take it out of the policy.',
  encoding: 'Save it as UTF-8.',
  missing: 'Fetch the missing objects, and run the check again.',
  link: 'Keep the configuration itself at this path.',
};

/** What could not be looked at in one changed file, and whether the verdict can be `pass` all the same. */
export function unreadParts(subject: Subject, unjudged: readonly Problem[]): NotLookedAt[] {
  const { change, selection } = subject;
  if (change.after === undefined) return [];
  const path = change.path;
  const found: NotLookedAt[] = unjudged.map((problem) => ({
    path,
    reason: problem.code,
    detail: problem.message,
    hint: problem.hint,
    blocks: true,
  }));
  const unread = unreadVersion(subject);
  if (unread !== undefined) found.push({ path, ...unread });
  if (!demandsKeys(selection)) return found;
  if (subject.after?.kind === 'text') found.push({ path, ...NO_KEYS });
  if (isUncompared(subject)) found.push({ path, ...UNCOMPARED });
  return found;
}

/** What older versions would show is more than the policy asks for: it is said, and stops nothing. */
export function unseenPast(problem: Problem | undefined): NotLookedAt[] {
  if (problem === undefined) return [];
  const { path = '', code, message, hint } = problem;
  return [{ path, reason: code, detail: message, hint, blocks: false }];
}

const NO_KEYS = {
  reason: 'no-keys',
  detail: 'The policy asks for a schema or for keys, and this file is read as text without keys.',
  hint: 'Name its format in the policy (format: yaml), or take schema, protect, freeze, forbid, severity and rules away.',
  blocks: true,
};

const UNCOMPARED = {
  reason: 'unreadable-before',
  detail:
    'The version before the change cannot be read by key, so what the policy asks for could not be judged.',
  hint: 'Have the repaired file reviewed, and acknowledged by somebody whom the policy names.',
  blocks: true,
};

/** The owner asks for something that only keys can show. */
function demandsKeys(selection: Selection): boolean {
  return selection.schemas.length > 0 || selection.forbid !== undefined || pinsKeys(selection);
}

/** The owner asks for keys that have to be compared; a notice about a change is nothing to wait for. */
function pinsKeys({ protect, freeze, severity = [], rules = [] }: Selection): boolean {
  const watched = severity.some((entry) => entry.severity === 'error' || entry.severity === 'warning');
  return protect.length + freeze.length + rules.length > 0 || watched;
}

/** Keys that may not change need both sides; a schema needs only the one that a finding tells of when it is broken. */
function isUncompared({ selection, before, after }: Subject): boolean {
  if (before === undefined || before.kind === 'parsed') return false;
  return after?.kind === 'broken' || (pinsKeys(selection) && after?.kind === 'parsed');
}

function unreadVersion({ selection, before, after }: Subject): Omit<NotLookedAt, 'path'> | undefined {
  const then = reasonOf(before);
  const now = reasonOf(after);
  if (now !== undefined) {
    const ordinary =
      now === 'template' || (now === 'encrypted' && (before === undefined || then === 'encrypted'));
    const blocks = now === 'missing' || demandsKeys(selection) || (selection.critical && !ordinary);
    return { reason: now, detail: DETAIL[now], hint: HINT[now], blocks };
  }
  if (then === undefined) return undefined;
  return {
    reason: then,
    detail: `The version before the change was not compared. ${DETAIL[then]}`,
    hint: HINT[then],
    blocks: then === 'missing' || (then === 'too-large' && selection.critical),
  };
}

function reasonOf(document: Document | undefined): OpaqueReason | undefined {
  return document?.kind === 'opaque' ? document.reason : undefined;
}
