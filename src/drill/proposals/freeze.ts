import { isIdentifying, patternOf } from './pattern.ts';
import { lostOrChanged, type Maker } from './proposal.ts';

/** A key that stays the same for as long as the file does may not change: the one that says whose file it is. */
export const freeze: Maker = (facts) => {
  const changed = lostOrChanged(facts, 'changed', 'removed', 'retyped');
  const key = changed.find(({ segments }) => isIdentifying(segments)) ?? changed[0];
  if (key === undefined) return [];
  return [
    { kind: 'freeze', entry: { files: facts.path, freeze: [patternOf(key.segments, facts.hideNames)] } },
  ];
};
