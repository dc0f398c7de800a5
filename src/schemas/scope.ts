import { type Catalog, keyOf, type Node, type Reference } from './catalog.ts';

/** The dynamic anchors that hold: each name means the first resource on the way that has it. */
export type Scope = { key: string; anchors: ReadonlyMap<string, Node> };

export const NO_SCOPE: Scope = { key: '', anchors: new Map() };

/** The scope inside a schema resource: its dynamic anchors are added, unless the name has a meaning already. */
export function enter(catalog: Catalog, scope: Scope, resource: string): Scope {
  const found = catalog.dynamic.get(resource);
  if (found === undefined) return scope;
  const anchors = new Map(scope.anchors);
  for (const [name, node] of found) if (!anchors.has(name)) anchors.set(name, node);
  if (anchors.size === scope.anchors.size) return scope;
  const key = [...anchors]
    .map(([name, node]) => `${name}=${keyOf(node.file, node.pointer)}`)
    .sort()
    .join('\n');
  return { key, anchors };
}

/** Only a reference that first leads to a dynamic anchor is dynamic. */
export function dynamicTarget(catalog: Catalog, reference: Reference, target: Node, scope: Scope): Node {
  const name = reference.keyword === '$recursiveRef' ? '' : (reference.ref.split('#')[1] ?? '');
  const isDynamic = catalog.dynamic.get(target.base)?.get(name) === target;
  return isDynamic ? (scope.anchors.get(name) ?? target) : target;
}
