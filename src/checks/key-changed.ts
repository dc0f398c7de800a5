import type { KeyChange } from '../diff/difference.ts';
import type { Json } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Check, KeyPath, Report, Subject } from './check.ts';
import { matchBelow, matcherOf } from './key-match.ts';
import { severityOfKey, watchedKeys } from './key-severity.ts';
import { namedDifferences } from './named-differences.ts';
import { fromTo, serviceOf, value } from './words.ts';

export const keyChanged: Check = {
  id: 'key-changed',
  severity: 'warning',
  uncritical: 'off',
  yields: true,
  summary: 'A key changes that the policy watches',
  help: 'Some values may change, but never unseen: the host of the database, the number of replicas, a feature that costs money. The policy gives such keys a severity, and every change of them, or of anything below them, is told with it. Where another check speaks about the same key, it is not told twice.',
  configure:
    '`severity: {database.host: warning, "**.replicas": notice}` in the rule that selects the file. The same patterns set the severity of all other findings about these keys; `off` leaves them out.',
  run(subject) {
    const { difference } = subject;
    const watched = watchedKeys(subject.selection);
    if (difference === undefined || watched.length === 0) return [];
    const reports = new Map<string, Report>();
    for (const report of [
      ...difference.changes.flatMap((change) => changed(subject, change, watched)),
      ...changedByName(subject, watched),
    ]) {
      if (!reports.has(report.key!)) reports.set(report.key!, report);
    }
    return [...reports.values()];
  },
  message(finding) {
    const { before, after, pattern } = finding.args;
    return {
      what:
        after === undefined
          ? `${finding.key} is gone from ${finding.path} (it was ${value(before)}).`
          : before === undefined
            ? `${finding.key} is added to ${finding.path}: ${value(after)}.`
            : `${finding.key} in ${finding.path} changes ${fromTo(before, after)}.`,
      why: `The policy watches it (severity: ${String(pattern)}). ${serviceOf(finding.service)} runs with the new value from the next deployment on.`,
      fix: 'Make sure that the change is meant. If it is not, put the old value back.',
    };
  },
};

function changed(subject: Subject, change: KeyChange, watched: readonly string[]): Report[] {
  // `key-removed` tells of keys that are gone.
  if (change.kind === 'removed') return [];
  const at = { segments: change.segments, pointer: change.beforeKey ?? change.key };
  if (severityOfKey(subject.selection, at) !== undefined) {
    const values = { before: change.before, after: change.after };
    return told(subject, { ...values, name: change.name, at, side: 'after', place: change });
  }
  const gone = matchBelow(change, matcherOf(watched), false).flatMap((key) =>
    told(subject, {
      before: key.value,
      name: key.name,
      at: key,
      side: 'before',
      place: { key: key.pointer, document: change.beforeDocument ?? 0 },
    }),
  );
  const { beforeKey: _key, before: _value, ...added } = change;
  const mirrored = change.after === undefined ? added : { ...added, before: change.after };
  const come = matchBelow(mirrored, matcherOf(watched), false).flatMap((key) =>
    told(subject, {
      after: key.value,
      name: key.name,
      at: key,
      side: 'after',
      place: { key: key.pointer, document: change.document },
    }),
  );
  return [...gone, ...come];
}

function changedByName(subject: Subject, watched: readonly string[]): Report[] {
  const { before, after } = subject;
  if (before?.kind !== 'parsed' || after?.kind !== 'parsed') return [];
  return namedDifferences(watched, before, after).flatMap((named) => {
    const { name, segments } = named;
    const spot = named.after ?? named.before;
    const values = {
      before: named.before.value,
      ...(named.after === undefined ? {} : { after: named.after.value }),
    };
    return told(subject, {
      ...values,
      name,
      at: { segments, pointer: named.before.pointer },
      side: named.after === undefined ? 'before' : 'after',
      place: { key: spot.pointer, document: spot.document },
    });
  });
}

type Told = {
  before?: Json | undefined;
  after?: Json | undefined;
  name: string;
  at: KeyPath;
  side: 'before' | 'after';
  place: { key: Pointer; document: number };
};

function told(
  { selection, context, ...sides }: Subject,
  { name, at, side, place, ...values }: Told,
): Report[] {
  const declared = severityOfKey(selection, at);
  if (declared === undefined || declared.severity === 'off') return [];
  const args: Report['args'] = { pattern: declared.key };
  if (values.before !== undefined) args.before = context.show(values.before, at.segments);
  if (values.after !== undefined) args.after = context.show(values.after, at.segments);
  const document = sides[side];
  return [
    {
      severity: declared.severity,
      place: document?.kind === 'parsed' ? document.place(place.key, place.document) : undefined,
      side,
      key: name,
      at: { segments: at.segments, pointer: at.pointer },
      args,
    },
  ];
}
