import type { KeyChange } from '../diff/difference.ts';
import { sameValue } from '../diff/leaves.ts';
import { nearestName } from '../schemas/nearest.ts';
import type { Check, Report, Subject } from './check.ts';
import { THRESHOLDS } from './thresholds.ts';
import { serviceOf } from './words.ts';

export const keyMisspelt: Check = {
  id: 'key-misspelt',
  severity: 'warning',
  uncritical: 'notice',
  folds: ['key-removed'],
  summary: 'A key gets nearly the same name, and keeps its value',
  help: 'A letter is lost, doubled or swapped: `timeout` becomes `timeuot`. Readers ignore keys that they do not know, so that the setting silently falls back to its default. Seen is a key that goes while another comes beside it with the same value and nearly the same name (two letters differ at most, and not more than a third). Whether the old or the new name is the right one, only the reader of the file knows; a JSON Schema with `additionalProperties: false` makes it certain.',
  configure: 'There is no option. A schema for the file tells the right names.',
  run(subject) {
    const { difference } = subject;
    if (difference === undefined) return [];
    const added = difference.changes.filter(({ kind }) => kind === 'added');
    return difference.changes.flatMap((change) =>
      change.kind === 'removed' ? misspelt(subject, change, added) : [],
    );
  },
  message: (finding) => ({
    what: `${finding.key} in ${finding.path} was called ${String(finding.args.was)} and has the same value.`,
    why: `${serviceOf(finding.service)} most probably ignores a name that it does not know, and uses a default instead.`,
    fix: `Write ${String(finding.args.was)} again if that is what the service reads. If the new name is the right one, this is the correction of an old mistake: check that its value now takes effect as intended.`,
  }),
};

function misspelt({ after, context }: Subject, removed: KeyChange, added: readonly KeyChange[]): Report[] {
  const name = removed.segments.at(-1);
  if (after?.kind !== 'parsed' || name === undefined || name.length < THRESHOLDS.misspeltShortest) return [];
  if (/^\d+$|=/.test(name)) return [];
  const above = JSON.stringify(removed.segments.slice(0, -1));
  const beside = new Map(
    added
      .filter(({ segments }) => JSON.stringify(segments.slice(0, -1)) === above)
      .filter((change) => sameValue(change.after ?? null, removed.before ?? null))
      .map((change) => [change.segments.at(-1)!, change]),
  );
  const now = nearestName(name, beside.keys(), THRESHOLDS.misspeltMost);
  if (now === undefined) return [];
  const change = beside.get(now)!;
  return [
    {
      place: after.place(change.key, change.document),
      key: change.name,
      args: { was: context.show(name, []) },
    },
  ];
}
