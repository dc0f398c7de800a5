import { hiddenBy } from '../checks/hidden.ts';
import type { Document } from '../documents/document.ts';
import type { Arg } from '../findings/finding.ts';
import { HIDDEN } from '../findings/redact.ts';
import { showValue } from '../findings/show.ts';
import { isObject, type Json } from '../model/json.ts';
import type { Selection } from '../policy/policy.ts';
import type { ChangeSummary } from '../verdict/decision.ts';

/** Shorter values stand in many places, and say nothing. */
const SHORTEST = 4;

/**
 * The sensitive texts and numbers of a healthy file. Under a key that an error has misspelt, nothing but the value
 * itself shows that it is one of them.
 */
export function secretsOf(document: Document, selection: Selection): string[] {
  if (document.kind !== 'parsed') return [];
  const hides = hiddenBy(selection, document);
  const found = new Set<string>();
  const look = (value: Json, segments: readonly string[]): void => {
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) look(item, [...segments, String(index)]);
    else if (isObject(value)) for (const key of Object.keys(value)) look(value[key]!, [...segments, key]);
    else if (value !== null && showValue(value, segments, hides) === HIDDEN) found.add(String(value));
  };
  for (const value of document.values) look(value, []);
  return [...found].filter((text) => text.length >= SHORTEST);
}

/** The summary without these texts, wherever they stand in it. */
export function withoutSecrets(change: ChangeSummary, secrets: readonly string[]): ChangeSummary {
  if (secrets.length === 0) return change;
  const holds = (text: string) => secrets.some((secret) => text.includes(secret));
  const masked = (value: Arg): Arg => {
    if (Array.isArray(value)) return value.map(masked);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one)]));
    return holds(String(value)) ? HIDDEN : value;
  };
  const { keys, lines } = change;
  return {
    ...change,
    ...(keys && {
      keys: keys.map(({ before, after, ...key }) => ({
        ...key,
        ...(before !== undefined && { before: masked(before) }),
        ...(after !== undefined && { after: masked(after) }),
      })),
    }),
    ...(lines && { lines: lines.map((line) => (holds(line.text) ? { ...line, text: HIDDEN } : line)) }),
  };
}
