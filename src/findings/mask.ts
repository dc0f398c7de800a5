import { HIDDEN, isSensitiveKey, withoutSecrets } from './redact.ts';

/** Characters of a text that are looked at; reports show fewer. */
const LONGEST = 4096;
/** The name of a value, as YAML, JSON (escaped in a text too), properties and connection strings write it. */
const NAME = /(\\*["'])?(?<![\w.$/-])([\w.$/-]+)(?:\\*["'])?[ \t]*[:=][ \t]*/g;
const BEFORE_NAME = /^\s*(?:[-+]\s+)?(?:export\s+)?$/;
const QUOTE = /^\\*["']/;
const END = /[,;&}\])<]/;
/** `<key …>value</`, with the key in the second group and the value in the third, as {@link maskPair} takes them. */
export const ELEMENT = /(<([\w.:-]+)[^<>]*>)([^<>]+)(<\/|$)/g;
/** `key:`, `key: |`, `"key": {`, with its indentation: what follows is below it. */
const KEY_ALONE = /^(\s*)(?:-\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*(?:[|>{[][-+0-9]*)?\s*$/;

/** A text as findings may carry it: without secrets, whatever it holds. Cut after 4,096 characters. */
export function maskText(text: string): string {
  const shown: string[] = [];
  let hidden: { indent: number } | undefined;
  for (const line of text.slice(0, LONGEST).replace(ELEMENT, maskPair).split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (hidden !== undefined && (line.trim() === '' || isBelow(line, indent, hidden.indent))) {
      shown.push(line.trim() === '' ? line : HIDDEN);
      continue;
    }
    const [, start, key] = KEY_ALONE.exec(line) ?? [];
    hidden = key !== undefined && isSensitiveKey([key]) ? { indent: start!.length } : undefined;
    shown.push(maskPairs(line));
  }
  return withoutSecrets(shown.join('\n'));
}

/** The items of a list in YAML may stand as far left as its key. */
function isBelow(line: string, indent: number, above: number): boolean {
  return indent > above || (indent === above && line.startsWith('-', indent));
}

/** A line with everything hidden that a name in it says is sensitive, also in a text that holds JSON. */
export function maskPairs(line: string): string {
  let masked = '';
  let from = 0;
  for (const found of line.matchAll(NAME)) {
    if (found.index < from || !isSensitiveKey([found[2]!])) continue;
    const start = found.index + found[0].length;
    const end = start + valueLength(line.slice(start), BEFORE_NAME.test(line.slice(0, found.index)));
    if (end === start) continue;
    masked += line.slice(from, start) + HIDDEN;
    from = end;
  }
  return masked + line.slice(from);
}

/** @param alone the name begins its line: a value without quotes ends with the line. */
function valueLength(rest: string, alone: boolean): number {
  if (/^[[{|>]\s*$/.test(rest)) return 0;
  const quote = QUOTE.exec(rest)?.[0];
  if (quote !== undefined) return quotedLength(rest, quote);
  if (alone || rest.startsWith('{') || rest.startsWith('[')) return rest.length;
  const end = rest.search(END);
  return end === -1 ? rest.length : end;
}

function quotedLength(rest: string, quote: string): number {
  for (let at = rest.indexOf(quote, quote.length); at !== -1; at = rest.indexOf(quote, at + 1)) {
    if (rest[at - 1] !== '\\') return at + quote.length;
  }
  return rest.length;
}

/** For `replace`: start, key, value and end of a pair; the value is hidden where the key is sensitive. */
export function maskPair(whole: string, start: string, key: string, _value: string, end: string): string {
  return isSensitiveKey([key]) ? `${start}${HIDDEN}${end}` : whole;
}
