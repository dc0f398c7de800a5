import type { Document } from '../documents/document.ts';
import { looksLikeDocument } from '../documents/embedded.ts';
import { isSensitiveKey } from '../findings/redact.ts';
import { type Hides, itemSegment } from '../findings/show.ts';
import { isObject, type Json } from '../model/json.ts';
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
  const byKey = hiddenByKey(selection, documents);
  let secrets: ReadonlySet<string> | undefined;
  return (segments, value) => {
    if (byKey(segments, value)) return true;
    if (value === undefined || String(value).length < SHORTEST) return false;
    secrets ??= new Set(documents.flatMap((document) => secretsIn(document, byKey)));
    return secrets.has(String(value));
  };
}

/** The texts and numbers behind the sensitive keys of a document, in documents inside of texts, too. */
export function secretsOf(selection: Selection, document: Document | undefined): string[] {
  return secretsIn(document, hiddenByKey(selection, [document]));
}

function secretsIn(document: Document | undefined, byKey: Hides): string[] {
  if (document?.kind !== 'parsed') return [];
  const found: string[] = [];
  const look = (value: Json, segments: readonly string[]): void => {
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) look(item, [...segments, itemSegment(item, index)]);
    else if (isObject(value)) for (const key of Object.keys(value)) look(value[key]!, [...segments, key]);
    else if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value);
      if (text.length >= SHORTEST && (isSensitiveKey(segments) || byKey(segments, value))) found.push(text);
    }
  };
  for (const value of document.opened ?? document.values) look(value, []);
  return found;
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
