import type { parseArgs } from 'node:util';
import { sinks } from '../../adapters/watch/sinks/index.ts';
import type { Sink } from '../../adapters/watch/sinks/sink.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import type { Origin } from '../../watch/messages/words.ts';
import { IDENTITY_OPTIONS } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { parsed, usage } from '../judging.ts';

const OPTIONS = {
  policy: { type: 'string' },
  store: { type: 'string' },
  environment: { type: 'string' },
  root: { type: 'string' },
  sweep: { type: 'string' },
  webhook: { type: 'string' },
  alertmanager: { type: 'string' },
  'github-issue': { type: 'string' },
  metrics: { type: 'string' },
  heartbeat: { type: 'string' },
  once: { type: 'boolean' },
  ...IDENTITY_OPTIONS,
  debug: { type: 'boolean' },
} as const;

export type WatchArguments = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

export function readWatchArguments(argv: string[]): Result<WatchArguments> {
  const read = parsed({ args: argv, options: OPTIONS });
  return read.ok ? ok(read.value.values) : read;
}

const UNITS: { readonly [unit: string]: number } = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const LEAST_MS = 100;
const MOST_MS = 3_600_000;

/** `30s`, `500ms`, `5m`: in milliseconds. */
export function readSweep(text = '30s'): Result<number> {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const ms = Math.round(Number(number) * (UNITS[unit] ?? Number.NaN));
  if (ms >= LEAST_MS && ms <= MOST_MS) return ok(ms);
  return refuse(
    usage(`--sweep is ${JSON.stringify(text)}.`, 'Give a duration from 100ms to 1h, such as 30s.'),
  );
}

/** Every sink that an option or a variable asks for. */
export function openSinks(args: WatchArguments, origin: Origin, env: CliIo['env']): Result<Sink[]> {
  const opened: Sink[] = [];
  for (const { option, variable, open } of sinks) {
    const given = args[option] ?? (env[variable] || undefined);
    if (given === undefined) continue;
    const sink = open({ given, origin, env });
    if (!sink.ok) return sink;
    opened.push(sink.value);
  }
  return ok(opened);
}
