import type { Json } from '../model/json.ts';
import type { Forbidden } from './policy.ts';

type Value = Forbidden['values'][number];

/**
 * The first of these values that a key's value is, or `undefined`. Values are compared as they are written, in
 * upper or lower case, because formats such as dotenv know texts only: `true` is also `"True"`. In a text `*`
 * stands for any characters and `?` for one; a backslash takes the meaning of the next character away. Lists and
 * objects are no values.
 */
export function forbiddenAs(values: readonly Value[], value: Json): Value | undefined {
  return values.find((forbidden) => isThat(forbidden, value));
}

function isThat(forbidden: Value, value: Json): boolean {
  if (forbidden === null || value === null) return forbidden === value;
  if (typeof value === 'object') return false;
  const text = String(value).toLowerCase();
  if (typeof forbidden !== 'string') return text === String(forbidden);
  return matchesGlob(forbidden.toLowerCase(), text);
}

/** Linear in the length of both for a constant number of stars: no expression of the policy can hang it. */
function matchesGlob(glob: string, text: string): boolean {
  const steps = stepsOf(glob);
  let [step, at] = [0, 0];
  let [star, retry] = [-1, 0];
  while (at < text.length) {
    const wanted = steps[step];
    if (wanted === ANY) {
      star = step++;
      retry = at;
    } else if (wanted === ONE || (wanted !== undefined && wanted === text[at])) {
      step += 1;
      at += 1;
    } else if (star !== -1) {
      step = star + 1;
      at = ++retry;
    } else {
      return false;
    }
  }
  return steps.slice(step).every((rest) => rest === ANY);
}

const ANY = Symbol('any characters');
const ONE = Symbol('one character');

function stepsOf(glob: string): (string | typeof ANY | typeof ONE)[] {
  const steps: (string | typeof ANY | typeof ONE)[] = [];
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at]!;
    if (character === '*') steps.push(ANY);
    else if (character === '?') steps.push(ONE);
    else steps.push(character === '\\' && at + 1 < glob.length ? glob[++at]! : character);
  }
  return steps;
}
