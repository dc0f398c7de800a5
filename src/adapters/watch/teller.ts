import type { Problem } from '../../model/problem.ts';
import type { Alert } from '../../watch/alert.ts';
import type { Watching } from '../../watch/machine.ts';
import type { Memory } from '../../watch/memory.ts';
import { alertJson } from '../../watch/messages/json.ts';
import type { Origin } from '../../watch/messages/words.ts';
import { newQueue } from '../../watch/queue.ts';
import { type Courier, createCourier } from './courier.ts';
import type { Keeper } from './keeper.ts';
import type { Log } from './log.ts';
import type { Sink } from './sinks/sink.ts';

export type TellerOptions = {
  sinks: readonly Sink[];
  keeper: Keeper;
  origin: Origin;
  log: Log;
  watching: Watching;
};

/** Tells the log and every sink, and keeps what they have still to be told. */
export type Teller = ReturnType<typeof createTeller>;

export function createTeller({ sinks, keeper, origin, log, watching }: TellerOptions) {
  /** Queues of sinks that are not configured now: whoever configures them again finds them. */
  let others: Memory['queues'] = {};
  let dirty = false;
  let saving: Promise<void> | undefined;
  let unkept: string | undefined;

  const memory = (): Memory => ({
    open: [...watching.open.values()],
    queues: {
      ...others,
      ...Object.fromEntries(
        couriers.map(({ sink, queue }) => [
          sink.id,
          { waiting: [...queue.waiting.values()], refused: [...queue.refused.values()] },
        ]),
      ),
    },
  });

  const saveAll = async () => {
    while (dirty && keeper.isReady()) {
      dirty = false;
      const kept = await keeper.keep(memory());
      if (!kept.ok) {
        dirty = true;
        notKept(kept.problem);
        return;
      }
      unkept = undefined;
    }
  };

  const notKept = (problem: Problem) => {
    if (unkept !== problem.code) log('error', 'not-kept', { message: problem.message, hint: problem.hint });
    unkept = problem.code;
  };

  const save = (): Promise<void> => {
    saving ??= saveAll().finally(() => {
      saving = undefined;
    });
    return saving;
  };

  const changed = () => {
    dirty = true;
    void save();
  };

  const couriers: Courier[] = sinks.map((sink) =>
    createCourier(sink, newQueue(), {
      open: () => [...watching.open.values()],
      changed,
      say: (what, { id, shown }, { reason, alerts }) =>
        log(what === 'back' ? 'info' : 'error', `sink-${what}`, {
          sink: id,
          to: shown,
          ...(reason === undefined ? {} : { reason }),
          ...(alerts === undefined ? {} : { alerts: alerts.map((alert) => alertJson(alert, origin)) }),
        }),
    }),
  );

  return {
    /** What was not told when the last process ended; a sink that was not there then is told all that is wrong. */
    recall(remembered: Memory | undefined) {
      const queues = remembered?.queues ?? {};
      const known = new Set(sinks.map(({ id }) => id));
      others = Object.fromEntries(Object.entries(queues).filter(([id]) => !known.has(id)));
      for (const courier of couriers) {
        const { queue, sink } = courier;
        const before = queues[sink.id];
        const all = before === undefined || sink.repeat !== undefined ? [...watching.open.values()] : [];
        const left = [...(before?.refused ?? []), ...(before?.waiting ?? [])];
        const keys = new Set(left.map(({ key }) => key));
        const late = [...left, ...all.filter(({ key }) => !keys.has(key))];
        courier.tell(late.filter(({ key }) => !queue.waiting.has(key)));
      }
    },
    tell(alerts: readonly Alert[]) {
      for (const alert of alerts) {
        log(alert.until === null ? 'alert' : 'resolved', 'alert', alertJson(alert, origin));
      }
      for (const courier of couriers) courier.tell(alerts);
      changed();
    },
    /** Tries to keep what could not be kept before. */
    save: () => (dirty ? save() : Promise.resolve()),
    changed,
    retry() {
      for (const courier of couriers) courier.retry();
    },
    /** Waits until every sink was tried; whether all is told. */
    async attempt(): Promise<boolean> {
      await Promise.all(couriers.map((courier) => courier.attempt()));
      return couriers.every(({ queue }) => queue.waiting.size + queue.refused.size === 0);
    },
    /** Nothing is sent any more, and everything that was not is kept. */
    async stop() {
      await Promise.all(couriers.map((courier) => courier.stop()));
      await saving;
      dirty = true;
      await save();
    },
  };
}
