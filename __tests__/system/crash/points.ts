import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const HOOK = pathToFileURL(join('__tests__', 'system', 'crash', 'kill-at.mjs')).href;

/** Every call that the program makes on something below the directory, in their order: `renameSync /etc/auth/a.yml`. */
export async function callsOf(command: string[], directory: string, end = 0): Promise<string[]> {
  const list = `${directory}.calls`;
  const { code } = await start(hooked(command), directory, { CRASH_DIRECTORY: directory, CRASH_LIST: list });
  if (code !== end) throw new Error(`${command.join(' ')} ends with ${code}`);
  const calls = (await readFile(list, 'utf8')).trimEnd().split('\n');
  await rm(list);
  return calls;
}

/** Runs the program and kills it just before this call (from 1); says whether it came so far. */
export async function killAt(command: string[], directory: string, call: number): Promise<boolean> {
  const at = { CRASH_DIRECTORY: directory, CRASH_AT: String(call) };
  const { signal } = await start(hooked(command), directory, at);
  return signal === 'SIGKILL';
}

/** Runs the program and kills it after this time; says whether it was still running. */
export async function killAfter(
  command: string[],
  directory: string,
  milliseconds: number,
): Promise<boolean> {
  const { signal } = await start(command, directory, {}, milliseconds);
  return signal === 'SIGKILL';
}

function hooked([program, ...args]: string[]): string[] {
  return [program!, '--import', HOOK, ...args];
}

type End = { code: number | null; signal: NodeJS.Signals | null };

function start(
  [program, ...args]: string[],
  cwd: string,
  more: Record<string, string>,
  milliseconds = 0,
): Promise<End> {
  return new Promise((resolve, reject) => {
    const child = spawn(program!, args, { cwd, env: { ...process.env, ...more }, stdio: 'ignore' });
    const timer = milliseconds > 0 ? setTimeout(() => child.kill('SIGKILL'), milliseconds) : undefined;
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal });
    });
  });
}
