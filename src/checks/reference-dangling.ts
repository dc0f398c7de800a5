import type { Arg } from '../findings/finding.ts';
import { directoryOf } from '../model/path.ts';
import type { Check, Report, Subject } from './check.ts';
import { helmReference } from './helm-values.ts';
import { hiddenNames, itemName } from './hidden-names.ts';
import { type LostName, lostNames } from './lost-names.ts';
import { mentionIn, type OwnReference, ownReferences } from './references.ts';
import { THRESHOLDS } from './thresholds.ts';
import { putBack, serviceOf } from './words.ts';

/** Nobody reads more of them in one file. */
const MOST_REPORTS = 10;

export const referenceDangling: Check = {
  id: 'reference-dangling',
  severity: 'warning',
  uncritical: 'off',
  folds: ['key-removed'],
  summary: 'Something is removed to which this file, or one near it, still refers',
  help: 'A volume that a container still mounts, a handler that a task still notifies, a variable that a template still prints. The name is gone from this file, nothing else defines it, and a value still is this name (items of lists), or an expression still holds it: `{{ … }}`, the braces of a shell or of Terraform, `((…))`, `var.…`, `.Values.…`. Looked at are this file and, for names of six characters and more, the 1,000 nearest files of the head. Names that are put together at run time are not seen.',
  configure:
    'There is no option. Remove what refers to it in the same change, or keep the name until nothing refers to it.',
  run(subject) {
    const { difference, after, selection } = subject;
    if (difference === undefined || after?.kind !== 'parsed' || !selection.critical) return [];
    const lost = lostNames(difference);
    const own = ownReferences(after, lost);
    return lost.flatMap((one) => dangling(subject, one, own.get(one))).slice(0, MOST_REPORTS);
  },
  message: (finding, base) => ({
    what: `${finding.key} is removed from ${finding.path}, and ${finding.args.in === finding.path ? 'line ' : `${String(finding.args.in)}:`}${Number(finding.args.line)} still refers to ${String(finding.args.name)}.`,
    why: `Nothing defines it any more. ${serviceOf(finding.service)} fails where it is used, or runs with nothing in its place.`,
    fix: `Put it back as it was (${putBack(base, finding.path)}), or remove what refers to it in the same change.`,
  }),
};

function dangling(subject: Subject, lost: LostName, own: OwnReference | undefined): Report[] {
  const { before, after, change, context } = subject;
  if (before?.kind !== 'parsed' || after?.kind !== 'parsed') return [];
  const printed = helmReference(change.path, lost.change.segments, context.nearby());
  if (printed !== undefined) return [elsewhere(subject, lost, printed)];
  const near = nearMention(subject, lost, own !== undefined && lost.item);
  if (near === 'defines') return [];
  const place = own && after.place(own.pointer, own.document, 'value');
  if (place !== undefined) {
    return [
      {
        place,
        key: lost.change.name,
        args: { name: shownName(subject, lost), in: change.path, line: place.line },
      },
    ];
  }
  if (near === undefined || isNamed(subject, lost.name)) return [];
  return [elsewhere(subject, lost, near)];
}

/** What an item is called may be a value that is hidden, and a name of whatever kind be equal to one. */
function shownName(subject: Subject, { name, item, change }: LostName): Arg {
  const label = change.segments.at(-1) ?? '';
  const shown = item ? itemName(label.slice(0, label.indexOf('=')), name, hiddenNames(subject)) : name;
  return subject.context.show(shown, []);
}

function elsewhere(subject: Subject, lost: LostName, at: Mentioned): Report {
  const { before } = subject;
  const { change } = lost;
  return {
    place:
      before?.kind === 'parsed' ? before.place(change.beforeKey ?? '', change.beforeDocument) : undefined,
    side: 'before',
    key: change.name,
    args: { name: shownName(subject, lost), in: at.path, line: at.line },
  };
}

type Mentioned = { path: string; line: number };

/** @param apart files beside this one do not count: they are the same for others, and name the same items. */
function nearMention(
  { change, context }: Subject,
  lost: LostName,
  apart: boolean,
): Mentioned | 'defines' | undefined {
  const worth = lost.name.length >= THRESHOLDS.referenceShortestNear;
  let found: Mentioned | undefined;
  for (const { path, text } of context.nearby()) {
    if (apart && directoryOf(path) === directoryOf(change.path)) continue;
    const mention = mentionIn(text, lost);
    if (mention === 'defines') return 'defines';
    if (mention !== undefined && worth) found ??= { path, line: mention.line };
  }
  return found;
}

/** The file itself still has a key or an item of this name, of whatever kind. */
function isNamed({ after }: Subject, name: string): boolean {
  return after?.kind === 'parsed' && mentionIn(after.text, { name, item: true }) === 'defines';
}
