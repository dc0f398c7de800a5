import type { StoredDrill } from '../store/drills.ts';

/** One month of trial restores. Milliseconds. */
export type Month = { month: string; drills: number; whole: number; fastest: number; slowest: number };

export type LookBack = { drills: number; whole: number; median: number; lastFault?: string; months: Month[] };

/** The trial restores of the twelve months that end with this one. `now`: `2026-01-31T12:00:00.000Z`. */
export function lookBack(drills: readonly StoredDrill[], now: string): LookBack {
  const year = String(Number(now.slice(0, 4)) - 1).padStart(4, '0');
  const after = `${year}${now.slice(4, 7)}`;
  const own = drills.filter(({ at }) => at.slice(0, 7) > after && at <= now);
  const times = own.map(({ ms }) => ms).sort((one, other) => one - other);
  const months = [...new Set(own.map(({ at }) => at.slice(0, 7)))].sort().map((month): Month => {
    const those = own.filter(({ at }) => at.startsWith(month));
    const taken = those.map(({ ms }) => ms);
    return {
      month,
      drills: those.length,
      whole: those.filter((one) => one.ok).length,
      fastest: Math.min(...taken),
      slowest: Math.max(...taken),
    };
  });
  const lastFault = own
    .filter((one) => !one.ok)
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return {
    drills: own.length,
    whole: own.filter((one) => one.ok).length,
    median: times[Math.floor((times.length - 1) / 2)] ?? 0,
    ...(lastFault !== undefined && { lastFault }),
    months,
  };
}
