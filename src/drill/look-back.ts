import type { StoredDrill } from '../store/drills.ts';

/** Milliseconds of trials that put every file in its place; none where none did. The others have ended early. */
type Times = { fastest?: number; slowest?: number };

/** One month of trial restores. */
export type Month = { month: string; drills: number; whole: number } & Times;

export type LookBack = {
  drills: number;
  whole: number;
  median?: number;
  lastFault?: string;
  months: Month[];
};

/** The trial restores of the twelve months that end with this one. `now`: `2026-01-31T12:00:00.000Z`. */
export function lookBack(drills: readonly StoredDrill[], now: string): LookBack {
  const year = String(Number(now.slice(0, 4)) - 1).padStart(4, '0');
  const after = `${year}${now.slice(4, 7)}`;
  const own = drills.filter(({ at }) => at.slice(0, 7) > after && at <= now);
  const times = timesOf(own);
  const median = times[Math.floor((times.length - 1) / 2)];
  const months = [...new Set(own.map(({ at }) => at.slice(0, 7)))].sort().map((month): Month => {
    const those = own.filter(({ at }) => at.startsWith(month));
    const [fastest, slowest] = [timesOf(those)[0], timesOf(those).at(-1)];
    return {
      month,
      drills: those.length,
      whole: those.filter((one) => one.ok).length,
      ...(fastest !== undefined && { fastest }),
      ...(slowest !== undefined && { slowest }),
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
    ...(median !== undefined && { median }),
    ...(lastFault !== undefined && { lastFault }),
    months,
  };
}

function timesOf(drills: readonly StoredDrill[]): number[] {
  const complete = drills.filter(({ faults }) => faults.length === 0);
  return complete.map(({ ms }) => ms).sort((one, other) => one - other);
}
