import { sameValue } from '../diff/leaves.ts';
import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { groupBy } from '../model/lists.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { keyOf, type Node, type Reference } from './catalog.ts';
import type { Gathered } from './gather.ts';
import { shapeOf } from './keywords.ts';
import { NO_RULES } from './normalise.ts';

/** One `anyOf` or `oneOf`: a value has to fit a branch. */
export type Group = { node: Node; keyword: 'anyOf' | 'oneOf'; branches: Node[] };

/**
 * All schemas that one version demands at one place, as a conjunction: `$ref` and `allOf` are followed, so that
 * moving a rule into a definition is no difference. Without nodes everything is allowed.
 */
export type Side = { tree: Tree; nodes: Node[]; groups: Group[]; never: boolean };

/** One version of a schema with the references of each node at hand. */
export type Tree = {
  version: 'before' | 'after';
  gathered: Gathered;
  references: Map<Node, Reference[]>;
  numbers: Map<Node, number>;
};

export function treeOf(version: 'before' | 'after', gathered: Gathered): Tree {
  const references = groupBy(gathered.targets.keys(), ({ node }) => node);
  return { version, gathered, references, numbers: new Map() };
}

export function sideOf(tree: Tree, nodes: Iterable<Node>): Side {
  const found = new Set<Node>();
  const queue = [...nodes];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    if (node.schema === true || found.has(node)) continue;
    found.add(node);
    for (const reference of tree.references.get(node) ?? []) {
      const target = tree.gathered.targets.get(reference);
      if (target !== undefined) queue.push(target);
    }
    queue.push(...listBelow(tree, node, 'allOf'));
  }
  const all = [...found].filter(isRule);
  const groups = all.flatMap((node) =>
    (['anyOf', 'oneOf'] as const).flatMap((keyword) => {
      const branches = listBelow(tree, node, keyword);
      return branches.length === 0 ? [] : [{ node, keyword, branches }];
    }),
  );
  return { tree, nodes: all, groups, never: all.some(({ schema }) => schema === false) };
}

/** Whether a schema by itself demands something; what it refers to is looked at on its own. */
function isRule({ schema, draft }: Node): boolean {
  if (typeof schema === 'boolean') return !schema;
  return Object.keys(schema).some(
    (keyword) => keyword === RULES || (!FOLLOWED.has(keyword) && shapeOf(keyword, draft) !== undefined),
  );
}

/** Kubernetes' keyword for rules in CEL. */
export const RULES = 'x-kubernetes-validations';

/** Keywords that name, hold or lead elsewhere. */
const FOLLOWED: ReadonlySet<string> = new Set([...NO_RULES, 'allOf']);

/** The side with one more schema to fit, and without a group that this schema was a branch of. */
export function withBranch(side: Side, group: Group, branch: Node): Side {
  const added = sideOf(side.tree, [branch]);
  return {
    tree: side.tree,
    nodes: [...new Set([...side.nodes, ...added.nodes])],
    groups: [...side.groups.filter((one) => one !== group), ...added.groups],
    never: side.never || added.never,
  };
}

/** One schema with the same text on both sides, whose meaning nothing outside of it can change. */
export function areSame(left: Side, right: Side): boolean {
  const [one, other] = [left.nodes[0], right.nodes[0]];
  if (left.nodes.length !== 1 || right.nodes.length !== 1 || one === undefined || other === undefined)
    return false;
  return one.draft === other.draft && sameValue(one.schema, other.schema) && !refers(one.schema);
}

function refers(json: Json): boolean {
  if (json === null || typeof json !== 'object') return false;
  if (Array.isArray(json)) return json.some(refers);
  return Object.keys(json).some((key) => REFERENCES.has(key) || refers(json[key]!));
}

const REFERENCES: ReadonlySet<string> = new Set(['$ref', '$recursiveRef', '$dynamicRef', '$schema']);

/** A text that is equal for sides of the same schemas. */
export function sideKey({ tree, nodes, groups }: Side): string {
  const number = (node: Node) => {
    const known = tree.numbers.get(node) ?? tree.numbers.size;
    tree.numbers.set(node, known);
    return known;
  };
  const open = groups.map(({ node, keyword }) => `${number(node)}${keyword}`);
  return `${tree.version}:${nodes.map(number).join(',')}|${open.join(',')}`;
}

/** The value of a keyword that the schema's draft knows. */
export function readKeyword(node: Node, keyword: string): Json | undefined {
  const { schema, draft } = node;
  if (typeof schema === 'boolean' || !Object.hasOwn(schema, keyword)) return undefined;
  return shapeOf(keyword, draft) === undefined && keyword !== RULES ? undefined : schema[keyword];
}

export function readAll({ nodes }: Side, keyword: string): Json[] {
  return nodes.flatMap((node) => {
    const value = readKeyword(node, keyword);
    return value === undefined ? [] : [value];
  });
}

/** The schema directly under a keyword, or under one name or index in it. */
export function below(tree: Tree, node: Node, keyword: string, name?: string | number): Node | undefined {
  if (readKeyword(node, keyword) === undefined) return undefined;
  const pointer = child(node.pointer, keyword);
  const at: Pointer = name === undefined ? pointer : child(pointer, name);
  return tree.gathered.catalog.nodes.get(keyOf(node.file, at));
}

export function listBelow(tree: Tree, node: Node, keyword: string): Node[] {
  const value = readKeyword(node, keyword);
  if (!Array.isArray(value)) return [];
  return value.flatMap((_, index) => below(tree, node, keyword, index) ?? []);
}

/** A keyword's table of names: `properties`, `patternProperties`, `dependentSchemas`, … */
export function tableOf(node: Node, keyword: string): JsonObject | undefined {
  const value = readKeyword(node, keyword);
  return isObject(value) ? value : undefined;
}
