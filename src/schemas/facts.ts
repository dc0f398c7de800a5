import { isObject, type Json, type JsonObject, typeOf } from '../model/json.ts';
import type { EngineError } from './engine-error.ts';
import type { Violation } from './judgement.ts';
import { nearestName } from './nearest.ts';
import type { Normal } from './normalise.ts';

type Facts = Violation['facts'];

const MOST_ALLOWED = 20;

/** The facts of one error. They come from the schema; of the document only types and names of keys are told. */
export function factsOf(normal: Normal, error: EngineError, inner: EngineError[]): Facts {
  const { params, data, keyword } = error;
  switch (keyword) {
    case 'type':
      return { expected: [params.type as string | string[]].flat().map(typeWord), actual: typeOf(data) };
    case 'required':
      return { name: String(params.missingProperty) };
    case 'dependentRequired':
      return {
        name: String(params.missingProperty),
        detail: `needed because \`${String(params.property)}\` is there`,
      };
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return extraKey(normal, error, String(params.additionalProperty ?? params.unevaluatedProperty));
    case 'propertyNames':
      return propertyName(normal, String(params.propertyName), inner);
    case 'enum':
      return allowedValues(data, params.allowedValues as Json[]);
    case 'const':
      return allowedValues(data, [params.allowedValue as Json]);
    case 'contains':
      return contained(params);
    case 'uniqueItems':
      return { detail: `equal to item ${Number((params.twins as number[])[0]) + 1}` };
    case 'pattern':
      return { pattern: String(params.pattern), actual: typeOf(data) };
    case 'format':
      return { format: String(params.format), actual: typeOf(data) };
    case 'not':
    case 'false schema':
      return { actual: typeOf(data), detail: 'not allowed here' };
    case 'anyOf':
    case 'oneOf':
      return { actual: typeOf(data), detail: 'matches none of the alternatives' };
    default:
      return typeof params.limit === 'number'
        ? { limit: params.limit, actual: typeOf(data) }
        : { actual: typeOf(data) };
  }
}

function typeWord(type: string): string {
  return type === 'array' ? 'list' : type;
}

function allowedValues(data: Json, values: Json[]): Facts {
  const names = values.filter((value) => typeof value === 'string');
  const nearest = typeof data === 'string' ? nearestName(data, names) : undefined;
  return {
    allowed: values.slice(0, MOST_ALLOWED),
    actual: typeOf(data),
    ...(nearest === undefined ? {} : { nearest }),
  };
}

function extraKey(normal: Normal, error: EngineError, name: string): Facts {
  const names = [
    ...propertiesOf(normal, error.parentSchema, error.keyword === 'unevaluatedProperties' ? 4 : 0),
  ];
  const present = isObject(error.data) ? error.data : {};
  const nearest = nearestName(
    name,
    names.filter((candidate) => !Object.hasOwn(present, candidate)),
  );
  return { name, allowed: names.slice(0, MOST_ALLOWED), ...(nearest === undefined ? {} : { nearest }) };
}

/** The properties that a schema declares; with `depth`, also through references and combinations. */
function propertiesOf(normal: Normal, schema: Json | undefined, depth: number): Set<string> {
  const names = new Set<string>();
  if (!isObject(schema)) return names;
  if (isObject(schema.properties)) for (const name of Object.keys(schema.properties)) names.add(name);
  if (depth === 0) return names;
  const inner = ['allOf', 'anyOf', 'oneOf'].flatMap(
    (keyword) => (schema[keyword] as Json[] | undefined) ?? [],
  );
  for (const keyword of ['if', 'then', 'else'])
    if (schema[keyword] !== undefined) inner.push(schema[keyword]);
  if (typeof schema.$ref === 'string') {
    const defs = normal.schema.$defs as JsonObject;
    inner.push(defs[schema.$ref.slice('#/$defs/'.length)] ?? {});
  }
  for (const item of inner) for (const name of propertiesOf(normal, item, depth - 1)) names.add(name);
  return names;
}

function propertyName(normal: Normal, name: string, inner: EngineError[]): Facts {
  const first = inner.find(({ keyword }) => keyword !== 'propertyNames');
  if (first === undefined) return { name };
  const { allowed, nearest, pattern, format, limit, detail } = factsOf(normal, first, []);
  return {
    name,
    ...(allowed === undefined ? {} : { allowed }),
    ...(nearest === undefined ? {} : { nearest }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(format === undefined ? {} : { format }),
    ...(limit === undefined ? {} : { limit }),
    ...(detail === undefined ? {} : { detail }),
  };
}

function contained(params: Record<string, unknown>): Facts {
  const { minContains, maxContains } = params;
  return maxContains === undefined
    ? { limit: Number(minContains) }
    : { limit: Number(minContains), detail: `at most ${Number(maxContains)} items may match` };
}
