/**
 * A JSON Schema of a Kubernetes Deployment: draft-07, everything inlined as in the standalone schemas that
 * validators use, about 150 kB. Field names are Kubernetes' own.
 */
export function deploymentSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://example.org/deployment.schema.json',
    title: 'Deployment',
    ...object('Deployment enables declarative updates for Pods and ReplicaSets', {
      apiVersion: { ...text('version of the API'), enum: ['apps/v1'] },
      kind: { ...text('kind of the object'), enum: ['Deployment'] },
      metadata: metadata(),
      spec: {
        ...object('the desired behaviour of the Deployment', {
          replicas: whole('number of desired pods', 0),
          revisionHistoryLimit: whole('number of old ReplicaSets to retain'),
          minReadySeconds: whole('seconds for which a new pod should be ready'),
          progressDeadlineSeconds: whole('seconds before a rollout is considered to be failed'),
          paused: flag('the deployment is paused'),
          selector: selector(),
          strategy: object('the strategy used to replace existing pods', {
            type: { ...text('type of deployment'), enum: ['Recreate', 'RollingUpdate'] },
            rollingUpdate: object('rolling update parameters', {
              maxSurge: wholeOrText('pods that can be scheduled above the desired number'),
              maxUnavailable: wholeOrText('pods that can be unavailable during the update'),
            }),
          }),
          template: object('the pods that will be created', { metadata: metadata(), spec: podSpec() }),
        }),
        required: ['selector', 'template'],
      },
    }),
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
  };
}

type Schema = Record<string, unknown>;

function describe(subject: string): string {
  return `This field says ${subject}. The server's default applies when it is not given.`;
}

function text(subject: string): Schema {
  return { type: 'string', description: describe(subject) };
}

function flag(subject: string): Schema {
  return { type: 'boolean', description: describe(subject) };
}

function whole(subject: string, minimum?: number): Schema {
  return {
    type: 'integer',
    format: 'int32',
    ...(minimum === undefined ? {} : { minimum }),
    description: describe(subject),
  };
}

function wholeOrText(subject: string): Schema {
  return { oneOf: [{ type: 'string' }, { type: 'integer' }], description: describe(subject) };
}

function list(subject: string, items: Schema): Schema {
  return { type: 'array', items, description: describe(subject) };
}

function texts(subject: string): Schema {
  return list(subject, { type: 'string' });
}

function record(subject: string): Schema {
  return { type: 'object', additionalProperties: { type: 'string' }, description: describe(subject) };
}

function object(subject: string, properties: Record<string, Schema>): Schema {
  return { type: 'object', additionalProperties: false, properties, description: describe(subject) };
}

/** An object whose named fields are all strings. */
function strings(subject: string, ...names: string[]): Schema {
  return object(subject, Object.fromEntries(names.map((name) => [name, text(`the ${name} of ${subject}`)])));
}

function metadata(): Schema {
  return object('standard metadata of the object', {
    name: {
      ...text('the name, unique within a namespace'),
      maxLength: 253,
      pattern: '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$',
    },
    generateName: text('the prefix of a generated name'),
    namespace: text('the namespace within which the name is unique'),
    labels: record('the labels used to organise objects'),
    annotations: record('unstructured metadata of tools'),
    finalizers: texts('what must happen before deletion'),
    ownerReferences: list(
      'the objects depended on',
      strings('an owner', 'apiVersion', 'kind', 'name', 'uid'),
    ),
  });
}

function expressions(subject: string): Schema {
  const one = object(subject, {
    key: text('the label key that the selector applies to'),
    operator: {
      ...text('the relationship to the values'),
      enum: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'],
    },
    values: texts('the values that the operator needs'),
  });
  return list(`the requirements of ${subject}`, { ...one, required: ['key', 'operator'] });
}

function selector(): Schema {
  return object('a label query over pods', {
    matchLabels: record('the labels that must be equal'),
    matchExpressions: expressions('a label selector'),
  });
}

function resources(): Schema {
  const quantities = (subject: string) => ({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description: describe(subject),
  });
  return object('the compute resources required', {
    limits: quantities('the most that may be used'),
    requests: quantities('the least that is needed'),
  });
}

function handler(subject: string): Record<string, Schema> {
  return {
    exec: object(`the command of ${subject}`, { command: texts('the command line, without a shell') }),
    httpGet: object(`the HTTP request of ${subject}`, {
      host: text('the host to connect to'),
      httpHeaders: list('custom headers of the request', strings('a header', 'name', 'value')),
      path: text('the path to request'),
      port: wholeOrText('the port to connect to'),
      scheme: { ...text('the scheme of the connection'), enum: ['HTTP', 'HTTPS'] },
    }),
    tcpSocket: object(`the TCP connection of ${subject}`, {
      host: text('the host to connect to'),
      port: wholeOrText('the port to connect to'),
    }),
  };
}

