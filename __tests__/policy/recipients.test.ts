import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { weakerThan } from '../../src/policy/compare.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { explainLocation, explainPath } from '../../src/policy/explain.ts';
import { readPolicy } from '../../src/policy/read.ts';

const ADA = 'age1zrhgk627dyeupgv75sk0gkzj540jl4mjs0se6w5de934jrr0vu2sscvtxd';
const EVE = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

function read(recipients: string) {
  const origin = { kind: 'file', path: 'p' } as const;
  return readPolicy(`critical:\n  - files: a\nbackup:\n  recipients: ${recipients}\n`, 'p', origin);
}

test.each([
  ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBzj', 'is an SSH key'],
  ['ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7', 'is an SSH key'],
  ['age1yubikey1qg8lvk39xy5jzn5tpjp8cvxjjn5vhm4e29qvxeee8mw2eyk8yx5tqp38ldq', 'the recipient of a plugin'],
  ['age1tag1qwe0kafsjrar4txm6heqnhpfuggzr0gvznz7fvygxrlq90u5mq2pysxtw6h', 'the recipient of a plugin'],
  [ADA.slice(0, -1), 'is no age recipient'],
  [`${ADA}q`, 'is no age recipient'],
  [ADA.toUpperCase(), 'is no age recipient'],
  ['ada@example.com', 'is no age recipient'],
])('refused: %s', async (recipient, fault) => {
  const found = await read(`['${recipient}']`);
  expect(found).toMatchObject({ ok: false, problem: { code: 'policy-recipient', place: { line: 4 } } });
  expect(JSON.stringify(found)).toContain(fault);
});

test('an identity in place of a recipient is refused, and never shown', async () => {
  const identity = await generateX25519Identity();
  const found = await read(`['${identity}']`);
  expect(found).toMatchObject({ ok: false, problem: { code: 'policy-recipient' } });
  expect(JSON.stringify(found)).not.toContain(identity.slice(15));
});

test('what age makes is taken, by the reader and by the schema', async () => {
  const { items } = JSON.parse(readFileSync('policy.schema.json', 'utf8')).properties.backup.properties
    .recipients;
  for (const identity of [await generateX25519Identity(), await generateHybridIdentity()]) {
    const recipient = await identityToRecipient(identity);
    expect(await read(`['${recipient}']`)).toMatchObject({ value: { backup: { recipients: [recipient] } } });
    expect(recipient).toMatch(new RegExp(items.pattern));
  }
});

test.each(['[]', '{}', "''", 'null'])('a list that names nobody is refused: %s', async (recipients) => {
  expect(await read(recipients)).toMatchObject({ ok: false, problem: { code: 'policy-type' } });
});

test('whoever can read backups from now on, or no longer can, is a change that is named', () => {
  const policy = (...recipients: string[]) => ({
    ...defaultPolicy(),
    ...(recipients.length > 0 && { backup: { recipients } }),
  });
  expect(weakerThan(policy(ADA), policy(EVE))).toEqual([
    `backups are no longer encrypted for ${ADA}`,
    `${EVE} can decrypt backups`,
  ]);
  expect(weakerThan(policy(ADA), policy())).toEqual([`backups are no longer encrypted for ${ADA}`]);
  expect(weakerThan(policy(), policy(ADA))).toEqual([]);
  expect(weakerThan(policy(ADA, EVE), policy(EVE, ADA))).toEqual([]);
});

test('explain says for whom a file with sensitive keys is encrypted', async () => {
  const text = `critical:
  - files: [config/auth.yml, /etc/auth.yml]
    sensitive: [pin]
  - files: config/web.yml
backup:
  recipients: [${ADA}]
`;
  const policy = await readPolicy(text, 'p', { kind: 'file', path: 'p' });
  if (!policy.ok) throw new Error(policy.problem.message);
  const facts = { paths: [], checks: [], lineOf: () => undefined };
  const line = `  encrypted in backups for: ${ADA}`;
  expect(explainPath(policy.value, 'config/auth.yml', facts)).toContain(line);
  expect(explainLocation(policy.value, '/etc/auth.yml', facts)).toContain(line);
  expect(explainPath(policy.value, 'config/web.yml', facts)).not.toContain(line);
});
