import type { ScriptRule } from './rule.ts';
import { deed, instead, worse } from './words.ts';

type Kind = { id: string; summary: string; help: string; configure: string; why: string; fix: string };

/** Commands that replace the whole of what a service keeps, whoever has set it. */
function ofService({ id, summary, help, configure, why, fix }: Kind): ScriptRule {
  return {
    id,
    severity: 'warning',
    critical: false,
    summary,
    help,
    configure,
    finds: ({ effect, touched, target }) =>
      effect.rule === id && touched.length === 0 && target.confidence !== 'low' ? {} : undefined,
    message: (finding) => ({
      what: deed(finding),
      why: `${why}${worse(finding)}`,
      fix: instead(finding, fix),
    }),
  };
}

export const serviceRules: readonly ScriptRule[] = [
  ofService({
    id: 'env-replace-all',
    summary: 'A deployment replaces all environment variables of a service',
    help: '`gcloud … --set-env-vars` and the like replace the whole set: a variable that the command does not name is gone.',
    configure: 'Use the option that changes single variables: `--update-env-vars`.',
    why: 'Every variable that the command does not name is removed from the service.',
    fix: 'Change the variables that are meant: `--update-env-vars`.',
  }),
  ofService({
    id: 'kv-replace-all',
    summary: 'A command replaces all keys of a secret or an entry',
    help: '`vault kv put` writes a new version with the keys that it gets, and no others.',
    configure: 'Use `vault kv patch`, or compare first (`-cas`).',
    why: 'Every key that the command does not name is gone in the new version.',
    fix: 'Change the keys that are meant: `vault kv patch`.',
  }),
  ofService({
    id: 'k8s-config-replace',
    summary: 'A command replaces or deletes a whole resource in a cluster',
    help: '`kubectl replace`, `kubectl delete` and `create configmap … --dry-run | replace` give up what was set in the cluster, and what other tools own.',
    configure: 'Use `kubectl apply` or `kubectl patch`, and look at `kubectl diff` before.',
    why: 'Whatever was set in the cluster and is not in the new version is lost.',
    fix: 'Apply it (`kubectl apply`) after a look at `kubectl diff`.',
  }),
  ofService({
    id: 'helm-values-reset',
    summary: 'A Helm upgrade resets, or blindly reuses, the values of a release',
    help: '`--reset-values` drops what was set before, `--reuse-values` drops new defaults of the chart, and `--force` replaces resources.',
    configure: 'Give all values in files, or use `--reset-then-reuse-values`.',
    why: 'The release runs with other values than either side knows of.',
    fix: 'Give the values in files, and look at `helm diff upgrade` before.',
  }),
  ofService({
    id: 'param-overwrite',
    summary: 'A command overwrites a parameter or a secret in a store',
    help: '`aws ssm put-parameter --overwrite`, `secretsmanager update-secret` and the like replace the value under a name that others may read.',
    configure: 'Write a new version and let readers switch to it, or compare with the current value first.',
    why: 'Everything that reads the name gets the new value at once.',
    fix: 'Compare with the current value first, and keep it.',
  }),
];
