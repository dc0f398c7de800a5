import type { Subject } from '../checks/check.ts';
import type { Document, OpaqueReason } from '../documents/document.ts';
import type { Problem } from '../model/problem.ts';
import type { NotLookedAt } from './decision.ts';

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
  const demands = [...selection.schemas, ...selection.protect, ...selection.freeze].length > 0;
  if (demands && subject.after?.kind === 'text') {
    found.push({
      path,
      reason: 'no-keys',
      detail: 'The policy asks for a schema or for keys, and this file is read as text without keys.',
      hint: 'Name its format in the policy (format: yaml), or take schema, protect and freeze away.',
      blocks: true,
    });
  }
  return found;
}

function unreadVersion({ selection, before, after }: Subject): Omit<NotLookedAt, 'path'> | undefined {
  const demands = [...selection.schemas, ...selection.protect, ...selection.freeze].length > 0;
  const now = reasonOf(after);
  if (now !== undefined) {
    const known = now === 'encrypted' || now === 'template';
    const blocks = now === 'missing' || (known ? demands : selection.critical);
    return { reason: now, detail: DETAIL[now], hint: HINT[now], blocks };
  }
  const then = reasonOf(before);
  if (then !== 'missing' && then !== 'too-large') return undefined;
  return {
    reason: then,
    detail: `The version before the change was not compared. ${DETAIL[then]}`,
    hint: HINT[then],
    blocks: then === 'missing' || selection.critical,
  };
}

function reasonOf(document: Document | undefined): OpaqueReason | undefined {
  return document?.kind === 'opaque' ? document.reason : undefined;
}
