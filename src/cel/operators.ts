import { CelError, type Meter, spend, spendText } from './meter.ts';
import { isKind, kindOf, listKind, markList, type Value, type ValueMap } from './value.ts';

const LEAST_INT = -(2n ** 63n);
const GREATEST_INT = 2n ** 63n - 1n;

/** An `int` has 64 bits. */
export function int(value: bigint): bigint {
  if (value < LEAST_INT || value > GREATEST_INT) throw new CelError('integer overflow');
  return value;
}

/** From the year 1 up to the year 9999, in nanoseconds since 1970. */
export function timestamp(ns: bigint): Value {
  const [least, end] = [-62_135_596_800_000_000_000n, 253_402_300_800_000_000_000n];
  if (ns < least || ns >= end) throw new CelError('the timestamp is out of range');
  return { cel: 'timestamp', ns };
}

export function noOverload(name: string, ...values: Value[]): CelError {
  return new CelError(`no such overload: ${name} for ${values.map(kindOf).join(', ')}`);
}

/** A condition has to be a `bool`; nothing else counts as one. */
export function isTrue(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  throw noOverload('a condition', value);
}

/** Equality of any two values: of different types they differ, numbers are compared by what they are worth. */
export function equal(meter: Meter, left: Value, right: Value): boolean {
  spend(meter, 1);
  if (left === right) return true;
  if (typeof left === 'string' && typeof right === 'string') {
    spendText(meter, Math.min(left.length, right.length));
    return false;
  }
  if (isNumber(left) && isNumber(right)) return left <= right && left >= right;
  if (Array.isArray(left) && Array.isArray(right)) return equalLists(meter, left, right);
  if (left instanceof Map && right instanceof Map) return equalMaps(meter, left, right);
  if (left instanceof Uint8Array && right instanceof Uint8Array)
    return left.length === right.length && left.every((byte, index) => byte === right[index]);
  return equalSpecials(meter, left, right);
}

function isNumber(value: Value): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

/** Lists that Kubernetes takes as sets, or as maps by their keys, are equal in any order. */
function equalLists(meter: Meter, left: Value[], right: Value[]): boolean {
  if (left.length !== right.length) return false;
  const kind = listKind(left) ?? listKind(right);
  if (kind === undefined) return left.every((item, index) => equal(meter, item, right[index]!));
  return left.every((item) => right.some((other) => equal(meter, item, other)));
}

function equalMaps(meter: Meter, left: ValueMap, right: ValueMap): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined || !equal(meter, value, other)) return false;
  }
  return true;
}

function equalSpecials(meter: Meter, left: Value, right: Value): boolean {
  if (isKind(left, 'timestamp') && isKind(right, 'timestamp')) return left.ns === right.ns;
  if (isKind(left, 'duration') && isKind(right, 'duration')) return left.ns === right.ns;
  if (isKind(left, 'type') && isKind(right, 'type')) return left.name === right.name;
  if (isKind(left, 'url') && isKind(right, 'url')) return left.text === right.text;
  if (isKind(left, 'ip') && isKind(right, 'ip'))
    return left.family === right.family && left.bits === right.bits;
  if (isKind(left, 'cidr') && isKind(right, 'cidr'))
    return left.family === right.family && left.bits === right.bits && left.prefix === right.prefix;
  if (isKind(left, 'optional') && isKind(right, 'optional')) {
    if (left.value === undefined || right.value === undefined) return left.value === right.value;
    return equal(meter, left.value, right.value);
  }
  if (isKind(left, 'quantity') && isKind(right, 'quantity')) return compare(left, right) === 0;
  if (isKind(left, 'semver') && isKind(right, 'semver')) return compare(left, right) === 0;
  return false;
}

/** -1, 0 or 1; `undefined` when one is not a number. Throws for values that have no order. */
export function compare(left: Value, right: Value): number | undefined {
  if (isNumber(left) && isNumber(right))
    return left < right ? -1 : left > right ? 1 : left >= right ? 0 : undefined;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (
    (isKind(left, 'timestamp') && isKind(right, 'timestamp')) ||
    (isKind(left, 'duration') && isKind(right, 'duration'))
  )
    return compareInts(left.ns, right.ns);
  if (isKind(left, 'quantity') && isKind(right, 'quantity')) {
    const exponent = Math.min(left.exponent, right.exponent);
    const scaled = (one: typeof left) => one.digits * 10n ** BigInt(one.exponent - exponent);
    return compareInts(scaled(left), scaled(right));
  }
  if (isKind(left, 'semver') && isKind(right, 'semver')) return compareVersions(left, right);
  throw noOverload('comparison', left, right);
}

