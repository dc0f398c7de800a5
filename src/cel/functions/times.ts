import { CelError, spendText } from '../meter.ts';
import { int, timestamp } from '../operators.ts';
import { parseDuration, parseTimestamp, utcParts } from '../time.ts';
import type { Value } from '../value.ts';
import { define, type Overload } from './define.ts';

type Time = Value & { ns: bigint };

/** Parts of a timestamp in UTC. Other time zones are not offered: their rules change with the data at hand. */
const part = (name: string, pick: (parts: ReturnType<typeof utcParts>) => number): Overload =>
  define(`timestamp.${name}()`, (_call, time: Time) => BigInt(pick(utcParts(time.ns))));

const inUnits = (name: string, size: bigint): Overload =>
  define(`duration.${name}()`, (_call, time: Time) => time.ns / size);

/** CEL's functions on timestamps and durations. */
export const TIMES: readonly Overload[] = [
  define('timestamp(timestamp)', (_call, time: Time) => time),
  define('timestamp(int)', (_call, seconds: bigint) => timestamp(seconds * 1_000_000_000n)),
  define('timestamp(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    const ns = parseTimestamp(text);
    if (ns === undefined) throw new CelError('the text is not a timestamp (RFC 3339)');
    return { cel: 'timestamp', ns };
  }),
  define('duration(duration)', (_call, time: Time) => time),
  define('duration(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    const ns = parseDuration(text);
    if (ns === undefined) throw new CelError('the text is not a duration (such as 1h30m)');
    return { cel: 'duration', ns: int(ns) };
  }),
  part('getFullYear', ({ year }) => year),
  part('getMonth', ({ month }) => month - 1),
  part('getDate', ({ day }) => day),
  part('getDayOfMonth', ({ day }) => day - 1),
  part('getDayOfWeek', ({ weekday }) => weekday),
  part('getDayOfYear', ({ dayOfYear }) => dayOfYear),
  part('getHours', ({ hour }) => hour),
  part('getMinutes', ({ minute }) => minute),
  part('getSeconds', ({ second }) => second),
  part('getMilliseconds', ({ millisecond }) => millisecond),
  inUnits('getHours', 3_600_000_000_000n),
  inUnits('getMinutes', 60_000_000_000n),
  inUnits('getSeconds', 1_000_000_000n),
  define('duration.getMilliseconds()', (_call, time: Time) => (time.ns / 1_000_000n) % 1000n),
];
