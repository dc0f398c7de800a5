import { IDENTITY_KEYS } from '../diff/items.ts';
import type { Document } from '../documents/document.ts';
import type { Arg } from '../findings/finding.ts';
import { HIDDEN, isSensitiveKey } from '../findings/redact.ts';
import { type Hides, itemSegment } from '../findings/show.ts';
import { isObject, type Json } from '../model/json.ts';
import type { Selection } from '../policy/policy.ts';
import type { Subject } from './check.ts';
import { hiddenBy } from './hidden.ts';

/** Takes values that may not be shown out of the names of keys: `peers[host=«hidden»].port`. */
export type HideNames = (text: string) => string;

type Sides = Pick<Subject, 'selection' | 'before' | 'after'>;

/** List items are named by a value of theirs, which may be a hidden one. */
export function hiddenNames(sides: Sides): HideNames {
  const known = made.get(sides);
  if (known !== undefined) return known;
  const hide = makeHide(sides.selection, [sides.before, sides.after]);
  made.set(sides, hide);
  return hide;
}

/** Every finding of a file asks. */
const made = new WeakMap<Sides, HideNames>();

function makeHide(selection: Selection, documents: readonly (Document | undefined)[]): HideNames {
  let hidden: ReadonlySet<string> | undefined;
  return (text) => {
    if (!text.includes('[')) return text;
    hidden ??= hiddenLabels(selection, documents);
    return hidden.size === 0 ? text : withoutLabels(text, hidden);
  };
}

/** The name of a list's item, as it may be shown by itself. */
export function itemName(key: string, name: string, hide: HideNames): string {
  const label = `[${key}=${name}]`;
  return hide(label) === label ? name : HIDDEN;
}

/** An argument of a finding, the names in it as they may be shown. */
export function withHiddenNames(arg: Arg, hide: HideNames): Arg {
  if (typeof arg === 'string') return hide(arg);
  if (Array.isArray(arg)) return arg.map((item) => withHiddenNames(item, hide));
  if (arg === null || typeof arg !== 'object') return arg;
  return Object.fromEntries(Object.entries(arg).map(([name, one]) => [name, withHiddenNames(one, hide)]));
}

/** `host=a.example.com`, for each item of a list of which this value is hidden. */
function hiddenLabels(selection: Selection, documents: readonly (Document | undefined)[]): Set<string> {
  const hides = hiddenBy(selection, ...documents);
  const keys = [...new Set([...IDENTITY_KEYS, ...Object.values(selection.identity)])];
  const found = new Set<string>();
  const look = (value: Json, segments: readonly string[]): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        const segment = itemSegment(item, index);
        for (const label of labelsOf(item, keys, [...segments, segment], hides)) found.add(label);
        look(item, [...segments, segment]);
      }
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) look(value[key]!, [...segments, key]);
    }
  };
  for (const document of documents)
    if (document?.kind === 'parsed') for (const value of document.opened ?? document.values) look(value, []);
  return found;
}

function labelsOf(item: Json, keys: readonly string[], segments: readonly string[], hides: Hides): string[] {
  if (!isObject(item)) return [];
  return keys.flatMap((key) => {
    const value = Object.hasOwn(item, key) ? item[key] : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const path = [...segments, key];
    return isSensitiveKey(path) || hides(path, value) ? [`${key}=${value}`] : [];
  });
}

/** A label may hold brackets itself: the longest one that begins at a bracket counts. */
function withoutLabels(text: string, hidden: ReadonlySet<string>): string {
  let clean = '';
  for (let at = 0; at < text.length; ) {
    const label = text[at] === '[' ? labelAt(text, at + 1, hidden) : undefined;
    if (label === undefined) {
      clean += text[at];
      at += 1;
    } else {
      clean += `[${label.slice(0, label.indexOf('='))}=${HIDDEN}]`;
      at += label.length + 2;
    }
  }
  return clean;
}

function labelAt(text: string, start: number, hidden: ReadonlySet<string>): string | undefined {
  for (let end = text.lastIndexOf(']'); end > start; end = text.lastIndexOf(']', end - 1)) {
    const label = text.slice(start, end);
    if (hidden.has(label)) return label;
  }
  return undefined;
}