function compareInts(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** By code points, as Go compares the bytes of UTF-8. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return Buffer.compare(a, b);
}

type Version = Extract<Value, { cel: 'semver' }>;

/** semver.org, 11: a version with a pre-release comes before the one without. */
function compareVersions(left: Version, right: Version): number {
  for (const [index, part] of left.parts.entries()) {
    const order = compareInts(part, right.parts[index]!);
    if (order !== 0) return order;
  }
  if (left.pre.length === 0 || right.pre.length === 0)
    return Math.sign(right.pre.length) - Math.sign(left.pre.length);
  for (let index = 0; index < Math.max(left.pre.length, right.pre.length); index++) {
    const [a, b] = [left.pre[index], right.pre[index]];
    if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
    const [x, y] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    const order = x && y ? compareInts(BigInt(a), BigInt(b)) : x !== y ? (x ? -1 : 1) : compareText(a, b);
    if (order !== 0) return order;
  }
  return 0;
}

/** `+ - * / %`. An `int` beside a `double` is taken as a `double`; of two `int`s the result is an `int`. */
export function arithmetic(meter: Meter, operator: string, left: Value, right: Value): Value {
  if (typeof left === 'bigint' && typeof right === 'bigint') return ofInts(operator, left, right);
  if (isNumber(left) && isNumber(right)) return ofDoubles(operator, Number(left), Number(right));
  if (operator === '+') return add(meter, left, right);
  if (operator === '-') return subtract(left, right);
  throw noOverload(operator, left, right);
}

function ofInts(operator: string, left: bigint, right: bigint): bigint {
  if (operator === '+') return int(left + right);
  if (operator === '-') return int(left - right);
  if (operator === '*') return int(left * right);
  if (right === 0n) throw new CelError('division by zero');
  return int(operator === '/' ? left / right : left % right);
}

function ofDoubles(operator: string, left: number, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (operator === '/') return left / right;
  throw new CelError('no such overload: % for double');
}

function add(meter: Meter, left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') {
    spendText(meter, left.length + right.length);
    return left + right;
  }
  if (Array.isArray(left) && Array.isArray(right)) return concatenate(meter, left, right);
  if (isKind(left, 'duration') && isKind(right, 'duration'))
    return { cel: 'duration', ns: int(left.ns + right.ns) };
  if (isKind(left, 'timestamp') && isKind(right, 'duration')) return timestamp(left.ns + right.ns);
  if (isKind(left, 'duration') && isKind(right, 'timestamp')) return timestamp(left.ns + right.ns);
  throw noOverload('+', left, right);
}

function subtract(left: Value, right: Value): Value {
  if (isKind(left, 'duration') && isKind(right, 'duration'))
    return { cel: 'duration', ns: int(left.ns - right.ns) };
  if (isKind(left, 'timestamp') && isKind(right, 'timestamp'))
    return { cel: 'duration', ns: int(left.ns - right.ns) };
  if (isKind(left, 'timestamp') && isKind(right, 'duration')) return timestamp(left.ns - right.ns);
  throw noOverload('-', left, right);
}

/** Sets are united; of lists by key, the later item with the same keys takes the place of the earlier. */
function concatenate(meter: Meter, left: Value[], right: Value[]): Value[] {
  spend(meter, left.length + right.length);
  const kind = listKind(left);
  if (kind === undefined) return [...left, ...right];
  const result = [...left];
  const keysOf = (item: Value): Value[] =>
    kind.type === 'map' && item instanceof Map ? kind.keys.map((key) => item.get(key) ?? null) : [item];
  for (const item of right) {
    const keys = keysOf(item);
    const place = result.findIndex((other) => equal(meter, keysOf(other), keys));
    if (place === -1) result.push(item);
    else result[place] = item;
  }
  return markList(result, kind);
}
