import type { Deployment } from '../../store/deployments.ts';
import type { Window } from '../../watch/judge.ts';
import type { Store } from '../store/files.ts';
import type { Source } from './source.ts';

/**
 * The deployments that run, and those that nobody finishes, as far as the store tells; `undefined` where that cannot be
 * read.
 */
export type FindWindows = (
  store: Store,
  root: string,
) => Promise<{ windows: Window[]; left: Deployment[] } | undefined>;

/** What is known of deployments; those that were left unfinished stay known while the store is away. */
export function followDeployments(source: Source, root: string, findWindows: FindWindows) {
  let left: readonly Deployment[] = [];
  return {
    left: () => left,
    async find(): Promise<readonly Window[]> {
      const store = source.store();
      const found = store === undefined ? undefined : await findWindows(store, root);
      left = found?.left ?? left;
      return found?.windows ?? [];
    },
  };
}
