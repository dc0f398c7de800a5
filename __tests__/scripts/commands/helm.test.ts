import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  ['helm upgrade --install auth ./chart -f values.yml', []],
  [
    'helm upgrade auth ./chart --reset-values -f values.yml -n auth',
    ['state@service:helm helm:auth (helm-values-reset)'],
  ],
  [
    'helm --kube-context prod upgrade auth ./chart --reuse-values',
    ['state@service:helm helm:auth (helm-values-reset)'],
  ],
  ['helm upgrade --force auth ./chart', ['state@service:helm helm:auth (helm-values-reset)']],
  ['helm upgrade auth ./chart --reset-values --dry-run', []],
  ['helm upgrade auth ./chart --reset-then-reuse-values', []],
  ['helm rollback auth 3', ['state@service:helm helm:auth (helm-values-reset)']],
  ['helm uninstall auth -n auth', ['delete@service:helm helm:auth (remove-config)']],
  ['helm template ./chart --output-dir out', ['replace-tree out/** (redirect-over-config)']],
  ['helmfile -e prod apply', ['state@service:helmfile helmfile:. (infrastructure-apply)']],
  ['helmfile diff', []],
  ['helm del auth', ['delete@service:helm helm:auth (remove-config)']],
  [
    'helm upgrade auth ./chart --set a=b --reuse-values --dry-run=none',
    ['state@service:helm helm:auth (helm-values-reset)'],
  ],
  ['helm3 upgrade auth ./chart --reuse-values', ['state@service:helm helm:auth (helm-values-reset)']],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
