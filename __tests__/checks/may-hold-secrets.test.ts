import { describe, expect, test } from '@jest/globals';
import { mayHoldSecrets } from '../../src/checks/hidden.ts';
import { readDocument } from '../../src/documents/read.ts';
import { bareSelection } from '../../src/policy/select.ts';

async function holds(text: string): Promise<boolean> {
  const document = await readDocument(
    { path: 'sshd_config', mode: 'file' },
    { id: '', bytes: Buffer.from(text) },
  );
  expect(document.kind).toBe('text');
  return mayHoldSecrets(bareSelection('ssh', true), document);
}

describe('a text without keys that names a secret', () => {
  test.each([
    'Port 22\nPasswordAuthentication no\nPermitRootLogin no\n',
    'PasswordAuthentication yes\r\nKbdInteractiveAuthentication no\r\n',
    'password-attempts 3;\n',
  ])('and says yes, no or how many: %j', async (text) => {
    expect(await holds(text)).toBe(false);
  });

  test.each([
    'PasswordAuthentication no\nset $password hunter2;\n',
    'PasswordAuthentication no # it was hunter2\n',
    `PasswordAuthentication no${' '.repeat(300)}hunter2\n`,
    'password 4821\n',
    'password nothing\n',
    'set $password\n  hunter2;\n',
    'PasswordAuthentication no password hunter2\n',
  ])('and may give it: %j', async (text) => {
    expect(await holds(text)).toBe(true);
  });
});
