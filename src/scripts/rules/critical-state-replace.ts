import { serviceOf } from '../../checks/words.ts';
import type { ScriptRule } from './rule.ts';
import { deed, instead, likely, milder, worse } from './words.ts';

export const criticalStateReplace: ScriptRule = {
  id: 'critical-state-replace',
  severity: 'error',
  critical: true,
  summary: 'A script replaces or removes what a service keeps and the policy declares critical',
  help: 'A ConfigMap, a secret in Vault, a parameter, a key prefix: the policy names them as `configmap:auth-*`, `vault:secret/auth/**` or `ssm:/auth/**`. Commands that replace the whole (`kubectl replace`, `vault kv put`, `etcdctl del --prefix`) lose every key that the new version does not bring along.',
  configure:
    'Use the command that changes single keys (`vault kv patch`, `kubectl patch`, `--update-env-vars`), or one that compares first. `# holdfast-disable critical-state-replace -- reason` before the command makes it a notice.',
  finds: ({ effect, touched }) => (effect.host.kind === 'service' && touched.length > 0 ? {} : undefined),
  message(finding) {
    const service = serviceOf(finding.service);
    const removed = finding.args.op === 'delete';
    return {
      what: `${deed(finding)}${likely(finding)}`,
      why: removed
        ? `${service} finds nothing there from then on.${worse(finding)}${milder(finding)}`
        : `${service} loses every key that the command does not give, whoever has set it.${worse(finding)}${milder(finding)}`,
      fix: instead(finding, 'Change the keys that are meant, and leave the others alone.'),
    };
  },
};
