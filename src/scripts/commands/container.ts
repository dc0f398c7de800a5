import { advice, kept } from './forms.ts';
import { hasOption } from './options.ts';
import { operands } from './places.ts';
import type { Call, CommandSpec, Spot } from './spec.ts';
import { asTree, overNetwork, placesOf, transferOf } from './transfer.ts';

const DOCKER_VALUES = '-H --host -c --context --config -l --log-level';
const COMPOSE_VALUES = '-f --file -p --project-name --profile --env-file --project-directory --index --ansi';

/** A copy into a container or out of one, as docker and kubectl have it: `web:/etc/app`, `auth/web-0:/etc/app`. */
function intoContainer(call: Call, slashes: boolean): Spot[] {
  const transfer = transferOf(call, '');
  if (transfer === undefined) return [];
  const { transfer: reached, host, download } = overNetwork(transfer, 'container', slashes);
  const places = placesOf(reached, { recursive: true }).map((place) => ({
    ...place,
    ...(host && { host }),
    ...(download && { sources: [] }),
  }));
  return asTree(places, 'replace-tree');
}

const copying = (names: readonly string[], page: string, values: string, slashes = false): CommandSpec => ({
  names,
  about: 'the last operand, in the container or here',
  page,
  options: { values },
  writes: [
    {
      op: 'replace',
      rule: 'copy-over-config',
      spots: (call) => intoContainer(call, slashes),
      safer: [advice('Mount the file, or put it into the image: what is copied is gone with the container.')],
    },
  ],
});

const docker = (words: string): string[] => [`docker ${words}`, `podman ${words}`, `nerdctl ${words}`];

const reference = (words: string): string => `https://docs.docker.com/reference/cli/docker/${words}/`;

/** Names of things that docker keeps, which are removed: `volume:data`. */
const dropping = (kind: string): CommandSpec => ({
  names: docker(`${kind} rm`),
  about: `every ${kind} that it names`,
  page: reference(`${kind}/rm`),
  options: { values: DOCKER_VALUES },
  writes: [
    kept('docker', 'remove-config', operands(), {
      op: 'delete',
      prefix: `${kind}:`,
      tree: () => kind === 'volume',
      safer: [
        advice(`Make the new ${kind} under a new name first, and remove this one when nothing uses it.`),
      ],
    }),
  ],
});

/** Containers and what they keep. */
export const containerCommands: readonly CommandSpec[] = [
  copying([...docker('cp'), ...docker('container cp')], reference('container/cp'), DOCKER_VALUES),
  copying(
    [...docker('compose cp'), 'docker-compose cp'],
    reference('compose/cp'),
    `${DOCKER_VALUES} ${COMPOSE_VALUES}`,
  ),
  copying(
    ['kubectl cp', 'oc cp'],
    'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_cp/',
    '-n --namespace --context --kubeconfig --cluster --user -c --container --retries',
    true,
  ),
  dropping('volume'),
  dropping('config'),
  dropping('secret'),
  {
    names: [...docker('compose down'), 'docker-compose down', ...docker('compose rm'), 'docker-compose rm'],
    about: 'with -v: the volumes of the project',
    page: reference('compose/down'),
    options: { values: `${DOCKER_VALUES} ${COMPOSE_VALUES} -t --timeout --rmi` },
    idle: '--dry-run',
    writes: [
      kept('docker', 'remove-config', () => [{ texts: [['*']] }], {
        op: 'delete',
        prefix: 'volume:',
        when: '-v --volumes',
        tree: true,
        safer: [advice('Leave the volumes: without -v they stay.')],
      }),
    ],
  },
  {
    names: [...docker('system prune'), ...docker('volume prune')],
    about: 'volumes that nothing uses',
    page: reference('volume/prune'),
    options: { values: `${DOCKER_VALUES} --filter` },
    writes: [
      kept('docker', 'remove-config', () => [{ texts: [['*']] }], {
        op: 'delete',
        prefix: 'volume:',
        when: (call) => call.command.endsWith('volume prune') || hasOption(call, '--volumes'),
        tree: true,
        safer: [advice('Remove the volumes by their names.')],
      }),
    ],
  },
];
