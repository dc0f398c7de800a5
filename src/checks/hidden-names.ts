import { IDENTITY_KEYS } from '../diff/items.ts';
import type { Document } from '../documents/document.ts';
import type { Arg } from '../findings/finding.ts';
import { HIDDEN } from '../findings/redact.ts';
import { isObject } from '../model/json.ts';
import type { Selection } from '../policy/policy.ts';
import type { Subject } from './check.ts';
import { hiddenBy, isSecret, visitValues } from './hidden.ts';

/** Takes values that may not be shown out of the names of keys: `peers[host=«hidden»].port`. */
export type HideNames = (text: string) => string;

type Sides = Pick<Subject, 'selection' | 'before' | 'after'>;

/** List items are named by a value of theirs, which may be a hidden one. */
export function hiddenNames(sides: Sides): HideNames {
  return namesOf(sides).hidden;
}

/**
 * As `hiddenNames`, with the item's number among those of the file whose names are hidden, `peers[host=«hidden» 2].port`:
 * what fingerprints are made of. A number tells nothing of the name, and keeps findings of two items apart.
 */
export function numberedNames(sides: Sides): HideNames {
  return namesOf(sides).numbered;
}

type Names = { hidden: HideNames; numbered: HideNames };

function namesOf(sides: Sides): Names {
  const known = made.get(sides);
  if (known !== undefined) return known;
  let found: Labels | undefined;
  const labels = () => {
    found ??= hiddenLabels(sides.selection, [sides.before, sides.after]);
    return found;
  };
  const hide =
    (name: (number: number) => string): HideNames =>
    (text) =>
      text.includes('[') && labels().size > 0 ? withoutLabels(text, labels(), name) : text;
  const names = { hidden: hide(() => HIDDEN), numbered: hide((number) => `${HIDDEN} ${number}`) };
  made.set(sides, names);
  return names;
}

/** Every finding of a file asks. */
const made = new WeakMap<Sides, Names>();

/** The hidden labels, each with its number among those of the same key: as they stand, the before side first. */
type Labels = ReadonlyMap<string, number>;

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
function hiddenLabels(selection: Selection, documents: readonly (Document | undefined)[]): Labels {
  const hides = hiddenBy(selection, ...documents);
  const keys = [...new Set([...IDENTITY_KEYS, ...Object.values(selection.identity)])];
  const found = new Map<string, number>();
  const counts = new Map<string, number>();
  const add = (key: string, label: string) => {
    if (found.has(label)) return;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    found.set(label, counts.get(key)!);
  };
  for (const document of documents) {
    visitValues(document, (value, segments, item) => {
      if (!item || !isObject(value)) return;
      for (const key of keys) {
        const name = Object.hasOwn(value, key) ? value[key] : undefined;
        if (typeof name !== 'string' && typeof name !== 'number') continue;
        const path = [...segments, key];
        if (isSecret(path, name) || hides(path, name)) add(key, `${key}=${name}`);
      }
    });
  }
  return found;
}

/** A label may hold brackets itself: the longest one that begins at a bracket counts. */
function withoutLabels(text: string, hidden: Labels, name: (number: number) => string): string {
  let clean = '';
  for (let at = 0; at < text.length; ) {
    const label = text[at] === '[' ? labelAt(text, at + 1, hidden) : undefined;
    if (label === undefined) {
      clean += text[at];
      at += 1;
    } else {
      clean += `[${label.slice(0, label.indexOf('='))}=${name(hidden.get(label)!)}]`;
      at += label.length + 2;
    }
  }
  return clean;
}

function labelAt(text: string, start: number, hidden: Labels): string | undefined {
  for (let end = text.lastIndexOf(']'); end > start; end = text.lastIndexOf(']', end - 1)) {
    const label = text.slice(start, end);
    if (hidden.has(label)) return label;
  }
  return undefined;
}
