import { isObject, type Json, type JsonObject, setOwn } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { type Meter, spend } from './meter.ts';
import { parseDuration, parseTimestamp } from './time.ts';
import { type ListKind, markList, type Value, type ValueMap } from './value.ts';

/** What a schema says about a place, as far as it changes what a rule sees there. */
export type Shape = {
  /** The one type that numbers have here; without it, whole numbers are `int` and others `double`. */
  number?: 'int' | 'double';
  /** Texts that a rule sees as something else; `bytes` are base64. */
  text?: 'timestamp' | 'duration' | 'bytes';
  /** `null` stands for a key that is not there, as in Kubernetes, unless the schema allows it. */
  dropsNull: boolean;
  list?: ListKind;
  /** What is taken when the key is absent. */
  default?: Json;
  /** The names of properties that have defaults. */
  defaults: readonly string[];
  property(name: string): Shape | undefined;
  item(index: number): Shape | undefined;
};

/** The text of a number that JavaScript cannot hold exactly, by its place. */
export type Exact = (pointer: Pointer) => string | undefined;

export const NO_EXACT: Exact = () => undefined;

/** A JSON value as rules see it. */
export function toValue(
  meter: Meter,
  json: Json,
  shape: Shape | undefined,
  exact: Exact = NO_EXACT,
  pointer: Pointer = '',
): Value {
  spend(meter, 1);
  if (typeof json === 'number') return toNumber(json, shape, exact(pointer));
  if (typeof json === 'string') return toText(json, shape);
  if (Array.isArray(json)) {
    const items = json.map((item, index) =>
      toValue(meter, item, shape?.item(index), exact, child(pointer, index)),
    );
    return markList(items, shape?.list);
  }
  return isObject(json) ? toMap(meter, json, shape, exact, pointer) : json;
}

function toMap(
  meter: Meter,
  json: JsonObject,
  shape: Shape | undefined,
  exact: Exact,
  pointer: Pointer,
): ValueMap {
  const map: ValueMap = new Map();
  for (const key of Object.keys(json)) {
    const inner = shape?.property(key);
    map.set(key, toValue(meter, json[key]!, inner, exact, child(pointer, key)));
  }
  return map;
}

/**
 * A document as Kubernetes completes it before any rule is asked: `null` is taken out where the schema does not
 * allow it, then defaults fill what is absent.
 */
export function completed(meter: Meter, json: Json, shape: Shape | undefined): Json {
  spend(meter, 1);
  if (shape === undefined || json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map((item, index) => completed(meter, item, shape.item(index)));
  const out: JsonObject = {};
  for (const key of Object.keys(json)) {
    const inner = shape.property(key);
    if (json[key] !== null || !inner?.dropsNull) setOwn(out, key, completed(meter, json[key]!, inner));
  }
  for (const key of shape.defaults) {
    const inner = shape.property(key);
    if (!Object.hasOwn(out, key) && inner?.default !== undefined)
      setOwn(out, key, completed(meter, inner.default, inner));
  }
  return out;
}

const LEAST_INT = -(2n ** 63n);
const GREATEST_INT = 2n ** 63n - 1n;

function toNumber(json: number, shape: Shape | undefined, written: string | undefined): bigint | number {
  const whole = written === undefined ? Number.isInteger(json) : /^-?\d+$/.test(written);
  if (shape?.number === 'double' || !whole) return json;
  const value = BigInt(written ?? json);
  return value < LEAST_INT || value > GREATEST_INT ? json : value;
}

function toText(json: string, shape: Shape | undefined): Value {
  if (shape?.text === undefined) return json;
  if (shape.text === 'bytes') return Uint8Array.from(Buffer.from(json, 'base64'));
  const ns =
    shape.text === 'duration'
      ? parseDuration(json)
      : (parseTimestamp(json) ?? parseTimestamp(`${json}T00:00:00Z`));
  return ns === undefined ? json : { cel: shape.text, ns };
}
