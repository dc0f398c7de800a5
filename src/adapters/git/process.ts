import type { ChildProcess } from 'node:child_process';

/** Ends a process at once, and closes its pipes, which programs that it has started may hold open. */
export function stop(process: ChildProcess): void {
  process.kill('SIGKILL');
  for (const pipe of [process.stdin, process.stdout, process.stderr]) pipe?.destroy();
}

/** While a process is not needed, it must not keep Node from ending. */
export function hold(process: ChildProcess, needed: boolean): void {
  const handles = [process, process.stdin, process.stdout, process.stderr] as {
    ref?(): void;
    unref?(): void;
  }[];
  for (const handle of handles) needed ? handle.ref?.() : handle.unref?.();
}
