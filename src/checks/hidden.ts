import { IDENTITY_KEYS } from '../diff/items.ts';
import { type Document, textOf } from '../documents/document.ts';
import { looksLikeDocument } from '../documents/embedded.ts';
import { isSensitiveKey, isSensitiveValue, withoutSecrets } from '../findings/redact.ts';
import { type Hides, itemSegment } from '../findings/show.ts';
import { isObject, type Json } from '../model/json.ts';
import { keysNamed } from '../policy/named-keys.ts';
import type { Selection } from '../policy/policy.ts';
import { matcherOf } from './key-match.ts';

/** Shorter values stand in many places, and say nothing. */
const SHORTEST = 4;

/**
 * By the policy's `sensitive` patterns (the key or an ancestor), and all data of Kubernetes Secrets. A document
 * in a text that is not opened is hidden as a whole where a part of it may be sensitive. The value of a sensitive key is
 * hidden under every other key, too: under one that was misspelt, nothing but the value shows that it is a secret.
 */
export function hiddenBy(selection: Selection, ...documents: (Document | undefined)[]): Hides {
  const last = documents.findLast((document) => document !== undefined);
  const known = last && made.get(last);
  if (known?.selection === selection && isSame(known.documents, documents)) return known.hides;
  const hides = makeHides(selection, documents);
  if (last !== undefined) made.set(last, { selection, documents, hides });
  return hides;
}

/** Every finding of a file and every value of its summary asks, about the same documents. */
const made = new WeakMap<
  Document,
  { selection: Selection; documents: readonly (Document | undefined)[]; hides: Hides }
>();

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function makeHides(selection: Selection, documents: readonly (Document | undefined)[]): Hides {
  const byKey = hiddenByKey(selection, documents);
  let secrets: ReadonlySet<string> | undefined;
  let items: ReadonlySet<string> | undefined;
  return (segments, value) => {
    if (byKey(segments, value)) return true;
    if (value === undefined) return false;
    secrets ??= new Set(documents.flatMap((document) => secretsFor(selection, document, byKey)));
    if (secrets.has(String(value))) return true;
    items ??= new Set(documents.flatMap((document) => itemsIn(document, selection)).map(standing));
    return items.size > 0 && items.has(standing({ segments, text: String(value) }));
  };
}

/** The texts and numbers behind the sensitive keys of a document, in documents inside of texts, too. */
export function secretsOf(selection: Selection, document: Document | undefined): string[] {
  return secretsFor(selection, document, hiddenByKey(selection, [document]));
}

function secretsFor(selection: Selection, document: Document | undefined, byKey: Hides): string[] {
  const items = itemsIn(document, selection).map(({ text }) => text);
  return [...secretsIn(document, byKey), ...items.filter((text) => text.length >= SHORTEST)];
}