function probe(subject: string): Schema {
  return object(subject, {
    ...handler(subject),
    failureThreshold: whole('failures in a row after which the probe has failed', 1),
    initialDelaySeconds: whole('seconds before the first probe', 0),
    periodSeconds: whole('seconds between probes', 1),
    successThreshold: whole('successes in a row after which the probe has succeeded', 1),
    timeoutSeconds: whole('seconds after which the probe times out', 1),
  });
}

function securityContext(subject: string): Schema {
  return object(`the security attributes of ${subject}`, {
    allowPrivilegeEscalation: flag('a process may gain more privileges'),
    capabilities: object('the capabilities', { add: texts('those added'), drop: texts('those removed') }),
    privileged: flag('it runs in privileged mode'),
    readOnlyRootFilesystem: flag('the root file system is read-only'),
    runAsGroup: whole('the group that it runs as'),
    runAsNonRoot: flag('it must run as another user than root'),
    runAsUser: whole('the user that it runs as'),
    fsGroup: whole('the group that owns the volumes'),
    seLinuxOptions: strings('the SELinux context', 'level', 'role', 'type', 'user'),
    seccompProfile: strings('the seccomp options', 'localhostProfile', 'type'),
  });
}

function reference(subject: string): Schema {
  return object(subject, {
    key: text('the key'),
    name: text('the name'),
    optional: flag('it may be missing'),
  });
}

