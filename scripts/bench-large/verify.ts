import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bench, holdfast, shell, writeRandom } from './bench.ts';

/** Files of one directory; a host has many directories rather than a large one. */
const IN_ONE = 1000;
const LARGE_MIB = 1024;

/** Many small files, and a large one, held against the known good: on the host, and through a shell in place of ssh. */
export const verify: Bench = async (scratch, size) => {
  const [many, large] = [join(scratch, 'many'), join(scratch, 'large')];
  for (let index = 0; index < size; index++) {
    const directory = join(many, 'etc', String(Math.floor(index / IN_ONE)));
    if (index % IN_ONE === 0) await mkdir(directory, { recursive: true });
    await writeFile(join(directory, `${index}.yml`), contentOf(index));
  }
  await mkdir(large);
  await writeRandom(join(large, 'large.bin'), LARGE_MIB);
  for (const directory of [many, large]) await makeGood(scratch, directory);
  // An ssh that runs what it is told here.
  const ssh = join(scratch, 'ssh');
  await writeFile(ssh, '#!/bin/sh\nshift\nexec sh -c "$1"\n');
  await chmod(ssh, 0o755);
  const options = (directory: string) => `--store ${directory}.store --policy ${directory}.yml`;
  const sums = (directory: string) =>
    shell('sha256sum', scratch, `find ${directory} -type f -print0 | xargs -0 sha256sum`);
  return [
    {
      title: `${size} files of ${contentOf(0).length} bytes`,
      contenders: [
        sums(many),
        shell('verify', scratch, `$HOLDFAST verify ${options(many)}`),
        shell('verify --ssh', scratch, `$HOLDFAST verify ${options(many)} --host here --ssh ${ssh}`),
      ],
    },
    {
      title: `one file of ${LARGE_MIB} MiB`,
      contenders: [sums(large), shell('verify', scratch, `$HOLDFAST verify ${options(large)}`)],
    },
  ];
};

async function makeGood(scratch: string, directory: string): Promise<void> {
  await writeFile(`${directory}.yml`, `critical:\n  - files: ${directory}/**\n    service: many\n`);
  const store = ['--store', `${directory}.store`];
  await holdfast(scratch, ['backup', ...store, '--policy', `${directory}.yml`]);
  await holdfast(scratch, ['backup', 'mark', 'latest', '--good', ...store]);
}

function contentOf(index: number): string {
  const keys = Array.from({ length: 10 }, (_, key) => `setting_${key}: value of ${index} is number ${key}`);
  return `${keys.join('\n')}\n`.padEnd(400, '#');
}
