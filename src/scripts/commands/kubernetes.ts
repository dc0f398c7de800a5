import { joined, literalOf, type Text } from '../text.ts';
import { advice, kept } from './forms.ts';
import { manifestOf, type Resource, resourcesIn } from './manifest.ts';
import { hasOption, optionValue } from './options.ts';
import { toOption } from './output.ts';
import type { Call, CommandSpec, Spot } from './spec.ts';

const GLOBALS =
  '-n --namespace --context --cluster --user --kubeconfig -s --server --token --as --as-group --request-timeout --cache-dir --certificate-authority --client-certificate --client-key --tls-server-name -v --v';

const VALUES = `${GLOBALS} -f --filename -k --kustomize -l --selector -o --output --field-manager --field-selector --from-file --from-literal --from-env-file --type --grace-period --timeout --prune-allowlist --template`;

const kubectl = (words: string): string[] =>
  ['kubectl', 'oc', 'k3s kubectl', 'microk8s kubectl', 'microk8s.kubectl', 'minikube kubectl'].map(
    (name) => `${name} ${words}`,
  );

const generated = (words: string): string =>
  `https://kubernetes.io/docs/reference/kubectl/generated/kubectl_${words}/`;

/** Kinds of which a cluster may keep configuration, by the names that kubectl takes. */
const KINDS: Readonly<Record<string, string>> = {
  configmap: 'configmap',
  configmaps: 'configmap',
  cm: 'configmap',
  secret: 'secret',
  secrets: 'secret',
  namespace: 'namespace',
  namespaces: 'namespace',
  ns: 'namespace',
  ingress: 'ingress',
  ingresses: 'ingress',
  ing: 'ingress',
  persistentvolumeclaim: 'persistentvolumeclaim',
  persistentvolumeclaims: 'persistentvolumeclaim',
  pvc: 'persistentvolumeclaim',
  customresourcedefinition: 'customresourcedefinition',
  customresourcedefinitions: 'customresourcedefinition',
  crd: 'customresourcedefinition',
  crds: 'customresourcedefinition',
};

/** `configmap:auth/web` of `-n auth`, `configmap:web` without a namespace. */
function resource(call: Call, kind: string, name: Text): Text {
  const namespace = kind === 'namespace' ? undefined : optionValue(call, '-n --namespace')?.values[0];
  return joined([`${kind}:`], namespace === undefined ? [] : joined(namespace, ['/']), name);
}

/** The manifests of `-f` and `-k`, which are sources as well; of what a pipe or a heredoc gives, the resources. */
function manifests(call: Call): Spot[] {
  return call.options
    .filter(({ name }) => /^(-f|--filename|-k|--kustomize)$/.test(name))
    .flatMap(({ value }) => value?.values ?? [])
    .flatMap(
      (text) =>
        literalOf(text)
          ?.split(',')
          .map((file): Text => [file]) ?? [text],
    )
    .flatMap((file) => {
      const given = literalOf(file) === '-' ? call.input.flatMap(resourcesIn) : [];
      const known = given.flatMap((each) => resourceSpot(call, each) ?? []);
      return known.length > 0 ? known : [{ texts: [joined(['manifest:'], file)], sources: [file] }];
    });
}

function resourceSpot(call: Call, { kind, name, namespace }: Resource): Spot | undefined {
  const known = KINDS[kind.toLowerCase()];
  if (known === undefined) return undefined;
  const own = namespace === undefined ? undefined : joined([`${known}:`], asText(`${namespace}/${name}`));
  return { texts: [own ?? resource(call, known, asText(name))] };
}

/** The reverse of {@link shown}, for names. */
const asText = (text: string): Text =>
  text
    .split(/(<[^<>]*>)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('<') ? { name: part.slice(1, -1), is: 'value' as const } : part));

/** `create configmap NAME`, `create secret generic NAME`: the manifest that it prints instead of creating it. */
const printed =
  (kind: string, at: number) =>
  (call: Call): Text[] => {
    const namespace = optionValue(call, '-n --namespace')?.values[0];
    return hasOption(call, '--dry-run')
      ? (call.operands[at]?.values.map((name) => manifestOf(kind, name, namespace)) ?? [])
      : [];
  };

const ALL: Text = [{ name: '*', is: 'glob' }];

