import type { Severity } from '../findings/finding.ts';
import { parentOf } from '../model/pointer.ts';
import { type KeyMatcher, keyMatcher } from '../policy/keys.ts';
import type { KeySeverity, Selection } from '../policy/policy.ts';
import type { KeyPath, Report } from './check.ts';

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
export function declaredSeverity(selection: Selection, report: Report): Severity | 'off' | undefined {
  if (report.at === undefined) return undefined;
  const declared = severityOfKey(selection, report.at)?.severity;
  return report.severity === 'notice' && declared !== 'off' ? undefined : declared;
}

const matchers = new WeakMap<KeySeverity, KeyMatcher>();

function matcherOf(entry: KeySeverity): KeyMatcher {
  const known = matchers.get(entry) ?? keyMatcher([entry.key]);
  matchers.set(entry, known);
  return known;
}
