import { type ChildProcess, spawn } from 'node:child_process';
import type { ServiceCommand } from '../../policy/service.ts';
import type { CommandResult } from '../../services/ports.ts';
import { withoutAnnounced } from './announced.ts';
import { endGroup } from './group.ts';
import { keepEnd } from './keep-end.ts';
import { type Mask, maskedLines } from './masked-lines.ts';

export type CommandCall = {
  /** A text for `/bin/sh -c`, or a program with its arguments. */
  command: ServiceCommand;
  /** Absolute. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Milliseconds after which it is stopped. */
  timeout: number;
  /** Milliseconds between SIGTERM and SIGKILL; 10,000 unless given. */
  patience?: number;
  /** Ends the command as the timeout does. */
  signal?: AbortSignal;
  mask: Mask;
  /** Is told the process group as soon as there is one, so that somebody can end it when this process cannot. */
  started?(group: number): void;
  /** Gets what it prints while it runs: masked, whole lines, of both streams as they come. */
  show?(text: string, stream: 'stdout' | 'stderr'): void;
  /** Characters of the end of the output that are kept; 65,536 unless given. */
  keep?: number;
};

const PATIENCE = 10_000;
const KEPT = 65_536;
/** Milliseconds for which output is awaited after the end: a program that it left behind may hold the pipes open. */
const LINGER = 1_000;

/**
 * Runs a command to its end, and never throws. It has no standard input, and is the head of a process group of its own:
 * when it is stopped, all that it has started is stopped, besides what has made a group of its own. What it leaves
 * running when it ends by itself goes on running.
 */
export function runCommand(call: CommandCall): Promise<CommandResult> {
  const started = performance.now();
  const kept = keepEnd(call.keep ?? KEPT);
  const ended = (how: Omit<CommandResult, 'output' | 'ms'>): CommandResult => ({
    ...how,
    output: kept.text(),
    ms: performance.now() - started,
  });
  if (call.signal?.aborted) return Promise.resolve(ended({ cancelled: true }));
  let child: ChildProcess;
  try {
    child = start(call);
  } catch (error) {
    return Promise.resolve(ended({ failed: reasonOf(error) }));
  }
  const streams = (['stdout', 'stderr'] as const).map((name) => {
    const lines = maskedLines(call.mask, (text) => {
      kept.add(withoutAnnounced(text));
      call.show?.(text, name);
    });
    child[name]!.on('data', lines.write);
    return { lines, pipe: child[name]! };
  });
  if (child.pid !== undefined) call.started?.(child.pid);
  return new Promise((resolve) => {
    let stopped: Pick<CommandResult, 'timedOut' | 'cancelled'> | undefined;
    let exit: Pick<CommandResult, 'code' | 'signal' | 'failed'> = {};
    let settled = false;
    let open = true;
    let linger: NodeJS.Timeout | undefined;
    const finish = () => {
      if (settled) return;
      settled = true;
      clearTimeout(linger);
      for (const { lines, pipe } of streams) {
        pipe.removeAllListeners('data').destroy();
        lines.end();
      }
      child.unref();
      resolve(ended({ ...exit, ...stopped }));
    };
    const finishSoon = () => {
      linger ??= setTimeout(finish, LINGER);
    };
    const stop = (why: typeof stopped) => {
      if (stopped !== undefined || child.pid === undefined) return;
      stopped = why;
      void endGroup(child.pid, call.patience ?? PATIENCE).then(() => (open ? finishSoon() : finish()));
    };
    const cancel = () => stop({ cancelled: true });
    const timer = setTimeout(() => stop({ timedOut: true }), call.timeout);
    call.signal?.addEventListener('abort', cancel);
    const isOver = () => {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', cancel);
    };
    child.on('error', (error) => {
      isOver();
      exit = { failed: reasonOf(error) };
      finishSoon();
    });
    child.on('exit', (code, signal) => {
      isOver();
      exit = { ...(code === null ? {} : { code }), ...(signal === null ? {} : { signal }) };
      // A stop that is under way goes on until the whole group is gone.
      if (stopped === undefined) finishSoon();
    });
    child.on('close', () => {
      open = false;
      if (stopped === undefined || linger !== undefined) finish();
    });
  });
}

function start({ command, cwd, env }: CommandCall): ChildProcess {
  const [program, ...args] = typeof command === 'string' ? ['/bin/sh', '-c', command] : command;
  return spawn(program!, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
