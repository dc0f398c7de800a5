import { CelError, spend, spendText } from '../meter.ts';
import { kindOf, type Value } from '../value.ts';
import { toText } from './convert.ts';
import type { Call } from './define.ts';

/** `"%s of %d".format([…])`, as the `strings` extension of cel-go has it. */
export function formatted({ meter }: Call, pattern: string, values: Value[]): string {
  spendText(meter, pattern.length);
  let next = 0;
  const result = pattern.replace(/%(?:\.(\d{1,3}))?([a-zA-Z%])|%/g, (clause, precision, verb) => {
    if (verb === '%') return '%';
    if (verb === undefined || next >= values.length) throw new CelError(`format: ${clause} has no value`);
    const text = one(String(verb), values[next++]!, precision === undefined ? 6 : Number(precision));
    spendText(meter, text.length);
    return text;
  });
  spend(meter, values.length);
  return result;
}

function one(verb: string, value: Value, precision: number): string {
  if (verb === 's') return described(value);
  if (typeof value === 'bigint') {
    if (verb === 'd') return String(value);
    if (verb === 'b') return value.toString(2);
    if (verb === 'o') return value.toString(8);
    if (verb === 'x') return value.toString(16);
    if (verb === 'X') return value.toString(16).toUpperCase();
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (verb === 'f') return Number(value).toFixed(Math.min(precision, 100));
    if (verb === 'e')
      return Number(value)
        .toExponential(Math.min(precision, 100))
        .replace(/e([+-])(\d)$/, 'e$10$2');
    if (verb === 'd' && typeof value === 'number') return String(value);
  }
  throw new CelError(`format: %${verb} does not fit a ${kindOf(value)}`);
}

function described(value: Value): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(described).join(', ')}]`;
  if (value instanceof Map)
    return `{${[...value].map(([key, item]) => `${String(key)}: ${described(item)}`).join(', ')}}`;
  return toText(value);
}
