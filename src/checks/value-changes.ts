import type { KeyChange } from '../diff/difference.ts';
import { pairItems } from '../diff/items.ts';
import { joinName } from '../diff/keys.ts';
import { type Hunk, lineHunks } from '../diff/lines.ts';
import { type Document, textOf } from '../documents/document.ts';
import { isEmpty, isObject, type Json } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import { child, type Pointer } from '../model/pointer.ts';
import type { Subject } from './check.ts';
import { matchAbove, matcherOf } from './key-match.ts';

/** One value that the change writes: a leaf of the after side or, in a text without keys, a word of a line. */
export type ValueChange = {
  /** The key for people; `undefined` in a text without keys. */
  name?: string;
  segments: string[];
  /** The old value; `undefined` where there was none. */
  before?: Json;
  after: Json;
  place: Place | undefined;
  /** The policy protects exactly this key. */
  protected?: true;
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
      const protects = matcherOf(selection.protect);
      return difference.changes
        .filter((change) => matchAbove(change, frozen) === undefined)
        .flatMap((change) => {
          const found = ofChange(change, place);
          if (protects(change.segments, change.beforeKey) === undefined) return found;
          return found.map((value) => ({ ...value, protected: true as const }));
        });
    }
    return after.values.flatMap((value, document) =>
      leavesOf(value, { pointer: '', name: '', segments: [] }, (pointer) => place(pointer, document)),
    );
  }
  return hasLines(before) && hasLines(after) ? ofLines(textOf(before) ?? '', textOf(after) ?? '') : [];
}

/** A text, or a template whose lines can be compared. */
function hasLines(document: Document | undefined): boolean {
  return document?.kind === 'text' || (document?.kind === 'opaque' && document.reason === 'template');
}

function ofChange(
  change: KeyChange,
  place: (pointer: Pointer, document: number) => Place | undefined,
): ValueChange[] {
  const { kind, key, segments, document, before, after } = change;
  if (kind === 'removed' || after === undefined) return [];
  const name = segments.length === 0 ? '' : change.name;
  if (before !== undefined && (typeof after !== 'object' || isEmpty(after))) {
    return [{ name, segments, before, after, place: place(key, document) }];
  }
  return leavesOf(after, { pointer: key, name, segments }, (pointer) => place(pointer, document));
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
  if (!isObject(value)) return [{ name, segments, after: value, place: place(pointer) }];
  return Object.keys(value).flatMap((key) => {
    const spot = { pointer: child(pointer, key), name: joinName(name, key), segments: [...segments, key] };
    return leavesOf(value[key]!, spot, place);
  });
}

/** Only lines of the same length in words, of which few differ, are the same line with another value. */
const MOST_WORDS_CHANGED = 2;

function ofLines(before: string, after: string): ValueChange[] {
  return (lineHunks(before, after) ?? []).flatMap((hunk) =>
    replacedLines(hunk).flatMap(({ old, now, line }) => {
      const [then, words] = [wordsOf(old), wordsOf(now)];
      if (then.length !== words.length) return [];
      const changed = words.filter((word, index) => word !== then[index]).length;
      if (changed > MOST_WORDS_CHANGED || changed * 2 > words.length) return [];
      return words.flatMap((word, index): ValueChange[] => {
        if (word === then[index]) return [];
        const segments = index === 0 ? [] : [words[index - 1]!];
        return [{ segments, before: then[index]!, after: word, place: { line, column: 1 } }];
      });
    }),
  );
}

type ReplacedLine = { old: string; now: string; line: number };

/** Runs of as many new lines as old ones, side by side. */
function replacedLines({ lines, afterLine }: Hunk): ReplacedLine[] {
  const found: ReplacedLine[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  let line = afterLine;
  const flush = () => {
    if (removed.length === added.length) {
      const first = line - added.length;
      for (const [index, now] of added.entries())
        found.push({ old: removed[index]!, now, line: first + index });
    }
    removed = [];
    added = [];
  };
  for (const text of lines) {
    if (text.startsWith('-')) {
      if (added.length > 0) flush();
      removed.push(text.slice(1));
    } else if (text.startsWith('+')) {
      added.push(text.slice(1));
      line += 1;
    } else {
      flush();
      line += 1;
    }
  }
  flush();
  return found;
}

const LONGEST_LINE = 500;
const COMMENT = /^\s*(?:#|\/\/|;|--\s|<!--).*$|\s#\s.*$/;
const KEY = /^\s*(?:export\s+)?["']?([\w.$-]+)["']?\s*(?:=|:(?!\/\/))\s*/;
const OPTION = /^(-*[\w.]+)=(.+)$/;

/** `export API="https://api"` -> `API`, `https://api`: without comments, and without quotes and marks around a word. */
function wordsOf(line: string): string[] {
  if (line.length > LONGEST_LINE) return [line];
  const text = line.replace(COMMENT, '');
  const [start = '', key] = KEY.exec(text) ?? [];
  return [...(key === undefined ? [] : [key]), ...text.slice(start.length).split(/\s+/)]
    .flatMap((word) => OPTION.exec(word)?.slice(1) ?? [word])
    .map((word) => word.replace(/^["'`]+/, '').replace(/["'`,;]+$/, ''))
    .filter((word) => word !== '');
}
