import { join } from 'node:path';
import type { CliIo } from '../../../src/cli/io.ts';

/** What one kill did, and whether the next run set it right. */
export type Damage = { torn: string[]; lost: string[]; unfinished: string[] };

/** One command on one machine. `judge` is asked after the kill, in a copy of `base`. */
export type Operation = {
  name: string;
  base: string;
  /** Makes a copy of the base what the base is. */
  prepare?(directory: string): Promise<void>;
  command(directory: string): string[];
  judge(directory: string): Promise<Damage>;
};

export function hostOptions(directory: string): string[] {
  return ['--root', join(directory, 'root'), '--store', join(directory, 'store')];
}

/** Runs a command to its end on the machine in this directory, and gives what is wrong when it does not succeed. */
export async function finishing(
  command: (argv: string[], io: CliIo) => Promise<number>,
  directory: string,
  argv: string[],
  options = hostOptions(directory),
): Promise<string[]> {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const io = { cwd: directory, env: {}, stdout: write, stderr: write, color: false };
  const code = await command([...argv, ...options], io);
  return code === 0 ? [] : [`${argv.join(' ')} ends with ${code}: ${said}`];
}
