import type { Severity } from '../findings/finding.ts';
import type { Path } from '../model/path.ts';
import { jobRules } from './jobs.ts';
import { policyRules } from './policies.ts';
import { requiredRules } from './required.ts';
import type { Facts, Rule } from './rule.ts';
import { triggerRules } from './triggers.ts';

/** Every rule. */
export const rules: readonly Rule[] = [...requiredRules, ...policyRules, ...triggerRules, ...jobRules];

/** Something that disarms the check, or could. `line` and `column` are 1-based. */
export type Ailment = {
  id: string;
  severity: Severity;
  path?: Path;
  line?: number;
  column?: number;
  what: string;
  why: string;
  fix: string;
};

const RANK: readonly Severity[] = ['error', 'warning', 'notice'];

/** What the rules say, each thing once: worst first, then by place. */
export function diagnose(facts: Facts): Ailment[] {
  const found = rules.flatMap(({ id, severity, summary, fix, run }) =>
    run(facts).map(
      (report): Ailment => ({
        id,
        severity: report.severity ?? severity,
        ...(report.path && { path: report.path }),
        ...report.place,
        what: report.what,
        why: summary,
        fix: report.fix ?? fix,
      }),
    ),
  );
  const key = ({ severity, path = '', line = 0, column = 0, id, what }: Ailment) =>
    [RANK.indexOf(severity), path, String(line).padStart(9), String(column).padStart(9), id, what].join('\0');
  const once = new Map(found.map((one) => [key(one), one]));
  return [...once].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
}
