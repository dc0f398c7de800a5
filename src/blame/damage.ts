import type { Finding, Severity } from '../findings/finding.ts';
import { atLeast } from '../findings/order.ts';

/**
 * What an error is about, the surest first. `broken`: what reads the file cannot, or not in one way only. `forbidden`:
 * its owner has said in the policy or the schema that this may not be. `foreign`: the content is known from elsewhere,
 * from another file or from an earlier time. Other errors say that much has gone, which is meant more often.
 */
export type Damage = 'broken' | 'forbidden' | 'foreign';

const TOLD_BY: readonly (readonly [Damage, readonly string[]])[] = [
  [
    'broken',
    [
      'syntax-error',
      'conflict-marker',
      'file-emptied',
      'embedded-broken',
      'brackets-unbalanced',
      'duplicate-key',
    ],
  ],
  // Keys that are not protected give no error when they go.
  [
    'forbidden',
    [
      'schema-violation',
      'rule-violation',
      'value-forbidden',
      'key-frozen',
      'key-retyped',
      'key-removed',
      'key-changed',
    ],
  ],
  ['foreign', ['replaced-by-sibling', 'stale-revert', 'environment-mismatch']],
];

/** What one finding is about; `undefined` unless it is an error that says more than how much has gone. */
export function damageOf({ check, severity }: Finding): Damage | undefined {
  return severity === 'error' ? TOLD_BY.find(([, checks]) => checks.includes(check))?.[0] : undefined;
}

/** The surest of several. */
export function worstDamage(findings: readonly Finding[]): Damage | undefined {
  const found = new Set(findings.map(damageOf));
  return TOLD_BY.find(([damage]) => found.has(damage))?.[0];
}

export function worstSeverity(findings: readonly Finding[]): Severity | undefined {
  return findings.reduce<Severity | undefined>(
    (worst, { severity }) => (worst !== undefined && atLeast(worst, severity) ? worst : severity),
    undefined,
  );
}
