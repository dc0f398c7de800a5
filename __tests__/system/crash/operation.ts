import { join } from 'node:path';
import type { CliIo } from '../../../src/cli/io.ts';

/** What one kill did, and whether the next run set it right. */
export type Damage = { torn: string[]; lost: string[]; unfinished: string[] };

/** One command on one machine. `judge` is asked after the kill, in a copy of `base`. */
export type Operation = {
  name: string;
  base: string;
  /** Of the points of the short run only one in so many is tried; each takes a while. */
  oneIn?: number;
  /** The exit code when nobody kills it; 0 unless given. */
  end?: number;
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
  right: readonly number[] = [0],
): Promise<string[]> {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const io = { cwd: directory, env: { PATH: process.env.PATH }, stdout: write, stderr: write, color: false };
  const code = await command([...argv, ...options], io);
  return right.includes(code) ? [] : [`${argv.join(' ')} ends with ${code}: ${said}`];
}
