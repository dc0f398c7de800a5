import { CelError, spend, spendText } from '../meter.ts';
import { int, noOverload } from '../operators.ts';
import { durationText, timestampText } from '../time.ts';
import { isKind, kindOf, type Value } from '../value.ts';
import { define, type Overload } from './define.ts';

/** CEL's conversions. */
export const CONVERSIONS: readonly Overload[] = [
  define('dyn(any)', (_call, value: Value) => value),
  define('type(any)', (_call, value: Value) => ({ cel: 'type', name: typeName(value) })),
  define('string(any)', (call, value: Value) => {
    const text = toText(value);
    spendText(call.meter, text.length);
    return text;
  }),
  define('int(int)', (_call, value: bigint) => value),
  define('int(double)', (_call, value: number) => {
    if (!Number.isFinite(value)) throw new CelError('integer overflow');
    return int(BigInt(Math.trunc(value)));
  }),
  define('int(string)', (_call, text: string) => {
    if (!/^[-+]?\d{1,20}$/.test(text)) throw new CelError('the text is not an int');
    return int(BigInt(text.replace(/^\+/, '')));
  }),
  define('int(timestamp)', (_call, time: { ns: bigint } & Value) => time.ns / 1_000_000_000n),
  define('double(number)', (_call, value: bigint | number) => Number(value)),
  define('double(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text)) throw new CelError('the text is not a double');
    return Number(text);
  }),
  define('bool(bool)', (_call, value: boolean) => value),
  define('bool(string)', (_call, text: string) => {
    if (/^(1|t|true|TRUE|True)$/.test(text)) return true;
    if (/^(0|f|false|FALSE|False)$/.test(text)) return false;
    throw new CelError('the text is not a bool');
  }),
  define('bytes(bytes)', (_call, value: Uint8Array) => value),
  define('bytes(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    return Uint8Array.from(Buffer.from(text));
  }),
  define('size(bytes)', (_call, value: Uint8Array) => BigInt(value.length)),
  define('bytes.size()', (_call, value: Uint8Array) => BigInt(value.length)),
  define('size(list)', (_call, list: Value[]) => BigInt(list.length)),
  define('list.size()', (_call, list: Value[]) => BigInt(list.length)),
  define('size(map)', (_call, map: Map<never, never> & Value) => BigInt(map.size)),
  define('map.size()', (_call, map: Map<never, never> & Value) => BigInt(map.size)),
  define('optional/of(any)', (call, value: Value) => {
    spend(call.meter, 1);
    return { cel: 'optional', value };
  }),
  define('optional/ofNonZeroValue(any)', (_call, value: Value) =>
    isZero(value) ? { cel: 'optional' } : { cel: 'optional', value },
  ),
  define('optional/none()', () => ({ cel: 'optional' })),
  define('optional.hasValue()', (_call, value: { value?: Value } & Value) => value.value !== undefined),
  define('optional.value()', (_call, value: { value?: Value } & Value) => {
    if (value.value === undefined) throw new CelError('the optional has no value');
    return value.value;
  }),
];

function isZero(value: Value): boolean {
  if (value === null || value === false || value === '' || value === 0 || value === 0n) return true;
  if (Array.isArray(value)) return value.length === 0;
  return value instanceof Map && value.size === 0;
}

/** The names of types that rules compare with: `type(x) == int`. */
export const TYPE_NAMES: readonly string[] = [
  'bool',
  'bytes',
  'double',
  'int',
  'list',
  'map',
  'null_type',
  'string',
  'type',
];

function typeName(value: Value): string {
  const kind = kindOf(value);
  if (kind === 'null') return 'null_type';
  if (kind === 'timestamp') return 'google.protobuf.Timestamp';
  return kind === 'duration' ? 'google.protobuf.Duration' : kind;
}

/** What `string()` gives. */
export function toText(value: Value): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'number':
      return doubleText(value);
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (isKind(value, 'timestamp')) return timestampText(value.ns);
  if (isKind(value, 'duration')) return durationText(value.ns);
  if (isKind(value, 'url') || isKind(value, 'quantity') || isKind(value, 'semver')) return value.text;
  throw noOverload('string', value);
}

/** As Go writes a double: `1` and `1e+21`. */
function doubleText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  if (value === Number.NEGATIVE_INFINITY) return '-Inf';
  return String(value);
}
