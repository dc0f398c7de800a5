import type { Json, JsonObject } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Draft } from './keywords.ts';
import type { SchemaSource } from './source.ts';

/** One schema file, parsed. `uri` is where it was found, as an absolute URI without fragment. */
export type SchemaFile = {
  source: SchemaSource;
  name: string;
  uri: string;
  draft: Draft;
  value: Json;
  place(pointer: Pointer, part?: 'key' | 'value'): Place | undefined;
};

/** One schema or subschema. `base` is the URI of the schema resource to which it belongs. */
export type Node = {
  file: SchemaFile;
  pointer: Pointer;
  schema: JsonObject | boolean;
  base: string;
  draft: Draft;
};

/** A reference that has to lead somewhere. `keyword` is `$ref`, `$recursiveRef` or `$dynamicRef`. */
export type Reference = { node: Node; keyword: string; ref: string };

/** What is wrong with a schema, as an author has to know it. */
export type Flaw = {
  code: 'schema-keyword' | 'schema-shape' | 'schema-format' | 'schema-pattern' | 'schema-dialect';
  /** The schema that it spoils. */
  node?: Node;
  file: SchemaFile;
  pointer: Pointer;
  part: 'key' | 'value';
  message: string;
  hint: string;
};

/** All schema files that one schema needs, and every schema, identifier and reference in them. */
export type Catalog = {
  /** By `keyOf`. */
  nodes: Map<string, Node>;
  /** Schema resources by absolute URI without fragment. */
  resources: Map<string, Node>;
  /** `$anchor`, `$dynamicAnchor` and `$id: "#name"`, by `uri#name`. */
  anchors: Map<string, Node>;
  /** Dynamic anchors by resource URI, then name; `$recursiveAnchor: true` has the name `''`. */
  dynamic: Map<string, Map<string, Node>>;
  /** The references of each schema. */
  references: Map<Node, Reference[]>;
  flaws: Flaw[];
};

export function emptyCatalog(): Catalog {
  return {
    nodes: new Map(),
    resources: new Map(),
    anchors: new Map(),
    dynamic: new Map(),
    references: new Map(),
    flaws: [],
  };
}

export function keyOf(file: SchemaFile, pointer: Pointer): string {
  return `${file.uri}#${pointer}`;
}
