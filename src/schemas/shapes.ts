import type { Rule } from '../cel/rule.ts';
import type { ListKind } from '../cel/value.ts';
import type { Shape } from '../cel/view.ts';
import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { keyOf, type Node } from './catalog.ts';
import type { Gathered } from './gather.ts';
import { toRegExp } from './patterns.ts';

export const RULES_KEYWORD = 'x-kubernetes-validations';

/** A rule and where it stands in the schema. */
export type PlacedRule = { rule: Rule; file: string; schemaKey: Pointer };

/** What all schemas of one place say together: a `$ref`, what stands beside it, and every part of an `allOf`. */
export type SchemaShape = Omit<Shape, 'property' | 'item'> & {
  id: string;
  nodes: readonly Node[];
  rules: readonly PlacedRule[];
  property(name: string): SchemaShape | undefined;
  item(index: number): SchemaShape | undefined;
};

export type Shapes = (nodes: readonly Node[]) => SchemaShape | undefined;

/** Gives the shape of the places that these schemas describe. Shapes are made when they are asked for. */
export function createShapes(gathered: Gathered, rules: ReadonlyMap<Node, readonly PlacedRule[]>): Shapes {
  const known = new Map<string, SchemaShape>();
  const shapeOf: Shapes = (start) => {
    const nodes = flatten(gathered, start);
    if (nodes.length === 0) return undefined;
    const id = nodes.map((node) => keyOf(node.file, node.pointer)).join('\n');
    let shape = known.get(id);
    if (shape === undefined) {
      shape = toShape(gathered, rules, shapeOf, id, nodes);
      known.set(id, shape);
    }
    return shape;
  };
  return shapeOf;
}

/** The schemas that judge the same value without any condition. */
function flatten({ catalog, targets }: Gathered, start: readonly Node[]): Node[] {
  const all = new Set(start);
  for (const node of all) {
    for (const reference of catalog.references.get(node) ?? []) {
      const target = reference.keyword === '$ref' ? targets.get(reference) : undefined;
      if (target !== undefined) all.add(target);
    }
    const parts = schemaOf(node).allOf;
    if (!Array.isArray(parts)) continue;
    for (const index of parts.keys()) {
      const part = catalog.nodes.get(keyOf(node.file, child(child(node.pointer, 'allOf'), index)));
      if (part !== undefined) all.add(part);
    }
  }
  return [...all];
}

export function schemaOf(node: Node): JsonObject {
  return typeof node.schema === 'boolean' ? {} : node.schema;
}

function toShape(
  gathered: Gathered,
  rules: ReadonlyMap<Node, readonly PlacedRule[]>,
  shapeOf: Shapes,
  id: string,
  nodes: readonly Node[],
): SchemaShape {
  const schemas = nodes.map(schemaOf);
  const types = new Set(schemas.flatMap(({ type }) => (Array.isArray(type) ? type : type ? [type] : [])));
  const first = (keyword: string): Json | undefined =>
    schemas.find((schema) => Object.hasOwn(schema, keyword))?.[keyword];
  const format = first('x-kubernetes-format') ?? first('format');
  const below = memo((name) => shapeOf(nodes.flatMap((node) => propertyOf(gathered, node, name))));
  const list = listOf(first('x-kubernetes-list-type'), first('x-kubernetes-list-map-keys'));
  const byDefault = first('default');
  const names = schemas.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : []));
  return {
    id,
    nodes,
    rules: nodes.flatMap((node) => rules.get(node) ?? []),
    dropsNull: types.size > 0 && !types.has('null'),
    ...(types.has('integer') ? { number: 'int' } : types.has('number') ? { number: 'double' } : {}),
    ...textOf(format),
    ...(list === undefined ? {} : { list }),
    ...(byDefault === undefined ? {} : { default: byDefault }),
    get defaults() {
      return [...new Set(names)].filter((name) => below(name)?.default !== undefined);
    },
    property: below,
    item: memo((index) => shapeOf(nodes.flatMap((node) => itemOf(gathered, node, Number(index))))),
  };
}

function textOf(format: Json | undefined): { text?: 'timestamp' | 'duration' | 'bytes' } {
  if (format === 'date-time' || format === 'date') return { text: 'timestamp' };
  if (format === 'duration') return { text: format };
  return format === 'byte' ? { text: 'bytes' } : {};
}

function memo(make: (name: string) => SchemaShape | undefined) {
  const known = new Map<string, SchemaShape | undefined>();
  return (key: string | number) => {
    const name = String(key);
    if (!known.has(name)) known.set(name, make(name));
    return known.get(name);
  };
}

function listOf(type: Json | undefined, keys: Json | undefined): ListKind | undefined {
  if (type === 'set') return { type, keys: [] };
  if (type !== 'map' || !Array.isArray(keys)) return undefined;
  return { type, keys: keys.filter((key) => typeof key === 'string') };
}

/** The schemas of a node for one property: its own, those by pattern, and otherwise the one for all others. */
function propertyOf({ catalog }: Gathered, node: Node, name: string): Node[] {
  const { properties, patternProperties } = schemaOf(node);
  const at = (...segments: string[]) =>
    catalog.nodes.get(keyOf(node.file, segments.reduce<Pointer>(child, node.pointer)));
  const found = [
    ...(isObject(properties) && Object.hasOwn(properties, name) ? [at('properties', name)] : []),
    ...(isObject(patternProperties)
      ? Object.keys(patternProperties)
          .filter((pattern) => toRegExp(pattern)?.test(name))
          .map((pattern) => at('patternProperties', pattern))
      : []),
  ];
  const all = found.length > 0 ? found : [at('additionalProperties')];
  return all.filter((one) => one !== undefined);
}

function itemOf({ catalog }: Gathered, node: Node, index: number): Node[] {
  const { items, prefixItems } = schemaOf(node);
  const places: (string | number)[][] = [];
  if (Array.isArray(prefixItems) && index < prefixItems.length) places.push(['prefixItems', index]);
  else places.push(Array.isArray(items) ? ['items', index] : ['items']);
  return places.flatMap((segments) => {
    const pointer = segments.reduce<Pointer>(child, node.pointer);
    return catalog.nodes.get(keyOf(node.file, pointer)) ?? [];
  });
}
