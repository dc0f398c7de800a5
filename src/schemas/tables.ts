import { type Json, type JsonObject, setOwn } from '../model/json.ts';

/** Splits `dependencies` into the two keywords that it became. */
export function dependencies(out: JsonObject, value: JsonObject, below: (name: string) => Json): void {
  for (const name of Object.keys(value)) {
    const keyword = Array.isArray(value[name]) ? 'dependentRequired' : 'dependentSchemas';
    const table = (out[keyword] ?? {}) as JsonObject;
    setOwn(table, name, Array.isArray(value[name]) ? value[name] : below(name));
    out[keyword] = table;
  }
}

/** The validator ignores a property named `__proto__`; as a pattern it is judged like any other. */
export function schemaMap(
  out: JsonObject,
  keyword: string,
  value: JsonObject,
  below: (name: string) => Json,
): void {
  const table = (out[keyword] ?? {}) as JsonObject;
  for (const name of Object.keys(value)) {
    if (keyword === 'properties' && name === '__proto__') {
      out.patternProperties = {
        ...((out.patternProperties ?? {}) as JsonObject),
        '^__proto__$': below(name),
      };
    } else {
      setOwn(table, name, below(name));
    }
  }
  out[keyword] = table;
}
