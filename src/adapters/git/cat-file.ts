import type { ChildProcess } from 'node:child_process';
import type { Problem } from '../../model/problem.ts';
import { type Answer, answerReader } from './batch-output.ts';
import { hold, stop } from './process.ts';
import { notStarted } from './run.ts';

/** One question on its way: `answer` is there once it has arrived. */
export type Ticket = { readonly id: string; answer?: Answer; wake?: () => void; dropped?: true };

export type CatFileOptions = {
  start(): ChildProcess;
  /** Bytes; larger objects are drained and refused. */
  largest: number;
  /** Milliseconds without a byte, while an answer is due, after which the process is stopped. */
  silence: number;
  /**
   * Called when the process died over this object, which a partial clone may lack. True: it is worth
   * asking again. False: the object is missing. `undefined`: this is no partial clone.
   */
  recover?(id: string): Promise<boolean | undefined>;
};

/** One long-lived `git cat-file --batch`; questions are answered in the order in which they are asked. */
export type CatFile = {
  ask(id: string): Ticket;
  /** Waits for the answer and gives up its buffer space. */
  take(ticket: Ticket): Promise<Answer>;
  /** The answer is not wanted any more. */
  drop(ticket: Ticket): void;
  /** Why nothing can be answered, when that is so. */
  failure(): Problem | undefined;
  close(): Promise<void>;
};

/** Bytes that may wait for their reader before git is made to wait. */
const MOST_WAITING = 64 * 1024 * 1024;
/** Deaths after which the repository counts as unreadable. */
const MOST_DEATHS = 8;

export function startCatFile(options: CatFileOptions): CatFile {
  const due: Ticket[] = [];
  let unsent: Ticket[] = [];
  let child: ChildProcess | undefined;
  let failure: Problem | undefined;
  let waitingBytes = 0;
  let readers = 0;
  let deaths = 0;
  let recovering = false;
  let closing = false;
  let heard = false;
  let silentTicks = 0;
  let ended: Promise<void> = Promise.resolve();
  const recovered = new Set<string>();

  const settle = (ticket: Ticket, answer: Answer) => {
    if (ticket.dropped) return;
    ticket.answer = answer;
    if ('bytes' in answer) waitingBytes += answer.bytes.length;
    ticket.wake?.();
  };

  const refuseAll = () => {
    for (const ticket of due.splice(0)) settle(ticket, { refused: 'unreadable' });
    unsent = [];
  };

  const start = () => {
    let process: ChildProcess;
    try {
      process = options.start();
    } catch (error) {
      failure = notStarted(error as NodeJS.ErrnoException);
      return;
    }
    child = process;
    let garbled = false;
    const accept = answerReader(options.largest, (id, answer) => {
      if (due[0]?.id !== id) return false;
      settle(due.shift()!, answer);
      return true;
    });
    process.stdin!.on('error', () => {});
    process.stderr!.resume();
    process.stdout!.on('data', (chunk: Buffer) => {
      heard = true;
      if (garbled) return;
      if (!accept(chunk)) {
        garbled = true;
        stop(process);
      }
      // Somebody who waits for an answer must get it, or two readers could wait for each other for ever.
      if (waitingBytes > MOST_WAITING && readers === 0) process.stdout!.pause();
      if (due.length === 0) hold(process, false);
    });
    ended = new Promise((resolve) => {
      process.on('error', (error) => {
        failure = notStarted(error);
        child = undefined;
        refuseAll();
        resolve();
      });
      process.on('close', () => {
        resolve();
        if (child === process) void died();
      });
    });
    hold(process, false);
  };

  const died = async () => {
    child = undefined;
    unsent = [];
    if (closing || failure !== undefined) return refuseAll();
    deaths += 1;
    const first = due[0];
    if (first !== undefined) {
      recovering = true;
      const again = recovered.has(first.id) ? false : await options.recover?.(first.id);
      recovering = false;
      if (again) {
        recovered.add(first.id);
        deaths -= 1;
      } else {
        due.shift();
        settle(first, { refused: again === undefined ? 'unreadable' : 'missing' });
      }
    }
    if (closing) return refuseAll();
    if (deaths >= MOST_DEATHS) failure ??= tooManyDeaths();
    if (failure !== undefined) return refuseAll();
    if (due.length > 0) {
      unsent = [...due];
      send();
    }
  };

  const send = () => {
    if (recovering || unsent.length === 0) return;
    if (child === undefined) start();
    if (child === undefined) return refuseAll();
    const questions = unsent.map((ticket) => `${ticket.id}\n`).join('');
    unsent = [];
    hold(child, true);
    child.stdin!.write(questions);
  };

  // A late tick after a long computation is not silence: only ticks with time to read between them count.
  const watch = setInterval(() => {
    const waits = child !== undefined && due.length > 0 && !child.stdout!.isPaused();
    silentTicks = waits && !heard ? silentTicks + 1 : 0;
    heard = false;
    if (silentTicks >= 6 && child) stop(child);
  }, options.silence / 6);
  watch.unref();

  const resume = () => {
    if (child?.stdout?.isPaused()) child.stdout.resume();
  };

  start();
  return {
    ask(id) {
      const ticket: Ticket = { id };
      if (failure !== undefined || closing) {
        ticket.answer = { refused: 'unreadable' };
        return ticket;
      }
      due.push(ticket);
      unsent.push(ticket);
      if (unsent.length === 1) queueMicrotask(send);
      return ticket;
    },
    async take(ticket) {
      if (ticket.answer === undefined) {
        readers += 1;
        resume();
        await new Promise<void>((resolve) => {
          ticket.wake = resolve;
        });
        readers -= 1;
      }
      const answer = ticket.answer!;
      if ('bytes' in answer) waitingBytes -= answer.bytes.length;
      if (waitingBytes <= MOST_WAITING) resume();
      return answer;
    },
    drop(ticket) {
      if (ticket.answer !== undefined && 'bytes' in ticket.answer) waitingBytes -= ticket.answer.bytes.length;
      ticket.dropped = true;
      resume();
    },
    failure: () => failure,
    async close() {
      closing = true;
      clearInterval(watch);
      const process = child;
      if (process !== undefined) {
        hold(process, true);
        resume();
        if (due.length > 0) stop(process);
        else process.stdin!.end();
        const force = setTimeout(() => stop(process), 2_000);
        await ended;
        clearTimeout(force);
      }
      refuseAll();
    },
  };
}

function tooManyDeaths(): Problem {
  return {
    code: 'repository-unreadable',
    message: 'git cat-file ended again and again while it read objects.',
    hint: 'Run `git fsck` in the repository; clone it again when it is damaged.',
  };
}
