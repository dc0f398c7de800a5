import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { BILLING, createMachine, KEYS, type Machine, POLICY } from './restore-support.ts';
import { judgedIn } from './verify-support.ts';

let machine: Machine;
beforeEach(async () => {
  machine = await createMachine();
  await machine.judge(await machine.backup(), 'good');
});
afterEach(() => machine.dispose());

const judged = () =>
  judgedIn(machine.dir, '--root', machine.root, '--store', machine.store.directory, '--policy', 'policy.yml');

describe('what the policy of today accepts', () => {
  const accept = async () => {
    const { decision } = await judged();
    const finding = decision.findings[0]?.fingerprint;
    await writeFile(
      join(machine.dir, 'policy.yml'),
      `${POLICY}accept: [{ finding: '${finding}', reason: ours, expires: 2199-12-31 }]\n`,
    );
  };

  test('is one content of a file', async () => {
    await machine.write(BILLING, 'vat = 7\n');
    await accept();
    expect(await judged()).toMatchObject({ code: 0 });
    await machine.write(BILLING, 'vat = 8\n');
    expect(await judged()).toMatchObject({ code: 1 });
  });

  test.each([
    ['whose keys the policy calls sensitive', KEYS, 'signing:\n  passphrase: battery staple\n'],
    ['with a password', BILLING, 'vat = 7\npassword = "battery staple"\n'],
  ])(
    'is never another content of a file %s: nothing that is told tells it from the next one',
    async (_, path, text) => {
      await machine.write(path, text);
      await accept();
      const { code, unread } = await judged();
      expect(code).toBe(1);
      expect(unread).toContainEqual({ path: 'policy.yml', reason: 'accept-hidden', blocks: false });
    },
  );

  test('is another mode of a file with secrets, for as long as its content is good', async () => {
    await chmod(machine.place(KEYS), 0o600);
    await accept();
    expect(await judged()).toMatchObject({ code: 0 });
    await machine.write(KEYS, 'signing:\n  passphrase: battery staple\n');
    await chmod(machine.place(KEYS), 0o600);
    expect(await judged()).toMatchObject({ code: 1 });
  });
});
