import { anew, inPlace } from './forms.ts';
import { hasOption } from './options.ts';
import { toOption } from './output.ts';
import { ofOption, operand, operands, textsOf } from './places.ts';
import type { CommandSpec } from './spec.ts';

const SOPS_VALUES =
  '--output --input-type --output-type --config --kms --aws-profile --gcp-kms --azure-kv --hc-vault-transit --pgp -p --age -a --extract --set --encryption-context --unencrypted-suffix --encrypted-suffix --unencrypted-regex --encrypted-regex --filename-override --idempotent --value-file';

const VAULT_VALUES =
  '--output --vault-id --vault-password-file --vault-pass-file --encrypt-vault-id --new-vault-id --new-vault-password-file -n --name --stdin-name';

/** Encrypting and decrypting: `NAME decrypt`, `NAME encrypt`. */
const both = (name: string): string[] => [`${name} decrypt`, `${name} encrypt`];

/** Commands that encrypt, decrypt, sign and make keys. */
export const cryptoCommands: readonly CommandSpec[] = [
  {
    names: ['gpg', 'gpg2'],
    about: 'the file of -o or --output; over an existing one only with --yes',
    page: 'https://www.gnupg.org/documentation/manuals/gnupg/GPG-Input-and-Output.html',
    options: {
      values:
        '-o --output -r --recipient -R --hidden-recipient -u --local-user --default-key --homedir --passphrase --passphrase-file --passphrase-fd --pinentry-mode --cipher-algo --digest-algo --compress-algo --keyserver --keyring --trust-model --status-fd --logger-fd --s2k-mode -z',
    },
    writes: [
      anew(ofOption('-o --output'), {
        op: 'replace',
        sources: textsOf(operands()),
        missing: (call) => (hasOption(call, '--yes') ? undefined : 'gpg without --yes'),
      }),
    ],
    reads: textsOf(operands()),
  },
  {
    names: ['openssl'],
    about: 'the files of -out and -keyout',
    page: 'https://docs.openssl.org/master/man1/openssl/',
    options: { long: true, values: '-in -out -keyout -inkey -key' },
    writes: [anew(ofOption('-out'), { sources: textsOf(ofOption('-in')) }), anew(ofOption('-keyout'))],
    reads: textsOf(ofOption('-in')),
  },
  toOption(['age', 'rage'], '-o --output', 'https://github.com/FiloSottile/age/blob/main/doc/age.1.ronn', {
    options: { values: '-r --recipient -R --recipients-file -i --identity -j' },
    reads: textsOf(operands()),
  }),
  {
    names: ['sops', ...both('sops')],
    about: 'with -i every operand; otherwise the file of --output',
    page: 'https://getsops.io/docs/',
    options: { values: SOPS_VALUES },
    writes: [
      inPlace(operands(), { when: '-i --in-place' }),
      anew(ofOption('--output'), { sources: textsOf(operands()) }),
    ],
    reads: textsOf(operands()),
  },
  {
    names: ['sops set', 'sops unset'],
    about: 'the file',
    page: 'https://getsops.io/docs/',
    options: { values: SOPS_VALUES },
    writes: [inPlace(operand(0))],
  },
  {
    names: [...both('ansible-vault'), 'ansible-vault rekey'],
    about: 'every operand, in place; or the file of --output',
    page: 'https://docs.ansible.com/ansible/latest/cli/ansible-vault.html',
    options: { values: VAULT_VALUES },
    writes: [
      inPlace(operands(), { unless: '--output' }),
      anew(ofOption('--output'), { sources: textsOf(operands()) }),
    ],
    reads: textsOf(operands()),
  },
  {
    names: ['htpasswd'],
    about: 'the first operand; with -c from nothing',
    page: 'https://httpd.apache.org/docs/2.4/programs/htpasswd.html',
    options: { values: '-C -r' },
    idle: '-n -v',
    writes: [
      anew(operand(0), { when: '-c', safer: [{ kind: 'unless-exists' }] }),
      inPlace(operand(0), { unless: '-c' }),
    ],
  },
  {
    names: ['base64', 'gbase64'],
    about: 'on macOS the file of -o',
    page: 'https://keith.github.io/xcode-man-pages/base64.1.html',
    options: { values: '-w --wrap -b --break -o --output' },
    writes: [anew(ofOption('-o --output'), { sources: textsOf(operands()) })],
    reads: textsOf(operands()),
  },
];
