import { environmentKind } from '../../policy/environments.ts';
import { patternOf } from './pattern.ts';
import { lostOrChanged, type Maker } from './proposal.ts';

/** Where a key names the environment, the other environment's name may not stand there. */
export const forbid: Maker = (facts) => {
  if (facts.group !== 'file') return [];
  return lostOrChanged(facts, 'changed')
    .flatMap(({ segments, after }) => {
      if (typeof after !== 'string' || environmentKind(after) === undefined) return [];
      return facts.mayShow(after, segments)
        ? [{ key: patternOf(segments, facts.hideNames), value: after }]
        : [];
    })
    .slice(0, 1)
    .map((one) => ({ kind: 'forbid', entry: { files: facts.path, forbid: [one] } }));
};
