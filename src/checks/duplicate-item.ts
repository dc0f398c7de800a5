import { IDENTITY_KEYS } from '../diff/items.ts';
import { joinName } from '../diff/keys.ts';
import type { ParsedDocument } from '../documents/document.ts';
import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import type { Check, Report } from './check.ts';
import { hiddenNames, itemName } from './hidden-names.ts';
import { value } from './words.ts';

/** Nobody reads more of them in one file. */
const MOST_REPORTS = 10;

export const duplicateItem: Check = {
  id: 'duplicate-item',
  severity: 'warning',
  uncritical: 'off',
  summary: 'Two items of a list have the same name, and had not before',
  help: 'In a list whose items were told apart by a name (`name`, `id`, `key` and other usual ones), two have the same one now: a merge that took both sides, or a block that was copied and not renamed. Most readers let the last one win, some the first; a few refuse the file. Lists in which names stood twice before are left alone.',
  configure: 'There is no option.',
  run(subject) {
    const { before, after } = subject;
    if (before?.kind !== 'parsed' || after?.kind !== 'parsed' || before.text === after.text) return [];
    const known = new Set(repeated(before).map(({ id }) => id));
    return repeated(after)
      .filter(({ id }) => !known.has(id))
      .slice(0, MOST_REPORTS)
      .map(({ list, key, name, first, second, document }): Report => {
        const line = after.place(first, document)?.line;
        const shown = itemName(key, name, hiddenNames(subject));
        const args = { identity: key, name: shown, ...(line === undefined ? {} : { line }) };
        return { place: after.place(second, document), key: `${list}[${key}=${name}]`, args };
      });
  },
  message: (finding) => ({
    what: `${finding.key} stands twice in ${finding.path}${finding.args.line === undefined ? '' : `; the first is on line ${Number(finding.args.line)}`}.`,
    why: 'Which of the two counts depends on the reader: most take the last one, and the other is without effect.',
    fix: `Remove one of them, or give it another ${String(finding.args.identity)} than ${value(finding.args.name)}.`,
  }),
};

type Repeated = {
  id: string;
  list: string;
  key: string;
  name: string;
  document: number;
  first: Pointer;
  second: Pointer;
};

/** Items that have the name of an earlier one, in lists of which every item has a name. */
function repeated({ values }: ParsedDocument): Repeated[] {
  const found: Repeated[] = [];
  const visit = (at: Json, document: number, pointer: Pointer, name: string): void => {
    if (Array.isArray(at)) {
      for (const each of repeatedIn(at)) found.push(toRepeated(each, document, pointer, name));
      for (const [index, item] of at.entries())
        visit(item, document, child(pointer, index), `${name}[${index}]`);
    } else if (isObject(at)) {
      for (const key of Object.keys(at)) visit(at[key]!, document, child(pointer, key), joinName(name, key));
    }
  };
  for (const [document, root] of values.entries()) visit(root, document, '', '');
  return found;
}

type Pair = { key: string; name: string; first: number; second: number };

function repeatedIn(items: Json[]): Pair[] {
  const key = IDENTITY_KEYS.slice(0, 3).find((each) =>
    items.every((item) => typeof nameOf(item, each) === 'string'),
  );
  if (key === undefined) return [];
  const seen = new Map<string, number>();
  return items.flatMap((item, index): Pair[] => {
    const name = nameOf(item, key) as string;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    return first === undefined ? [] : [{ key, name, first, second: index }];
  });
}

function nameOf(item: Json, key: string): Json | undefined {
  return isObject(item) && Object.hasOwn(item, key) ? item[key] : undefined;
}

/** The path of the list has no indexes in its id: a list that moves is the same list. */
function toRepeated(pair: Pair, document: number, list: Pointer, name: string): Repeated {
  return {
    ...pair,
    id: `${name.replace(/\[\d+\]/g, '[]')}\n${pair.key}\n${pair.name}`,
    list: name,
    document,
    first: child(list, pair.first),
    second: child(list, pair.second),
  };
}
