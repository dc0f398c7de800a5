import { CelError } from './meter.ts';
import { noOverload } from './operators.ts';
import { isKind, type MapKey, optional, type Value, type ValueMap } from './value.ts';

/** `__dash__` for `-` and so on: names in rules are identifiers, names of properties need not be. */
const ESCAPES: Readonly<Record<string, string>> = {
  __underscores__: '__',
  __dot__: '.',
  __dash__: '-',
  __slash__: '/',
};

/** Words that CEL keeps for itself; as names of properties they are written `__if__`. */
const RESERVED =
  /^__(true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)__$/;

/**
 * The property that an identifier of a rule stands for, as Kubernetes escapes it
 * (kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions, "escaping").
 */
function unescapeName(name: string): string {
  const reserved = RESERVED.exec(name);
  if (reserved !== null) return reserved[1]!;
  return name.replace(/__(underscores|dot|dash|slash)__/g, (written) => ESCAPES[written]!);
}

/** The key under which a map holds what a rule names; `undefined` when it does not. Identifiers are unescaped. */
function keyIn(map: ValueMap, name: Value, identifier = false): MapKey | undefined {
  if (typeof name === 'string') {
    if (map.has(name)) return name;
    const plain = identifier && name.includes('__') ? unescapeName(name) : name;
    return map.has(plain) ? plain : undefined;
  }
  if (typeof name === 'number' && Number.isInteger(name)) return keyIn(map, BigInt(name));
  if (typeof name !== 'bigint' && typeof name !== 'boolean') throw noOverload('a key', name);
  return map.has(name) ? name : undefined;
}

/** `value.name`. Of an optional, the field is optional too. */
export function fieldOf(value: Value, name: string): Value {
  if (isKind(value, 'optional')) return optionalField(value, name, true);
  if (!(value instanceof Map)) throw noOverload(`.${name}`, value);
  const key = keyIn(value, name, true);
  if (key === undefined) throw new CelError(`no such key: ${name}`);
  return value.get(key)!;
}

/** `value[index]`. */
export function itemOf(value: Value, index: Value): Value {
  if (isKind(value, 'optional')) return optionalField(value, index);
  if (value instanceof Map) {
    const key = keyIn(value, index);
    if (key === undefined) throw new CelError(`no such key: ${String(index)}`);
    return value.get(key)!;
  }
  if (!Array.isArray(value)) throw noOverload('[]', value, index);
  const item = typeof index === 'bigint' || typeof index === 'number' ? value[Number(index)] : undefined;
  if (item === undefined) throw new CelError(`index out of bounds: ${String(index)}`);
  return item;
}

/** `value.?name` and `value[?index]`: an optional. */
export function optionalField(value: Value, name: Value, identifier = false): Value {
  const inner = isKind(value, 'optional') ? value.value : value;
  if (inner === undefined) return optional();
  if (inner instanceof Map) {
    const key = keyIn(inner, name, identifier);
    return key === undefined ? optional() : optional(inner.get(key));
  }
  if (!Array.isArray(inner)) throw noOverload('.?', inner);
  return optional(typeof name === 'bigint' ? inner[Number(name)] : undefined);
}

export function hasField(value: Value, name: Value, identifier = false): boolean {
  const inner = isKind(value, 'optional') ? value.value : value;
  if (inner === undefined) return false;
  if (!(inner instanceof Map)) throw noOverload('has', inner);
  return keyIn(inner, name, identifier) !== undefined;
}
