import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two looks at whether a group is gone. */
const LOOK = 20;
/** Milliseconds that are waited after SIGKILL: a process in an uninterruptible call is not gone at once. */
const LAST_WAIT = 2_000;

/** Asks a process group to end, and kills it when it has not ended after `patience` milliseconds. Never throws. */
export async function endGroup(group: number, patience: number): Promise<void> {
  if (!signal(group, 'SIGTERM') || (await isGone(group, patience))) return;
  if (signal(group, 'SIGKILL')) await isGone(group, LAST_WAIT);
}

async function isGone(group: number, within: number): Promise<boolean> {
  const end = performance.now() + within;
  do {
    if (!signal(group, 0)) return true;
    await sleep(LOOK);
  } while (performance.now() < end);
  return !signal(group, 0);
}

/** Whether there was anybody to get it. */
function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, name);
    return true;
  } catch (error) {
    // Somebody who may not be signalled (sudo) is still there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
