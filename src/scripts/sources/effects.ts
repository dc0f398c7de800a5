import type { Effect } from '../effect.ts';
import { confidenceOf } from '../location.ts';
import type { Text } from '../text.ts';

/** What has to be said of an effect that no shell command makes; the rest is what nothing is known of. */
export type Direct = Pick<
  Effect,
  'script' | 'place' | 'endLine' | 'command' | 'text' | 'op' | 'host' | 'surroundings' | 'rule' | 'page'
> & { paths: readonly Text[]; tree?: boolean } & Partial<Effect>;

/** An effect that a source makes itself. `paths` are located and not empty. */
export function directEffect({ paths, tree = false, ...known }: Direct): Effect {
  return {
    sources: [],
    guards: [],
    via: [],
    aggravators: [],
    readsTarget: false,
    safer: [],
    ...known,
    targets: paths.map((path) => ({ path, confidence: confidenceOf(path), tree })),
  };
}
