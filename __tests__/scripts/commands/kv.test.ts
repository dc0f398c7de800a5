import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  [
    'vault kv put secret/auth user=a password=@pw.txt',
    ['state@service:vault vault:secret/auth (kv-replace-all)'],
  ],
  ['vault kv put -mount=secret auth @auth.json', ['state@service:vault vault:secret/auth (kv-replace-all)']],
  [
    'vault kv put -cas=0 secret/auth a=b',
    ['state@service:vault vault:secret/auth (kv-replace-all) keeps missing: -cas=0'],
  ],
  ['vault kv patch secret/auth a=b', []],
  [
    'vault kv delete secret/auth',
    ['delete@service:vault vault:secret/auth (remove-config) keeps backup: the versions of vault kv'],
  ],
  ['vault kv destroy -versions=2 secret/auth', ['delete@service:vault vault:secret/auth (remove-config)']],
  [
    'vault write auth/approle/role/web policies=web',
    ['state@service:vault vault:auth/approle/role/web (kv-replace-all)'],
  ],
  ['vault write auth/approle/login role_id="$ROLE"', []],
  [
    'vault policy write auth policies/auth.hcl',
    ['state@service:vault vault:sys/policies/acl/auth (kv-replace-all)'],
  ],
  [
    'consul kv put config/auth/url https://x',
    ['state@service:consul consul:config/auth/url (param-overwrite)'],
  ],
  [
    'consul kv put -cas -modify-index=0 config/auth/url https://x',
    ['state@service:consul consul:config/auth/url (param-overwrite) keeps missing: -cas'],
  ],
  ['consul kv put -cas -modify-index=12 config/auth/url https://x', []],
  ['consul kv import @kv.json', ['state@service:consul consul:*/** (kv-replace-all)']],
  ['consul kv import -prefix=auth/ @kv.json', ['state@service:consul consul:auth/** (kv-replace-all)']],
  ['consul kv delete -recurse config/auth', ['delete@service:consul consul:config/auth/** (kv-replace-all)']],
  ['consul kv delete config/auth/url', ['delete@service:consul consul:config/auth/url (remove-config)']],
  ['etcdctl put /auth/url https://x', ['state@service:etcd etcd:/auth/url (param-overwrite)']],
  ['etcdctl --endpoints "$ETCD" del --prefix /auth/', ['delete@service:etcd etcd:/auth/** (kv-replace-all)']],
  ['etcdctl del /auth/url', ['delete@service:etcd etcd:/auth/url (remove-config)']],
  ['etcdctl get /auth/url', []],
  ['redis-cli -h cache set auth:url https://x', ['state@service:redis redis:auth:url (param-overwrite)']],
  ['redis-cli -h cache FLUSHALL', ['delete@service:redis redis:*/** (kv-replace-all)']],
  [
    'redis-cli del auth:url auth:key',
    [
      'delete@service:redis redis:auth:url (remove-config)',
      'delete@service:redis redis:auth:key (remove-config)',
    ],
  ],
  ['redis-cli get auth:url', []],
  [
    'zkCli.sh -server zk:2181 set /auth/url https://x',
    ['state@service:zookeeper zookeeper:/auth/url (param-overwrite)'],
  ],
  [
    'zkCli.sh -server zk:2181 deleteall /auth',
    ['delete@service:zookeeper zookeeper:/auth/** (remove-config)'],
  ],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
