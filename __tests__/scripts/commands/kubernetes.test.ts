import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  ['kubectl replace -f k8s/auth.yml', ['state@service:kubectl manifest:k8s/auth.yml (k8s-config-replace)']],
  ['kubectl -n auth replace --force -f -', ['state@service:kubectl manifest:- (k8s-config-replace)']],
  [
    'kubectl replace -f k8s/a.yml,k8s/b.yml -f "$EXTRA"',
    [
      'state@service:kubectl manifest:k8s/a.yml (k8s-config-replace)',
      'state@service:kubectl manifest:k8s/b.yml (k8s-config-replace)',
      'state@service:kubectl manifest:<EXTRA> (k8s-config-replace)',
    ],
  ],
  ['kubectl --context prod replace -f x.yml --dry-run=server', []],
  ['kubectl replace --dry-run=none -f x.yml', ['state@service:kubectl manifest:x.yml (k8s-config-replace)']],
  ['oc replace -f x.yml', ['state@service:kubectl manifest:x.yml (k8s-config-replace)']],
  ['kubectl apply -f k8s/', []],
  ['kubectl apply --prune -l app=auth -f k8s/', ['state@service:kubectl manifest:k8s/ (k8s-config-replace)']],
  [
    'kubectl delete configmap auth -n auth',
    ['delete@service:kubectl configmap:auth/auth (k8s-config-replace)'],
  ],
  [
    'kubectl delete cm,secret auth',
    [
      'delete@service:kubectl configmap:auth (k8s-config-replace)',
      'delete@service:kubectl secret:auth (k8s-config-replace)',
    ],
  ],
  [
    'kubectl delete secret/auth configmap/"$NAME"',
    [
      'delete@service:kubectl secret:auth (k8s-config-replace)',
      'delete@service:kubectl configmap:<NAME> (k8s-config-replace)',
    ],
  ],
  ['kubectl delete cm --all -n auth', ['delete@service:kubectl configmap:auth/* (k8s-config-replace)']],
  [
    'kubectl delete -f k8s/auth.yml --ignore-not-found',
    ['delete@service:kubectl manifest:k8s/auth.yml (k8s-config-replace)'],
  ],
  ['kubectl delete namespace auth', ['delete@service:kubectl namespace:auth (k8s-config-replace)']],
  ['kubectl delete pod web-0', []],
  ['kubectl create configmap auth --from-file=auth.yml --dry-run=client -o yaml', []],
  ["kubectl patch configmap auth --type merge -p '{}'", []],
  ['kustomize build overlays/prod -o all.yml', ['truncate all.yml (redirect-over-config)']],
  ['kustomize edit set image web=web:2', ['edit kustomization.yaml (inplace-edit-no-backup)']],
  ['k3s kubectl replace -f x.yml', ['state@service:kubectl manifest:x.yml (k8s-config-replace)']],
  ['kubectl delete -k overlays/prod', ['delete@service:kubectl manifest:overlays/prod (k8s-config-replace)']],
  ['kubectl delete ns/auth', ['delete@service:kubectl namespace:auth (k8s-config-replace)']],
  ['kubectl replace -R -f k8s/', ['state@service:kubectl manifest:k8s/ (k8s-config-replace)']],
  [
    'kubectl -n "$NS" delete secret auth-key',
    ['delete@service:kubectl secret:<NS>/auth-key (k8s-config-replace)'],
  ],
  [
    'kubectl apply --force -f k8s/auth.yml',
    ['state@service:kubectl manifest:k8s/auth.yml (k8s-config-replace)'],
  ],
  ['kubectl set env deployment/web A=b', []],
  ['kubectl edit configmap auth', []],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
