import { readFile } from 'node:fs/promises';

/** Whether a process is there, and not only as an entry that nobody has collected. */
export async function isAlive(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat !== '' && !/\) [ZX] /.test(stat);
}
