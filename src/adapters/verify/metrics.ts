import { resolve } from 'node:path';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { errorCode } from '../store/fs.ts';
import { replaceFile } from '../whole-file.ts';

/**
 * Replaces a file of metrics as a whole. The collector reads every name that ends with `.prom`, and runs as a user of
 * its own. Problem: `metrics-not-written`.
 */
export async function writeMetrics(file: string, cwd: string, text: string): Promise<Result<undefined>> {
  const place = resolve(cwd, file);
  try {
    await replaceFile(place, text, 0o644);
    return ok(undefined);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return refuse({
      code: 'metrics-not-written',
      message: `The metrics could not be written to ${place}: ${code}.`,
      hint: 'Name a file in a directory that is there and that may be written to; what stood there before is unchanged.',
    });
  }
}
