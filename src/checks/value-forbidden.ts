import type { Document } from '../documents/document.ts';
import { HIDDEN, holdsHidden } from '../findings/redact.ts';
import type { Json } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { forbiddenAs } from '../policy/forbidden.ts';
import { keysNamed } from '../policy/named-keys.ts';
import type { Forbidden, Selection } from '../policy/policy.ts';
import type { Check, KeyPath, Report } from './check.ts';
import { keyAt } from './key-name.ts';
import { serviceOf, value } from './words.ts';

export const valueForbidden: Check = {
  id: 'value-forbidden',
  severity: 'error',
  uncritical: 'off',
  foldsOfKey: ['placeholder-value', 'environment-mismatch', 'value-doubtful'],
  summary: 'A key gets a value that the policy forbids there',
  help: "Some values are never right in a file: `staging` as production's environment, the host of another system, `debug: true`. The file is valid with them, so that no schema sees it. New files, keys that are added, items of lists and documents inside of text values are looked at too. A key that had the value before the change already is a notice: it is not this change's doing.",
  configure:
    "`forbid: {environment: [staging, 'dev*'], '**.host': '*.staging.example.com', debug: true}` in the rule that selects the file. In a text, `*` stands for any characters and `?` for one.",
  run({ selection, context }) {
    const old = new Map<string, number>();
    for (const { id } of forbiddenIn(selection, context.everything('before')))
      old.set(id, (old.get(id) ?? 0) + 1);
    return forbiddenIn(selection, context.everything('after')).map((found): Report => {
      const left = old.get(found.id) ?? 0;
      old.set(found.id, left - 1);
      const { name: key, segments, pointer, pattern, forbidden, place } = found;
      const value = context.show(found.value, segments);
      // Which of the forbidden values it is, or what it begins with, would tell the secret.
      const told = holdsHidden(value) && forbidden !== '*' ? HIDDEN : forbidden;
      const args = { pattern, forbidden: told, value };
      const report = { place, key, at: { segments, pointer }, args };
      return left > 0 ? { severity: 'notice', ...report } : report;
    });
  },
  message(finding) {
    const { pattern, forbidden } = finding.args;
    const old = finding.severity === 'notice';
    return {
      what: `${finding.key} in ${finding.path} is ${value(finding.args.value)}${old ? ', as it was before this change' : ''}.`,
      why: `The policy forbids it (forbid: ${String(pattern)}: ${value(forbidden)}). ${serviceOf(finding.service)} would run with a value that is never right there.`,
      fix: 'Write the value that belongs there; a file of another environment may have been copied. If it is right after all, take it out of forbid first, in a pull request of its own.',
    };
  },
};

type Spot = { pointer: Pointer; value: Json };

type Found = KeyPath & {
  name: string;
  pattern: string;
  value: Json;
  forbidden: Forbidden['values'][number];
  place: Place | undefined;
  /** Equal for the same value of the same key, wherever an item of a list stands. */
  id: string;
};

function forbiddenIn(selection: Selection, document: Document | undefined): Found[] {
  if (selection.forbid === undefined || document?.kind !== 'parsed') return [];
  const found = new Map<string, Found>();
  const { values } = document;
  for (const { key: pattern, values: forbiddenValues } of selection.forbid) {
    for (const [index, root] of values.entries()) {
      for (const { pointer, value } of keysNamed([pattern], root).flatMap(withItems)) {
        const forbidden = forbiddenAs(forbiddenValues, value);
        if (forbidden === undefined || found.has(`${index}#${pointer}`)) continue;
        const at = keyAt(values, index, pointer, selection);
        const place = document.place(pointer, index);
        const id = JSON.stringify([at.name.replace(/\[\d+\]/g, '[#]'), value]);
        found.set(`${index}#${pointer}`, { ...at, pattern, value, forbidden, place, id });
      }
    }
  }
  return [...found.values()];
}

/** A list of plain values may not hold a forbidden one either. */
function withItems({ pointer, value }: Spot): Spot[] {
  if (!Array.isArray(value)) return [{ pointer, value }];
  return value.map((item, index) => ({ pointer: child(pointer, index), value: item }));
}
