import { placeToWrite, writeWhole } from '../adapters/whole-file.ts';
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
  const place = await placeToWrite(io.cwd, file);
  const written = place.ok ? await writeWhole(place.value, text, 0o600) : place;
  if (!written.ok) io.stderr(problemText(written.problem, io));
}
