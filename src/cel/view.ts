import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { type Meter, spend } from './meter.ts';
import { parseDuration, parseTimestamp } from './time.ts';
import { type ListKind, markList, type Value, type ValueMap } from './value.ts';

/** What a schema says about a place, as far as it changes what a rule sees there. */
export type Shape = {
  /** The one type that numbers have here; without it, whole numbers are `int` and others `double`. */
  number?: 'int' | 'double';
  /** Texts that a rule sees as timestamps or durations. */
  time?: 'timestamp' | 'duration';
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
  if (typeof json === 'string') return toTime(json, shape);
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
  json: { [key: string]: Json },
  shape: Shape | undefined,
  exact: Exact,
  pointer: Pointer,
): ValueMap {
  const map: ValueMap = new Map();
  for (const key of Object.keys(json)) {
    const inner = shape?.property(key);
    const value = json[key]!;
    if (value === null && inner?.dropsNull) continue;
    map.set(key, toValue(meter, value, inner, exact, child(pointer, key)));
  }
  for (const key of shape?.defaults ?? []) {
    const inner = shape!.property(key);
    if (!map.has(key) && inner?.default !== undefined) map.set(key, toValue(meter, inner.default, inner));
  }
  return map;
}

const LEAST_INT = -(2n ** 63n);
const GREATEST_INT = 2n ** 63n - 1n;

function toNumber(json: number, shape: Shape | undefined, written: string | undefined): bigint | number {
  const whole = written === undefined ? Number.isInteger(json) : /^-?\d+$/.test(written);
  if (shape?.number === 'double' || !whole) return json;
  const value = BigInt(written ?? json);
  return value < LEAST_INT || value > GREATEST_INT ? json : value;
}

function toTime(json: string, shape: Shape | undefined): Value {
  if (shape?.time === undefined) return json;
  const ns = shape.time === 'duration' ? parseDuration(json) : parseTimestamp(json);
  return ns === undefined ? json : { cel: shape.time, ns };
}
