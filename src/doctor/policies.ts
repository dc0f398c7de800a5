import type { Facts, Report, Rule } from './rule.ts';
import { textAt } from './workflow.ts';

function unowned({ policies, runs, owners }: Facts): Report[] {
  const files = [...policies.map(({ path }) => path), ...runs.map(({ job }) => job.workflow.source.path)];
  const guarded = [...new Set(files)].filter((path) => path !== undefined);
  if (owners === undefined) return [{ severity: 'notice', what: 'There is no CODEOWNERS.' }];
  return guarded
    .filter((path) => owners.of(path).length === 0)
    .map((path) => ({ path: owners.path, what: `${owners.path} names no owner of ${path}.` }));
}

function policyReports({ policies, runs }: Facts): Report[] {
  return policies.flatMap(({ path, problem }): Report[] => {
    const declared = runs.some(({ step }) => textAt(step, 'with', 'critical-files').trim() !== '');
    if (problem === undefined) {
      return path || declared ? [] : [{ severity: 'warning', what: 'HEAD has no policy.' }];
    }
    const { message: what, hint: fix, place } = problem;
    return [{ ...(problem.path && { path: problem.path }), ...(place && { place }), what, fix }];
  });
}

export const policyRules: readonly Rule[] = [
  {
    id: 'policy',
    severity: 'error',
    summary: 'An invalid policy lets no check pass; without one, nothing is declared critical.',
    fix: 'Write one with `holdfast init`, and commit it.',
    run: policyReports,
  },
  {
    id: 'unowned',
    severity: 'warning',
    summary: 'Anybody who may merge can change the policy and the workflow.',
    fix: 'Name the owners of these files in CODEOWNERS, and require their review.',
    run: unowned,
  },
];
