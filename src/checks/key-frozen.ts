import type { KeyChange } from '../diff/difference.ts';
import type { Check, Report, Subject } from './check.ts';
import { matchAbove, matchBelow, matcherOf } from './key-match.ts';
import { namedDifferences } from './named-differences.ts';
import { fromTo, serviceOf, value } from './words.ts';

export const keyFrozen: Check = {
  id: 'key-frozen',
  severity: 'error',
  uncritical: 'off',
  foldsOfKey: ['value-doubtful'],
  summary: 'A key changes that the policy pins',
  help: "Some values say which system this is: the environment's name, the cluster, the account. A file in which one of them changes is another system's file. Anything at or below a frozen key may not change, and the key may not go. A frozen key that did not exist yet may be added.",
  configure: '`freeze: [environment, cluster.*]` in the rule that selects the file.',
  run(subject) {
    const { difference, selection } = subject;
    if (difference === undefined || selection.freeze.length === 0) return [];
    const reports = difference.changes.flatMap((change) => frozenBy(subject, change));
    const known = new Set(reports.map((report) => report.key));
    return [...reports, ...frozenByName(subject).filter((report) => !known.has(report.key))];
  },
  message(finding) {
    const { before, after, pattern } = finding.args;
    const gone = after === undefined;
    return {
      what: gone
        ? `${finding.key} in ${finding.path} is removed (it was ${value(before)}).`
        : before === undefined
          ? `${finding.key} is added to ${finding.path}: ${value(after)}.`
          : `${finding.key} in ${finding.path} changes ${fromTo(before, after)}.`,
      why: `The policy pins it (freeze: ${String(pattern)}): it says which system this is. ${serviceOf(finding.service)} would run as another one.`,
      fix: 'Put the old value back. If it must change, take it out of freeze first, in a pull request of its own.',
    };
  },
};

function frozenBy(subject: Subject, change: KeyChange): Report[] {
  const matcher = matcherOf(subject.selection.freeze);
  const above = matchAbove(change, matcher);
  if (above !== undefined) {
    if (change.kind === 'added' && above.itself) return [];
    return [frozen(subject, change, above.pattern)];
  }
  return matchBelow(change, matcher, false).map((key) => ({
    place:
      subject.before?.kind === 'parsed'
        ? subject.before.place(key.pointer, change.beforeDocument)
        : undefined,
    side: 'before',
    key: key.name,
    at: key,
    args: { pattern: key.pattern, before: subject.context.show(key.value, key.segments) },
  }));
}

function frozen({ before, after, context }: Subject, change: KeyChange, pattern: string): Report {
  const side = change.kind === 'removed' ? 'before' : 'after';
  const document = side === 'before' ? before : after;
  const args: Report['args'] = { pattern };
  if (change.before !== undefined) args.before = context.show(change.before, change.segments);
  if (change.after !== undefined) args.after = context.show(change.after, change.segments);
  return {
    place: document?.kind === 'parsed' ? document.place(change.key, change.document) : undefined,
    side,
    key: change.name,
    at: { segments: change.segments, pointer: change.beforeKey ?? change.key },
    args,
  };
}

function frozenByName({ before, after, selection, context }: Subject): Report[] {
  if (before?.kind !== 'parsed' || after?.kind !== 'parsed') return [];
  return namedDifferences(selection.freeze, before, after).map((named) => {
    const args: Report['args'] = {
      pattern: named.pattern,
      before: context.show(named.before.value, named.segments),
    };
    const [document, spot] = named.after === undefined ? [before, named.before] : [after, named.after];
    if (named.after !== undefined) args.after = context.show(named.after.value, named.segments);
    return {
      place: document.place(spot.pointer, spot.document),
      side: named.after === undefined ? 'before' : 'after',
      key: named.name,
      at: { segments: named.segments, pointer: named.before.pointer },
      args,
    };
  });
}
