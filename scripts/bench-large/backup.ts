import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type Bench, holdfast, shell, writeRandom } from './bench.ts';

const POLICY = 'critical:\n  - files: /srv/large.bin\n';

/** One large file: saved, in plain text and encrypted, and put back. Everybody waits until it is on the disk. */
export const backup: Bench = async (scratch, size) => {
  await mkdir(join(scratch, 'host/srv'), { recursive: true });
  await writeRandom(join(scratch, 'host/srv/large.bin'), size);
  await writeFile(join(scratch, 'policy.yml'), POLICY);
  const identity = await generateX25519Identity();
  await writeFile(join(scratch, 'identity.txt'), `${identity}\n`, { mode: 0o600 });
  const encrypted = ['--encrypt-all', '--recipient', await identityToRecipient(identity)];
  const save = ['backup', '--root', 'host', '--policy', 'policy.yml'];
  const idOf = async (...options: string[]): Promise<string> =>
    JSON.parse(await holdfast(scratch, [...save, '--format', 'json', ...options])).id;
  const plain = await idOf('--store', 'plain');
  const sealed = await idOf('--store', 'encrypted', ...encrypted);
  const saving = `rm -rf new; $HOLDFAST ${save.join(' ')} --store new`;
  const restoring = (id: string) => `rm -rf to; mkdir to; $HOLDFAST restore ${id} --yes --root to`;
  return [
    {
      title: `saved, ${size} MiB`,
      contenders: [
        shell('tar and sync', scratch, 'rm -f new.tar; tar -cf new.tar host && sync new.tar'),
        shell('backup', scratch, saving),
        shell('backup --encrypt-all', scratch, `${saving} ${encrypted.join(' ')}`),
      ],
    },
    {
      title: `put back, ${size} MiB`,
      contenders: [
        shell('cp -a and sync', scratch, 'rm -rf to; cp -a host to && sync to/srv/large.bin'),
        shell('restore', scratch, `${restoring(plain)} --store plain`),
        shell(
          'restore, encrypted',
          scratch,
          `${restoring(sealed)} --store encrypted --identity identity.txt`,
        ),
      ],
      async after() {
        await promisify(execFile)('cmp', ['host/srv/large.bin', 'to/srv/large.bin'], { cwd: scratch });
        return ['What was put back last is the same, byte for byte.'];
      },
    },
  ];
};
