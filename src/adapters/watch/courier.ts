import type { Alert } from '../../watch/alert.ts';
import { delayAfter, enqueue, nextBatch, type Queue, retryRefused, settle } from '../../watch/queue.ts';
import type { Sink } from './sinks/sink.ts';

/** Brings one sink what is in its queue: at once, and again and again while it is away. */
export type Courier = {
  sink: Sink;
  queue: Queue;
  tell(alerts: readonly Alert[]): void;
  /** Tries now, also what was refused. */
  retry(): void;
  /** Waits until the attempt that runs has ended. */
  attempt(): Promise<void>;
  /** Gives up what runs; the queue holds what was not told. */
  stop(): Promise<void>;
};

export type CourierHooks = {
  open(): readonly Alert[];
  /** The queue is another one now. */
  changed(): void;
  /** `away` is said once until it is `back`; `refused` each time. */
  say(
    what: 'away' | 'back' | 'refused',
    sink: Sink,
    more: { reason?: string; alerts?: readonly Alert[] },
  ): void;
};

export function createCourier(sink: Sink, queue: Queue, hooks: CourierHooks): Courier {
  const stopping = new AbortController();
  let failures = 0;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;

  const sendOnce = async (alerts: readonly Alert[]): Promise<number | undefined> => {
    const sent = await sink.send(alerts, hooks.open(), stopping.signal);
    if (stopping.signal.aborted && !sent.ok) return undefined;
    settle(queue, alerts, sent);
    if (!sent.ok && sent.again) {
      failures += 1;
      if (failures === 1) hooks.say('away', sink, { reason: sent.reason });
      return delayAfter(failures, Math.random(), sent.after);
    }
    if (failures > 0) hooks.say('back', sink, {});
    failures = 0;
    if (!sent.ok) hooks.say('refused', sink, { reason: sent.reason, alerts });
    hooks.changed();
    return undefined;
  };

  const work = async () => {
    let delay: number | undefined;
    let sentSomething = false;
    while (queue.waiting.size > 0 && delay === undefined && !stopping.signal.aborted) {
      delay = await sendOnce(nextBatch(queue));
      sentSomething = true;
    }
    if (stopping.signal.aborted) return;
    if (delay !== undefined) timer = setTimeout(kick, delay);
    else if (sentSomething) repeatLater();
  };

  const kick = () => {
    clearTimeout(timer);
    timer = undefined;
    running ??= work().finally(() => {
      running = undefined;
      if (queue.waiting.size > 0 && timer === undefined && !stopping.signal.aborted) kick();
    });
  };

  /** A sink that forgets is told again of everything that is still wrong; what is in the queue is told anyway. */
  const repeatLater = () => {
    clearTimeout(again);
    if (sink.repeat === undefined) return;
    again = setTimeout(() => {
      const waiting = queue.waiting;
      enqueue(
        queue,
        hooks.open().filter(({ key }) => !waiting.has(key) && !queue.refused.has(key)),
      );
      if (waiting.size > 0) kick();
      else repeatLater();
    }, sink.repeat);
  };

  repeatLater();
  return {
    sink,
    queue,
    tell(alerts) {
      enqueue(queue, alerts);
      if (timer === undefined) kick();
    },
    retry() {
      retryRefused(queue);
      if (queue.waiting.size > 0) kick();
    },
    async attempt() {
      await running;
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      clearTimeout(again);
      await running;
    },
  };
}
