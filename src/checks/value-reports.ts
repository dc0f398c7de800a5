import type { Args, Finding, Severity } from '../findings/finding.ts';
import { isEmpty } from '../model/json.ts';
import { groupBy } from '../model/lists.ts';
import { count } from '../model/text.ts';
import type { Report, Subject } from './check.ts';
import { showsLines } from './hidden.ts';
import { severityOfKey } from './key-severity.ts';
import type { ValueChange } from './value-changes.ts';
import { list } from './words.ts';

/** What a check found about one value; values with the same facts and severity are one report. */
export type Found = { change: ValueChange; severity: Severity; facts: Args };

/** Names that a report lists; the total is always given. */
const MOST_KEYS = 20;

/**
 * One report per cause: the first key with its values as `before` and `after`, the others as `keys`, with `total`.
 * A key to which the policy gives a severity stands alone.
 */
export function reportTogether(found: readonly Found[], subject: Subject): Report[] {
  const groups = groupBy(found, ({ change, severity, facts }) => {
    const declared = change.at !== undefined && severityOfKey(subject.selection, change.at);
    return JSON.stringify([severity, facts, declared ? change.name : '']);
  });
  return [...groups.values()].map((group) => toReport(group, subject));
}

function toReport(group: readonly Found[], { selection, after, context }: Subject): Report {
  const { change, severity, facts } = group[0]!;
  const args: Args = { ...facts };
  if (after !== undefined && showsLines(selection, after)) {
    if (change.before !== undefined && !isEmpty(change.before)) {
      args.before = context.show(change.before, change.segments);
    }
    if (!isEmpty(change.after)) args.after = context.show(change.after, change.segments);
  }
  if (group.length > 1) {
    args.keys = group.slice(1, MOST_KEYS + 1).flatMap((one) => one.change.name ?? []);
    args.total = group.length;
  }
  return {
    severity,
    place: change.place,
    ...(change.name ? { key: change.name } : {}),
    ...(change.at === undefined ? {} : { at: change.at }),
    args,
  };
}

/** ` So do 2 more: a, b.`, or nothing when the finding is about one value. */
export function othersOf({ args }: Finding): string {
  const more = Number(args.total ?? 1) - 1;
  if (more === 0) return '';
  const names = Array.isArray(args.keys) && args.keys.length > 0 ? `: ${list(args.keys, more)}` : '';
  return ` So ${more === 1 ? 'does' : 'do'} ${count(more, 'more value')}${names}.`;
}
