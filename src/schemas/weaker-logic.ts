import { canonical } from '../diff/leaves.ts';
import type { Node } from './catalog.ts';
import { type Compare, type Loosened, loosened, loosenedAt } from './loosened.ts';
import { pairUp } from './pair-up.ts';
import { below, type Side, sideOf, tableOf } from './side.ts';
import type { Type } from './weaker-types.ts';

/** `not`, `if`, `contains` and `dependentSchemas`. */
export function compareLogic(
  before: Side,
  after: Side,
  types: ReadonlySet<Type>,
  compare: Compare,
): Loosened[] {
  const found = [...compareNot(before, after, compare), ...compareIf(before, after, compare)];
  if (types.has('array')) found.push(...compareContains(before, after, compare));
  if (types.has('object')) found.push(...compareDependents(before, after, compare));
  return found;
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
