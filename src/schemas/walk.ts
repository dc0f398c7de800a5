import { isObject, type Json, type JsonObject, typeOf } from '../model/json.ts';
import { addTo } from '../model/lists.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { type Catalog, keyOf, type Node, type SchemaFile } from './catalog.ts';
import { draftOf, SUPPORTED_DIALECTS } from './dialects.ts';
import { checkKeyword, unknownKeyword } from './flaws.ts';
import { type Draft, isAnnotation, type Shape, shapeOf } from './keywords.ts';
import { resolveUri, splitUri } from './uri.ts';

/** Enters a schema and all schemas below it into the catalog, and notes what is wrong with them. */
export function walk(
  catalog: Catalog,
  file: SchemaFile,
  pointer: Pointer,
  schema: Json,
  base: string,
  draft: Draft,
): void {
  if (typeof schema !== 'boolean' && !isObject(schema)) {
    catalog.flaws.push({
      code: 'schema-shape',
      file,
      pointer,
      part: 'value',
      message: `A schema is an object, \`true\` or \`false\`; this is a ${typeOf(schema)}.`,
      hint: 'Put a schema here, or remove the key.',
    });
    return;
  }
  const key = keyOf(file, pointer);
  if (catalog.nodes.has(key)) return;
  const node: Node = { file, pointer, schema, base, draft };
  catalog.nodes.set(key, node);
  if (pointer === '') catalog.resources.set(file.uri, node);
  if (typeof schema === 'boolean') return;
  readDialect(catalog, node, schema);
  identify(catalog, node, schema);
  for (const keyword of Object.keys(schema)) visitKeyword(catalog, node, keyword, schema[keyword]!);
}

function readDialect(catalog: Catalog, node: Node, schema: JsonObject): void {
  const dialect = schema.$schema;
  if (typeof dialect !== 'string') return;
  const draft = draftOf(dialect);
  if (draft !== undefined) {
    node.draft = draft;
    return;
  }
  catalog.flaws.push({
    code: 'schema-dialect',
    node,
    file: node.file,
    pointer: child(node.pointer, '$schema'),
    part: 'value',
    message: `The schema is written in the dialect \`${dialect}\`, which Holdfast cannot judge by.`,
    hint: `Use one of ${SUPPORTED_DIALECTS}, for instance \`"$schema": "http://json-schema.org/draft-07/schema#"\`.`,
  });
}

/** `$id`, anchors and references. Up to draft-07 a `$ref` hides everything beside it, `$id` included. */
function identify(catalog: Catalog, node: Node, schema: JsonObject): void {
  const { draft } = node;
  const id = schema[draft === 4 ? 'id' : '$id'];
  if (typeof id === 'string' && !(draft <= 7 && typeof schema.$ref === 'string'))
    identifyBy(catalog, node, id);
  const anchor = (name: Json | undefined) => {
    if (typeof name === 'string') catalog.anchors.set(`${node.base}#${name}`, node);
  };
  const dynamic = (name: string) => {
    const names = catalog.dynamic.get(node.base) ?? new Map<string, Node>();
    catalog.dynamic.set(node.base, names.set(name, node));
  };
  if (draft >= 2019) anchor(schema.$anchor);
  if (draft === 2019 && schema.$recursiveAnchor === true) dynamic('');
  if (draft === 2020 && typeof schema.$dynamicAnchor === 'string') {
    anchor(schema.$dynamicAnchor);
    dynamic(schema.$dynamicAnchor);
  }
  for (const keyword of ['$ref', '$recursiveRef', '$dynamicRef']) {
    const ref = schema[keyword];
    if (typeof ref === 'string' && shapeOf(keyword, draft) !== undefined)
      addTo(catalog.references, node, { node, keyword, ref });
  }
}

function identifyBy(catalog: Catalog, node: Node, id: string): void {
  const uri = resolveUri(node.base, id);
  if (uri === undefined) return;
  const { document, fragment } = splitUri(uri);
  if (!id.startsWith('#')) {
    node.base = document;
    if (!catalog.resources.has(document)) catalog.resources.set(document, node);
  }
  if (fragment !== '' && node.draft <= 7) catalog.anchors.set(`${document}#${fragment}`, node);
}

function visitKeyword(catalog: Catalog, node: Node, keyword: string, value: Json): void {
  const shape = shapeOf(keyword, node.draft);
  if (shape === undefined) {
    if (!isAnnotation(keyword)) catalog.flaws.push(unknownKeyword(node, keyword));
    return;
  }
  const flaw = checkKeyword(node, keyword, shape, value);
  if (flaw !== undefined) catalog.flaws.push(flaw);
  else
    for (const [pointer, schema] of subschemas(shape, child(node.pointer, keyword), value))
      walk(catalog, node.file, pointer, schema, node.base, node.draft);
}

/** The schemas directly inside a keyword's value. */
export function* subschemas(shape: Shape, pointer: Pointer, value: Json): Generator<[Pointer, Json]> {
  const map = shape === 'schema-map' || shape === 'definitions' || shape === 'dependencies';
  if (shape === 'schema' || (shape === 'schema-or-schemas' && !Array.isArray(value))) {
    yield [pointer, value];
  } else if (Array.isArray(value) && (shape === 'schemas' || shape === 'schema-or-schemas')) {
    for (const [index, item] of value.entries()) yield [child(pointer, index), item];
  } else if (map && isObject(value)) {
    for (const name of Object.keys(value)) {
      const item = value[name]!;
      const skipped = Array.isArray(item) ? shape === 'dependencies' : false;
      const note = shape === 'definitions' && typeof item !== 'boolean' && !isObject(item);
      if (!skipped && !note) yield [child(pointer, name), item];
    }
  }
}
