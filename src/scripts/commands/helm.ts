import { advice, kept } from './forms.ts';
import { optionValue } from './options.ts';
import { operand, operands } from './places.ts';
import type { CommandSpec } from './spec.ts';

const HELM_VALUES =
  '-n --namespace --kube-context --kubeconfig --kube-apiserver --kube-token --registry-config --repository-cache --repository-config -f --values --set --set-string --set-file --set-json --set-literal --version --repo --timeout --history-max --description --post-renderer --post-renderer-args --ca-file --cert-file --key-file --keyring --username --password -o --output --output-dir';

const helm = (words: string): string => `https://helm.sh/docs/helm/helm_${words}/`;

/** Helm 3 is called `helm3` where Helm 2 was there, too. */
const helm3 = (names: readonly string[]): string[] =>
  names.flatMap((name) => [name, name.replace('helm', 'helm3')]);

/** Helm and Helmfile. */
export const helmCommands: readonly CommandSpec[] = [
  {
    names: helm3(['helm upgrade']),
    about: 'with --reset-values, --reuse-values or --force: the values of the release',
    page: helm('upgrade'),
    options: { values: HELM_VALUES },
    idle: '--dry-run',
    writes: [
      kept('helm', 'helm-values-reset', operand(0), {
        when: '--reset-values --reuse-values --force --force-replace',
        sources: (call) =>
          call.options.flatMap(({ name, value }) =>
            /^(-f|--values)$/.test(name) ? (value?.values ?? []) : [],
          ),
        safer: [
          { kind: 'swap', from: '--reuse-values', to: '--reset-then-reuse-values' },
          { kind: 'swap', from: '--reset-values', to: '--reset-then-reuse-values' },
          advice('Give all values in files, and leave --force away.'),
        ],
      }),
    ],
  },
  {
    names: helm3(['helm rollback']),
    about: 'the release, with the values that it had',
    page: helm('rollback'),
    options: { values: HELM_VALUES },
    idle: '--dry-run',
    writes: [
      kept('helm', 'helm-values-reset', operand(0), {
        safer: [advice('Look at helm get values of that revision first.')],
      }),
    ],
  },
  {
    names: helm3(['helm uninstall', 'helm delete', 'helm del', 'helm un']),
    about: 'every release that it names',
    page: helm('uninstall'),
    options: { values: HELM_VALUES },
    idle: '--dry-run',
    writes: [
      kept('helm', 'remove-config', operands(), {
        op: 'delete',
        safer: [advice('Keep its values first: helm get values RELEASE > values.yml; or use helm upgrade.')],
      }),
    ],
  },
  {
    names: helm3(['helm template']),
    about: 'below the directory of --output-dir',
    page: helm('template'),
    options: { values: HELM_VALUES },
    writes: [
      {
        op: 'replace-tree',
        rule: 'redirect-over-config',
        spots: (call) => (optionValue(call, '--output-dir')?.values ?? []).map((text) => ({ texts: [text] })),
        tree: true,
        safer: [advice('Write into an empty directory.')],
      },
    ],
  },
  {
    names: ['helmfile apply', 'helmfile sync', 'helmfile destroy', 'helmfile delete'],
    about: 'the releases of the file',
    page: 'https://helmfile.readthedocs.io/en/latest/cli/',
    options: { values: '-f --file -e --environment -l --selector -n --namespace --set --values --args' },
    writes: [
      kept('helmfile', 'infrastructure-apply', () => [{ texts: [['.']] }], {
        unless: '-i --interactive',
        safer: [advice('Look at helmfile diff first.')],
      }),
    ],
  },
];