/** A pattern that may name a list's item by its index, or by a value that does not name it everywhere. */
const BY_ITEM = /^\/|[=[\d]/;
/** As a path names an item. */
const ITEM = /^\d+$|=/;

type Scalar = { segments: readonly string[]; text: string };

/** A value and the keys above it, whatever the items between them are called. */
function standing({ segments, text }: Scalar): string {
  return JSON.stringify([...segments.filter((segment) => !ITEM.test(segment)), text]);
}

/** What stands behind patterns that name items: a path of keys has one name of an item only. */
function itemsIn(document: Document | undefined, { sensitive }: Selection): Scalar[] {
  const patterns = sensitive.filter((pattern) => BY_ITEM.test(pattern));
  if (document?.kind !== 'parsed' || patterns.length === 0) return [];
  return (document.opened ?? document.values)
    .flatMap((root) => keysNamed(patterns, root))
    .flatMap(({ value, segments }) => scalarsIn(value, segments));
}

function scalarsIn(value: Json, segments: readonly string[]): Scalar[] {
  if (Array.isArray(value)) return value.flatMap((item) => scalarsIn(item, segments));
  if (isObject(value)) return Object.keys(value).flatMap((key) => scalarsIn(value[key]!, [...segments, key]));
  return typeof value === 'string' || typeof value === 'number' ? [{ segments, text: String(value) }] : [];
}

/** Of what names items all but `key`, which may as well be the secret. */
const NAMING: ReadonlySet<string> = new Set(IDENTITY_KEYS.filter((key) => key !== 'key'));

/**
 * By the built-in names. An item's own name is no secret because its list is called `tokens` or `credentials`: without
 * it nobody knows which one a finding is about.
 */
export function isSecret(segments: readonly string[], value: string | number): boolean {
  const names = NAMING.has(segments.at(-1) ?? '') && ITEM.test(segments.at(-2) ?? '');
  return isSensitiveValue(names ? segments.slice(-2) : segments, value);
}

function secretsIn(document: Document | undefined, byKey: Hides): string[] {
  const found: string[] = [];
  visitValues(document, (value, segments) => {
    if (typeof value !== 'string' && typeof value !== 'number') return;
    const text = String(value);
    if (text.length >= SHORTEST && (isSecret(segments, text) || byKey(segments, value))) found.push(text);
  });
  return found;
}

/**
 * Visits every value of a document, containers before what is in them. `item`: it stands in a list.
 * @param visit its `segments` are the same list every time, good for the call only: a copy for each value is dear.
 */
export function visitValues(
  document: Document | undefined,
  visit: (value: Json, segments: readonly string[], item: boolean) => void,
): void {
  if (document?.kind !== 'parsed') return;
  const segments: string[] = [];
  const look = (value: Json, segment: string, item: boolean): void => {
    segments.push(segment);
    visit(value, segments, item);
    below(value);
    segments.pop();
  };
  const below = (value: Json): void => {
    if (Array.isArray(value))
      for (let index = 0; index < value.length; index++)
        look(value[index]!, itemSegment(value[index]!, index), true);
    else if (isObject(value)) for (const key of Object.keys(value)) look(value[key]!, key, false);
  };
  for (const value of document.opened ?? document.values) {
    visit(value, segments, false);
    below(value);
  }
}

function hiddenByKey(selection: Selection, documents: readonly (Document | undefined)[]): Hides {
  const matcher = matcherOf(selection.sensitive);
  const secret = documents.some(hasSecret);
  return (segments, value) => {
    if (secret && segments.some((segment) => segment === 'data' || segment === 'stringData')) return true;
    if (!secret && selection.sensitive.length === 0) return false;
    if (typeof value === 'string' && looksLikeDocument(value, segments.at(-1))) return true;
    for (let length = segments.length; length > 0; length--) {
      const pointer = segments
        .slice(0, length)
        .map((segment) => `/${segment}`)
        .join('');
      if (matcher(segments.slice(0, length), pointer) !== undefined) return true;
    }
    return false;
  };
}

/** Without keys to go by, the owner's patterns cannot say which part of a line is sensitive: none is shown. */
export function showsLines(selection: Selection, document: Document): boolean {
  return document.kind === 'parsed' || selection.sensitive.length === 0;
}

/** Whether there is anything in these documents that is hidden, or could be: the owner names keys for nothing else. */
export function mayHoldSecrets(selection: Selection, ...documents: (Document | undefined)[]): boolean {
  if (selection.sensitive.length > 0 || documents.some(hasSecret)) return true;
  return documents.some((document) => {
    const text = document === undefined ? undefined : textOf(document);
    if (text === undefined) return false;
    if (document?.kind === 'parsed' && secretsOf(selection, document).length > 0) return true;
    return withoutSecrets(text) !== text || (document?.kind !== 'parsed' && namesSecret(text));
  });
}

/** As the whole of what follows a name: a switch or a small number, `PasswordAuthentication no`. */
const NO_SECRET = /[ \t]*[:=]?[ \t]*(?:yes|no|\d{1,3})[ \t]*;?[ \t]*\r?(?:\n|$)/iy;

/** A word of a text without keys that is the name of a secret. */
function namesSecret(text: string): boolean {
  for (const { 0: word, index } of text.matchAll(/[\w$.-]+/g)) {
    if (!isSensitiveKey([word])) continue;
    NO_SECRET.lastIndex = index + word.length;
    if (!NO_SECRET.test(text)) return true;
  }
  return false;
}

/** A comment may hold a value that was commented out, and which key it had no parser tells. */
export function hidesComments(selection: Selection, ...documents: (Document | undefined)[]): boolean {
  return selection.sensitive.length > 0 || documents.some(hasSecret);
}

/** Anywhere: in a list of objects, in the annotation that keeps what was applied last. */
function hasSecret(document: Document | undefined): boolean {
  if (document?.kind !== 'parsed' || !document.text.includes('Secret')) return false;
  return (document.opened ?? document.values).some(holdsSecret);
}

const SECRET_IN_TEXT = /kind\W{1,12}Secret\b/;

function holdsSecret(value: Json): boolean {
  if (typeof value === 'string') return SECRET_IN_TEXT.test(value) && value.includes('apiVersion');
  if (Array.isArray(value)) return value.some(holdsSecret);
  if (!isObject(value)) return false;
  if (value.kind === 'Secret' && typeof value.apiVersion === 'string') return true;
  return Object.values(value).some(holdsSecret);
}
