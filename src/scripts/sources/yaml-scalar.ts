/**
 * Where the characters of a YAML scalar stand: offsets in `text` for the UTF-16 units of `value` and for its end.
 * Aligns what the reader has made of the scalar with its source, whatever its style: only blanks and line breaks may
 * differ, and escapes in double quotes.
 * @param start where the value begins: its first character, quote or `|`, or a tag or an alias before it.
 * @returns `undefined` when the two do not fit, as for an alias whose anchor is not found.
 */
export function scalarOffsets(text: string, start: number, value: string): Int32Array | undefined {
  const at = behindProperties(text, start);
  const style = text[at] ?? '';
  if (style === '*') return aliased(text, at, value);
  const offsets = new Int32Array(value.length + 1);
  const done =
    style === '|' || style === '>'
      ? alignBlock(text, blockStart(text, at), value, offsets)
      : alignFlow(text, at, style, value, offsets);
  return done ? offsets : undefined;
}

function behindProperties(text: string, start: number): number {
  const property = /[&!][^\s]*\s+/y;
  property.lastIndex = start;
  while (property.test(text)) start = property.lastIndex;
  return start;
}

function aliased(text: string, at: number, value: string): Int32Array | undefined {
  const name = /\*([^\s,[\]{}]+)/y;
  name.lastIndex = at;
  const found = name.exec(text);
  if (found === null) return undefined;
  const anchor = `&${found[1]}`;
  for (let before = text.lastIndexOf(anchor, at); before > 0; before = text.lastIndexOf(anchor, before - 1)) {
    const alone = /\s/.test(text[before + anchor.length] ?? '') && /\s/.test(text[before - 1]!);
    if (!alone || text[behindProperties(text, before)] === '*') continue;
    const offsets = scalarOffsets(text, before, value);
    if (offsets !== undefined) return offsets;
  }
  return undefined;
}

function blockStart(text: string, header: number): number {
  const end = text.indexOf('\n', header);
  return end === -1 ? text.length : end + 1;
}

/** Blanks and breaks in the value stand for a run of them in the text; everything else is the same. */
function alignBlock(text: string, start: number, value: string, offsets: Int32Array): boolean {
  let at = start;
  for (let index = 0; index < value.length; ) {
    const end = runEnd(value, index);
    const runAt = at;
    at = runEnd(text, at);
    if (end > index) alignRun(text, [runAt, at], value, [index, end], offsets);
    for (index = end; index < value.length && !isBlank(value[index]!); index++, at++) {
      if (value[index] !== text[at]) return false;
      offsets[index] = at;
    }
  }
  offsets[value.length] = at;
  return true;
}

type Range = readonly [start: number, end: number];

/** Blanks before the first break and behind the last one keep their distance to the words beside them. */
function alignRun(
  text: string,
  [from, to]: Range,
  value: string,
  [index, end]: Range,
  offsets: Int32Array,
): void {
  const lastBreak = value.slice(index, end).lastIndexOf('\n');
  const first = index === 0;
  const broken = first || text.slice(from, to).includes('\n');
  const folded = broken && !first && lastBreak === -1;
  const tail = broken && !folded ? index + lastBreak + 1 : end;
  let at = from;
  for (let each = index; each < end; each++) {
    if (each < tail && (value[each] === '\n' || (folded && each === end - 1))) {
      const next = text.indexOf('\n', at);
      if (next !== -1 && next < to) at = next;
    }
    offsets[each] = each < tail ? at : to - (end - each);
    at += 1;
  }
}

function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text[at]!)) at += 1;
  return at;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

/** Lengths of the escapes in double quotes that are longer than two characters. */
const ESCAPES: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

function alignFlow(text: string, start: number, style: string, value: string, offsets: Int32Array): boolean {
  const double = style === '"';
  const single = style === "'";
  let at = double || single ? start + 1 : start;
  let index = 0;
  while (index < value.length) {
    const character = text[at];
    if (character === undefined) return false;
    const end = isBlank(character) ? runEnd(text, at) : at;
    const breaks = end === at ? 0 : text.slice(at, end).split('\n').length - 1;
    if (breaks > 0) {
      for (let made = 0; made < Math.max(1, breaks - 1); made++) offsets[index++] = at;
      at = end;
    } else if (double && character === '\\') {
      const next = text[at + 1] ?? '';
      if (next === '\n' || next === '\r') {
        at = runEnd(text, at + 1);
        continue;
      }
      const units = next === 'U' && value.codePointAt(index)! > 0xffff ? 2 : 1;
      for (let unit = 0; unit < units; unit++) offsets[index++] = at;
      at += ESCAPES[next] ?? 2;
    } else {
      if (character !== value[index]) return false;
      offsets[index++] = at;
      at += single && character === "'" ? 2 : 1;
    }
  }
  offsets[value.length] = at;
  return true;
}
