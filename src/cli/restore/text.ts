import type { Problem } from '../../model/problem.ts';
import { plainLine } from '../../reports/escape.ts';
import { plural } from '../../reports/messages.ts';
import type { Restored } from '../../restore/steps.ts';
import type { CliIo } from '../io.ts';
import { problemText } from '../problem.ts';

/** Said after problems that left a restore half done. */
export const STUCK: Problem = {
  code: 'restore-unfinished',
  message: 'The restore is not finished; every file is wholly old or wholly new.',
  hint: 'When the reason is gone: `holdfast restore --resume`. Or forget it with `holdfast restore --discard`.',
};

/** What was done, and how to take it back. */
export function doneText({ journal, foreign }: Restored, io: CliIo): string {
  const { writes, removes, before } = journal;
  const lines = [`Restored ${plural(writes.length, 'file')}, removed ${removes.length}.`];
  if (before !== null) lines.push(`What stood there before: holdfast restore ${before}`);
  for (const path of foreign) io.stderr(problemText(ownerProblem(path), io));
  return `${lines.map(plainLine).join('\n')}\n`;
}

function ownerProblem(path: string): Problem {
  return {
    code: 'owner-not-set',
    message:
      'Restored, but it belongs to the user who ran this: another owner cannot be set without more rights.',
    hint: 'Set the owner and the group with chown, or run the restore as root; whoever should read it may not be able to.',
    path,
  };
}
