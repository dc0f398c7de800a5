import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { keyOf, type Node, type Reference } from './catalog.ts';
import { finish, type Traits } from './finish.ts';
import { isJudgedFormat } from './formats.ts';
import type { Gathered } from './gather.ts';
import { isAnnotation, shapeOf } from './keywords.ts';
import { dynamicTarget, enter, NO_SCOPE, type Scope } from './scope.ts';
import { dependencies, schemaMap } from './tables.ts';

/** One schema without identifiers and dialects, for the validator; `origins` leads back to the files. */
export type Normal = {
  root: Node;
  schema: JsonObject;
  origins: WeakMap<object, Node>;
  formats: Set<string>;
  traits: Traits;
};

/** Up to draft-07, what stands beside a `$ref` does not count (`ignore`, the standard); editors `apply` it. */
export type BesideRef = 'apply' | 'ignore';

/**
 * Translates a schema of any draft, with all that it refers to, into one schema of 2020-12 keywords whose
 * references are all of the form `#/$defs/d0`. A schema that is reached under different dynamic anchors
 * becomes several, so that `$dynamicRef` and `$recursiveRef` are plain references too.
 */
export function normalise(gathered: Gathered, beside: BesideRef): Normal {
  const schemas = [...gathered.reached].map(({ schema }) => schema);
  const uses = (keyword: string) =>
    schemas.some((schema) => typeof schema === 'object' && Object.hasOwn(schema, keyword));
  const work: Work = {
    gathered,
    beside,
    references: referencesOf(gathered.targets),
    defs: new Map(),
    queue: [],
    origins: new WeakMap(),
    formats: new Set(),
    traits: {
      besideRef: false,
      unevaluated: uses('unevaluatedProperties') || uses('unevaluatedItems'),
      unevaluatedItems: uses('unevaluatedItems'),
      multipleOf: uses('multipleOf'),
    },
  };
  const $ref = define(work, gathered.root, enter(work.gathered.catalog, NO_SCOPE, gathered.root.base));
  const $defs: JsonObject = {};
  for (let next = work.queue.shift(); next !== undefined; next = work.queue.shift()) {
    $defs[next.name] = emit(work, next.node, next.scope);
  }
  const { origins, formats, traits } = work;
  return { root: gathered.root, schema: { $ref, $defs }, origins, formats, traits };
}

type Work = {
  gathered: Gathered;
  beside: BesideRef;
  references: Map<Node, Map<string, Reference>>;
  defs: Map<string, string>;
  queue: { name: string; node: Node; scope: Scope }[];
  origins: WeakMap<object, Node>;
  formats: Set<string>;
  traits: Traits;
};

function referencesOf(targets: Map<Reference, Node>): Map<Node, Map<string, Reference>> {
  const references = new Map<Node, Map<string, Reference>>();
  for (const reference of targets.keys()) {
    const own = references.get(reference.node) ?? new Map<string, Reference>();
    references.set(reference.node, own.set(reference.keyword, reference));
  }
  return references;
}

function define(work: Work, node: Node, scope: Scope): string {
  const key = `${keyOf(node.file, node.pointer)}\n${scope.key}`;
  let name = work.defs.get(key);
  if (name === undefined) {
    name = `d${work.defs.size}`;
    work.defs.set(key, name);
    work.queue.push({ name, node, scope });
  }
  return `#/$defs/${name}`;
}

/** The reference's end under this scope, as a reference of the normal schema. */
function refer(work: Work, node: Node, keyword: string, scope: Scope): string | undefined {
  const reference = work.references.get(node)?.get(keyword);
  const target = reference && work.gathered.targets.get(reference);
  if (reference === undefined || target === undefined) return undefined;
  const end = keyword === '$ref' ? target : dynamicTarget(work.gathered.catalog, reference, target, scope);
  return define(work, end, enter(work.gathered.catalog, scope, end.base));
}

