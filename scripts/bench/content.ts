import { randomFrom } from '../../src/drill/random.ts';
import type { Json, JsonObject } from '../../src/model/json.ts';

export type Plan = 'main' | 'changed';

/** A Deployment as teams write it, about 2 kB; `changed` has another image, one more replica and one more variable. */
export function deployment(index: number, plan: Plan): JsonObject {
  const random = randomFrom(index);
  const name = `service-${index}`;
  const pick = (...choices: string[]) => choices[Math.floor(random() * choices.length)]!;
  const version = `${1 + Math.floor(random() * 5)}.${Math.floor(random() * 40)}`;
  const replicas = 2 + Math.floor(random() * 8);
  const labels = { app: name, tier: pick('web', 'worker', 'store'), team: `team-${index % 41}` };
  const variables = Array.from({ length: 4 + Math.floor(random() * 6) }, (_, at) => ({
    name: `SETTING_${at}`,
    value: `${pick('on', 'low', 'eu-west', 'https://example.org/path')}-${Math.floor(random() * 1e6)}`,
  }));
  const more = plan === 'changed' ? [{ name: 'FEATURE', value: 'on' }] : [];
  const probe = { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 10, timeoutSeconds: 2 };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels, annotations: { 'example.org/owner': `team-${index % 41}` } },
    spec: {
      replicas: plan === 'changed' ? replicas + 1 : replicas,
      selector: { matchLabels: { app: name } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: name,
          containers: [
            {
              name: 'main',
              image: `registry.example.org/${name}:${version}.${plan === 'changed' ? 1 : 0}`,
              args: ['--listen', ':8080', '--log-level', pick('info', 'warn')],
              ports: [{ name: 'http', containerPort: 8080 }],
              env: [...variables, ...more],
              resources: {
                requests: { cpu: pick('100m', '250m'), memory: pick('128Mi', '256Mi') },
                limits: { memory: pick('512Mi', '1Gi') },
              },
              readinessProbe: probe,
              livenessProbe: { ...probe, initialDelaySeconds: 30 },
              volumeMounts: [{ name: 'config', mountPath: '/etc/service', readOnly: true }],
            },
          ],
          volumes: [{ name: 'config', configMap: { name: `${name}-config` } }],
        },
      },
    },
  };
}

/** 100,000 lines of YAML; `old` and `new` have no line in common. */
export function replacedFile(side: 'old' | 'new'): string {
  const random = randomFrom(side === 'old' ? 1 : 2);
  const entries = Array.from({ length: 25_000 }, (_, index) => {
    const [host, weight, zone] = [random(), random(), random()].map((value) => Math.floor(value * 1e9));
    return `${side}-${index}:\n  ${side}Host: host-${host}\n  ${side}Weight: ${weight}\n  ${side}Zone: "zone-${zone}"\n`;
  });
  return entries.join('');
}

/** Block style, two spaces, as people write it. */
export function toYaml(value: JsonObject): string {
  return blockOf(value, '');
}

function blockOf(value: Json[] | JsonObject, indent: string): string {
  if (!Array.isArray(value)) {
    return Object.entries(value)
      .map(([key, item]) => `${indent}${key}:${nested(item, indent)}`)
      .join('');
  }
  return value
    .map((item) =>
      typeof item === 'object' && item !== null
        ? `${indent}- ${blockOf(item, `${indent}  `).slice(indent.length + 2)}`
        : `${indent}-${nested(item, indent)}`,
    )
    .join('');
}

function nested(item: Json, indent: string): string {
  if (typeof item === 'object' && item !== null) return `\n${blockOf(item, `${indent}  `)}`;
  const plain = typeof item !== 'string' || /^[a-zA-Z/][\w/.-]*$/.test(item);
  const word = typeof item === 'string' && ['on', 'off', 'yes', 'no', 'true', 'false', 'null'].includes(item);
  return ` ${plain && !word ? String(item) : JSON.stringify(item)}\n`;
}
