import { canonical } from '../diff/leaves.ts';
import { isObject, type Json } from '../model/json.ts';
import { type Compare, isWithin, type Loosened, loosened, loosenedAt } from './loosened.ts';
import { pairUp } from './pair-up.ts';
import { type Group, type Side, sideOf } from './side.ts';
import { declaredTypes, type Type } from './weaker-types.ts';

/** Groups of both sides that belong together: the same text first, then the same keyword, in their order. */
export function pairGroups(before: Side, after: Side): { pairs: [Group, Group][]; extra: Group[] } {
  return pairUp(before.groups, after.groups, [
    ({ keyword, branches }) => `${keyword} ${canonical(branches.map(({ schema }) => schema))}`,
    ({ keyword }) => keyword,
    () => '',
  ]);
}

/** `oneOf` refuses what fits two branches; `anyOf` does not. */
export function openedUnions(pairs: readonly [Group, Group][], after: Side): Loosened[] {
  return pairs.flatMap(([then, now]) =>
    then.keyword === 'oneOf' && now.keyword === 'anyOf'
      ? [loosened('keyword-changed', 'anyOf', after, { before: 'oneOf', after: 'anyOf' })]
      : [],
  );
}

/** `anyOf` and `oneOf`. */
export function compareUnions(
  before: Side,
  after: Side,
  types: ReadonlySet<Type>,
  compare: Compare,
): Loosened[] {
  const { pairs } = pairGroups(before, after);
  const found = pairs.flatMap(([then, now]) => compareBranches(before, after, then, now, types, compare));
  const left = before.groups.filter((group) => !pairs.some(([then]) => then === group));
  for (const { keyword, branches } of left) {
    const kept = branches.some((branch) => isWithin(compare, sideOf(before.tree, [branch]), after));
    if (!kept) found.push(loosened('keyword-removed', keyword, after));
  }
  return found;
}

/** A new branch is looser unless one of the old branches allows all of it. */
function compareBranches(
  before: Side,
  after: Side,
  then: Group,
  now: Group,
  types: ReadonlySet<Type>,
  compare: Compare,
): Loosened[] {
  const { pairs } = pairUp(then.branches, now.branches, [
    ({ schema }) => canonical(schema),
    ({ schema }) => labelOf(schema),
    ...(then.branches.length === now.branches.length ? [() => ''] : []),
  ]);
  return now.branches.flatMap((branch) => {
    const fresh = sideOf(after.tree, [branch]);
    if (![...declaredTypes(fresh)].some((type) => types.has(type))) return [];
    const partner = pairs.find(([, other]) => other === branch)?.[0];
    const own = partner && compare(sideOf(before.tree, [partner]), fresh);
    if (own?.length === 0) return [];
    const others = then.branches.filter((other) => other !== partner);
    if (others.some((other) => isWithin(compare, sideOf(before.tree, [other]), fresh))) return [];
    const label = labelOf(branch.schema);
    return (
      own ?? [
        loosenedAt(
          'branch-added',
          now.keyword,
          branch,
          undefined,
          label === undefined ? {} : { after: label },
        ),
      ]
    );
  });
}

/** What a person calls a branch: its reference, title, or the constant that tells it from others. */
function labelOf(schema: Json): string | undefined {
  if (!isObject(schema)) return undefined;
  for (const name of ['$ref', 'title'] as const) if (typeof schema[name] === 'string') return schema[name];
  for (const [key, inner] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    if (!isObject(inner)) continue;
    const only = Array.isArray(inner.enum) && inner.enum.length === 1 ? inner.enum[0] : inner.const;
    if (only !== undefined) return `${key}: ${canonical(only)}`;
  }
  if (Array.isArray(schema.required)) return `required: ${schema.required.join(', ')}`;
  return typeof schema.type === 'string' ? schema.type : undefined;
}