function emit(work: Work, node: Node, scope: Scope): JsonObject | boolean {
  if (node.schema === true) return true;
  const out: JsonObject = {};
  work.origins.set(out, node);
  if (node.schema === false) return Object.assign(out, { not: {} });
  const { schema, draft } = node;
  const $ref = refer(work, node, '$ref', scope);
  if ($ref !== undefined) out.$ref = $ref;
  if ($ref !== undefined && draft <= 7) {
    const rules = Object.keys(schema).filter((keyword) => !NO_RULES.has(keyword) && !isAnnotation(keyword));
    if (rules.length > 0) work.traits.besideRef = true;
    if (work.beside === 'ignore') return out;
  }
  const more = ['$recursiveRef', '$dynamicRef'].flatMap((keyword) => refer(work, node, keyword, scope) ?? []);
  const below = (pointer: Pointer, keyword: string): Json => {
    const inner = work.gathered.catalog.nodes.get(keyOf(node.file, pointer))!;
    const entered = inner.base === node.base ? scope : enter(work.gathered.catalog, scope, inner.base);
    if (!work.traits.unevaluated || SAME_VALUE.has(keyword) || typeof inner.schema === 'boolean')
      return emit(work, inner, entered);
    return { $ref: define(work, inner, entered) };
  };
  for (const keyword of Object.keys(schema)) {
    if (shapeOf(keyword, draft) === undefined || NO_RULES.has(keyword)) continue;
    rule(work, node, out, keyword, schema[keyword]!, below);
  }
  if (more.length > 0)
    out.allOf = [...((out.allOf as Json[] | undefined) ?? []), ...more.map((ref) => ({ $ref: ref }))];
  finish(work.traits, node, out);
  return out;
}

/** Keywords that are used up by the translation, or that only name and hold. */
export const NO_RULES: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  'id',
  '$anchor',
  '$ref',
  '$recursiveRef',
  '$recursiveAnchor',
  '$dynamicRef',
  '$dynamicAnchor',
  '$vocabulary',
  '$defs',
  'definitions',
]);

/**
 * Keywords whose schemas judge the same value. All others get functions of their own when evaluated properties
 * count: inside a loop, the validator takes what one item has evaluated for the next item too.
 */
const SAME_VALUE: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'dependencies',
]);

type Below = (pointer: Pointer, keyword: string) => Json;

function rule(work: Work, node: Node, out: JsonObject, keyword: string, value: Json, below: Below): void {
  const here = child(node.pointer, keyword);
  const shape = shapeOf(keyword, node.draft)!;
  if (keyword === 'format') {
    if (!isJudgedFormat(String(value))) return;
    work.formats.add(String(value));
    out.format = value;
  } else if (keyword === 'exclusiveMaximum' || keyword === 'exclusiveMinimum') {
    if (typeof value === 'number') out[keyword] = value;
  } else if (keyword === 'items' && Array.isArray(value)) {
    if (value.length > 0) out.prefixItems = value.map((_, index) => below(child(here, index), keyword));
    const rest = (node.schema as JsonObject).additionalItems;
    if (rest !== undefined)
      out.items = rest === false ? false : below(child(node.pointer, 'additionalItems'), keyword);
  } else if (keyword === 'additionalItems') {
    return;
  } else if (keyword === 'dependencies' && isObject(value)) {
    dependencies(out, value, (name) => below(child(here, name), keyword));
  } else if (shape === 'schema' || shape === 'schema-or-schemas') {
    const absent = ABSENT.has(keyword) || (keyword === 'items' && out.prefixItems !== undefined);
    out[keyword] = value === false && absent ? false : below(here, keyword);
  } else if (shape === 'schemas' && Array.isArray(value)) {
    out[keyword] = value.map((_, index) => below(child(here, index), keyword));
  } else if (shape === 'schema-map' && isObject(value)) {
    schemaMap(out, keyword, value, (name) => below(child(here, name), keyword));
  } else {
    out[keyword] = value;
  }
}

/** `false` here means "no others", which the validator reports better than a schema that fails. */
const ABSENT: ReadonlySet<string> = new Set([
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
]);
