import { CelError, spend, spendText } from '../meter.ts';
import { lengthOf, sliceOf, toPoint, toUnit } from '../text.ts';
import type { Value } from '../value.ts';
import { type Call, define, type Overload } from './define.ts';
import { formatted } from './format.ts';

type Text = (call: Call, text: string) => Value;

/** Pays for reading the text before it is read. */
const reading =
  (run: (text: string) => Value): Text =>
  ({ meter }, text) => {
    spendText(meter, text.length);
    return run(text);
  };

const both =
  (run: (text: string, other: string) => Value) =>
  ({ meter }: Call, text: string, other: string): Value => {
    spendText(meter, text.length + other.length);
    return run(text, other);
  };

/** The `strings` extension of cel-go, which Kubernetes offers, and CEL's own functions on texts. */
export const STRINGS: readonly Overload[] = [
  define(
    'size(string)',
    reading((text) => BigInt(lengthOf(text))),
  ),
  define(
    'string.size()',
    reading((text) => BigInt(lengthOf(text))),
  ),
  define(
    'string.contains(string)',
    both((text, part) => text.includes(part)),
  ),
  define(
    'string.startsWith(string)',
    both((text, part) => text.startsWith(part)),
  ),
  define(
    'string.endsWith(string)',
    both((text, part) => text.endsWith(part)),
  ),
  define(
    'string.lowerAscii()',
    reading((text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())),
  ),
  define(
    'string.upperAscii()',
    reading((text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())),
  ),
  define(
    'string.trim()',
    reading((text) => text.trim()),
  ),
  define(
    'string.reverse()',
    reading((text) => [...text].reverse().join('')),
  ),
  define('string.charAt(int)', (call, text: string, index: bigint) => {
    spendText(call.meter, text.length);
    return index === BigInt(lengthOf(text)) ? '' : outOfRange(sliceOf(text, index, index + 1n));
  }),
  define('string.substring(int)', (call, text: string, start: bigint) => {
    spendText(call.meter, text.length);
    return outOfRange(sliceOf(text, start));
  }),
  define('string.substring(int, int)', (call, text: string, start: bigint, end: bigint) => {
    spendText(call.meter, text.length);
    return outOfRange(sliceOf(text, start, end));
  }),
  define(
    'string.indexOf(string)',
    both((text, part) => toPoint(text, text.indexOf(part))),
  ),
  define('string.indexOf(string, int)', (call, text: string, part: string, from: bigint) => {
    spendText(call.meter, text.length + part.length);
    outOfRange(sliceOf(text, from));
    return toPoint(text, text.indexOf(part, toUnit(text, Number(from))));
  }),
  define(
    'string.lastIndexOf(string)',
    both((text, part) => toPoint(text, text.lastIndexOf(part))),
  ),
  define('string.lastIndexOf(string, int)', (call, text: string, part: string, from: bigint) => {
    spendText(call.meter, text.length + part.length);
    outOfRange(sliceOf(text, from));
    return toPoint(text, text.lastIndexOf(part, toUnit(text, Number(from))));
  }),
  define('string.replace(string, string)', (call, text: string, part: string, by: string) =>
    replaced(call, text, part, by, -1n),
  ),
  define('string.replace(string, string, int)', replaced),
  define('string.split(string)', (call, text: string, separator: string) =>
    split(call, text, separator, -1n),
  ),
  define('string.split(string, int)', split),
  define('list.join()', (call, list: Value[]) => joined(call, list, '')),
  define('list.join(string)', joined),
  define('string.format(list)', (call, pattern: string, values: Value[]) => formatted(call, pattern, values)),
];

function outOfRange(part: string | undefined): string {
  if (part === undefined) throw new CelError('index out of range');
  return part;
}

function replaced(call: Call, text: string, part: string, by: string, limit: bigint): string {
  spendText(call.meter, text.length);
  const pieces = split(call, text, part, limit < 0n ? -1n : limit + 1n) as string[];
  spendText(call.meter, pieces.length * by.length);
  if (part !== '' || limit === 0n) return limit === 0n ? text : pieces.join(by);
  const all = limit < 0n || limit > BigInt(pieces.length);
  return all ? `${by}${pieces.join(by)}${text === '' ? '' : by}` : `${by}${pieces.join(by)}`;
}

/** As Go's `strings.SplitN`: 0 gives nothing, less than 0 all. */
function split({ meter }: Call, text: string, separator: string, limit: bigint): Value[] {
  spendText(meter, text.length + separator.length);
  if (limit === 0n) return [];
  const parts = separator === '' ? [...text] : text.split(separator);
  spend(meter, parts.length);
  if (limit < 0n || BigInt(parts.length) <= limit) return parts;
  const kept = Number(limit) - 1;
  return [...parts.slice(0, kept), parts.slice(kept).join(separator)];
}

function joined({ meter }: Call, list: Value[], separator: string): string {
  const texts = list.map((item) => {
    if (typeof item !== 'string') throw new CelError('join needs a list of strings');
    spendText(meter, item.length + separator.length);
    return item;
  });
  return texts.join(separator);
}
