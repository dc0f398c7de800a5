import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CliIo } from './io.ts';
import { problemText } from './problem.ts';

/** The option of every command that does something: what it did, for programs, besides what it prints. */
export const REPORT = { report: { type: 'string' } } as const;

/**
 * Writes the file whole or not at all. What was done stands, whether or not it can be written: a problem is told, and
 * the exit code stays.
 * @param file relative to the current directory; nothing is written without one.
 */
export async function writeReport(file: string | undefined, text: string, io: CliIo): Promise<void> {
  if (file === undefined) return;
  const place = resolve(io.cwd, file);
  const temporary = `${place}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, text, { mode: 0o600, flag: 'wx' });
    await rename(temporary, place);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    io.stderr(problemText(unwritten(file, error as NodeJS.ErrnoException), io));
  }
}

function unwritten(file: string, { code, message }: NodeJS.ErrnoException) {
  return {
    code: 'report-unwritten',
    message: `The report could not be written: ${code ?? message}.`,
    hint: 'What was done stands. Name a file in a directory that exists and can be written, with --report FILE.',
    path: file,
  };
}
