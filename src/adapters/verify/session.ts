import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Problem } from '../../model/problem.ts';
import { stop } from '../git/process.ts';
import { loader, SCRIPT } from './script.ts';
import { noAnswer, silent, tooMuch } from './ssh-problems.ts';

/** The user's own command: a program with its arguments, the host among them. */
export type SshCommand = { program: string; args: string[] };

/** One connection on which lines are sent and answers are read in their order. */
export type Session = {
  send(lines: string): void;
  /** The next record, without its NUL. */
  record(): Promise<Buffer>;
  /** Everything up to the nonce between NUL bytes. */
  content(): Promise<Buffer>;
  /** Lets the command end by itself, and ends it when it does not. */
  close(): Promise<void>;
};

/** Thrown inside of a session only; whoever has opened it makes a result of it. */
export class SessionError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

const LONGEST_STDERR = 16 * 1024;
/** A record, or what a host says before the first one: longer than any path or batch of states. */
const LONGEST_RECORD = 4 << 20;
const LONGEST_CONTENT = 64 << 20;
const LAST_WORDS_MS = 2_000;

/** @param patience milliseconds without a byte from the host after which it counts as lost. */
export async function openSession(command: SshCommand, patience: number): Promise<Session> {
  const nonce = randomBytes(16).toString('hex');
  const child = spawn(command.program, [...command.args, loader(SCRIPT)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const input = readerOf(child, patience);
  // The host may be gone before it has read everything; that it is gone is seen where it is read.
  child.stdin!.on('error', () => {});
  const session: Session = {
    send: (lines) => {
      child.stdin!.write(lines);
    },
    record: () => input.until(Buffer.from([0]), LONGEST_RECORD),
    content: () => input.until(Buffer.from(`\0${nonce}\0`), LONGEST_CONTENT),
    async close() {
      // A connection that others share must not be torn down.
      child.stdin!.end();
      const timer = setTimeout(() => stop(child), LAST_WORDS_MS);
      await gone;
      clearTimeout(timer);
    },
  };
  try {
    session.send(`${SCRIPT}${nonce}\n`);
    // Whatever a profile prints comes first.
    await session.content();
    return session;
  } catch (error) {
    stop(child);
    throw error;
  }
}

function readerOf(child: ChildProcess, patience: number) {
  let chunks: Buffer[] = [];
  let stderr = '';
  let ended: Problem | undefined;
  let wake: (() => void) | undefined;
  const end = (problem: Problem) => {
    ended ??= problem;
    wake?.();
  };
  child.stdout!.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    wake?.();
  });
  child.stderr!.on('data', (chunk: Buffer) => {
    if (stderr.length < LONGEST_STDERR) stderr += chunk.toString('utf8');
  });
  child.on('error', (error: NodeJS.ErrnoException) => end(noAnswer({ failed: error.code ?? 'unknown' })));
  child.on('close', (code, signal) => end(noAnswer({ code, signal, stderr })));

  const more = async (): Promise<void> => {
    if (ended !== undefined) throw new SessionError(ended);
    const timer = setTimeout(() => {
      end(silent(patience));
      stop(child);
    }, patience);
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
    wake = undefined;
    clearTimeout(timer);
  };

  return {
    async until(mark: Buffer, most: number): Promise<Buffer> {
      let tail = Buffer.alloc(0);
      let before = 0;
      for (let index = 0; ; index++) {
        while (index >= chunks.length) await more();
        // Only what is new is searched, with as much before it as could begin the mark.
        const probe = Buffer.concat([tail, chunks[index]!]);
        const at = probe.indexOf(mark);
        if (at !== -1) {
          const all = index === 0 ? chunks[0]! : Buffer.concat(chunks.slice(0, index + 1));
          const end = before - tail.length + at;
          chunks = [all.subarray(end + mark.length), ...chunks.slice(index + 1)];
          return all.subarray(0, end);
        }
        before += chunks[index]!.length;
        if (before > most) throw new SessionError(tooMuch());
        tail = probe.subarray(Math.max(0, probe.length - mark.length + 1));
      }
    },
  };
}
