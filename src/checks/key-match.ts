import type { KeyChange } from '../diff/difference.ts';
import { pairItems } from '../diff/items.ts';
import { joinName } from '../diff/keys.ts';
import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer, parentOf } from '../model/pointer.ts';
import { keyMatcher } from '../policy/keys.ts';

/** A key that a pattern of the policy names. `pointer` is on the side that `document` was taken from. */
export type MatchedKey = { pattern: string; name: string; segments: string[]; pointer: Pointer; value: Json };

type Matcher = ReturnType<typeof keyMatcher>;

const matchers = new WeakMap<readonly string[], Matcher>();

/** The compiled patterns of a selection; selections are shared by many files. */
export function matcherOf(patterns: readonly string[]): Matcher {
  const known = matchers.get(patterns);
  if (known !== undefined) return known;
  const matcher = keyMatcher(patterns);
  matchers.set(patterns, matcher);
  return matcher;
}

/** The pattern that names this change's key or one of its ancestors, and whether it names the key itself. */
export function matchAbove(
  change: KeyChange,
  matcher: Matcher,
): { pattern: string; itself: boolean } | undefined {
  let pointer = change.beforeKey ?? change.key;
  for (let length = change.segments.length; length > 0; length--) {
    const pattern = matcher(change.segments.slice(0, length), pointer);
    if (pattern !== undefined) return { pattern, itself: length === change.segments.length };
    pointer = parentOf(pointer);
  }
  return undefined;
}

/**
 * The topmost matched keys at (`includeItself`) or below a key that stood in the before side and is gone or
 * replaced as a whole.
 */
export function matchBelow(change: KeyChange, matcher: Matcher, includeItself: boolean): MatchedKey[] {
  const found: MatchedKey[] = [];
  const visit = (value: Json, segments: string[], pointer: Pointer, name: string, itself: boolean): void => {
    const pattern = itself && !includeItself ? undefined : matcher(segments, pointer);
    if (pattern !== undefined) {
      found.push({ pattern, name, segments, pointer, value });
    } else if (Array.isArray(value)) {
      for (const { before: index = 0, label = String(index) } of pairItems(value, [])) {
        visit(value[index]!, [...segments, label], child(pointer, index), `${name}[${label}]`, false);
      }
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) {
        visit(value[key]!, [...segments, key], child(pointer, key), joinName(name, key), false);
      }
    }
  };
  if (change.before !== undefined) {
    const name = change.segments.length === 0 ? '' : change.name;
    visit(change.before, change.segments, change.beforeKey ?? change.key, name, true);
  }
  return found;
}
