import { randomBytes } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { errorCode } from '../store/fs.ts';

/**
 * Replaces a file of metrics as a whole. The collector reads every name that ends with `.prom`, so that the temporary
 * one does not. Problem: `metrics-not-written`.
 */
export async function writeMetrics(file: string, cwd: string, text: string): Promise<Result<undefined>> {
  const place = resolve(cwd, file);
  const temporary = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    // Others read it: node_exporter runs as a user of its own.
    const handle = await open(temporary, 'wx');
    try {
      await handle.chmod(0o644);
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, place);
    return ok(undefined);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    const code = errorCode(error);
    if (code === undefined) throw error;
    return refuse({
      code: 'metrics-not-written',
      message: `The metrics could not be written to ${place}: ${code}.`,
      hint: 'Name a file in a directory that is there and that may be written to; what stood there before is unchanged.',
    });
  }
}
