import { ok, type Problem, type Result } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { healthObservations } from '../../watch/health.ts';
import type { Seen } from '../../watch/judge.ts';
import { type Observation, observe, startWatching } from '../../watch/machine.ts';
import type { Origin } from '../../watch/messages/words.ts';
import type { Sweep } from '../../watch/metrics.ts';
import { happened, lookAgain, nextDue, type Pending, takeDue } from '../../watch/pending.ts';
import type { Decrypt } from '../age/age.ts';
import { createAlarm, now } from './alarm.ts';
import { createExaminer, type ExaminerOptions } from './examiner.ts';
import { createPulse, type Heartbeat } from './heartbeat.ts';
import { createKeeper } from './keeper.ts';
import type { Log } from './log.ts';
import { createRemember } from './remember.ts';
import type { Sink } from './sinks/sink.ts';
import type { Source } from './source.ts';
import { createTeller } from './teller.ts';

export type WatchOptions = {
  source: Source;
  root: string;
  origin: Origin;
  readPolicy(): Promise<Result<Policy | undefined>>;
  findWindows: ExaminerOptions['findWindows'];
  decrypt: Decrypt | undefined;
  sinks: readonly Sink[];
  /** Milliseconds between two sweeps. */
  sweepEvery: number;
  heartbeat?: Heartbeat | undefined;
  /** Told after every sweep. */
  swept?(sweep: Sweep): Promise<Problem | undefined>;
  log: Log;
};

/** What the outside may ask of a watch that runs. */
export type Watch = {
  /** Ends when `stop` was asked for, or with a problem: `watch-running`. */
  run(): Promise<Result<undefined>>;
  /** One sweep, and every sink tried once; `problem` when not everything could be compared. */
  once(): Promise<Result<{ wrong: number; blind: boolean; told: boolean }>>;
  reload(): void;
  stop(): void;
};

/** Differences by key are shown of this many files that changed at the same time. */
const MOST_DETAILED = 20;

export function createWatch(options: WatchOptions): Watch {
  const { source, log, sinks, origin } = options;
  const watching = startWatching();
  const pending: Pending = new Map();
  const keeper = createKeeper();
  const teller = createTeller({ sinks, keeper, origin, log, watching });
  const remember = createRemember({ source, keeper, watching, teller, log });
  const stopping = new AbortController();
  const pulse = createPulse(options.heartbeat, log, stopping.signal);
  const { sleep, wake } = createAlarm();
  let reloading = false;
  let unwritten: string | undefined;
  let last = { files: 0, took: 0 };

  const examiner = createExaminer({
    source,
    root: options.root,
    findWindows: options.findWindows,
    decrypt: options.decrypt,
    happened(place) {
      happened(pending, place, performance.now());
      wake();
    },
    remembered: function* () {
      yield* watching.open.keys();
      yield* watching.suspects.keys();
    },
  });

  const take = async (observations: readonly Observation[], seen?: ReadonlyMap<string, Seen>) => {
    const { told, again } = observe(watching, observations, now());
    for (const { key, at } of again) lookAgain(pending, key, at);
    for (const [index, alert] of told.entries()) {
      if (index === MOST_DETAILED) break;
      if (alert.until !== null || alert.kind !== 'modified') continue;
      alert.details = await examiner.details(alert.key, seen?.get(alert.key));
    }
    if (told.length > 0) teller.tell(told);
  };

  const look = async () => {
    const places = takeDue(pending, performance.now());
    if (places.length === 0) return;
    const { observations, seen } = await examiner.look(places);
    await take(observations, seen);
  };

  /** What a sweep finds wrong is looked at once more when it is quiet: it may be being written. */
  const confirmLater = (observations: readonly Observation[]) =>
    observations.filter((one) => {
      if (one.verdict !== 'bad' || watching.open.get(one.key)?.state === one.drift.state) return true;
      happened(pending, one.key, performance.now());
      return false;
    });

  const tellSwept = async () => {
    const open = [...watching.open.values()];
    const problem = await options.swept?.({ ...last, ended: Date.now(), open });
    if (problem !== undefined && problem.message !== unwritten) {
      log('error', problem.code, { message: problem.message, hint: problem.hint });
    }
    unwritten = problem?.message;
  };

  const sweep = async (): Promise<Problem | undefined> => {
    const begun = performance.now();
    let files = 0;
    for await (const part of examiner.sweep()) {
      if (stopping.signal.aborted) return undefined;
      files += part.files;
      await take(confirmLater(part.observations));
      await look();
    }
    const refused = await remember();
    if (refused !== undefined) return refused;
    await take(healthObservations(examiner.health()));
    await teller.save();
    last = { files, took: performance.now() - begun };
    await tellSwept();
    if (source.known() !== undefined && source.storeProblem() === undefined) void pulse();
    return undefined;
  };

  const begin = async (): Promise<Problem | undefined> => {
    const policy = await options.readPolicy();
    if (!policy.ok) return policy.problem;
    examiner.usePolicy(policy.value);
    await examiner.refresh(true);
    return remember();
  };

  const reload = async () => {
    reloading = false;
    const policy = await options.readPolicy();
    if (policy.ok) examiner.usePolicy(policy.value);
    else examiner.usePolicy(undefined, policy.problem);
    await examiner.refresh(true);
    teller.retry();
    log('info', 'reloaded', facts());
  };

  /** Alerts that were open at the last end are not told again. */
  const facts = () => ({
    directories: examiner.watched(),
    snapshots: source.known()?.parts.map(({ manifest }) => manifest.id) ?? [],
    open: [...watching.open.keys()],
  });

  const end = async () => {
    examiner.close();
    await teller.stop();
    await keeper.release();
  };

  const loop = async (): Promise<Problem | undefined> => {
    for (let next = performance.now(), first = true; !stopping.signal.aborted; ) {
      if (reloading) {
        await reload();
        next = performance.now();
      }
      if (performance.now() >= next) {
        const refused = await sweep();
        if (refused !== undefined) return refused;
        next = performance.now() + options.sweepEvery;
        if (first) log('info', 'ready', facts());
        first = false;
      }
      await look();
      const due = Math.min(next, nextDue(pending) ?? next);
      if (!reloading && !stopping.signal.aborted) await sleep(due - performance.now());
    }
    return undefined;
  };

  return {
    async run() {
      const problem = (await begin()) ?? (await loop());
      await end();
      if (problem !== undefined) return { ok: false, problem };
      log('info', 'stopped');
      return ok(undefined);
    },
    async once() {
      watching.once = true;
      const problem = (await begin()) ?? (await sweep());
      while (problem === undefined && pending.size > 0 && !stopping.signal.aborted) {
        await sleep(nextDue(pending)! - performance.now());
        await look();
      }
      // What was looked at a second time is known only now.
      if (problem === undefined) await tellSwept();
      const told = await teller.attempt();
      await end();
      if (problem !== undefined) return { ok: false, problem };
      const open = [...watching.open.values()];
      const wrong = open.filter(({ path, kind }) => path !== null || kind === 'deployment').length;
      return ok({ wrong, blind: wrong < open.length || source.known() === undefined, told });
    },
    reload() {
      reloading = true;
      wake();
    },
    stop() {
      stopping.abort();
      wake();
    },
  };
}
