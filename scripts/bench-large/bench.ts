import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Contender } from '../bench/measure.ts';

/** Contenders that do the same work, the first of them the peer to which the others are held. `after`: what else counts. */
export type Group = { title: string; contenders: Contender[]; after?: () => Promise<string[]> };

/** Makes what is worked on in an empty directory. `size`: how much of it, see main.ts. */
export type Bench = (scratch: string, size: number) => Promise<Group[]>;

export const CLI = resolve('dist/cli.js');

/** One call of Holdfast that is not timed; what it prints. `code`: the exit code that it has to end with. */
export async function holdfast(cwd: string, argv: readonly string[], code = 0): Promise<string> {
  const run = promisify(execFile)(process.execPath, [CLI, ...argv], { cwd, maxBuffer: 1 << 30 });
  const { stdout, ended } = await run.then(
    ({ stdout }) => ({ stdout, ended: 0 }),
    (error: { code: number; stdout: string }) => ({ stdout: error.stdout, ended: error.code }),
  );
  if (ended !== code) throw new Error(`holdfast ${argv.join(' ')} ended with ${ended}`);
  return stdout;
}

/** A line of shell in which `$HOLDFAST` is the program. */
export function shell(name: string, cwd: string, line: string, code = 0): Contender {
  return {
    name,
    cwd,
    code,
    command: ['sh', '-c', `HOLDFAST="$1 $2"\n${line}`, 'sh', process.execPath, CLI],
  };
}

/** A file that does not compress, nor has the same part twice. */
export async function writeRandom(file: string, mebibytes: number): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (let part = 0; part < mebibytes; part++) await handle.write(randomBytes(1 << 20));
  } finally {
    await handle.close();
  }
}
