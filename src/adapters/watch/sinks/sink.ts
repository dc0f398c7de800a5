import type { Alert } from '../../../watch/alert.ts';
import type { Origin } from '../../../watch/messages/words.ts';
import type { Sent } from '../../../watch/queue.ts';

/** Who is told of alerts. None of its calls throws. */
export type Sink = {
  /** The name of its queue, and in the log. */
  id: string;
  /** Where it sends to, without secrets. */
  shown: string;
  /**
   * @param alerts what is new, at most once for each key; alerts with `until` are over.
   * @param open all that is wrong now.
   */
  send(alerts: readonly Alert[], open: readonly Alert[], signal: AbortSignal): Promise<Sent>;
  /** It forgets what it is not told again within this time: milliseconds between two times. */
  repeat?: number;
};

/** What a person has said about sinks: options, and the environment. */
export type SinkOptions = { given: string; origin: Origin; env: Record<string, string | undefined> };
