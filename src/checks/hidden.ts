import type { Document } from '../documents/document.ts';
import { isObject } from '../model/json.ts';
import type { Selection } from '../policy/policy.ts';
import { matcherOf } from './key-match.ts';

/** Asks whether the value at a key path may not be shown, besides the names that are always hidden. */
export type Hides = (segments: readonly string[]) => boolean;

/** By the policy's `sensitive` patterns (the key or an ancestor), and all data of Kubernetes Secrets. */
export function hiddenBy(selection: Selection, ...documents: (Document | undefined)[]): Hides {
  const matcher = matcherOf(selection.sensitive);
  const secret = documents.some(isSecret);
  return (segments) => {
    if (secret && (segments[0] === 'data' || segments[0] === 'stringData')) return true;
    if (selection.sensitive.length === 0) return false;
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

function isSecret(document: Document | undefined): boolean {
  return (
    document?.kind === 'parsed' &&
    document.values.some(
      (value) => isObject(value) && value.kind === 'Secret' && typeof value.apiVersion === 'string',
    )
  );
}
