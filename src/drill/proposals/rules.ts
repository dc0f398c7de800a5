import { patternOf } from './pattern.ts';
import { lostOrChanged, type Maker } from './proposal.ts';

/** A number may not more than double, nor fall below a half, in one step: what a digit too many or too few does. */
export const rules: Maker = (facts) => {
  if (facts.group !== 'value') return [];
  const changed = lostOrChanged(facts, 'changed').find(
    ({ before, after }) => typeof before === 'number' && typeof after === 'number' && before > 0,
  );
  if (changed === undefined) return [];
  const two = Number.isInteger(changed.before) ? '2' : '2.0';
  const rule = {
    key: patternOf(changed.segments, facts.hideNames),
    rule: `self <= oldSelf * ${two} && self * ${two} >= oldSelf`,
    message: 'more than doubling or halving it in one step is a typo, or needs two changes',
  };
  return [{ kind: 'rules', entry: { files: facts.path, rules: [rule] } }];
};
