import { child, type Pointer } from '../model/pointer.ts';
import { keyOf, type Node } from './catalog.ts';
import type { Gathered } from './gather.ts';
import { shapeOf } from './keywords.ts';
import { type PlacedRule, RULES_KEYWORD, schemaOf } from './shapes.ts';
import { subschemas } from './walk.ts';

type Rules = ReadonlyMap<Node, readonly PlacedRule[]>;

/** How a schema leads to another: to the same value, to a member, to an item, or only under a condition. */
type Edge = { to: Node; keyword: string; kind: 'same' | 'member' | 'item' | 'conditional' };

const KINDS: Readonly<Record<string, Edge['kind']>> = {
  $ref: 'same',
  allOf: 'same',
  properties: 'member',
  patternProperties: 'member',
  additionalProperties: 'member',
  items: 'item',
  prefixItems: 'item',
};

/**
 * A rule that would never be asked is worse than none. Rules may not stand where a schema holds under a
 * condition, and rules with `oldSelf` not below a list whose items cannot be told apart: Kubernetes refuses
 * both, too.
 */
export function findMisplaced(
  gathered: Gathered,
  rules: Rules,
  starts: readonly Node[],
): { node: Node; key: Pointer; why: string } | undefined {
  const seen = { told: new Set<Node>(starts), lost: new Set<Node>() };
  const queue = starts.map((node) => ({ node, correlated: true }));
  for (const { node, correlated } of queue) {
    const lost = correlated ? undefined : rules.get(node)?.find(({ rule }) => rule.transition);
    if (lost !== undefined) return { node, key: lost.schemaKey, why: UNCORRELATED };
    for (const { to, keyword, kind } of edgesOf(gathered, node)) {
      if (kind === 'conditional') {
        const holder = ruleAt(gathered, rules, to);
        const why = `it stands inside \`${keyword}\`, where rules are not asked`;
        if (holder !== undefined) return { node: holder, key: child(holder.pointer, RULES_KEYWORD), why };
        continue;
      }
      const told = correlated && (kind !== 'item' || schemaOf(node)['x-kubernetes-list-type'] === 'map');
      const known = told ? seen.told : seen.lost;
      if (known.has(to)) continue;
      known.add(to);
      queue.push({ node: to, correlated: told });
    }
  }
  return undefined;
}

const UNCORRELATED =
  'it uses `oldSelf` below a list whose items cannot be told apart (give the list `x-kubernetes-list-type: map` and `x-kubernetes-list-map-keys`)';

/** A schema with rules at or anywhere below this one. */
function ruleAt(gathered: Gathered, rules: Rules, start: Node): Node | undefined {
  const all = new Set([start]);
  for (const node of all) {
    if (rules.has(node)) return node;
    for (const { to } of edgesOf(gathered, node)) all.add(to);
  }
  return undefined;
}

function edgesOf({ catalog, targets }: Gathered, node: Node): Edge[] {
  const edges: Edge[] = [];
  for (const reference of catalog.references.get(node) ?? []) {
    const to = targets.get(reference);
    const { keyword } = reference;
    if (to !== undefined) edges.push({ to, keyword, kind: KINDS[keyword] ?? 'conditional' });
  }
  const schema = schemaOf(node);
  for (const keyword of Object.keys(schema)) {
    const shape = shapeOf(keyword, node.draft);
    if (shape === undefined || shape === 'definitions') continue;
    for (const [pointer] of subschemas(shape, child(node.pointer, keyword), schema[keyword]!)) {
      const to = catalog.nodes.get(keyOf(node.file, pointer));
      if (to !== undefined) edges.push({ to, keyword, kind: KINDS[keyword] ?? 'conditional' });
    }
  }
  return edges;
}
