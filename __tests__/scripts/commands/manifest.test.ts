import { describe, expect, test } from '@jest/globals';
import { resourcesIn } from '../../../src/scripts/commands/manifest.ts';
import { readCommand } from '../../../src/scripts/commands/read.ts';
import { shown, type Text } from '../../../src/scripts/text.ts';
import { follow } from '../shell/support.ts';
import { invocationOf } from './invocation.ts';

const MANIFEST = `apiVersion: v1
kind: ConfigMap
metadata:
  labels:
    name: not-this
  name: auth # the service's
  namespace: 'identity'
data:
  name: not-that
---
kind: Deployment
metadata:
  name: web
---
kind: Secret
metadata: {name: flow}
`;

describe('the resources of a manifest', () => {
  test('by kind, name and namespace', () => {
    expect(resourcesIn([MANIFEST])).toEqual([
      { kind: 'ConfigMap', name: 'auth', namespace: 'identity' },
      { kind: 'Deployment', name: 'web' },
    ]);
  });

  test('with unknown parts', () => {
    const text: Text = ['kind: Secret\nmetadata:\n    name: auth-', { name: 'ENV', is: 'value' }, '\n'];
    expect(resourcesIn(text)).toEqual([{ kind: 'Secret', name: 'auth-<ENV>' }]);
  });

  test.each(['', 'kind:', 'metadata:\n  name: a\n', '\0', 'kind: ConfigMap\nmetadata:', '{"kind":"Secret"}'])(
    'none in %j',
    (text) => {
      expect(resourcesIn([text])).toEqual([]);
    },
  );
});

const replaced = (text: Text, line = 'kubectl replace -f -') =>
  (readCommand(invocationOf(line), [text])?.writes ?? []).map(({ targets }) => targets.map(shown).join());

test('what is replaced is named by what comes in', () => {
  expect(replaced([MANIFEST])).toEqual(['configmap:identity/auth']);
  expect(replaced(['kind: Secret\nmetadata:\n  name: key\n'], 'kubectl -n auth replace -f -')).toEqual([
    'secret:auth/key',
  ]);
  expect(replaced([{ name: 'manifest', is: 'value' }])).toEqual(['manifest:-']);
});

describe('in a script', () => {
  test.each([
    [
      'kubectl create configmap auth --from-file=auth.yml --dry-run=client -o yaml | kubectl replace -f -',
      ['configmap:auth'],
    ],
    [
      'kubectl -n identity create secret generic "key-$ENV" --dry-run=client -o yaml | kubectl replace -f -',
      ['secret:identity/key-<ENV>'],
    ],
    ['kubectl replace -f - <<EOF\nkind: ConfigMap\nmetadata:\n  name: auth\nEOF', ['configmap:auth']],
    ['kubectl create configmap auth --from-file=auth.yml', []],
    ['kubectl create configmap auth --dry-run=client -o yaml | kubectl apply -f -', []],
  ])('%s', (source, targets) => {
    expect(follow(source).effects.flatMap((effect) => effect.targets.map(({ path }) => shown(path)))).toEqual(
      targets,
    );
  });
});
