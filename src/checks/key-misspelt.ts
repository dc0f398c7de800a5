import type { KeyChange } from '../diff/difference.ts';
import { canonical } from '../diff/leaves.ts';
import type { Json } from '../model/json.ts';
import { nearestName } from '../schemas/nearest.ts';
import type { Check, Report, Subject } from './check.ts';
import { THRESHOLDS } from './thresholds.ts';
import { serviceOf } from './words.ts';

/** Nobody reads more of them in one file. */
const MOST_REPORTS = 20;

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
    const besides = groupAdded(difference.changes);
    return difference.changes
      .flatMap((change) => (change.kind === 'removed' ? misspelt(subject, change, besides) : []))
      .slice(0, MOST_REPORTS);
  },
  message: (finding) => ({
    what: `${finding.key} in ${finding.path} was called ${String(finding.args.was)} and has the same value.`,
    why: `${serviceOf(finding.service)} most probably ignores a name that it does not know, and uses a default instead.`,
    fix: `Write ${String(finding.args.was)} again if that is what the service reads. If the new name is the right one, this is the correction of an old mistake: check that its value now takes effect as intended.`,
  }),
};

/** Keys with one value that come beside each other: of more than these, no one is another's misspelling. */
const MOST_BESIDE = 100;

type Besides = ReadonlyMap<string, ReadonlyMap<string, KeyChange>>;

/** The added keys by the object that they stand in and by their value. */
function groupAdded(changes: readonly KeyChange[]): Besides {
  const groups = new Map<string, Map<string, KeyChange>>();
  for (const change of changes) {
    if (change.kind !== 'added') continue;
    const id = placeAndValue(change.segments, change.after);
    const group = groups.get(id) ?? new Map<string, KeyChange>();
    groups.set(id, group.set(change.segments.at(-1) ?? '', change));
  }
  return groups;
}

function placeAndValue(segments: readonly string[], value: Json | undefined): string {
  return `${JSON.stringify(segments.slice(0, -1))}${canonical(value ?? null)}`;
}

function misspelt({ after, context }: Subject, removed: KeyChange, besides: Besides): Report[] {
  const name = removed.segments.at(-1);
  if (after?.kind !== 'parsed' || name === undefined || name.length < THRESHOLDS.misspeltShortest) return [];
  if (/^\d+$|=/.test(name)) return [];
  const beside = besides.get(placeAndValue(removed.segments, removed.before));
  if (beside === undefined || beside.size > MOST_BESIDE) return [];
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
