import type { Difference, KeyChange } from '../diff/difference.ts';
import type { Severity } from '../findings/finding.ts';
import { parentOf } from '../model/pointer.ts';
import { type KeyMatcher, keyMatcher } from '../policy/keys.ts';
import type { KeySeverity, Selection } from '../policy/policy.ts';
import type { KeyPath, Report, Subject } from './check.ts';

/** What the policy says about a key: the first of its `severity` patterns that names it or what is above it. */
export function severityOfKey(selection: Selection, { segments, pointer }: KeyPath): KeySeverity | undefined {
  return selection.severity?.find((entry) => {
    const matches = matcherOf(entry);
    let above = pointer;
    for (let length = segments.length; length > 0; length--) {
      if (matches(segments.slice(0, length), above) !== undefined) return true;
      above = parentOf(above);
    }
    return false;
  });
}

const watched = new WeakMap<readonly KeySeverity[], string[]>();

/** The `severity` patterns by which a change is told. */
export function watchedKeys({ severity }: Selection): readonly string[] {
  if (severity === undefined) return [];
  const known =
    watched.get(severity) ?? severity.filter((entry) => entry.severity !== 'off').map(({ key }) => key);
  watched.set(severity, known);
  return known;
}

/**
 * The severity of a report where the policy gives its key one. What stood there before the change already is a
 * notice and stays one: it can only be left out.
 */
export function declaredSeverity(subject: Subject, report: Report): Severity | 'off' | undefined {
  const at = keyPathOf(subject, report);
  const declared = at && severityOfKey(subject.selection, at)?.severity;
  return report.severity === 'notice' && declared !== 'off' ? undefined : declared;
}

/** The key of a report; most checks name a key that changed, as the difference does. */
export function keyPathOf({ selection, difference }: Subject, { at, key }: Report): KeyPath | undefined {
  if (at !== undefined || key === undefined || selection.severity === undefined) return at;
  const change = difference && changesByName(difference).get(key);
  return change && { segments: change.segments, pointer: change.beforeKey ?? change.key };
}

const named = new WeakMap<Difference, Map<string, KeyChange>>();

/** The first change of each name. */
function changesByName(difference: Difference): Map<string, KeyChange> {
  const known = named.get(difference);
  if (known !== undefined) return known;
  const made = new Map(difference.changes.toReversed().map((change) => [change.name, change]));
  named.set(difference, made);
  return made;
}

const matchers = new WeakMap<KeySeverity, KeyMatcher>();

function matcherOf(entry: KeySeverity): KeyMatcher {
  const known = matchers.get(entry) ?? keyMatcher([entry.key]);
  matchers.set(entry, known);
  return known;
}