/** `delete configmap a b`, `delete configmap/a secret/b`, `delete cm,secret --all`. */
function deleted(call: Call): Spot[] {
  const [first, ...names] = call.operands;
  const word = literalOf(first?.values[0] ?? []) ?? '';
  if (first === undefined || word.includes('/')) {
    return call.operands.flatMap(({ values }) => {
      const [kind, name] = (literalOf(values[0] ?? []) ?? '').split('/');
      const known = KINDS[kind!.toLowerCase()];
      return known && name ? [{ texts: [resource(call, known, [name])] }] : slashed(call, values[0] ?? []);
    });
  }
  const kinds = word.split(',').flatMap((kind) => KINDS[kind.toLowerCase()] ?? []);
  const texts = names.length > 0 ? names.map(({ values }) => values) : [[ALL]];
  return kinds.flatMap((kind) =>
    texts.map((values) => ({ texts: values.map((name) => resource(call, kind, name)) })),
  );
}

/** `configmap/$NAME` */
function slashed(call: Call, [first, ...rest]: Text): Spot[] {
  const match = typeof first === 'string' ? /^(\w+)\/(.*)$/.exec(first) : null;
  const known = match === null ? undefined : KINDS[match[1]!.toLowerCase()];
  return known === undefined || match === null
    ? []
    : [{ texts: [resource(call, known, joined([match[2]!], rest))] }];
}

const LOOK_FIRST = advice('Look at kubectl diff first, and apply what is meant: kubectl apply.');

/** Kubernetes. Commands that merge (apply, patch, set) change what is named, and are not here. */
export const kubernetesCommands: readonly CommandSpec[] = [
  {
    names: kubectl('replace'),
    about: 'the resources of the manifests of -f',
    page: generated('replace'),
    options: { values: VALUES },
    idle: '--dry-run',
    writes: [
      kept('kubectl', 'k8s-config-replace', manifests, {
        prefix: '',
        unless: '--force',
        safer: [{ kind: 'swap', from: 'replace', to: 'apply' }, LOOK_FIRST],
      }),
      // Applied by force it would be deleted as well.
      kept('kubectl', 'k8s-config-replace', manifests, { prefix: '', when: '--force', safer: [LOOK_FIRST] }),
    ],
  },
  {
    names: kubectl('apply'),
    about: 'with --force or --prune: resources are deleted',
    page: generated('apply'),
    options: { values: VALUES },
    idle: '--dry-run',
    writes: [
      kept('kubectl', 'k8s-config-replace', manifests, {
        prefix: '',
        when: '--force --prune',
        safer: [LOOK_FIRST],
      }),
    ],
  },
  {
    names: kubectl('create configmap'),
    about: 'nothing that exists: it fails, or prints with --dry-run',
    page: `${generated('create')}kubectl_create_configmap/`,
    options: { values: VALUES },
    writes: [],
    prints: printed('ConfigMap', 0),
  },
  {
    names: kubectl('create secret'),
    about: 'nothing that exists: it fails, or prints with --dry-run',
    page: `${generated('create')}kubectl_create_secret/`,
    options: { values: `${VALUES} --cert --key --docker-server --docker-username --docker-password` },
    writes: [],
    prints: printed('Secret', 1),
  },
  {
    names: kubectl('delete'),
    about:
      'configuration and what holds it: ConfigMaps, Secrets, namespaces, volume claims, what manifests name',
    page: generated('delete'),
    options: { values: VALUES },
    idle: '--dry-run',
    writes: [
      kept('kubectl', 'k8s-config-replace', (call) => [...manifests(call), ...deleted(call)], {
        prefix: '',
        op: 'delete',
        safer: [advice('Keep it first: kubectl get … -o yaml > copy.yml.')],
      }),
    ],
  },
  toOption(['kustomize build', ...kubectl('kustomize')], '-o --output', generated('kustomize'), {
    sources: () => [],
  }),
  {
    names: ['kustomize edit'],
    about: 'kustomization.yaml in the current directory',
    page: 'https://kubectl.docs.kubernetes.io/references/kustomize/cmd/edit/',
    writes: [
      {
        op: 'edit',
        rule: 'inplace-edit-no-backup',
        spots: () => [{ texts: [['kustomization.yaml']] }],
        safer: [],
      },
    ],
  },
];
