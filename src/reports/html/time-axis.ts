import { utcParts } from '../../cel/time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  91 * DAY,
  365 * DAY,
];
const MOST = 8;

/** Round moments between two, in milliseconds since 1970; at most eight, and one where both are the same. */
export function stepsOf(first: number, last: number): number[] {
  const span = last - first;
  const step = STEPS.find((each) => span / each <= MOST - 1) ?? Math.ceil(span / (MOST - 1));
  const steps: number[] = [];
  for (let time = Math.ceil(first / step) * step; time <= last; time += step) steps.push(time);
  return steps.length > 0 ? steps : [first];
}

/** `03-14 09:30`, `03-14` or `2026-03`: as exact as the span asks for; in UTC. */
export function timeLabel(time: number, span: number): string {
  const { year, month, day, hour, minute } = partsOf(time);
  const two = (number: number) => String(number).padStart(2, '0');
  if (span > 2 * 365 * DAY) return `${year}-${two(month)}`;
  if (span > 8 * DAY) return `${two(month)}-${two(day)}`;
  return `${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

function partsOf(time: number) {
  return utcParts(BigInt(Math.trunc(time)) * 1_000_000n);
}
