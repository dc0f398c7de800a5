import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ok, type Result, refuse } from '../../model/problem.ts';

/** Bytes of a log that are read: its end, where the trouble is. */
const MOST = 1024 * 1024;

/** The end of a log, or of what a pipe gives (`/dev/stdin`). Problem: `symptom-unreadable`. */
export async function readSymptom(file: string, cwd: string): Promise<Result<string>> {
  const place = resolve(cwd, file);
  try {
    const found = await stat(place);
    if (found.isFIFO()) return ok(await endOfPipe(place));
    return found.isFile() ? ok(await endOfFile(place)) : unreadable(file, 'it is no file');
  } catch (error) {
    return unreadable(file, (error as NodeJS.ErrnoException).code ?? 'unknown reason');
  }
}

async function endOfFile(place: string): Promise<string> {
  const log = await open(place);
  try {
    const { size } = await log.stat();
    const bytes = Buffer.alloc(Math.min(size, MOST));
    const { bytesRead } = await log.read(bytes, 0, bytes.length, Math.max(0, size - bytes.length));
    return bytes.toString('utf8', 0, bytesRead);
  } finally {
    await log.close();
  }
}

async function endOfPipe(place: string): Promise<string> {
  let end = Buffer.alloc(0);
  for await (const part of createReadStream(place)) {
    end = Buffer.concat([end, part as Buffer]);
    if (end.length > 2 * MOST) end = Buffer.from(end.subarray(-MOST));
  }
  return end.subarray(-MOST).toString('utf8');
}

function unreadable(file: string, why: string): Result<string> {
  return refuse({
    code: 'symptom-unreadable',
    message: `The log ${file} cannot be read (${why}).`,
    hint: 'Check the path given with --symptom-file.',
  });
}
