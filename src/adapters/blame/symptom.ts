import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ok, type Result, refuse } from '../../model/problem.ts';

/** Bytes of a log that are read: its end, where the trouble is. */
const MOST = 1024 * 1024;

/** The end of a log. Problem: `symptom-unreadable`. */
export async function readSymptom(file: string, cwd: string): Promise<Result<string>> {
  try {
    const log = await open(resolve(cwd, file));
    try {
      const { size } = await log.stat();
      const bytes = Buffer.alloc(Math.min(size, MOST));
      const { bytesRead } = await log.read(bytes, 0, bytes.length, Math.max(0, size - bytes.length));
      return ok(bytes.toString('utf8', 0, bytesRead));
    } finally {
      await log.close();
    }
  } catch (error) {
    return refuse({
      code: 'symptom-unreadable',
      message: `The log ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
      hint: 'Check the path given with --symptom-file.',
    });
  }
}
