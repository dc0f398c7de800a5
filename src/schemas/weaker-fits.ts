import { canonical } from '../diff/leaves.ts';
import type { Json } from '../model/json.ts';
import { isMultipleOf } from './equality.ts';
import { toRegExp } from './patterns.ts';
import { below, readAll, type Side, sideOf } from './side.ts';
import { countBound, numberBound } from './weaker-bounds.ts';

/** Schemas that lead to themselves for the same value are not followed further. */
const DEEPEST = 20;

/**
 * Whether a listed value fits a side, as far as text, numbers and their combinations go: what is inside of lists
 * and objects, formats and CEL rules are not looked at. The types have been compared before.
 */
export function fits(side: Side, value: Json, depth = 0): boolean {
  if (side.never) return false;
  if (depth > DEEPEST) return true;
  const branch = (node: Side['nodes'][number]) => fits(sideOf(side.tree, [node]), value, depth + 1);
  const text = canonical(value);
  return (
    readAll(side, 'enum').every((list) => !Array.isArray(list) || list.map(canonical).includes(text)) &&
    readAll(side, 'const').every((only) => canonical(only) === text) &&
    (typeof value !== 'number' || numberFits(side, value)) &&
    (typeof value !== 'string' || textFits(side, value)) &&
    side.groups.every(({ keyword, branches }) => {
      const fitting = branches.filter(branch).length;
      return keyword === 'oneOf' ? fitting === 1 : fitting > 0;
    }) &&
    side.nodes.every((node) => {
      const [no, condition] = [below(side.tree, node, 'not'), below(side.tree, node, 'if')];
      if (no !== undefined && branch(no)) return false;
      if (condition === undefined) return true;
      const then = below(side.tree, node, branch(condition) ? 'then' : 'else');
      return then === undefined || branch(then);
    })
  );
}

function numberFits(side: Side, value: number): boolean {
  const [least, most] = [numberBound(side, 'least', false), numberBound(side, 'most', false)];
  if (least !== undefined && (value < least.value || (least.exclusive && value === least.value)))
    return false;
  if (most !== undefined && (value > most.value || (most.exclusive && value === most.value))) return false;
  return readAll(side, 'multipleOf').every((by) => typeof by !== 'number' || isMultipleOf(value, by));
}

function textFits(side: Side, value: string): boolean {
  const length = [...value].length;
  const [least, most] = [countBound(side, 'minLength', 'least'), countBound(side, 'maxLength', 'most')];
  if (length < (least?.value ?? 0) || length > (most?.value ?? length)) return false;
  return readAll(side, 'pattern').every((pattern) => toRegExp(String(pattern))?.test(value) !== false);
}
