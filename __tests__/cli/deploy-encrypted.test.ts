import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { COPY, COPY_STAGING, createSite, KEYS, OLD, type Site } from './deploy-support.ts';

let site: Site;
let recipient: string;
let other: string;
beforeEach(async () => {
  const identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  site = await createSite(`backup:\n  recipients: [${recipient}]\n`);
  await writeFile(join(site.dir, 'identity.log'), `${identity}\n`);
  other = join(site.dir, 'other.log');
  await writeFile(other, `${await generateX25519Identity()}\n`);
});
afterEach(() => site.dispose());

const IDENTITY = ['--identity', 'identity.log'];
const SPOIL = `sed -i s/correct/wrong/ host${KEYS}; ${COPY_STAGING}`;

test('nothing is run when what would be put back cannot be decrypted', async () => {
  for (const options of [[], ['--identity', 'other.log']]) {
    const { code, err } = await site.deploy('touch host/ran', options);
    expect([code, err]).toEqual([2, expect.stringMatching(/keys\.yml: .*(identit|decrypt)/i)]);
  }
  expect(await site.text('/ran')).toBeUndefined();
  expect(await site.deployments()).toMatchObject([{ outcome: 'nothing-done' }, { outcome: 'nothing-done' }]);
});

test('with the identity a failed deployment is put back, and what it left is encrypted too', async () => {
  const { code, out } = await site.deploy(SPOIL, IDENTITY);
  expect([code, out]).toEqual([1, expect.stringMatching(/ROLLED BACK/)]);
  expect(out).toMatch(/signing\.passphrase/);
  expect(out).not.toMatch(/correct horse|wrong horse/);
  for (const [path, text] of Object.entries(OLD)) expect(await site.text(path)).toBe(text);
  for (const { files, recipients } of await site.snapshots()) {
    expect(recipients).toEqual([recipient]);
    expect(files.find(({ path }) => path === KEYS)?.stored).toBeDefined();
  }
  expect(await site.deploy(COPY, [...IDENTITY, '--lift-hold', 'mended'])).toMatchObject({ code: 0 });
});

test('resume needs the identity, and says so', async () => {
  await site.deploy(`rm host${KEYS}; mkdir host${KEYS}; touch host${KEYS}/x`, IDENTITY);
  await site.remove(KEYS);
  expect(await site.resume()).toMatchObject({ code: 2, out: expect.stringMatching(/identity/i) });
  expect(await site.resume(...IDENTITY)).toMatchObject({ code: 1 });
  expect(await site.text(KEYS)).toBe(OLD[KEYS]);
});
