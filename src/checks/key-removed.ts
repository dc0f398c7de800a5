import type { KeyChange } from '../diff/difference.ts';
import { WHOLE_DOCUMENT } from '../diff/keys.ts';
import { lostValues } from '../diff/moved.ts';
import type { Arg } from '../findings/finding.ts';
import { count } from '../model/text.ts';
import type { Check, Report, Subject } from './check.ts';
import { matchBelow, matcherOf } from './key-match.ts';
import { severityOfKey, watchedKeys } from './key-severity.ts';
import { namedDifferences } from './named-differences.ts';
import { THRESHOLDS } from './thresholds.ts';
import { list, putBack, serviceOf } from './words.ts';

export const keyRemoved: Check = {
  id: 'key-removed',
  severity: 'error',
  uncritical: 'off',
  summary: 'A key is gone',
  help: 'Keys that the policy protects may not disappear, on their own or with an object around them: error, one finding per key. All other keys that a change removes are listed in one notice per file: many accidents lose a key, but so do many ordinary changes, and only the owner can say which keys matter. It is a warning when four values or more are gone, do not stand below a new key, and no commit message of the change speaks of a removal or of one of the names. A key that moved to another place in a list with identities is not removed.',
  configure: '`protect: [issuer, keys.*, /database/host]` in the rule that selects the file.',
  run(subject) {
    const { difference } = subject;
    if (difference === undefined) return [];
    const gone = difference.changes.filter(
      (change) => change.kind !== 'added' && change.before !== undefined,
    );
    const below = gone.flatMap((change) => protectedBelow(subject, change));
    const known = new Set(below.map((report) => report.key));
    const reports = [...below, ...protectedByName(subject).filter((report) => !known.has(report.key))];
    const named = new Set(reports.map((report) => report.key));
    const others = gone.filter((change) => change.kind === 'removed' && !named.has(change.name));
    const { listed, watched } = bySeverity(subject, others);
    const told = [...reports, ...watched];
    return listed.length === 0 ? told : [...told, lostKeys(subject, listed)];
  },
  message(finding, base) {
    if (finding.key === undefined) {
      const { total } = finding.args;
      const keys = Array.isArray(finding.args.keys) ? finding.args.keys : [];
      const one = total === 1 && !isWhole(keys);
      return {
        what: `${finding.path} loses ${lost(keys, Number(total))}.${finding.args.unannounced === true ? ' No commit message says that anything is removed.' : ''}`,
        why: 'A key that is missing usually means a built-in default.',
        fix: `Check that ${one ? 'it is' : 'each of them is'} no longer read. What must never go is named under protect in the policy.`,
      };
    }
    return {
      what: `${finding.key} is removed from ${finding.path}.`,
      why:
        finding.args.how === 'watched'
          ? `The policy watches it (severity: ${String(finding.args.pattern)}). A key that is missing usually means a built-in default.`
          : `The policy protects it (${String(finding.args.pattern)}). ${serviceOf(finding.service)} needs it.`,
      fix:
        finding.args.how === 'watched'
          ? `Check that it is no longer read. The old value: ${putBack(base, finding.path)}.`
          : `Put the key back as it was (see the line shown, or ${putBack(base, finding.path)}). To retire it, take it out of protect first, in a pull request of its own.`,
    };
  },
};

/** A document that is empty now has lost what stood at its root, which has no name. */
function isWhole(keys: readonly Arg[]): boolean {
  return keys.length === 1 && keys[0] === WHOLE_DOCUMENT;
}

function lost(keys: readonly Arg[], total: number): string {
  if (isWhole(keys)) return 'all of its keys';
  return `${count(total, 'key')}: ${list(keys, total)}`;
}

function protectedBelow({ selection, before, context }: Subject, change: KeyChange): Report[] {
  if (selection.protect.length === 0 || before?.kind !== 'parsed') return [];
  const matched = matchBelow(change, matcherOf(selection.protect), change.kind === 'removed');
  return matched.map((key) => ({
    place: before.place(key.pointer, change.beforeDocument),
    side: 'before',
    key: key.name,
    at: key,
    args: { pattern: key.pattern, before: context.show(key.value, key.segments) },
  }));
}

function protectedByName({ selection, before, after, context }: Subject): Report[] {
  if (before?.kind !== 'parsed' || after?.kind !== 'parsed') return [];
  return namedDifferences(selection.protect, before, after)
    .filter((named) => named.after === undefined)
    .map((named) => ({
      place: before.place(named.before.pointer, named.before.document),
      side: 'before',
      key: named.name,
      at: { segments: named.segments, pointer: named.before.pointer },
      args: { pattern: named.pattern, before: context.show(named.before.value, named.segments) },
    }));
}

/** Lost keys to which the policy gives a severity are told one by one; those that it turns off are not told. */
function bySeverity(
  { selection, before, context }: Subject,
  gone: readonly KeyChange[],
): { listed: KeyChange[]; watched: Report[] } {
  const patterns = watchedKeys(selection);
  if (selection.severity === undefined || before?.kind !== 'parsed')
    return { listed: [...gone], watched: [] };
  const listed: KeyChange[] = [];
  const watched: Report[] = [];
  for (const change of gone) {
    const itself = { ...change, pointer: change.beforeKey ?? change.key, value: change.before ?? null };
    const declared = severityOfKey(selection, itself);
    if (declared === undefined) listed.push(change);
    if (declared?.severity === 'off') continue;
    for (const key of declared === undefined ? matchBelow(change, matcherOf(patterns), false) : [itself]) {
      const { pointer, segments, name, value } = key;
      watched.push({
        place: before.place(pointer, change.beforeDocument),
        side: 'before',
        key: name,
        at: { segments, pointer },
        args: {
          pattern: severityOfKey(selection, key)?.key ?? '',
          how: 'watched',
          before: context.show(value, segments),
        },
      });
    }
  }
  return { listed, watched };
}

function lostKeys({ before, difference, context }: Subject, gone: KeyChange[]): Report {
  const first = gone[0]!;
  const silent =
    lostValues(difference?.changes ?? []) >= THRESHOLDS.unannouncedValues &&
    context.announcesRemoval(gone.flatMap(({ segments }) => wordOf(segments.at(-1)))) === false;
  return {
    severity: silent ? 'warning' : 'notice',
    place: before?.kind === 'parsed' ? before.place(first.beforeKey ?? '', first.beforeDocument) : undefined,
    side: 'before',
    args: {
      keys: gone.slice(0, 10).map((change) => change.name),
      total: gone.length,
      ...(silent && { unannounced: true }),
    },
  };
}

/** The name by which people speak of a key or of an item. */
function wordOf(segment: string | undefined): string[] {
  if (segment === undefined || /^\d+$/.test(segment)) return [];
  return [segment.slice(segment.indexOf('=') + 1)];
}
