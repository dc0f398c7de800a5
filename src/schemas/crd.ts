import { isObject, type Json, type JsonObject, setOwn } from '../model/json.ts';
import { keyOf, type SchemaFile } from './catalog.ts';
import { isKnownFormat } from './formats.ts';

/** Kubernetes' resource definitions use draft-04 with its own additions: bounds are exclusive by `true`. */
const DRAFT = 4;

function isDefinition(value: Json): value is JsonObject & { spec: JsonObject } {
  return (
    isObject(value) &&
    value.kind === 'CustomResourceDefinition' &&
    value.apiVersion === 'apiextensions.k8s.io/v1' &&
    isObject(value.spec)
  );
}

/** For a CustomResourceDefinition, its schemas in the words of JSON Schema; every key stays where it is. */
export function withJsonSchemas(file: SchemaFile): SchemaFile {
  const { value } = file;
  if (!isDefinition(value) || !Array.isArray(value.spec.versions)) return file;
  const versions = value.spec.versions.map((version) => {
    const inner = isObject(version) && isObject(version.schema) ? version.schema.openAPIV3Schema : undefined;
    if (!isObject(version) || inner === undefined) return version;
    return { ...version, schema: { openAPIV3Schema: toJsonSchema(inner) } };
  });
  return { ...file, draft: DRAFT, value: { ...value, spec: { ...value.spec, versions } } };
}

/**
 * The schema that a CustomResourceDefinition stands for: the kind, one of the served versions, and what the
 * schema of that version says. `versions` gives the place of each by `apiVersion`.
 */
export function definitionOf(
  file: SchemaFile,
): { file: SchemaFile; versions: [apiVersion: string, key: string][] } | undefined {
  const { value } = file;
  if (!isDefinition(value)) return undefined;
  const { group, names, versions } = value.spec;
  const served = (Array.isArray(versions) ? versions : []).flatMap((version, index) => {
    const found = isObject(version) && version.served !== false && isObject(version.schema);
    if (!found || !isObject(version.schema) || version.schema.openAPIV3Schema === undefined) return [];
    const pointer = `/spec/versions/${index}/schema/openAPIV3Schema`;
    return [{ name: `${String(group)}/${String(version.name)}`, pointer }];
  });
  const schema: JsonObject = {
    type: 'object',
    required: ['apiVersion', 'kind'],
    properties: {
      apiVersion: { enum: served.map(({ name }) => name) },
      kind: { const: isObject(names) ? (names.kind ?? null) : null },
    },
    allOf: served.map(({ name, pointer }) => ({
      if: { required: ['apiVersion'], properties: { apiVersion: { const: name } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword's name
      then: { $ref: `${file.uri}#${pointer}` },
    })),
  };
  return {
    file: { ...file, uri: `${file.uri}?resource`, draft: 7, value: schema, place: () => undefined },
    versions: served.map(({ name, pointer }) => [name, keyOf(file, pointer)]),
  };
}

/** Formats that mean something else in Kubernetes: a duration is Go's `1h30m` there. */
const OTHER_MEANING = new Set(['duration', 'byte', 'time', 'regex']);

/** `nullable` and some of Kubernetes' own keywords change what is allowed; unknown formats are ignored. */
function toJsonSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (!isObject(schema)) return schema;
  const out: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'nullable') continue;
    if (keyword === 'format' && (!isKnownFormat(String(value)) || OTHER_MEANING.has(String(value))))
      out['x-kubernetes-format'] = value;
    else if (BY_NAME.has(keyword) && isObject(value)) out[keyword] = mapValues(value, toJsonSchema);
    else setOwn(out, keyword, SCHEMAS.has(keyword) ? toJsonSchema(value) : value);
  }
  if (schema['x-kubernetes-int-or-string'] === true && schema.type === undefined)
    out.type = ['integer', 'string'];
  if (schema['x-kubernetes-list-type'] === 'set') out.uniqueItems = true;
  if (Array.isArray(schema.required) && isObject(schema.properties))
    out.required = schema.required.filter((name) => !hasDefault(schema.properties as JsonObject, name));
  if (schema.nullable === true) allowNull(out);
  return out;
}

const BY_NAME = new Set(['properties', 'patternProperties', 'definitions']);
const SCHEMAS = new Set(['items', 'additionalProperties', 'allOf', 'anyOf', 'oneOf', 'not']);

function mapValues(object: JsonObject, make: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, make(value)]));
}

/** A property with a default is there before anything is judged. */
function hasDefault(properties: JsonObject, name: Json): boolean {
  const property = Object.hasOwn(properties, String(name)) ? properties[String(name)] : undefined;
  return isObject(property) && property.default !== undefined;
}

function allowNull(out: JsonObject): void {
  if (out.type !== undefined) out.type = [...[out.type].flat(), 'null'];
  if (Array.isArray(out.enum) && !out.enum.includes(null)) out.enum = [...out.enum, null];
}
