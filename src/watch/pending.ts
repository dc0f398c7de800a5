import { isAtOrBelow } from '../store/scope.ts';

/** How long a place has to be quiet before it is looked at, and for how long at most it may keep us waiting. */
const QUIET_MS = 50;
const LONGEST_MS = 1000;

/** Places where something has happened; all times are milliseconds of a clock that never goes backwards. */
export type Pending = Map<string, { first: number; due: number }>;

/** Something has happened at a place: it is looked at when it has been quiet for a moment. */
export function happened(pending: Pending, place: string, now: number): void {
  const first = pending.get(place)?.first ?? now;
  pending.set(place, { first, due: Math.min(now + QUIET_MS, first + LONGEST_MS) });
}

/** A place is to be looked at again at this time, whatever happens there. */
export function lookAgain(pending: Pending, place: string, at: number): void {
  const known = pending.get(place);
  if (known === undefined || known.due > at) pending.set(place, { first: known?.first ?? at, due: at });
}

/** Takes out what is to be looked at now; a place below another one of them goes with it. */
export function takeDue(pending: Pending, now: number): string[] {
  const due = [...pending].filter(([, { due }]) => due <= now).map(([place]) => place);
  for (const place of due) pending.delete(place);
  if (due.length < 2) return due;
  const tops: string[] = [];
  for (const place of due.sort()) {
    if (!tops.some((top) => isAtOrBelow(place, top))) tops.push(place);
  }
  return tops;
}

/** When there is something to do next; `undefined` for never. */
export function nextDue(pending: Pending): number | undefined {
  let next: number | undefined;
  for (const { due } of pending.values()) if (next === undefined || due < next) next = due;
  return next;
}
