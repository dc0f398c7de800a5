import { isEmpty, type Json, typeOf } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Check, Report, Subject } from './check.ts';
import { matcherOf } from './key-match.ts';
import { type NamedDifference, namedDifferences } from './named-differences.ts';
import { putBack, serviceOf, value } from './words.ts';

export const keyRetyped: Check = {
  id: 'key-retyped',
  severity: 'error',
  uncritical: 'off',
  foldsOfKey: ['value-doubtful'],
  summary: 'A protected key is emptied or gets a value of another type',
  help: 'The key is still there, but its value is `null`, empty, or of another type than before: a number became text, a list became an object. That is what a template leaves behind whose variable was not set, and what quoting by a script does.',
  configure: '`protect: [issuer, keys]` in the rule that selects the file.',
  run(subject) {
    const { difference, selection } = subject;
    if (difference === undefined || selection.protect.length === 0) return [];
    const matcher = matcherOf(selection.protect);
    const reports = difference.changes.flatMap((change) => {
      if (change.before === undefined || change.after === undefined) return [];
      const pattern = matcher(change.segments, change.beforeKey);
      if (pattern === undefined) return [];
      const spot = { document: change.document, pointer: change.key, value: change.after };
      return retyped(subject, { ...change, pattern, before: change.before, after: spot });
    });
    const known = new Set(reports.map((report) => report.key));
    return [...reports, ...retypedByName(subject).filter((report) => !known.has(report.key))];
  },
  message(finding, base) {
    const { how, from, to, before, after, pattern } = finding.args;
    return {
      what:
        how === 'emptied'
          ? `${finding.key} in ${finding.path} is emptied: ${value(before)} becomes ${value(after)}.`
          : `${finding.key} in ${finding.path} was a ${String(from)} (${value(before)}) and becomes a ${String(to)} (${value(after)}).`,
      why: `The policy protects it (${String(pattern)}). ${serviceOf(finding.service)} reads it as a ${String(from)}.`,
      fix: `Look at what wrote it: a variable that was not set, or a tool that quotes. The old value: ${putBack(base, finding.path)}.`,
    };
  },
};

type Retyped = Pick<NamedDifference, 'pattern' | 'name' | 'segments'> & {
  before: Json;
  after: { document: number; pointer: Pointer; value: Json };
};

function retyped(
  { after, context }: Subject,
  { pattern, name, segments, before, after: spot }: Retyped,
): Report[] {
  const emptied = isEmpty(spot.value) && !isEmpty(before);
  const [from, to] = [typeOf(before), typeOf(spot.value)];
  if (!emptied && (from === to || before === null || spot.value === null)) return [];
  const args = {
    pattern,
    how: emptied ? 'emptied' : 'retyped',
    from,
    to,
    before: context.show(before, segments),
    after: context.show(spot.value, segments),
  };
  const place = after?.kind === 'parsed' ? after.place(spot.pointer, spot.document) : undefined;
  return [{ place, key: name, at: { segments, pointer: spot.pointer }, args }];
}

function retypedByName(subject: Subject): Report[] {
  const { before, after, selection } = subject;
  if (before?.kind !== 'parsed' || after?.kind !== 'parsed') return [];
  return namedDifferences(selection.protect, before, after).flatMap((named) =>
    named.after === undefined
      ? []
      : retyped(subject, { ...named, before: named.before.value, after: named.after }),
  );
}
