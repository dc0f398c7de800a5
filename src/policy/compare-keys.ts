import type { KeySeverity, Rule } from './policy.ts';

const LEVELS = ['off', 'notice', 'warning', 'error'] as const;

/** What a rule forbade and the rules for the same files no longer do, in short phrases. */
export function forbidsLess(before: Rule, after: readonly Rule[]): string[] {
  const now = new Set(after.flatMap(forbidden).map((pair) => JSON.stringify(pair)));
  return forbidden(before)
    .filter((pair) => !now.has(JSON.stringify(pair)))
    .map(([key, value]) => `forbid no longer keeps ${JSON.stringify(value)} from ${key}`);
}

function forbidden({ forbid = [] }: Rule): [string, unknown][] {
  return forbid.flatMap(({ key, values }) => values.map((value): [string, unknown] => [key, value]));
}

/**
 * Keys whose findings become milder. A pattern that is new lowers what the checks say by themselves, which is an
 * error at most where the rule asks for something by key; one that goes took its own findings with it.
 */
export function tellsLess(before: Rule, after: readonly Rule[]): string[] {
  const then = before.severity ?? [];
  const now = after.flatMap((rule) => rule.severity ?? []);
  const asks =
    before.protect.length + before.freeze.length > 0 ||
    (before.forbid ?? before.schema) !== undefined ||
    then.some(({ severity }) => severity === 'error');
  const lowered = now.filter(({ key, severity }, index) => {
    if (now.findIndex((other) => other.key === key) < index) return false;
    const old = find(then, key)?.severity ?? (asks ? 'error' : 'warning');
    return LEVELS.indexOf(severity) < LEVELS.indexOf(old);
  });
  const lost = then.filter(
    ({ key, severity }) =>
      find(now, key) === undefined && LEVELS.indexOf(severity) > LEVELS.indexOf('notice'),
  );
  return [
    ...lowered.map(({ key, severity }) => `the severity of ${key} is lowered to ${severity}`),
    ...lost.map(({ key }) => `severity no longer names ${key}`),
    ...(lowered.length + lost.length === 0 && isReordered(then, now)
      ? ['the patterns under severity stand in another order']
      : []),
  ];
}

function find(entries: readonly KeySeverity[], key: string): KeySeverity | undefined {
  return entries.find((entry) => entry.key === key);
}

/** The first pattern that names a key holds, so that another order may be another severity. */
function isReordered(then: readonly KeySeverity[], now: readonly KeySeverity[]): boolean {
  const keys = (entries: readonly KeySeverity[], others: readonly KeySeverity[]) =>
    entries.map(({ key }) => key).filter((key) => find(others, key) !== undefined);
  return JSON.stringify(keys(then, now)) !== JSON.stringify(keys(now, then));
}
