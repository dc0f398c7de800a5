import { hostname } from 'node:os';
import { readPolicyFile } from '../../adapters/policy.ts';
import { rootDirectory } from '../../adapters/restore/prepare.ts';
import { writeMetrics } from '../../adapters/verify/metrics.ts';
import { createWatch, type Watch } from '../../adapters/watch/daemon.ts';
import { createHeartbeat } from '../../adapters/watch/heartbeat.ts';
import { jsonLog } from '../../adapters/watch/log.ts';
import { createSource } from '../../adapters/watch/source.ts';
import { createWindows } from '../../adapters/watch/windows.ts';
import { ok, type Problem, type Result } from '../../model/problem.ts';
import { type Sweep, watchMetrics } from '../../watch/metrics.ts';
import { chosenStore } from '../backup/options.ts';
import { chosenDecrypt } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { problemText } from '../problem.ts';
import { openSinks, readSweep, readWatchArguments, type WatchArguments } from './options.ts';

/** `holdfast watch`: 0 when it was asked to end, or all is as it should be; 1 for alerts of `--once`; 2 for a problem. */
export async function runWatch(argv: string[], io: CliIo): Promise<number> {
  const fail = (problem: Problem): number => {
    io.stderr(problemText(problem, io));
    return 2;
  };
  const args = readWatchArguments(argv);
  if (!args.ok) return fail(args.problem);
  const watch = await openWatch(args.value, io);
  if (!watch.ok) return fail(watch.problem);
  const undo = obeySignals(watch.value);
  try {
    if (!args.value.once) {
      const ended = await watch.value.run();
      return ended.ok ? 0 : fail(ended.problem);
    }
    const swept = await watch.value.once();
    if (!swept.ok) return fail(swept.problem);
    const { wrong, blind, told } = swept.value;
    return blind || !told ? 2 : wrong > 0 ? 1 : 0;
  } finally {
    undo();
  }
}

async function openWatch(args: WatchArguments, io: CliIo): Promise<Result<Watch>> {
  const root = await rootDirectory(args.root, io.cwd);
  if (!root.ok) return root;
  const sweepEvery = readSweep(args.sweep);
  if (!sweepEvery.ok) return sweepEvery;
  const origin = { host: hostname(), environment: args.environment ?? null };
  const sinks = openSinks(args, origin, io.env);
  if (!sinks.ok) return sinks;
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  const heartbeat = args.heartbeat ?? (io.env.HOLDFAST_HEARTBEAT || undefined);
  const { policy, metrics } = args;
  return ok(
    createWatch({
      source: createSource(
        await chosenStore(args, io),
        { host: origin.host, environment: args.environment },
        decrypt.value,
      ),
      root: root.value,
      origin,
      readPolicy: async () => (policy === undefined ? ok(undefined) : readPolicyFile(policy, io.cwd)),
      findWindows: createWindows(origin.host, decrypt.value),
      decrypt: decrypt.value,
      sinks: sinks.value,
      sweepEvery: sweepEvery.value,
      heartbeat: heartbeat === undefined ? undefined : createHeartbeat(heartbeat, io.cwd),
      ...(metrics === undefined
        ? {}
        : {
            async swept(sweep: Sweep) {
              const written = await writeMetrics(metrics, io.cwd, watchMetrics(sweep));
              return written.ok ? undefined : written.problem;
            },
          }),
      log: jsonLog(io.stdout),
    }),
  );
}

/** SIGHUP reads the policy and the known good again; SIGTERM and SIGINT end the watch in order. */
function obeySignals(watch: Watch): () => void {
  const handlers = { SIGHUP: watch.reload, SIGTERM: watch.stop, SIGINT: watch.stop } as const;
  for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler);
  return () => {
    for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler);
  };
}
