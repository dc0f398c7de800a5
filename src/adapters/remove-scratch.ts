import { chmod, lstat, readdir, rm } from 'node:fs/promises';
import type { Problem } from '../model/problem.ts';
import { errorCode } from './store/fs.ts';

/**
 * Removes a directory in which foreign commands have run, also what they have locked in it: directories that their owner
 * may not write or look into. Follows no link. Problem: `scratch-left`, with this hint.
 */
export async function removeScratch(directory: string, hint: string): Promise<Problem | undefined> {
  const removed = () => rm(directory, { recursive: true, force: true });
  try {
    await removed().catch(() => unlocked(Buffer.from(directory)).then(removed));
    return undefined;
  } catch (error) {
    return {
      code: 'scratch-left',
      message: `The scratch directory ${directory} could not be removed (${errorCode(error) ?? 'unknown reason'}).`,
      hint,
    };
  }
}

/** Names are bytes: not all are UTF-8. */
async function unlocked(place: Buffer): Promise<void> {
  if (!(await lstat(place)).isDirectory()) return;
  await chmod(place, 0o700);
  for (const name of await readdir(place, { encoding: 'buffer' }))
    await unlocked(Buffer.concat([place, Buffer.from('/'), name]));
}
