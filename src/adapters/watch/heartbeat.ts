import { rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode } from '../store/fs.ts';
import { httpUrl, send, shownUrl } from './http.ts';
import type { Log } from './log.ts';

/** Says that the watch is alive and has swept; gives the reason when it could not be said. */
export type Heartbeat = { shown: string; beat(signal: AbortSignal): Promise<string | undefined> };

/** A URL is asked for, as services for dead men's switches want it; a file gets the time, whole at any moment. */
export function createHeartbeat(given: string, cwd: string): Heartbeat {
  const url = httpUrl(given);
  if (url !== undefined) {
    return {
      shown: shownUrl(url),
      async beat(signal) {
        const sent = await send(url, { signal });
        return sent.ok ? undefined : sent.reason;
      },
    };
  }
  const file = resolve(cwd, given);
  return {
    shown: file,
    async beat() {
      try {
        await writeFile(`${file}.tmp`, `${new Date().toISOString()}\n`);
        await rename(`${file}.tmp`, file);
        return undefined;
      } catch (error) {
        return errorCode(error) ?? String(error);
      }
    },
  };
}

/** One beat after the other; that it is not heard is said once until it is. */
export function createPulse(
  heartbeat: Heartbeat | undefined,
  log: Log,
  stopping: AbortSignal,
): () => Promise<void> {
  let before: string | undefined;
  return async () => {
    if (heartbeat === undefined) return;
    const failed = await heartbeat.beat(stopping);
    if (stopping.aborted || failed === before) return;
    before = failed;
    const { shown } = heartbeat;
    if (failed === undefined) log('info', 'heartbeat-back', { to: shown });
    else log('error', 'heartbeat-away', { to: shown, reason: failed });
  };
}
