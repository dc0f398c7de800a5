import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer, segmentsOf } from '../model/pointer.ts';
import { type Catalog, keyOf, type Node } from './catalog.ts';
import { walk } from './walk.ts';

/** The schema that a URI names. A place where no schema was expected is walked as one from here on. */
export function find(catalog: Catalog, document: string, fragment: string): Node | undefined {
  const resource = catalog.resources.get(document);
  if (resource === undefined) return undefined;
  if (fragment === '') return resource;
  if (!fragment.startsWith('/'))
    return (
      catalog.anchors.get(`${document}#${fragment}`) ?? catalog.anchors.get(`${resource.base}#${fragment}`)
    );
  const { file } = resource;
  const segments = segmentsOf(fragment);
  const pointer = segments.reduce<Pointer>(child, resource.pointer);
  const known = catalog.nodes.get(keyOf(file, pointer));
  if (known !== undefined) return known;
  let above = resource;
  let value: Json | undefined = resource.schema;
  let here = resource.pointer;
  for (const segment of segments) {
    value = step(value, segment);
    if (value === undefined) return undefined;
    here = child(here, segment);
    above = catalog.nodes.get(keyOf(file, here)) ?? above;
  }
  walk(catalog, file, pointer, value!, above.base, above.draft);
  return catalog.nodes.get(keyOf(file, pointer));
}

function step(value: Json | undefined, segment: string): Json | undefined {
  if (Array.isArray(value)) return /^\d+$/.test(segment) ? value[Number(segment)] : undefined;
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}
