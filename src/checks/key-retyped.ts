import { isEmpty, typeOf } from '../model/json.ts';
import type { Check } from './check.ts';
import { matcherOf } from './key-match.ts';
import { putBack, serviceOf, value } from './words.ts';

export const keyRetyped: Check = {
  id: 'key-retyped',
  severity: 'error',
  uncritical: 'off',
  summary: 'A protected key is emptied or gets a value of another type',
  help: 'The key is still there, but its value is `null`, empty, or of another type than before: a number became text, a list became an object. That is what a template leaves behind whose variable was not set, and what quoting by a script does.',
  configure: '`protect: [issuer, keys]` in the rule that selects the file.',
  run({ difference, selection, after, context }) {
    if (difference === undefined || after?.kind !== 'parsed' || selection.protect.length === 0) return [];
    const matcher = matcherOf(selection.protect);
    return difference.changes.flatMap((change) => {
      if (change.before === undefined || change.after === undefined) return [];
      const pattern = matcher(change.segments, change.beforeKey);
      if (pattern === undefined) return [];
      const emptied = isEmpty(change.after) && !isEmpty(change.before);
      if (!emptied && change.kind !== 'retyped') return [];
      const args = {
        pattern,
        how: emptied ? 'emptied' : 'retyped',
        from: typeOf(change.before),
        to: typeOf(change.after),
        before: context.show(change.before, change.segments),
        after: context.show(change.after, change.segments),
      };
      return [{ place: after.place(change.key, change.document), key: change.name, args }];
    });
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
