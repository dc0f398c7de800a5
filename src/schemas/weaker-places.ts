import type { Node } from './catalog.ts';
import { type Compare, type Loosened, loosened, loosenedAt, type Step } from './loosened.ts';
import { toRegExp } from './patterns.ts';
import { below, listBelow, readKeyword, type Side, sideOf, tableOf } from './side.ts';
import type { Type } from './weaker-types.ts';

type Sides = { before: Side; after: Side };

/** What the schemas of keys and items allow more than before. */
export function comparePlaces(sides: Sides, types: ReadonlySet<Type>, compare: Compare): Loosened[] {
  const each: Each = (step, keyword, governs) =>
    compareStep(sides, step, keyword, governs(sides.before), governs(sides.after), compare);
  return [
    ...(types.has('object') ? compareKeys(sides, each) : []),
    ...(types.has('array') ? compareItems(sides, each) : []),
  ];
}

/** Compares what governs one step on both sides. */
type Each = (step: Step, keyword: string, governs: (side: Side) => Node[]) => Loosened[];

function compareKeys(sides: Sides, each: Each): Loosened[] {
  return [
    ...namesOf(sides, 'properties').flatMap((key) =>
      each({ key }, 'properties', (side) => [
        ...side.nodes.flatMap((node) => schemasOfKey(side, node, key)),
        ...(evaluates(side, key) ? [] : all(side, 'unevaluatedProperties')),
      ]),
    ),
    ...namesOf(sides, 'patternProperties').flatMap((pattern) =>
      each({ pattern }, 'patternProperties', (side) =>
        side.nodes.flatMap(
          (node) =>
            below(side.tree, node, 'patternProperties', pattern) ??
            below(side.tree, node, 'additionalProperties') ??
            [],
        ),
      ),
    ),
    ...each('other-keys', 'additionalProperties', (side) => all(side, 'additionalProperties')),
    ...each('other-keys', 'unevaluatedProperties', (side) => [
      ...all(side, 'unevaluatedProperties'),
      ...(side === sides.after ? all(side, 'additionalProperties') : []),
    ]),
    ...each('names', 'propertyNames', (side) => all(side, 'propertyNames')),
  ];
}

function compareItems({ before, after }: Sides, each: Each): Loosened[] {
  const first = (side: Side) => side.nodes.map((node) => prefixOf(side, node).length);
  const longest = Math.max(0, ...first(before), ...first(after));
  const found = Array.from({ length: longest }, (_, index) =>
    each({ index }, 'prefixItems', (side) =>
      side.nodes.flatMap((node) => prefixOf(side, node)[index] ?? restOf(side, node) ?? []),
    ),
  ).flat();
  return [
    ...found,
    ...each('items', 'items', (side) => side.nodes.flatMap((node) => restOf(side, node) ?? [])),
    ...each('items', 'unevaluatedItems', (side) => [
      ...all(side, 'unevaluatedItems'),
      ...(side === after ? side.nodes.flatMap((node) => restOf(side, node) ?? []) : []),
    ]),
  ];
}

/** Compares the schemas of one key, or of one sort of keys or items. */
function compareStep(
  { before, after }: Sides,
  step: Step,
  keyword: string,
  then: Node[],
  now: Node[],
  compare: Compare,
): Loosened[] {
  const old = sideOf(before.tree, then);
  const fresh = sideOf(after.tree, now);
  if (old.nodes.length === 0 || fresh.never) return [];
  const steps = [step];
  if (old.never) {
    const what = typeof step === 'string' || 'index' in step ? 'opened' : 'key-allowed';
    const found = now[0] === undefined ? loosened(what, keyword, after) : loosenedAt(what, keyword, now[0]);
    return [{ ...found, steps }];
  }
  const found = compare(old, fresh);
  if (found.length > 0 && fresh.nodes.length === 0) {
    const gone =
      now[0] === undefined ? loosened('unchecked', keyword, after) : loosenedAt('unchecked', keyword, now[0]);
    return [{ ...gone, steps }];
  }
  return found.map((one) => ({ ...one, steps: [...steps, ...one.steps] }));
}

function all(side: Side, keyword: string): Node[] {
  return side.nodes.flatMap((node) => below(side.tree, node, keyword) ?? []);
}

function namesOf({ before, after }: Sides, keyword: string): string[] {
  const tables = [...before.nodes, ...after.nodes].map((node) => tableOf(node, keyword));
  return [...new Set(tables.flatMap((table) => Object.keys(table ?? {})))];
}

/** `additionalProperties` holds for a key that neither `properties` nor a pattern of the same schema names. */
function schemasOfKey(side: Side, node: Node, key: string): Node[] {
  const named = namedSchemas(side, node, key);
  return named.length > 0 ? named : [below(side.tree, node, 'additionalProperties') ?? []].flat();
}

function namedSchemas({ tree }: Side, node: Node, key: string): Node[] {
  const own = Object.hasOwn(tableOf(node, 'properties') ?? {}, key)
    ? below(tree, node, 'properties', key)
    : undefined;
  const patterns = Object.keys(tableOf(node, 'patternProperties') ?? {});
  const matching = patterns.filter((pattern) => toRegExp(pattern)?.test(key));
  return [
    ...(own === undefined ? [] : [own]),
    ...matching.flatMap((pattern) => below(tree, node, 'patternProperties', pattern) ?? []),
  ];
}

/** Whether some schema here, or in a branch, speaks about the key: `unevaluatedProperties` does not then. */
function evaluates(side: Side, key: string, open: ReadonlySet<Node> = new Set()): boolean {
  return side.nodes.some((node) => {
    if (open.has(node)) return false;
    if (schemasOfKey(side, node, key).length > 0) return true;
    const inner = [
      ...['anyOf', 'oneOf'].flatMap((keyword) => listBelow(side.tree, node, keyword)),
      ...['if', 'then', 'else'].flatMap((keyword) => below(side.tree, node, keyword) ?? []),
    ];
    return inner.length > 0 && evaluates(sideOf(side.tree, inner), key, new Set([...open, ...side.nodes]));
  });
}

function prefixOf({ tree }: Side, node: Node): Node[] {
  return node.draft >= 2020 ? listBelow(tree, node, 'prefixItems') : listBelow(tree, node, 'items');
}

/** The schema of the items after the first ones that have their own. */
function restOf({ tree }: Side, node: Node): Node | undefined {
  if (node.draft < 2020 && Array.isArray(readKeyword(node, 'items')))
    return below(tree, node, 'additionalItems');
  return below(tree, node, 'items');
}
