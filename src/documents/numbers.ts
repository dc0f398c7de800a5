/**
 * True when the number that JavaScript makes of a decimal token is not the number that is written: too many
 * digits, too large, too small. `token`: optional sign, digits with at most one `.`, optional exponent.
 */
export function isLossy(token: string, value: number): boolean {
  if (!Number.isFinite(value)) return true;
  if (token.length <= 15 && !/e/i.test(token)) return false;
  return normalize(token) !== normalize(String(value));
}

/** Significant digits and the power of ten of the first one; equal for equal numbers. */
function normalize(token: string): string {
  const match = /^([-+]?)0*(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(token);
  if (match === null) return token;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const leading = whole.length + fraction.length - digits.length;
  return `${sign === '-' ? '-' : ''}${significant}e${Number(exponent) + whole.length - leading}`;
}
