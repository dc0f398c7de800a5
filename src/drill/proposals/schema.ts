import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import { type Pointer, parentOf, segmentsOf } from '../../model/pointer.ts';
import { valueUnder } from '../edits/leaves.ts';
import type { Edits } from '../operators/operator.ts';
import { type Facts, lostOrChanged, type Maker, type Proposal } from './proposal.ts';

/** A patch of the file's schema: what it should have demanded. Only what all files of the schema keep already. */
export const schema: Maker = (facts) => {
  if (facts.schema === undefined) return [];
  const { path, value, files } = facts.schema;
  const [change] = lostOrChanged(facts, 'removed', 'retyped', 'changed');
  const document = change?.beforeDocument ?? change?.document;
  if (change === undefined || document !== 0) return [];
  const pointer = change.beforeKey ?? change.key;
  const demand = demandOf(facts, change, pointer);
  if (demand === undefined) return [];
  const keeps = files.every((file) => {
    const parent = valueUnder(file, { document: 0, pointer: parentOf(demand.pointer) });
    return !isObject(parent) || demand.holds(valueUnder(file, { document: 0, pointer: demand.pointer }));
  });
  const patch = keeps ? patchAt(value, segmentsOf(demand.at), demand.keywords) : undefined;
  return patch === undefined ? [] : [{ kind: 'schema', path, patch } satisfies Proposal];
};

type Demand = {
  /** The key that is judged, and the value whose schema gets the keywords. */
  pointer: Pointer;
  at: Pointer;
  keywords(schema: JsonObject): JsonObject;
  holds(value: Json | undefined): boolean;
};

type Change = ReturnType<typeof lostOrChanged>[number];

function demandOf(
  facts: Facts,
  { kind, before, after, segments }: Change,
  pointer: Pointer,
): Demand | undefined {
  if (kind === 'removed') {
    const name = segmentsOf(pointer).at(-1)!;
    const keywords = ({ required }: JsonObject): JsonObject => ({
      required: [...new Set([...(Array.isArray(required) ? required : []), name])],
    });
    return { pointer, at: parentOf(pointer), keywords, holds: (value) => value !== undefined };
  }
  if (Array.isArray(before) && Array.isArray(after) && after.length === 0) {
    const holds = (value: Json | undefined) => !Array.isArray(value) || value.length > 0;
    return { pointer, at: pointer, keywords: () => ({ minItems: 1 }), holds };
  }
  if (kind === 'retyped') {
    const type = schemaType(before ?? null);
    const holds = (value: Json | undefined) => value === undefined || schemaType(value) === type;
    return { pointer, at: pointer, keywords: () => ({ type }), holds };
  }
  if (typeof before !== 'string' || !facts.mayShow(before, segments)) return undefined;
  const known = facts.schema!.files.flatMap((file) => valueUnder(file, { document: 0, pointer }) ?? []);
  const values = [...new Set([before, ...known])].sort();
  if (values.length > MOST_VALUES || !values.every((value) => facts.mayShow(value, segments)))
    return undefined;
  return { pointer, at: pointer, keywords: () => ({ enum: values }), holds: () => true };
}

/** More values than these are not a choice among some. */
const MOST_VALUES = 4;

function schemaType(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

/** The merge patch that puts keywords at a value; `undefined` where the way leads through a list of schemas. */
function patchAt(
  schema: JsonObject,
  segments: readonly string[],
  keywords: Demand['keywords'],
): JsonObject | undefined {
  const [first, ...rest] = segments;
  if (first === undefined) return keywords(schema);
  const below = (value: Json | undefined) => (isObject(value) ? value : {});
  if (/^\d+$/.test(first)) {
    if (Array.isArray(schema.items)) return undefined;
    const items = patchAt(below(schema.items), rest, keywords);
    return items && { items };
  }
  const own = below(below(schema.properties)[first]);
  const patch = patchAt(own, rest, keywords);
  return patch && { properties: { [first]: patch } };
}

/** The schema's file with the patch of a proposal. */
export function patchedSchema({ schema: own }: Facts, { path, patch }: Proposal & { kind: 'schema' }): Edits {
  return new Map([[path, `${JSON.stringify(merged(own?.value, patch), null, 2)}\n`]]);
}

/** A value with a JSON Merge Patch applied (RFC 7396). */
function merged(value: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const result: JsonObject = isObject(value) ? { ...value } : {};
  for (const key of Object.keys(patch)) {
    if (patch[key] === null) delete result[key];
    else result[key] = merged(result[key], patch[key]!);
  }
  return result;
}
