import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '../../model/problem.ts';
import type { Deployment } from '../../store/deployments.ts';
import { ownIdentity } from '../store/lock.ts';

/** The variable of the command's environment that names its deployment. */
export const MARK = 'HOLDFAST_DEPLOYMENT';

/** Milliseconds between SIGTERM and SIGKILL, and for which the end is awaited then. */
const PATIENCE = 5_000;
const LOOK = 50;

/**
 * Ends what an interrupted deployment's command has left running: it would go on writing while its changes are taken back.
 * Processes are told by their group and by a variable of their environment, so that no other one is ever touched; what
 * has made a group of its own, as a service that was started does, goes on running.
 */
export async function endOrphans({ id, process: known }: Deployment): Promise<Problem[]> {
  const { boot, namespace } = await ownIdentity('');
  if (known !== null && (known.boot !== boot || known.namespace !== namespace)) return [];
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const deadline = performance.now() + PATIENCE;
    let left = await orphansOf(id, known?.pid);
    for (const pid of left) send(pid, signal);
    while (left.length > 0 && performance.now() < deadline) {
      await pause(LOOK);
      left = await orphansOf(id, known?.pid);
    }
    if (left.length === 0) return [];
  }
  return [
    {
      code: 'command-still-running',
      message: 'The command of the interrupted deployment still runs and does not end.',
      hint: `Nothing was put back, because it could write again. End it (ps -o pid,args -g ${known?.pid ?? '…'}), then: holdfast resume.`,
    },
  ];
}

/** @param group the process group of the command; all that bear the mark when it is not known. */
async function orphansOf(id: string, group: number | undefined): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => ((await bears(name, id, group)) ? [Number(name)] : [])),
  );
  return found.flat();
}

async function bears(name: string, id: string, group: number | undefined): Promise<boolean> {
  const [stat, environment] = await Promise.all([
    readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined),
    readFile(`/proc/${name}/environ`, 'latin1').catch(() => ''),
  ]);
  if (stat === undefined || !`\0${environment}\0`.includes(`\0${MARK}=${id}\0`)) return false;
  // Fields 3 and 5 of proc_pid_stat(5), counted from behind the name, which may hold anything.
  const [state, , ofGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state !== 'Z' && (group === undefined || Number(ofGroup) === group);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself, or belongs to somebody else; then it is found again.
  }
}
