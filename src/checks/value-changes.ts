import type { KeyChange } from '../diff/difference.ts';
import { pairItems } from '../diff/items.ts';
import { joinName } from '../diff/keys.ts';
import { type Document, textOf } from '../documents/document.ts';
import { isEmpty, isObject, type Json } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import { child, type Pointer } from '../model/pointer.ts';
import type { Selection } from '../policy/policy.ts';
import type { KeyPath, Subject } from './check.ts';
import { matchAbove, matchBelow, matcherOf } from './key-match.ts';
import { watchedKeys } from './key-severity.ts';
import { lineValues } from './line-values.ts';

/** One value that the change writes: a leaf of the after side or, in a text without keys, a word of a line. */
export type ValueChange = {
  /** The key for people; `undefined` in a text without keys. */
  name?: string;
  segments: string[];
  /** The old value; `undefined` where there was none. */
  before?: Json;
  after: Json;
  /** Looked up when it is asked for: in YAML that reads the text again, and few values are ever told. */
  place(): Place | undefined;
  /** Absent in a text without keys. */
  at?: KeyPath;
  /** That it loses its value is told by the check of a key which the policy names: this one, or one below it. */
  named?: true;
};

/**
 * Every leaf value that is new or another one, in the order of the after side. A new file's values count as
 * new; a text without keys gives the words that differ in lines that are otherwise the same. Keys that the
 * policy pins are left out: any other value there is a finding of `key-frozen`.
 */
export function valueChanges(subject: Subject): ValueChange[] {
  const known = made.get(subject);
  if (known !== undefined) return known;
  const changes = makeChanges(subject);
  made.set(subject, changes);
  return changes;
}

/** Several checks ask for them. */
const made = new WeakMap<Subject, ValueChange[]>();

function makeChanges({ before, after, difference, selection }: Subject): ValueChange[] {
  if (after?.kind === 'parsed' && (difference !== undefined || before === undefined)) {
    const place = (pointer: Pointer, document: number) => after.place(pointer, document);
    if (difference !== undefined) {
      const frozen = matcherOf(selection.freeze);
      return difference.changes
        .filter((change) => matchAbove(change, frozen) === undefined)
        .flatMap((change) => ofChange(change, place, selection));
    }
    return after.values.flatMap((value, document) =>
      leavesOf(value, { pointer: '', name: '', segments: [] }, (pointer) => place(pointer, document)),
    );
  }
  return hasLines(before) && hasLines(after) ? lineValues(textOf(before) ?? '', textOf(after) ?? '') : [];
}

/** A text, or a template whose lines can be compared. */
function hasLines(document: Document | undefined): boolean {
  return document?.kind === 'text' || (document?.kind === 'opaque' && document.reason === 'template');
}

function ofChange(
  change: KeyChange,
  place: (pointer: Pointer, document: number) => Place | undefined,
  selection: Selection,
): ValueChange[] {
  const { kind, key, segments, document, before, after } = change;
  if (kind === 'removed' || after === undefined) return [];
  const name = segments.length === 0 ? '' : change.name;
  if (before !== undefined && (typeof after !== 'object' || isEmpty(after))) {
    const at = { segments, pointer: change.beforeKey ?? key };
    const named = isEmpty(after) && isNamed(change, selection) ? { named: true as const } : {};
    return [{ name, segments, before, after, place: () => place(key, document), at, ...named }];
  }
  return leavesOf(after, { pointer: key, name, segments }, (pointer) => place(pointer, document));
}

function isNamed(change: KeyChange, selection: Selection): boolean {
  return (
    matchBelow(change, matcherOf(selection.protect), true).length > 0 ||
    matchBelow(change, matcherOf(watchedKeys(selection)), false).length > 0
  );
}

type Spot = { pointer: Pointer; name: string; segments: string[] };

function leavesOf(
  value: Json,
  { pointer, name, segments }: Spot,
  place: (pointer: Pointer) => Place | undefined,
): ValueChange[] {
  if (Array.isArray(value)) {
    return pairItems([], value).flatMap(({ after: index = 0, label = String(index) }) => {
      const spot = {
        pointer: child(pointer, index),
        name: `${name}[${label}]`,
        segments: [...segments, label],
      };
      return leavesOf(value[index]!, spot, place);
    });
  }
  if (!isObject(value)) {
    return [{ name, segments, after: value, place: () => place(pointer), at: { segments, pointer } }];
  }
  return Object.keys(value).flatMap((key) => {
    const spot = { pointer: child(pointer, key), name: joinName(name, key), segments: [...segments, key] };
    return leavesOf(value[key]!, spot, place);
  });
}
