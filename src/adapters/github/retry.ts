import { setTimeout as sleep } from 'node:timers/promises';

/** One exchange with GitHub, or why there was none; `sent` when the request may have reached GitHub. */
export type Exchange =
  | { status: number; data: unknown; headers: Record<string, string> }
  | { failed: 'timeout' | 'network'; message: string; sent: boolean };

type Answer = Extract<Exchange, { status: number }>;

/**
 * Primary and secondary limits: 403 or 429 with `retry-after`, with nothing remaining, or saying so; in GraphQL also
 * a 200 with an error of that type.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function isLimit({ status, data, headers }: Answer): boolean {
  if (status === 429) return true;
  const { message, errors } = (data ?? {}) as { message?: string; errors?: { type?: string }[] };
  if (status === 200)
    return Array.isArray(errors) && errors.some(({ type }) => /^RATE_LIMIT/.test(type ?? ''));
  if (status !== 403) return false;
  return (
    'retry-after' in headers || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message ?? '')
  );
}

/**
 * Holds up every call of one client while GitHub asks for it. Waiting is paid for once, however many calls wait;
 * what the budget cannot pay is refused at once, until the limit is over.
 */
export function pauses(budgetMs: number) {
  let left = budgetMs;
  let until = 0;
  let paidUntil = 0;
  return {
    /** Waits until calls are allowed again: `false` when that takes more than is left. */
    async pass(): Promise<boolean> {
      for (let now = Date.now(); now < until; now = Date.now()) {
        const cost = until - Math.max(now, paidUntil);
        if (cost > left) return false;
        if (cost > 0) {
          left -= cost;
          paidUntil = until;
        }
        await sleep(until - now);
      }
      return true;
    },
    /** GitHub has refused a call: at least a second, a minute when it does not say how long. */
    limit({ headers }: Answer): void {
      const now = Date.now();
      const reset =
        headers['x-ratelimit-remaining'] === '0' ? Number(headers['x-ratelimit-reset']) * 1000 - now : NaN;
      const asked = headers['retry-after'] === undefined ? reset : Number(headers['retry-after']) * 1000;
      until = Math.max(until, now + Math.max(1000, Number.isFinite(asked) ? asked : 60_000));
    },
  };
}
