import type { Problem } from '../../model/problem.ts';
import type { Watching } from '../../watch/machine.ts';
import type { Keeper } from './keeper.ts';
import type { Log } from './log.ts';
import type { Source } from './source.ts';
import type { Teller } from './teller.ts';

/**
 * Takes this host's lock in the store and what was remembered there, as soon as the store is there: at the start, or
 * later. The problem is `watch-running`; all others are said in the log, and tried again.
 */
export function createRemember(parts: {
  source: Source;
  keeper: Keeper;
  watching: Watching;
  teller: Teller;
  log: Log;
}): () => Promise<Problem | undefined> {
  const { source, keeper, watching, teller, log } = parts;
  let isAway = true;
  let isRecalled = false;
  let said: string | undefined;

  const complain = ({ code, message, hint }: Problem) => {
    if (said !== message) log('error', code, { message, hint });
    said = message;
  };

  return async () => {
    const store = source.store();
    if (store === undefined) isAway = true;
    if (store === undefined || !isAway) return undefined;
    const taken = await keeper.take(store);
    if (!taken.ok && taken.problem.code === 'watch-running') return taken.problem;
    if (!taken.ok) {
      complain(taken.problem);
      return undefined;
    }
    if (!isRecalled) {
      const memory = await keeper.recall();
      if (!memory.ok) complain(memory.problem);
      if (!memory.ok && memory.problem.code === 'store-io') return undefined;
      const remembered = memory.ok ? memory.value : undefined;
      for (const alert of remembered?.open ?? []) {
        if (!watching.open.has(alert.key)) watching.open.set(alert.key, alert);
      }
      teller.recall(remembered);
      isRecalled = true;
    }
    isAway = false;
    said = undefined;
    teller.changed();
    return undefined;
  };
}
