import type { Alert } from './alert.ts';

/**
 * What one receiver still has to be told: the newest word on each key, oldest first. `refused`: what it will never take
 * as it is; tried once more after a start or a reload.
 */
export type Queue = { waiting: Map<string, Alert>; refused: Map<string, Alert> };

/** How a delivery ended. `after`: milliseconds that the receiver asks for. `reason` holds no secret. */
export type Sent =
  | { ok: true }
  | { ok: false; again: true; reason: string; after?: number }
  | { ok: false; again: false; reason: string };

/** Told at once: a receiver that was away for a day gets a few long messages, not one that it cannot take. */
const MOST_AT_ONCE = 500;

const FIRST_MS = 1000;
const LONGEST_MS = 300_000;
const LONGEST_ASKED_MS = 3_600_000;

export function newQueue(waiting: readonly Alert[] = [], refused: readonly Alert[] = []): Queue {
  return { waiting: byKey(waiting), refused: byKey(refused) };
}

/** The newest word on a key replaces an older one that was not told yet; it tells since when and until when. */
export function enqueue({ waiting, refused }: Queue, alerts: readonly Alert[]): void {
  for (const alert of alerts) {
    waiting.delete(alert.key);
    refused.delete(alert.key);
    waiting.set(alert.key, alert);
  }
}

export function nextBatch({ waiting }: Queue): Alert[] {
  return [...waiting.values()].slice(0, MOST_AT_ONCE);
}

/** Takes out what was told or refused, unless there is a newer word on it by now. */
export function settle({ waiting, refused }: Queue, batch: readonly Alert[], sent: Sent): void {
  if (!sent.ok && sent.again) return;
  for (const alert of batch) {
    if (waiting.get(alert.key) !== alert) continue;
    waiting.delete(alert.key);
    if (!sent.ok) refused.set(alert.key, alert);
  }
}

/** Lets what was refused be tried once more. */
export function retryRefused({ waiting, refused }: Queue): void {
  for (const [key, alert] of refused) if (!waiting.has(key)) waiting.set(key, alert);
  refused.clear();
}

/**
 * Milliseconds until the next attempt.
 * @param failures in a row, from 1.
 * @param chance from 0 to 1, so that many hosts do not come back at the same moment.
 */
export function delayAfter(failures: number, chance: number, asked = 0): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.max(longest * (0.5 + chance / 2), Math.min(asked, LONGEST_ASKED_MS));
}

function byKey(alerts: readonly Alert[]): Map<string, Alert> {
  return new Map(alerts.map((alert) => [alert.key, alert]));
}
