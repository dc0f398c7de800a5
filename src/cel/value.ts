/** A CEL `int` is a bigint, a `double` a number. Objects and maps are `Map`s, lists are arrays. */
export type Value = null | boolean | bigint | number | string | Uint8Array | Value[] | ValueMap | Special;

export type ValueMap = Map<MapKey, Value>;
export type MapKey = string | bigint | boolean;

/** Values that JSON does not have. Times are in nanoseconds, since 1970 for a timestamp. */
export type Special =
  | { cel: 'timestamp'; ns: bigint }
  | { cel: 'duration'; ns: bigint }
  | { cel: 'optional'; value?: Value }
  | { cel: 'type'; name: string }
  /** `digits` × 10^`exponent`. */
  | { cel: 'quantity'; digits: bigint; exponent: number; text: string }
  | { cel: 'url'; text: string; scheme: string; host: string; path: string; query: string }
  | { cel: 'ip'; family: 4 | 6; bits: bigint }
  | { cel: 'cidr'; family: 4 | 6; bits: bigint; prefix: number }
  | { cel: 'semver'; parts: [bigint, bigint, bigint]; pre: string[]; text: string }
  | { cel: 'format'; name: string };

/** The name of a value's type, as CEL's `type()` and the overloads of functions have it. */
export type Kind = 'null' | 'bool' | 'int' | 'double' | 'string' | 'bytes' | 'list' | 'map' | Special['cel'];

/** What Kubernetes calls the list: the order of a `set` and of a `map` does not count. */
export type ListKind = { type: 'set' | 'map'; keys: readonly string[] };

const kinds = new WeakMap<Value[], ListKind>();

/** Marks a list as `x-kubernetes-list-type: set` or `map`. */
export function markList(list: Value[], kind: ListKind | undefined): Value[] {
  if (kind !== undefined) kinds.set(list, kind);
  return list;
}

export function listKind(list: Value[]): ListKind | undefined {
  return kinds.get(list);
}

export function kindOf(value: Value): Kind {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return 'double';
    case 'string':
      return 'string';
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Map) return 'map';
  return value instanceof Uint8Array ? 'bytes' : value.cel;
}

export function isKind<K extends Special['cel']>(value: Value, kind: K): value is Special & { cel: K } {
  return kindOf(value) === kind;
}

export function optional(value?: Value): Special {
  return value === undefined ? { cel: 'optional' } : { cel: 'optional', value };
}
