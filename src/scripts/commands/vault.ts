import { literalOf } from '../text.ts';
import { advice, kept } from './forms.ts';
import { optionValue } from './options.ts';
import { atFiles, below, operand } from './places.ts';
import type { Call, CommandSpec, Spot } from './spec.ts';

const KEEP = advice('Read the current value first, and keep it.');

const VAULT =
  '-address -namespace -ns -mount -cas -field -format -ttl -wrap-ttl -version -versions -ca-cert -custom-metadata';

const vault = (words: string): string => `https://developer.hashicorp.com/vault/docs/commands/${words}`;

/** `secret/auth`, also when it is given as `-mount=secret auth`. */
function vaultPath(call: Call): Spot[] {
  const mount = optionValue(call, '-mount')?.values[0];
  return operand(0)(call).map(({ texts }) => ({
    texts: mount === undefined ? texts : texts.map((text) => below(mount, text)),
  }));
}

/** Paths of Vault that compute something or log in: a write there replaces nothing. */
const CALLS =
  /(^|\/)(login|issue|sign|sign-verbatim|encrypt|decrypt|rewrap|hmac|verify|hash|random|renew|revoke|lookup|wrap|unwrap|rotate|generate|creds|tidy|sts|unseal|seal)(\/|$)/;

const isCall = (call: Call): boolean => {
  const path = literalOf(call.operands[0]?.values[0] ?? []);
  return path !== undefined && CALLS.test(path);
};

/** Vault. `vault kv patch` changes what it names, and is not here. */
export const vaultCommands: readonly CommandSpec[] = [
  {
    names: ['vault kv put'],
    about: 'all keys of the secret',
    page: vault('kv/put'),
    options: { long: true, values: VAULT },
    writes: [
      kept('vault', 'kv-replace-all', vaultPath, {
        sources: atFiles,
        missing: (call) =>
          literalOf(optionValue(call, '-cas')?.values[0] ?? []) === '0' ? '-cas=0' : undefined,
        safer: [{ kind: 'swap', from: 'put', to: 'patch' }],
      }),
    ],
  },
  {
    names: ['vault kv delete', 'vault kv destroy', 'vault kv metadata delete', 'vault delete'],
    about: 'the secret',
    page: vault('kv/delete'),
    options: { long: true, values: VAULT },
    writes: [
      {
        ...kept('vault', 'remove-config', vaultPath, { op: 'delete', safer: [KEEP] }),
        backup: (call) => (call.command === 'vault kv delete' ? 'the versions of vault kv' : undefined),
      },
    ],
  },
  {
    names: ['vault write'],
    about: 'all that the path keeps; nothing for paths that compute, such as login or sign',
    page: vault('write'),
    options: { long: true, values: VAULT },
    writes: [kept('vault', 'kv-replace-all', vaultPath, { sources: atFiles, unless: isCall, safer: [KEEP] })],
  },
  {
    names: ['vault policy write'],
    about: 'the policy',
    page: vault('policy/write'),
    options: { long: true, values: VAULT },
    writes: [
      kept('vault', 'kv-replace-all', operand(0), {
        prefix: 'vault:sys/policies/acl/',
        sources: (call) => call.operands[1]?.values ?? [],
        safer: [advice('Keep the current policy first: vault policy read.')],
      }),
    ],
  },
];
