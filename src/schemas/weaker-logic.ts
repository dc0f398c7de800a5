import { canonical } from '../diff/leaves.ts';
import { isObject, type Json } from '../model/json.ts';
import type { Node } from './catalog.ts';
import { type Compare, type Loosened, loosened, loosenedAt } from './loosened.ts';
import { below, type Group, type Side, sideOf, tableOf } from './side.ts';
import { declaredTypes, type Type } from './weaker-types.ts';

/** `anyOf`, `oneOf`, `not`, `if`, `contains` and `dependentSchemas`. */
export function compareLogic(
  before: Side,
  after: Side,
  types: ReadonlySet<Type>,
  compare: Compare,
): Loosened[] {
  const found = compareUnions(before, after, types, compare);
  found.push(...compareNot(before, after, compare), ...compareIf(before, after, compare));
  if (types.has('array')) found.push(...compareContains(before, after, compare));
  if (types.has('object')) found.push(...compareDependents(before, after, compare));
  return found;
}

/** Groups of both sides that belong together: the same text first, then the same keyword, in their order. */
export function pairGroups(before: Side, after: Side): { pairs: [Group, Group][]; extra: Group[] } {
  return pairUp(before.groups, after.groups, [
    ({ keyword, branches }) => `${keyword} ${canonical(branches.map(({ schema }) => schema))}`,
    ({ keyword }) => keyword,
    () => '',
  ]);
}

/** `oneOf` refuses what fits two branches; `anyOf` does not. */
export function openedUnions(before: Side, after: Side): Loosened[] {
  return pairGroups(before, after).pairs.flatMap(([then, now]) =>
    then.keyword === 'oneOf' && now.keyword === 'anyOf'
      ? [loosened('keyword-changed', 'anyOf', after, { before: 'oneOf', after: 'anyOf' })]
      : [],
  );
}

function compareUnions(before: Side, after: Side, types: ReadonlySet<Type>, compare: Compare): Loosened[] {
  const { pairs } = pairGroups(before, after);
  const found = pairs.flatMap(([then, now]) => compareBranches(before, after, then, now, types, compare));
  const left = before.groups.filter((group) => !pairs.some(([then]) => then === group));
  for (const { keyword, branches } of left) {
    const kept = branches.some((branch) => compare(sideOf(before.tree, [branch]), after).length === 0);
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
    if (others.some((other) => compare(sideOf(before.tree, [other]), fresh).length === 0)) return [];
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

/** `not` forbids: it is looser when it forbids less. */
function compareNot(before: Side, after: Side, compare: Compare): Loosened[] {
  const forbidden = (side: Side) => side.nodes.flatMap((node) => below(side.tree, node, 'not') ?? []);
  const now = forbidden(after).map((node) => sideOf(after.tree, [node]));
  return forbidden(before).flatMap((node) => {
    const then = sideOf(before.tree, [node]);
    if (then.never || now.some((other) => compare(other, then).length === 0)) return [];
    return [loosened(now.length === 0 ? 'keyword-removed' : 'not-narrowed', 'not', after)];
  });
}

function compareIf(before: Side, after: Side, compare: Compare): Loosened[] {
  const conditions = (side: Side) =>
    side.nodes.filter(
      (node) =>
        below(side.tree, node, 'if') !== undefined &&
        (below(side.tree, node, 'then') ?? below(side.tree, node, 'else')) !== undefined,
    );
  const part = (side: Side, node: Node, keyword: string) =>
    sideOf(side.tree, [below(side.tree, node, keyword) ?? []].flat());
  const text = (side: Side) => (node: Node) => canonical(below(side.tree, node, 'if')!.schema);
  const [then, now] = [conditions(before), conditions(after)];
  const { pairs } = pairUp(then, now, [
    (node) => (then.includes(node) ? text(before)(node) : text(after)(node)),
    () => '',
  ]);
  const found = pairs.flatMap(([old, fresh]) => {
    const [was, is] = [part(before, old, 'if'), part(after, fresh, 'if')];
    if (compare(was, is).length + compare(is, was).length > 0)
      return [loosenedAt('keyword-changed', 'if', below(after.tree, fresh, 'if')!)];
    return ['then', 'else'].flatMap((keyword) => {
      const less = compare(part(before, old, keyword), part(after, fresh, keyword));
      const gone = less.length > 0 && below(after.tree, fresh, keyword) === undefined;
      return gone ? [loosenedAt('keyword-removed', keyword, fresh)] : less;
    });
  });
  const removed = then.filter((node) => !pairs.some(([old]) => old === node));
  return [...found, ...removed.map(() => loosened('keyword-removed', 'if', after))];
}

function compareContains(before: Side, after: Side, compare: Compare): Loosened[] {
  const wanted = (side: Side) => side.nodes.flatMap((node) => below(side.tree, node, 'contains') ?? []);
  const now = wanted(after);
  return wanted(before).flatMap((node, index) => {
    const then = sideOf(before.tree, [node]);
    const results = now.map((other) => compare(then, sideOf(after.tree, [other])));
    if (results.some((found) => found.length === 0)) return [];
    const own = results[index] ?? [loosened('keyword-removed', 'contains', after)];
    return own.map((one) =>
      results[index] === undefined ? one : { ...one, steps: ['items', ...one.steps] },
    );
  });
}

function compareDependents(before: Side, after: Side, compare: Compare): Loosened[] {
  const keywords = ['dependentSchemas', 'dependencies'];
  const names = (side: Side) =>
    side.nodes.flatMap((node) => keywords.flatMap((keyword) => Object.keys(tableOf(node, keyword) ?? {})));
  const part = (side: Side, name: string) =>
    sideOf(
      side.tree,
      side.nodes.flatMap((node) =>
        keywords.flatMap((keyword) => below(side.tree, node, keyword, name) ?? []),
      ),
    );
  return [...new Set(names(before))].flatMap((name) => {
    const now = part(after, name);
    const found = compare(part(before, name), now);
    if (found.length === 0 || now.nodes.length > 0) return found;
    return [loosened('keyword-removed', 'dependentSchemas', after, { before: name })];
  });
}

/** Pairs items whose keys are equal, by the first key for all, then by the next one for those that are left. */
function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((item: T) => string | undefined)[],
): { pairs: [T, T][]; extra: T[] } {
  const pairs: [T, T][] = [];
  let [then, now] = [[...before], [...after]];
  for (const key of keys) {
    for (const item of then) {
      const wanted = key(item);
      const partner = wanted === undefined ? undefined : now.find((other) => key(other) === wanted);
      if (partner === undefined) continue;
      pairs.push([item, partner]);
      now = now.filter((other) => other !== partner);
    }
    then = then.filter((item) => !pairs.some(([old]) => old === item));
  }
  return { pairs, extra: now };
}
