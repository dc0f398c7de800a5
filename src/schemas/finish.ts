import { isObject, type Json, type JsonObject } from '../model/json.ts';
import type { Node } from './catalog.ts';

/** What a schema uses that the validator or its caller has to know of. */
export type Traits = {
  /** Rules stand beside a `$ref` in a draft that ignores them. */
  besideRef: boolean;
  unevaluated: boolean;
  unevaluatedItems: boolean;
  multipleOf: boolean;
  /** The first keyword for which the validator is known to be wrong. */
  unsupported?: { node: Node; keyword: string; why: string };
};

/** Rules that depend on their neighbours. */
export function finish(traits: Traits, node: Node, out: JsonObject): void {
  const schema = node.schema as JsonObject;
  if (node.draft === 4) {
    for (const [limit, exclusive] of EXCLUSIVE) {
      if (schema[exclusive] !== true || out[limit] === undefined) continue;
      out[exclusive] = out[limit]!;
      delete out[limit];
    }
  }
  if (out.if === undefined) {
    delete out.then;
    delete out.else;
  } else if (traits.unevaluated) {
    // Without a `then` that has rules, the validator would not look at what the `if` evaluates.
    // biome-ignore lint/suspicious/noThenProperty: the keyword's name
    if (hasNoRules(out.then)) out.then = { minProperties: 0 };
  } else if (out.then === undefined && out.else === undefined) {
    delete out.if;
  }
  if (out.contains === undefined) {
    delete out.minContains;
    delete out.maxContains;
  } else if (traits.unevaluatedItems) {
    traits.unsupported ??= {
      node,
      keyword: 'contains',
      why: '`contains` in a schema with `unevaluatedItems`',
    };
  }
}

function hasNoRules(schema: Json | undefined): boolean {
  return schema === undefined || schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}

const EXCLUSIVE = [
  ['maximum', 'exclusiveMaximum'],
  ['minimum', 'exclusiveMinimum'],
] as const;
