import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDirectory } from '../helpers/repository.ts';
import { createDamagedMachine } from './crash/restore.ts';

const run = promisify(execFile);
/** Mounts are made in a namespace of their own, which not every container allows. */
const mayMount = spawnSync('unshare', ['--mount', 'true']).status === 0;
const mounting = mayMount ? test : test.skip;

const FILE = 'etc/billing/prices.toml';
let directory = '';
let dispose = async () => {};
let restore = '';

beforeAll(async () => {
  ({ dir: directory, dispose } = await createDirectory());
  await run(process.execPath, ['scripts/build.mjs', '--out', join(directory, 'dist')]);
  const { snapshot } = await createDamagedMachine(directory);
  restore = `${process.execPath} dist/cli.js restore ${snapshot} --yes --path /${FILE} --root root --store store`;
});
afterAll(() => dispose());

/** Runs lines of a shell in a namespace of their own, and gives what they print, errors too. */
async function inNamespace(...lines: string[]): Promise<string> {
  const script = lines.join('\n');
  const { stdout } = await run('unshare', ['--mount', 'sh', '-c', `exec 2>&1\n${script}`], {
    cwd: directory,
  });
  return stdout;
}

mounting('a bind-mounted file is refused, or written over with --in-place', async () => {
  await writeFile(join(directory, 'elsewhere'), 'vat = 0\n');
  const mount = `mount --bind elsewhere root/${FILE}`;
  expect(await inNamespace(mount, restore, 'echo "exit $?"')).toMatch(/mount point of its own[\s\S]*exit 2/);
  expect(await readFile(join(directory, 'elsewhere'), 'utf8')).toBe('vat = 0\n');
  expect(await inNamespace(mount, `${restore} --in-place`, 'echo "exit $?"')).toMatch(/exit 0/);
  expect(await readFile(join(directory, 'elsewhere'), 'utf8')).toBe('vat = 19\n');
});

mounting('a read-only file system is refused before anything is touched', async () => {
  const mount = 'mount --bind root root; mount -o remount,bind,ro root';
  expect(await inNamespace(mount, restore, 'echo "exit $?"')).toMatch(/is read-only[\s\S]*exit 2/);
  expect(await readFile(join(directory, 'root', FILE), 'utf8')).toBe('vat = 7\n');
});

mounting(
  'nothing is deployed where a bind-mounted file could not be put back; with --in-place it is',
  async () => {
    await writeFile(join(directory, 'mounted'), 'vat = 19\n');
    await writeFile(join(directory, 'policy.yml'), 'critical:\n  - files: /etc/billing/*.toml\n');
    const mount = `mount --bind mounted root/${FILE}`;
    const deploy = (options: string) =>
      `${process.execPath} dist/cli.js deploy --policy policy.yml --root root --store other ${options} -- sh -c 'echo vat = 0 > root/${FILE}; touch ran'`;
    expect(await inNamespace(mount, deploy(''), 'echo "exit $?"', 'ls')).toMatch(
      /mount point of its own[\s\S]*exit 2/,
    );
    expect(await readFile(join(directory, 'mounted'), 'utf8')).toBe('vat = 19\n');
    expect(await inNamespace(mount, deploy('--in-place'), 'echo "exit $?"')).toMatch(
      /ROLLED BACK[\s\S]*exit 1/,
    );
    expect(await readFile(join(directory, 'mounted'), 'utf8')).toBe('vat = 19\n');
  },
);
