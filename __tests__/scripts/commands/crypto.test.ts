import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  ['gpg --batch --yes -d -o secrets.yml secrets.yml.gpg', ['replace secrets.yml (redirect-over-config)']],
  [
    'gpg -d -o secrets.yml secrets.yml.gpg',
    ['replace secrets.yml (redirect-over-config) keeps missing: gpg without --yes'],
  ],
  ['gpg --decrypt secrets.yml.gpg', []],
  [
    'openssl enc -d -aes-256-cbc -in a.enc -out config/a.yml -k "$KEY"',
    ['truncate config/a.yml (redirect-over-config)'],
  ],
  [
    'openssl req -x509 -newkey rsa:2048 -keyout key.pem -out cert.pem -days 365 -nodes',
    ['truncate cert.pem (redirect-over-config)', 'truncate key.pem (redirect-over-config)'],
  ],
  ['openssl x509 -in cert.pem -noout', []],
  ['age -d -i key.txt -o secrets.yml secrets.age', ['truncate secrets.yml (redirect-over-config)']],
  ['sops -d --output secrets.yml secrets.enc.yml', ['truncate secrets.yml (redirect-over-config)']],
  ['sops -e -i secrets.yml', ['edit secrets.yml (inplace-edit-no-backup)']],
  ['sops decrypt --in-place secrets.yml', ['edit secrets.yml (inplace-edit-no-backup)']],
  ['sops -d secrets.enc.yml', []],
  [`sops set secrets.yml '["a"]' '"b"'`, ['edit secrets.yml (inplace-edit-no-backup)']],
  [
    'ansible-vault decrypt --vault-password-file p.txt group_vars/all.yml',
    ['edit group_vars/all.yml (inplace-edit-no-backup)'],
  ],
  [
    'ansible-vault decrypt --output plain.yml group_vars/all.yml',
    ['truncate plain.yml (redirect-over-config)'],
  ],
  ['ansible-vault view group_vars/all.yml', []],
  ['htpasswd -cb /etc/nginx/.htpasswd admin "$PW"', ['truncate /etc/nginx/.htpasswd (redirect-over-config)']],
  ['htpasswd -b /etc/nginx/.htpasswd admin "$PW"', ['edit /etc/nginx/.htpasswd (inplace-edit-no-backup)']],
  ['htpasswd -nb admin "$PW"', []],
  ['base64 -d -i a.b64 -o a.yml', ['truncate a.yml (redirect-over-config)']],
  ['base64 -d a.b64', []],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
