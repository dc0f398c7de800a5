import { type Context, createContext, Script } from 'node:vm';

export type Timed<T> = { done: true; value: T } | { done: false };

let script: Script | undefined;
let context: Context | undefined;

/**
 * Runs `work` in this thread and stops it after `milliseconds`, even inside a regular expression, which no
 * timer could interrupt. What `work` throws is thrown. About 0.1 ms per call: batch small work.
 */
export function underDeadline<T>(milliseconds: number, work: () => T): Timed<T> {
  script ??= new Script('run()');
  context ??= createContext({});
  const outer = context.run;
  context.run = work;
  try {
    const timeout = Math.max(1, Math.ceil(milliseconds));
    return { done: true, value: script.runInContext(context, { timeout }) };
  } catch (error) {
    if ((error as { code?: unknown } | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      return { done: false };
    throw error;
  } finally {
    context.run = outer;
  }
}