function container(subject: string): Schema {
  const variable = object('an environment variable', {
    name: text('the name of the variable'),
    value: text('the value of the variable'),
    valueFrom: object('the source of the value', {
      configMapKeyRef: reference('a key of a ConfigMap'),
      secretKeyRef: reference('a key of a Secret'),
      fieldRef: strings('a field of the pod', 'apiVersion', 'fieldPath'),
      resourceFieldRef: strings('a resource of the container', 'containerName', 'divisor', 'resource'),
    }),
  });
  return {
    ...object(subject, {
      name: { ...text('the name, unique within the pod'), pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
      image: text('the container image'),
      imagePullPolicy: { ...text('when the image is pulled'), enum: ['Always', 'IfNotPresent', 'Never'] },
      command: texts('the entry point'),
      args: texts('the arguments of the entry point'),
      workingDir: text('the working directory'),
      env: list('the environment variables', { ...variable, required: ['name'] }),
      envFrom: list('sources of environment variables', {
        ...object('a source', {
          configMapRef: reference('a ConfigMap'),
          secretRef: reference('a Secret'),
          prefix: text('the prefix of every name'),
        }),
      }),
      ports: list('the ports to expose', {
        ...object('a port', {
          name: text('the name of the port'),
          containerPort: { ...whole('the number of the port', 1), maximum: 65535 },
          hostPort: whole('the number of the port on the host'),
          hostIP: text('the address on the host'),
          protocol: { ...text('the protocol'), enum: ['TCP', 'UDP', 'SCTP'] },
        }),
        required: ['containerPort'],
      }),
      resources: resources(),
      livenessProbe: probe('the liveness probe'),
      readinessProbe: probe('the readiness probe'),
      startupProbe: probe('the startup probe'),
      lifecycle: object('actions on lifecycle events', {
        postStart: object('the action after the start', handler('the action after the start')),
        preStop: object('the action before the stop', handler('the action before the stop')),
      }),
      securityContext: securityContext('the container'),
      volumeMounts: list('the volumes to mount', {
        ...object('a mount', {
          name: text('the name of the volume'),
          mountPath: text('the path in the container'),
          subPath: text('the path in the volume'),
          readOnly: flag('it is mounted read-only'),
        }),
        required: ['name', 'mountPath'],
      }),
      terminationMessagePath: text('the file of the final message'),
      terminationMessagePolicy: text('how the final message is filled'),
      stdin: flag('a buffer for standard input is allocated'),
      tty: flag('a terminal is allocated'),
    }),
    required: ['name', 'image'],
  };
}

const VOLUMES: Record<string, string[]> = {
  awsElasticBlockStore: ['fsType', 'volumeID'],
  azureDisk: ['cachingMode', 'diskName', 'diskURI', 'fsType', 'kind'],
  azureFile: ['secretName', 'shareName'],
  cephfs: ['path', 'secretFile', 'user'],
  cinder: ['fsType', 'volumeID'],
  emptyDir: ['medium', 'sizeLimit'],
  gcePersistentDisk: ['fsType', 'pdName'],
  gitRepo: ['directory', 'repository', 'revision'],
  glusterfs: ['endpoints', 'path'],
  hostPath: ['path', 'type'],
  iscsi: ['fsType', 'initiatorName', 'iqn', 'iscsiInterface', 'targetPortal'],
  nfs: ['path', 'server'],
  persistentVolumeClaim: ['claimName'],
  portworxVolume: ['fsType', 'volumeID'],
  quobyte: ['group', 'registry', 'tenant', 'user', 'volume'],
  rbd: ['fsType', 'image', 'keyring', 'pool', 'user'],
  scaleIO: ['fsType', 'gateway', 'protectionDomain', 'storageMode', 'storagePool', 'system', 'volumeName'],
  storageos: ['fsType', 'volumeName', 'volumeNamespace'],
  vsphereVolume: ['fsType', 'storagePolicyID', 'storagePolicyName', 'volumePath'],
};

function volume(): Schema {
  const items = list('the keys to project', strings('a key and its path', 'key', 'path'));
  const kinds = Object.entries(VOLUMES).map(([name, fields]) => [
    name,
    strings(`a volume of kind ${name}`, ...fields),
  ]);
  return object('a volume that containers may mount', {
    name: text('the name of the volume'),
    configMap: object('a ConfigMap as files', {
      name: text('the name'),
      defaultMode: whole('the mode'),
      items,
    }),
    secret: object('a Secret as files', {
      secretName: text('the name'),
      defaultMode: whole('the mode'),
      items,
    }),
    ...Object.fromEntries(kinds),
  });
}

function affinity(subject: string): Schema {
  const term = object('a pod affinity term', {
    labelSelector: selector(),
    namespaces: texts('the namespaces that the term applies to'),
    namespaceSelector: selector(),
    topologyKey: text('the label that makes nodes one place'),
  });
  return object(subject, {
    requiredDuringSchedulingIgnoredDuringExecution: list('the terms that must be met', term),
    preferredDuringSchedulingIgnoredDuringExecution: list('the terms that should be met', {
      ...object('a weighted term', { weight: whole('the weight of the term', 1), podAffinityTerm: term }),
    }),
  });
}

function podSpec(): Schema {
  const nodeTerm = object('a node selector term', {
    matchExpressions: expressions('the labels of a node'),
    matchFields: expressions('the fields of a node'),
  });
  return {
    ...object('the desired behaviour of the pod', {
      containers: { ...list('the containers of the pod', container('a container')), minItems: 1 },
      initContainers: list('the containers that run first', container('an initialising container')),
      ephemeralContainers: list('the containers added to debug', container('an ephemeral container')),
      volumes: list('the volumes of the pod', volume()),
      affinity: object('the scheduling constraints', {
        nodeAffinity: object('affinity to nodes', {
          requiredDuringSchedulingIgnoredDuringExecution: object('the terms that must be met', {
            nodeSelectorTerms: list('the terms, of which one must hold', nodeTerm),
          }),
          preferredDuringSchedulingIgnoredDuringExecution: list('the terms that should be met', {
            ...object('a weighted term', {
              weight: whole('the weight of the term', 1),
              preference: nodeTerm,
            }),
          }),
        }),
        podAffinity: affinity('affinity to pods'),
        podAntiAffinity: affinity('distance to pods'),
      }),
      tolerations: list('the taints that are tolerated', {
        ...object('a toleration', {
          key: text('the taint key'),
          operator: { ...text('the relationship'), enum: ['Exists', 'Equal'] },
          value: text('the taint value'),
          effect: { ...text('the effect'), enum: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] },
          tolerationSeconds: whole('seconds for which it is tolerated'),
        }),
      }),
      topologySpreadConstraints: list('how pods spread over places', {
        ...object('a constraint', {
          labelSelector: selector(),
          maxSkew: whole('how uneven it may be', 1),
          topologyKey: text('the label that makes nodes one place'),
          whenUnsatisfiable: { ...text('what happens otherwise'), enum: ['DoNotSchedule', 'ScheduleAnyway'] },
        }),
      }),
      securityContext: securityContext('the pod'),
      nodeSelector: record('the labels of the node'),
      imagePullSecrets: list('the secrets to pull images with', strings('a secret', 'name')),
      restartPolicy: { ...text('when containers are restarted'), enum: ['Always', 'OnFailure', 'Never'] },
      terminationGracePeriodSeconds: whole('seconds that the pod has to stop', 0),
      dnsPolicy: text('how names are resolved'),
      dnsConfig: object('the resolver', {
        nameservers: texts('the servers'),
        searches: texts('the search domains'),
      }),
      hostname: text('the host name of the pod'),
      hostNetwork: flag('it uses the network of the host'),
      priorityClassName: text('the priority'),
      schedulerName: text('the scheduler'),
      serviceAccountName: text('the service account'),
      automountServiceAccountToken: flag('the token is mounted'),
    }),
    required: ['containers'],
  };
}
