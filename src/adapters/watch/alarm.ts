import type { Moment } from '../../watch/alert.ts';

/** This moment. */
export function now(): Moment {
  return { ms: performance.now(), iso: new Date().toISOString() };
}

/** A sleep that can be ended from outside. Whoever wakes it while it does not sleep has to have left word elsewhere. */
export function createAlarm(): { sleep(ms: number): Promise<void>; wake(): void } {
  let ring = () => {};
  return {
    wake: () => ring(),
    sleep(ms) {
      if (ms <= 0) return new Promise((resolve) => setImmediate(resolve));
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, Math.ceil(ms));
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
