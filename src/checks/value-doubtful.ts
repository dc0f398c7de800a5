import type { KeyChange } from '../diff/difference.ts';
import type { Severity } from '../findings/finding.ts';
import type { Check, Message, Report, Subject } from './check.ts';
import { type Doubt, doubtOf } from './doubts.ts';
import { fromTo, putBack, serviceOf } from './words.ts';

/** Nobody reads more notices in one file; what can fail the check is never left out. */
const MOST_NOTICES = 20;

export const valueDoubtful: Check = {
  id: 'value-doubtful',
  severity: 'warning',
  uncritical: 'off',
  summary: 'A value changes in a way that is rarely meant',
  help: 'A version goes down (a stale branch, or `24.3.7` taken for newer than `24.3.25`): error; notice where a commit message speaks of a downgrade, a rollback or a revert, and warning where there are no messages. Warnings: a log level becomes `debug`; an image comes from another repository than before; a commit or a digest has another length; a bracket that was closed is open; a number or a switch becomes the same text in quotes, or the other way round. Accidents do these things; ordinary changes hardly ever do. A switch that is turned is a notice.',
  configure:
    'Say in a commit message that a version goes down on purpose (downgrade, roll back, revert). A key that must not change is pinned under `freeze`.',
  run(subject) {
    const { difference } = subject;
    if (difference === undefined) return [];
    const reports = difference.changes.flatMap((change) => doubtful(subject, change));
    const notices = reports.filter(({ severity }) => severity === 'notice');
    const left = new Set(notices.slice(MOST_NOTICES));
    return reports.filter((report) => !left.has(report));
  },
  message: (finding, base) => {
    const { doubt, before, after } = finding.args;
    const change = `${finding.key} in ${finding.path} changes ${fromTo(before, after)}`;
    const { what, why, fix } = WORDS[doubt as Doubt](serviceOf(finding.service));
    return { what: `${change}: ${what}.`, why, fix: `${fix} The old file: ${putBack(base, finding.path)}.` };
  },
};

function doubtful({ after, context }: Subject, change: KeyChange): Report[] {
  if (change.before === undefined || change.after === undefined || after?.kind !== 'parsed') return [];
  const doubt = doubtOf(change.before, change.after, change.segments.at(-1) ?? '');
  if (doubt === undefined) return [];
  return [
    {
      ...(doubt === 'version-lowered' && { severity: severityOfLowered(context) }),
      ...(doubt === 'inverted' && { severity: 'notice' as const }),
      place: after.place(change.key, change.document, 'value'),
      key: change.name,
      args: {
        doubt,
        before: context.show(change.before, change.segments),
        after: context.show(change.after, change.segments),
      },
    },
  ];
}

/** An older version is wanted now and then, and then people say so. */
function severityOfLowered({ announcesRevert }: Subject['context']): Severity {
  const announced = announcesRevert();
  return announced === undefined ? 'warning' : announced ? 'notice' : 'error';
}

const WORDS: Record<Doubt, (service: string) => Message> = {
  'version-lowered': (service) => ({
    what: 'an older version',
    why: `${service} goes back, often by a stale branch or by a version that was sorted as text.`,
    fix: 'Take the newer version. If the older one is wanted, say so in a commit message, such as "Downgrade …".',
  }),
  'debug-level': (service) => ({
    what: 'everything is logged',
    why: `${service} writes much more, and debug logs may hold what must not be written down.`,
    fix: 'Put the old level back, unless this is meant for production.',
  }),
  'image-source': (service) => ({
    what: 'another image',
    why: `${service} would run what somebody else has built, or another service altogether.`,
    fix: 'Check that this image exists there, and is the one of this service.',
  }),
  'hash-length': (service) => ({
    what: 'a hash of another length',
    why: `${service} cannot be deployed when a letter was lost while copying: nothing has this name.`,
    fix: 'Copy the hash again, whole.',
  }),
  requoted: (service) => ({
    what: 'another type, written alike',
    why: `${service} may refuse a text where it reads a number or a switch, or take the other way round what it reads as text.`,
    fix: 'Put the quotes back, or take them away again; a tool that rewrites files often does this.',
  }),
  inverted: (service) => ({
    what: 'a switch is turned',
    why: `${service} does from now on what it did not, or no longer does what it did.`,
    fix: 'Check that this is meant for this environment.',
  }),
  unbalanced: (service) => ({
    what: 'a bracket is open',
    why: `${service} reads it as another text, or not at all, although the file is valid.`,
    fix: 'Close the bracket; a script that edits with patterns may have cut the value.',
  }),
};
