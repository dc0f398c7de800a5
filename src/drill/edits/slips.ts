import { oneOf, type Random } from '../random.ts';

/** Two neighbouring letters or digits swapped, or one left out; `undefined` for what is too short to misspell. */
export function misspelt(text: string, random: Random): string | undefined {
  const letters = [...text.matchAll(/[\p{L}\d]/gu)].map(({ index }) => index);
  if (letters.length < 3) return undefined;
  const known = new Set(letters);
  const pairs = letters.filter((at) => known.has(at + 1) && text[at] !== text[at + 1]);
  const at = oneOf(pairs, random);
  if (at !== undefined && random() < 0.5) {
    return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
  }
  const gone = oneOf(letters, random)!;
  return text.slice(0, gone) + text.slice(gone + 1);
}

/** A digit typed twice or left out; `undefined` for what has none. */
export function misdialled(text: string, random: Random): string | undefined {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = oneOf(digits, random);
  if (at === undefined) return undefined;
  const drop = digits.length > 1 && random() < 0.5;
  return drop ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at + 1) + text.slice(at);
}

const OPPOSITES: Record<string, string> = {
  true: 'false',
  false: 'true',
  yes: 'no',
  no: 'yes',
  on: 'off',
  off: 'on',
};

/** The other word of a pair that formats without booleans use; `undefined` for any other word. */
export function opposite(word: string): string | undefined {
  return Object.hasOwn(OPPOSITES, word) ? OPPOSITES[word] : undefined;
}
