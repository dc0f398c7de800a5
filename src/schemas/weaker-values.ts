import { canonical } from '../diff/leaves.ts';
import type { Json } from '../model/json.ts';
import { type Loosened, loosened } from './loosened.ts';
import { readAll, readKeyword, type Side } from './side.ts';
import { fits } from './weaker-fits.ts';
import { declaredTypes, eachBranch, type Type, typeNames, typeOfValue } from './weaker-types.ts';

/** Types, and lists of allowed values. `settled`: no other keyword can make a difference. */
export function compareValues(before: Side, after: Side): { found: Loosened[]; settled: boolean } {
  const types = declaredTypes(before);
  const [then, now] = [finiteValues(before), finiteValues(after)];
  if (now === undefined) {
    const found = compareTypes(types, declaredTypes(after), after);
    if (then === undefined) return { found, settled: false };
    found.push(loosened('values-removed', listKeyword(before) ?? 'type', after, { before: then }));
    return { found, settled: true };
  }
  const allowed = now.filter((value) => fits(after, value));
  const odd = then === undefined ? allowed.filter((value) => !types.has(typeOfValue(value))) : [];
  const found = compareTypes(types, new Set(odd.map(typeOfValue)), after);
  const more = allowed.filter(
    (value) => !odd.includes(value) && !(types.has(typeOfValue(value)) && fits(before, value)),
  );
  if (more.length > 0) {
    const keyword = listKeyword(after) ?? listKeyword(before) ?? 'type';
    found.push(loosened('values-widened', keyword, after, { after: more }));
  }
  return { found, settled: true };
}

function compareTypes(then: ReadonlySet<Type>, now: ReadonlySet<Type>, after: Side): Loosened[] {
  if ([...now].every((type) => then.has(type))) return [];
  const names = typeNames(now);
  return [loosened('type-widened', 'type', after, { before: typeNames(then), after: names })];
}

/** The keyword by which a side lists its values. */
function listKeyword(side: Side): string | undefined {
  return ['enum', 'const', 'oneOf', 'anyOf'].find((keyword) =>
    side.nodes.some((node) => readKeyword(node, keyword) !== undefined),
  );
}

/** Every value that is allowed, when they can be listed. */
function finiteValues(side: Side, open: ReadonlySet<unknown> = new Set()): Json[] | undefined {
  if (side.never) return [];
  const types = declaredTypes(side);
  let values: Json[] | undefined;
  const narrow = (allowed: Json[]) => {
    const texts = new Set(allowed.map(canonical));
    values = values === undefined ? allowed : values.filter((value) => texts.has(canonical(value)));
  };
  for (const list of readAll(side, 'enum')) if (Array.isArray(list)) narrow(list);
  for (const value of readAll(side, 'const')) narrow([value]);
  eachBranch(side, open, (branches, deeper) => {
    const lists = branches.map((branch) => finiteValues(branch, deeper));
    if (lists.every((list) => list !== undefined)) narrow(lists.flat());
  });
  if (values === undefined && [...types].every((type) => type === 'null' || type === 'boolean')) {
    values = [...types].flatMap((type): Json[] => (type === 'null' ? [null] : [true, false]));
  }
  return values?.filter((value) => types.has(typeOfValue(value)));
}
