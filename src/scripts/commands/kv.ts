import { joined, literalOf, withoutStart } from '../text.ts';
import { advice, kept } from './forms.ts';
import { hasOption, optionValue } from './options.ts';
import { atFiles, operand, operands } from './places.ts';
import type { CommandSpec, Spot } from './spec.ts';

const KEEP = advice('Read the current value first, and keep it.');

const CONSUL =
  '-http-addr -token -token-file -datacenter -namespace -partition -ca-file -client-cert -client-key -flags -modify-index -prefix -session';

const consul = (word: string): string => `https://developer.hashicorp.com/consul/commands/kv/${word}`;

const ETCD =
  '--endpoints --cacert --cert --key --user --password --lease --dial-timeout --command-timeout -w --write-out --discovery-srv';

const ETCD_PAGE = 'https://etcd.io/docs/v3.5/dev-guide/interacting_v3/';

const REDIS = '-h -p -s -a -u -n -r -i -t --user --pass --cacert --cert --key';

const redis = (words: readonly string[]): string[] =>
  words.flatMap((word) => [`redis-cli ${word}`, `redis-cli ${word.toUpperCase()}`, `valkey-cli ${word}`]);

const ZK_PAGE = 'https://zookeeper.apache.org/doc/current/zookeeperCLI.html';

const zookeeper = (word: string): string[] =>
  ['zkCli.sh', 'zkCli', 'zookeeper-shell'].map((name) => `${name} ${word}`);

const everything = (): Spot[] => [{ texts: [[{ name: '*', is: 'glob' }]] }];

/** Stores of keys and values. */
export const kvCommands: readonly CommandSpec[] = [
  {
    names: ['consul kv put'],
    about: 'the key',
    page: consul('put'),
    options: { long: true, values: CONSUL },
    writes: [
      kept('consul', 'param-overwrite', operand(0), {
        sources: atFiles,
        missing: (call) =>
          hasOption(call, '-cas') && literalOf(optionValue(call, '-modify-index')?.values[0] ?? []) === '0'
            ? '-cas'
            : undefined,
        unless: (call) => hasOption(call, '-cas') && !hasOption(call, '-modify-index=0'),
        safer: [advice('Write only over the value that was looked at: -cas -modify-index=N.')],
      }),
    ],
  },
  {
    names: ['consul kv import'],
    about: 'every key of the file',
    page: consul('import'),
    options: { long: true, values: CONSUL },
    writes: [
      kept(
        'consul',
        'kv-replace-all',
        (call) => [
          { texts: [joined(optionValue(call, '-prefix')?.values[0] ?? [], [{ name: '*', is: 'glob' }])] },
        ],
        {
          tree: true,
          sources: (call) =>
            call.operands.slice(0, 1).flatMap(({ values }) => values.map((text) => withoutStart(text, 1))),
          safer: [advice('Keep the current keys first: consul kv export > copy.json.')],
        },
      ),
    ],
  },
  {
    names: ['consul kv delete'],
    about: 'the key; with -recurse all that begin with it',
    page: consul('delete'),
    options: { long: true, values: CONSUL },
    writes: [
      kept('consul', 'remove-config', operand(0), { op: 'delete', unless: '-recurse', safer: [KEEP] }),
      kept('consul', 'kv-replace-all', operand(0), {
        op: 'delete',
        when: '-recurse',
        tree: true,
        safer: [advice('Keep the current keys first: consul kv export PREFIX > copy.json.')],
      }),
    ],
  },
  {
    names: ['etcdctl put', 'etcdctl set'],
    about: 'the key',
    page: ETCD_PAGE,
    options: { values: ETCD },
    writes: [
      kept('etcd', 'param-overwrite', operand(0), {
        safer: [advice('Write only over the value that was looked at: etcdctl txn with a comparison.')],
      }),
    ],
  },
  {
    names: ['etcdctl del', 'etcdctl rm'],
    about: 'the key; with --prefix all that begin with it',
    page: ETCD_PAGE,
    options: { values: ETCD },
    writes: [
      kept('etcd', 'remove-config', operand(0), {
        op: 'delete',
        unless: '--prefix --from-key --recursive',
        safer: [KEEP],
      }),
      kept('etcd', 'kv-replace-all', operand(0), {
        op: 'delete',
        when: '--prefix --from-key --recursive',
        tree: true,
        safer: [advice('Look at the keys first: etcdctl get --prefix --keys-only; keep a snapshot.')],
      }),
    ],
  },
  {
    names: redis(['set', 'hset', 'mset', 'restore']),
    about: 'the key',
    page: 'https://redis.io/docs/latest/commands/set/',
    options: { values: REDIS },
    writes: [
      kept('redis', 'param-overwrite', operand(0), {
        safer: [advice('SET … NX writes only what is not there.')],
      }),
    ],
  },
  {
    names: redis(['del', 'unlink']),
    about: 'every key that it names',
    page: 'https://redis.io/docs/latest/commands/del/',
    options: { values: REDIS },
    writes: [kept('redis', 'remove-config', operands(), { op: 'delete', safer: [KEEP] })],
  },
  {
    names: redis(['flushall', 'flushdb']),
    about: 'all keys',
    page: 'https://redis.io/docs/latest/commands/flushall/',
    options: { values: REDIS },
    writes: [
      kept('redis', 'kv-replace-all', everything, {
        op: 'delete',
        tree: true,
        safer: [advice('Delete keys by their names, or give the data a database of its own.')],
      }),
    ],
  },
  {
    names: zookeeper('set'),
    about: 'the node',
    page: ZK_PAGE,
    options: { long: true, values: '-server -v' },
    writes: [
      kept('zookeeper', 'param-overwrite', operand(0), {
        unless: '-v',
        safer: [advice('Give the version that was looked at: set -v N.')],
      }),
    ],
  },
  {
    names: [...zookeeper('delete'), ...zookeeper('deleteall'), ...zookeeper('rmr')],
    about: 'the node; with deleteall and rmr all below it',
    page: ZK_PAGE,
    options: { long: true, values: '-server -v' },
    writes: [
      kept('zookeeper', 'remove-config', operand(0), {
        op: 'delete',
        tree: (call) => !call.command.endsWith(' delete'),
        safer: [KEEP],
      }),
    ],
  },
];
