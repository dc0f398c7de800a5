import { addTo, groupBy } from '../model/lists.ts';
import { type Manifest, objectOf } from './manifest.ts';
import type { Outline } from './outline.ts';
import type { StoredVerdict } from './verdicts.ts';

/** How many snapshots are kept: the last ones, the last of each day and week (UTC, from Monday on), known good ones. */
export type Keep = { last: number; daily: number; weekly: number; knownGood: number };

export const DEFAULT_KEEP: Keep = { last: 0, daily: 7, weekly: 4, knownGood: 10 };

/** One snapshot and why it is kept; without a reason it goes. */
export type Retained = { snapshot: Outline; reasons: string[] };

const DAY_MS = 86_400_000;
/** Day 0, the first of January 1970, was a Thursday. */
const DAYS_SINCE_MONDAY = 3;

/**
 * What is kept, newest first, counted for each host, environment and service choice by itself. Whatever the numbers
 * say, the newest known good of every service and the newest complete snapshot stay.
 * @param verdicts what holds for each snapshot.
 * @param needed ids of those that a deployment which has not ended needs.
 */
export function retain(
  snapshots: readonly Outline[],
  verdicts: ReadonlyMap<string, StoredVerdict>,
  keep: Keep,
  needed: ReadonlySet<string> = new Set(),
): Retained[] {
  const newestFirst = [...snapshots].sort((left, right) => (left.id > right.id ? -1 : 1));
  const groups = groupBy(newestFirst, ({ host, environment, onlyService }) =>
    JSON.stringify([host, environment, onlyService]),
  );
  const reasons = new Map<string, string[]>();
  for (const group of groups.values()) {
    for (const [snapshot, reason] of reasonsIn(group, verdicts, keep)) {
      addTo(reasons, snapshot.id, reason);
    }
  }
  return newestFirst.map((snapshot) => {
    const found = reasons.get(snapshot.id) ?? [];
    return { snapshot, reasons: needed.has(snapshot.id) ? [...found, 'unfinished deployment'] : found };
  });
}

function* reasonsIn(
  group: readonly Outline[],
  verdicts: ReadonlyMap<string, StoredVerdict>,
  keep: Keep,
): Generator<[Outline, string]> {
  const good = group.filter(({ id }) => verdicts.get(id)?.verdict === 'good');
  for (const snapshot of group.slice(0, keep.last)) yield [snapshot, 'last'];
  // What a deployment that was rolled back has left is no day's state to go back to.
  const usable = group.filter(({ id }) => verdicts.get(id)?.verdict !== 'bad');
  for (const snapshot of newestOfEach(usable, dayOf, keep.daily)) yield [snapshot, 'daily'];
  for (const snapshot of newestOfEach(usable, weekOf, keep.weekly)) yield [snapshot, 'weekly'];
  for (const snapshot of good.slice(0, keep.knownGood)) yield [snapshot, 'known good'];
  const services = new Set(group.flatMap(({ services }) => services));
  for (const service of services) {
    const newest = good.find((snapshot) => snapshot.services.includes(service));
    if (newest !== undefined) {
      yield [newest, `newest known good of ${service ?? 'files without a service'}`];
    }
  }
  const complete = group.find((snapshot) => snapshot.complete);
  if (complete !== undefined) yield [complete, 'newest complete'];
}

function newestOfEach(
  newestFirst: readonly Outline[],
  spanOf: (snapshot: Outline) => number,
  most: number,
): Outline[] {
  const spans = new Map<number, Outline>();
  for (const snapshot of newestFirst) {
    const span = spanOf(snapshot);
    if (!spans.has(span)) spans.set(span, snapshot);
  }
  return [...spans.values()].slice(0, most);
}

function dayOf({ at }: Outline): number {
  return Math.floor(Date.parse(at) / DAY_MS);
}

function weekOf(snapshot: Outline): number {
  return Math.floor((dayOf(snapshot) + DAYS_SINCE_MONDAY) / 7);
}

/** The names of all objects that a snapshot needs. */
export function contentsOf({ files }: Manifest): string[] {
  return files.filter(({ link }) => link === null).map(objectOf);
}
