import { compareKeys } from '../diff/keys.ts';
import { type Document, textOf } from '../documents/document.ts';
import type { Json } from '../model/json.ts';
import type { Sibling } from './context.ts';

/**
 * A part of values that tells another environment's file from this one: an account, a host, a project.
 * `instead` stands here at the same keys, of which there are `keys`; `identity`: an account number or a UUID.
 */
export type Token = { sibling: Sibling; instead: string; keys: number; identity: boolean };

/** Parts of URLs, image names, ARNs and connection strings; hosts stay whole. */
const PART = /[^\s/:@,;=?&"'()[\]{}|<>]+/g;

/**
 * Learns from the same keys of both files, as the base has them: a part that stands in the other file where this
 * one has one and the same other part, at several keys, and nowhere in this file.
 * @param wanted the parts that are asked for later; no other is looked for.
 */
export function distinguishingTokens(
  before: Document,
  siblings: readonly Sibling[],
  wanted: (part: string) => boolean = () => true,
): Map<string, Token> {
  const found = new Map<string, Token>();
  const text = textOf(before) ?? '';
  let most = MOST_WORK / Math.max(1, text.length);
  for (const sibling of siblings) {
    const known = sibling.relation === 'declared' || sibling.relation === 'discovered';
    if (!known || before.kind !== 'parsed' || sibling.document.kind !== 'parsed') continue;
    const pairs = new Map<string, number>();
    for (const { before: ours, after: theirs, kind } of compareKeys(before, sibling.document).changes) {
      if (kind !== 'changed') continue;
      for (const pair of differingParts(ours, theirs)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    for (const [pair, keys] of pairs) {
      const [instead, token] = pair.split('\0') as [string, string];
      if (found.has(token) || !wanted(token) || most <= 0) continue;
      most -= 1;
      if (text.includes(token)) continue;
      found.set(token, { sibling, instead, keys, identity: IDENTITY.test(token) });
    }
  }
  return found;
}

/** Characters of a file that are looked through for parts; the first that differ are learned. */
const MOST_WORK = 512 * 1024 * 1024;

/** The first part of a value that is such a token, and was not in the old one. */
export function tokenIn(before: Json, after: Json, tokens: ReadonlyMap<string, Token>): Token | undefined {
  const old = new Set(partsOf(before));
  const part = partsOf(after).find((part) => tokens.has(part) && !old.has(part));
  return part === undefined ? undefined : tokens.get(part);
}

function differingParts(ours: Json | undefined, theirs: Json | undefined): string[] {
  const [left, right] = [partsOf(ours), partsOf(theirs)];
  if (left.length !== right.length) return [];
  const pairs = right.flatMap((part, at) => {
    const own = left[at]!;
    return part === own || !distinguishes(part) || !distinguishes(own) ? [] : [`${own}\0${part}`];
  });
  return [...new Set(pairs)];
}

export function partsOf(value: Json | undefined): string[] {
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'string' && value.length <= LONGEST ? (value.match(PART) ?? []) : [];
}

const LONGEST = 300;
/** Account numbers and UUIDs: two environments that share one share a system. */
const IDENTITY = /^\d{9,}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Words, small numbers, sizes, versions, dates and digests differ for other reasons than the environment. */
const ORDINARY = /^[A-Za-z]+$|^[\d.]{1,8}[A-Za-z%]{0,3}$|^v?\d+\w*(?:[.+-]\w+)*$|^[0-9a-f]{7,64}$/i;

function distinguishes(part: string): boolean {
  return part.length >= 4 && (IDENTITY.test(part) || !ORDINARY.test(part));
}
