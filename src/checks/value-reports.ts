import type { Arg, Args, Finding, Severity } from '../findings/finding.ts';
import { HIDDEN } from '../findings/redact.ts';
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

/**
 * A value as its finding shows it, `undefined` for none. A word of a text without keys is hidden where the owner has
 * named sensitive keys: it may be the value of one.
 */
export function shownOf(
  change: ValueChange,
  side: 'before' | 'after',
  { selection, after, context }: Subject,
): Arg | undefined {
  const value = change[side];
  if (value === undefined || isEmpty(value)) return undefined;
  if (after === undefined || !showsLines(selection, after)) return HIDDEN;
  return context.show(value, change.segments);
}

function toReport(group: readonly Found[], subject: Subject): Report {
  const { change, severity, facts } = group[0]!;
  const args: Args = { ...facts };
  for (const side of ['before', 'after'] as const) {
    const shown = shownOf(change, side, subject);
    if (shown !== undefined) args[side] = shown;
  }
  if (group.length > 1) {
    args.keys = group.slice(1, MOST_KEYS + 1).flatMap((one) => one.change.name ?? []);
    args.total = group.length;
  }
  return {
    severity,
    place: change.place(),
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
