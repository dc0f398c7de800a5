const SECOND = 1_000_000_000n;
const UNITS: Readonly<Record<string, bigint>> = {
  h: 3_600n * SECOND,
  m: 60n * SECOND,
  s: SECOND,
  ms: 1_000_000n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ns: 1n,
};

/** Nanoseconds of a duration as Go writes it (`1h30m`, `-1.5s`); `undefined` for another text. */
export function parseDuration(text: string): bigint | undefined {
  const [, sign, rest] = /^([-+]?)(.*)$/s.exec(text)!;
  if (rest === '0') return 0n;
  if (!/^((\d{1,19}\.?\d{0,19}|\.\d{1,19})(ns|us|µs|μs|ms|s|m|h))+$/.test(rest!)) return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit] of rest!.matchAll(
    /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g,
  )) {
    const size = UNITS[unit!]!;
    total += BigInt(whole === '' ? 0 : whole) * size;
    if (fraction !== '') total += (BigInt(fraction) * size) / 10n ** BigInt(fraction.length);
  }
  return sign === '-' ? -total : total;
}

/** Nanoseconds since 1970 of a date and time by RFC 3339; `undefined` for another text. */
export function parseTimestamp(text: string): bigint | undefined {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9})\d*)?(?:[Zz]|([-+])(\d\d):(\d\d))$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as Parts;
  const days = toDays(year, month, day);
  const back = fromDays(days);
  if (back.month !== month || back.day !== day || hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * (match[8] === '-' ? -60 : 60);
  const seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset;
  return BigInt(seconds) * SECOND + BigInt((match[7] ?? '').padEnd(9, '0'));
}

type Parts = [number, number, number, number, number, number];

/** Days since 1970 of a day of the Gregorian calendar (howardhinnant.github.io/date_algorithms.html). */
function toDays(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function fromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: years + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** A timestamp's parts in UTC. `weekday` counts from Sunday, `dayOfYear` from 0. */
export function utcParts(ns: bigint): Record<TimePart, number> {
  const total = floorDivide(ns, SECOND);
  const days = Number(floorDivide(total, 86_400n));
  const { year, month, day } = fromDays(days);
  const seconds = Number(total) - days * 86_400;
  return {
    year,
    month,
    day,
    hour: Math.floor(seconds / 3_600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    millisecond: Number((ns - total * SECOND) / 1_000_000n),
    weekday: (((days + 4) % 7) + 7) % 7,
    dayOfYear: days - toDays(year, 1, 1),
  };
}

type TimePart =
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'
  | 'weekday'
  | 'dayOfYear';

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

/** RFC 3339, in UTC. */
export function timestampText(ns: bigint): string {
  const { year, month, day, hour, minute, second } = utcParts(ns);
  const two = (number: number) => String(number).padStart(2, '0');
  const time = `${two(hour)}:${two(minute)}:${two(second)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${time}${fractionOf(ns)}Z`;
}

/** As CEL writes a duration: seconds. */
export function durationText(ns: bigint): string {
  const size = ns < 0n ? -ns : ns;
  return `${ns < 0n ? '-' : ''}${size / SECOND}${fractionOf(size)}s`;
}

function fractionOf(ns: bigint): string {
  const rest = ns - floorDivide(ns, SECOND) * SECOND;
  return rest === 0n ? '' : `.${String(rest).padStart(9, '0').replace(/0+$/, '')}`;
}
