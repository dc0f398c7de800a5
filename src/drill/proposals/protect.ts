import { isEmpty } from '../../model/json.ts';
import { patternOf } from './pattern.ts';
import { type Facts, lostOrChanged, type Maker, MOST_NAMED } from './proposal.ts';

/** Keys that are gone, emptied or of another type may not be. */
export const protect: Maker = (facts) => {
  const gone = lostOrChanged(facts, 'removed', 'retyped', 'changed')
    .filter(({ kind, after }) => kind !== 'changed' || isEmpty(after ?? null))
    .map(({ segments }) => segments);
  const named = gone.length > 0 ? gone : ofLostRoots(facts);
  if (named.length === 0) return [];
  const keys = named.slice(0, MOST_NAMED).map((segments) => patternOf(segments, facts.hideNames));
  return [{ kind: 'protect', entry: { files: facts.path, protect: [...new Set(keys)] } }];
};

/** What stood at the top of a document that is something else as a whole: the document itself has no name. */
function ofLostRoots({ difference }: Facts): string[][] {
  return (difference?.changes ?? []).flatMap(({ segments, before }) =>
    segments.length === 0 && typeof before === 'object' && before !== null
      ? Object.keys(before).map((key) => [key])
      : [],
  );
}
