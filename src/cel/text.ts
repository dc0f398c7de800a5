/** CEL counts texts in code points, JavaScript in UTF-16 code units; most texts have one for one. */
const SURROGATE = /[\ud800-\udbff][\udc00-\udfff]/;

export function lengthOf(text: string): number {
  return SURROGATE.test(text) ? [...text].length : text.length;
}

/** `text` from one code point up to another; `undefined` when there are not so many. */
export function sliceOf(text: string, start: bigint, end?: bigint): string | undefined {
  const points = SURROGATE.test(text) ? [...text] : text;
  const [from, to] = [Number(start), end === undefined ? points.length : Number(end)];
  if (from < 0 || to < from || to > points.length) return undefined;
  const part = points.slice(from, to);
  return typeof part === 'string' ? part : part.join('');
}

/** A place in code units as one in code points; -1 stays. */
export function toPoint(text: string, unit: number): bigint {
  return BigInt(unit <= 0 ? unit : lengthOf(text.slice(0, unit)));
}

/** A place in code points as one in code units. */
export function toUnit(text: string, point: number): number {
  if (!SURROGATE.test(text)) return point;
  return [...text].slice(0, point).join('').length;
}
