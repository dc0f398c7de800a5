import { CelError, spendText } from '../meter.ts';
import { compare, int } from '../operators.ts';
import type { Value } from '../value.ts';
import { define, type Overload } from './define.ts';

type Quantity = Extract<Value, { cel: 'quantity' }>;

/** Suffixes of k8s.io/apimachinery/pkg/api/resource: powers of 10, or multiples that are powers of 2. */
const DECIMAL: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const BINARY: Readonly<Record<string, bigint>> = {
  Ki: 2n ** 10n,
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
  Pi: 2n ** 50n,
  Ei: 2n ** 60n,
};
const LARGEST_EXPONENT = 100;

/** Kubernetes' quantity library: `quantity('500m').isLessThan(quantity('1'))`. */
export const QUANTITIES: readonly Overload[] = [
  define('isQuantity(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    return parseQuantity(text) !== undefined;
  }),
  define('quantity(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    const quantity = parseQuantity(text);
    if (quantity === undefined) throw new CelError('the text is not a quantity (such as 500m or 2Gi)');
    return quantity;
  }),
  define('quantity.compareTo(quantity)', (_call, one: Quantity, other: Quantity) =>
    BigInt(compare(one, other)!),
  ),
  define(
    'quantity.isLessThan(quantity)',
    (_call, one: Quantity, other: Quantity) => compare(one, other) === -1,
  ),
  define(
    'quantity.isGreaterThan(quantity)',
    (_call, one: Quantity, other: Quantity) => compare(one, other) === 1,
  ),
  define('quantity.sign()', (_call, { digits }: Quantity) => (digits < 0n ? -1n : digits > 0n ? 1n : 0n)),
  define('quantity.add(quantity)', (_call, one: Quantity, other: Quantity) => added(one, other, 1n)),
  define('quantity.sub(quantity)', (_call, one: Quantity, other: Quantity) => added(one, other, -1n)),
  define('quantity.add(int)', (_call, one: Quantity, other: bigint) => added(one, whole(other), 1n)),
  define('quantity.sub(int)', (_call, one: Quantity, other: bigint) => added(one, whole(other), -1n)),
  define('quantity.isInteger()', (_call, one: Quantity) => integerOf(one) !== undefined),
  define('quantity.asInteger()', (_call, one: Quantity) => {
    const value = integerOf(one);
    if (value === undefined) throw new CelError('the quantity is not an integer');
    return int(value);
  }),
  define(
    'quantity.asApproximateFloat()',
    (_call, { digits, exponent }: Quantity) => Number(digits) * 10 ** exponent,
  ),
];

function parseQuantity(text: string): Quantity | undefined {
  const match = /^([-+]?)(\d{1,40})?(?:\.(\d{0,40}))?(?:([KMGTPE]i)|([numkMGTPE]?)|[eE]([-+]?\d{1,3}))$/.exec(
    text,
  );
  if (match === null) return undefined;
  const [, sign, integer = '', fraction = '', binary, decimal = '', power = '0'] = match;
  const exponent = Number(power) + DECIMAL[decimal]! - fraction.length;
  if (integer + fraction === '' || Math.abs(exponent) > LARGEST_EXPONENT) return undefined;
  const digits = BigInt(integer + fraction) * (binary === undefined ? 1n : BINARY[binary]!);
  return { cel: 'quantity', digits: sign === '-' ? -digits : digits, exponent, text };
}

function whole(value: bigint): Quantity {
  return { cel: 'quantity', digits: value, exponent: 0, text: String(value) };
}

function added(one: Quantity, other: Quantity, sign: bigint): Quantity {
  const exponent = Math.min(one.exponent, other.exponent);
  const scaled = (quantity: Quantity) => quantity.digits * 10n ** BigInt(quantity.exponent - exponent);
  const digits = scaled(one) + sign * scaled(other);
  return { cel: 'quantity', digits, exponent, text: `${digits}e${exponent}` };
}

function integerOf({ digits, exponent }: Quantity): bigint | undefined {
  if (exponent >= 0) return digits * 10n ** BigInt(exponent);
  const unit = 10n ** BigInt(-exponent);
  return digits % unit === 0n ? digits / unit : undefined;
}
