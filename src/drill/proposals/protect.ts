import { isEmpty } from '../../model/json.ts';
import { patternOf } from './pattern.ts';
import { lostOrChanged, type Maker, MOST_NAMED } from './proposal.ts';

/** Keys that are gone, emptied or of another type may not be. */
export const protect: Maker = (facts) => {
  const gone = lostOrChanged(facts, 'removed', 'retyped', 'changed').filter(
    ({ kind, after }) => kind !== 'changed' || isEmpty(after ?? null),
  );
  if (gone.length === 0) return [];
  const keys = gone.slice(0, MOST_NAMED).map(({ segments }) => patternOf(segments, facts.hideNames));
  return [{ kind: 'protect', entry: { files: facts.path, protect: [...new Set(keys)] } }];
};
