import { isObject, type Json } from '../model/json.ts';
import { type ItemPair, pairItems } from './items.ts';

/**
 * Matches the YAML documents of two files. Kubernetes objects are matched by kind, namespace and name,
 * others by content and order. The label is what messages call the document.
 */
export function pairDocuments(before: Json[], after: Json[]): ItemPair[] {
  if (before.length === 1 && after.length === 1) return [{ before: 0, after: 0 }];
  if (before.length <= 1 && after.length <= 1) return pairItems(before, after);
  const beforeNames = before.map(resourceName);
  const afterNames = after.map(resourceName);
  if (!unique(beforeNames) || !unique(afterNames)) {
    return pairItems(before, after).map((pair) => ({
      ...pair,
      label: `#${(pair.after ?? pair.before ?? 0) + 1}`,
    }));
  }
  const places = new Map(afterNames.map((name, index) => [name, index]));
  const pairs: ItemPair[] = beforeNames.map((name, index) => {
    const match = places.get(name);
    places.delete(name);
    return match === undefined
      ? { before: index, label: name! }
      : { before: index, after: match, label: name! };
  });
  for (const [name, index] of places) pairs.push({ after: index, label: name! });
  return pairs;
}

function resourceName(value: Json): string | undefined {
  if (!isObject(value) || typeof value.kind !== 'string' || !isObject(value.metadata)) return undefined;
  const { name, namespace } = value.metadata;
  if (typeof name !== 'string') return undefined;
  return typeof namespace === 'string' ? `${value.kind}/${namespace}/${name}` : `${value.kind}/${name}`;
}

function unique(names: (string | undefined)[]): boolean {
  return names.every((name) => name !== undefined) && new Set(names).size === names.length;
}
