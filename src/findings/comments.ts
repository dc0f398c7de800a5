import type { FormatId } from '../documents/document.ts';
import { HIDDEN } from './redact.ts';

/** What closes something or begins a document opens no comment. */
const STRUCTURE =
  /^[\s()[\]{},;]*$|^\s*<\/[\w.:-]+>\s*$|^(---|\.\.\.)\s*$|^<\?xml(\s+(version|encoding|standalone)=["'][\w.-]{1,16}["'])+\s*\?>\s*$/;
/** Behind white space, in every format. */
const COMMENT = /(^|\s)(#|\/\/|;|\/\*|<!--)\s*\S.*$/;

/**
 * `quotes`: between two of one kind nothing is a comment; `raw` are those in which a backslash is a character like any.
 * `block`: what ends a comment of several lines, and all comments of a text and what may look like one. `texts`: how a
 * text of several lines begins, and all of these and what may look like one: in it, a mark is a character like any.
 */
type Marks = {
  opens: readonly string[];
  block?: { closes: string; all: RegExp };
  quotes: string;
  raw?: string;
  texts?: Parts;
};

type Parts = { opens: RegExp; all: RegExp };

const C_LIKE: Marks = {
  opens: ['//', '/*'],
  block: {
    closes: '*/',
    all: /"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
  },
  quotes: '"',
};
const JSON5_ALL =
  /"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const HCL_ALL =
  /<<-?(\w+)\r?\n[\s\S]*?\n[ \t]*\1\b|"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\//g;
const TOML_ALL =
  /"""[^\\]*?(?:\\[\s\S][^\\]*?)*?"""|'''[\s\S]*?'''|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\n]*'|#[^\n]*/g;
const ELEMENTS: Marks = {
  opens: ['<!--'],
  block: { closes: '-->', all: /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g },
  quotes: '',
};

/** Formats in which a comment may stand right behind a value. */
const GLUED: { readonly [format in FormatId]?: Marks } = {
  json: C_LIKE,
  jsonc: C_LIKE,
  json5: { opens: C_LIKE.opens, block: { closes: '*/', all: JSON5_ALL }, quotes: `"'` },
  hcl: {
    opens: ['#', '//', '/*'],
    block: { closes: '*/', all: HCL_ALL },
    quotes: '"',
    texts: { opens: /^<</, all: HCL_ALL },
  },
  toml: { opens: ['#'], quotes: `"'`, raw: "'", texts: { opens: /^("""|''')/, all: TOML_ALL } },
  xml: ELEMENTS,
  plist: ELEMENTS,
};

/** The lines (1-based) that begin inside of a comment. */
export function linesInComments(text: string, format: FormatId): ReadonlySet<number> {
  const block = GLUED[format]?.block;
  if (block === undefined || !text.includes(block.closes)) return new Set();
  return linesIn(text, block.all, (part) => part.endsWith(block.closes));
}

/** The lines (1-based) that begin inside of a text of several: `inner` are those in which it does not end. */
export function linesInTexts(text: string, format: FormatId): Record<'all' | 'inner', ReadonlySet<number>> {
  const texts = GLUED[format]?.texts;
  const linesBut = (less: number) =>
    texts === undefined
      ? new Set<number>()
      : linesIn(text, texts.all, (part) => texts.opens.test(part), less);
  return { all: linesBut(0), inner: linesBut(1) };
}

/** The lines that begin inside of the parts that count, `less` of the last ones left out. */
function linesIn(text: string, all: RegExp, counts: (part: string) => boolean, less = 0): Set<number> {
  const lines = new Set<number>();
  let [line, from] = [1, 0];
  for (const { 0: part, index } of text.matchAll(all)) {
    line += breaksIn(text.slice(from, index));
    from = index + part.length;
    const last = line + breaksIn(part);
    if (counts(part)) for (let inside = line + 1; inside <= last - less; inside++) lines.add(inside);
    line = last;
  }
  return lines;
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

/** What stands on a line. */
export type Stands = { keyed: boolean; inside: boolean; text: boolean };

/**
 * A line of a file without what its comments say.
 * @param stands whether a key or a value stands on the line: all other lines are comments, or as good as that; and
 * whether it begins inside of one, or is a part of a text of several lines.
 */
export function withoutComment(line: string, { keyed, inside, text }: Stands, format: FormatId): string {
  if (inside) {
    const closes = GLUED[format]?.block?.closes ?? '';
    const end = line.indexOf(closes);
    if (end === -1 || !keyed) return HIDDEN;
    return `${HIDDEN}${withoutComment(line.slice(end + closes.length), { keyed, inside: false, text }, format)}`;
  }
  if (line === HIDDEN || STRUCTURE.test(line)) return line;
  if (!keyed) return HIDDEN;
  const marks = text ? undefined : GLUED[format];
  return (marks === undefined ? line : withoutGlued(line, marks)).replace(COMMENT, `$1$2 ${HIDDEN}`);
}

function withoutGlued(line: string, marks: Marks): string {
  const found = firstMark(line, marks);
  if (found === undefined) return line;
  const end = found.at + found.mark.length;
  return line.slice(end).trim() === '' ? line : `${line.slice(0, end)} ${HIDDEN}`;
}

/**
 * The first mark outside of quotes. A quote that stays open may have stood in a comment, or have closed a text of several
 * lines: then the first mark anywhere counts.
 */
function firstMark(line: string, { opens, quotes, raw }: Marks): Mark | undefined {
  const markAt = (at: number) => opens.find((mark) => line.startsWith(mark, at));
  let quote: string | undefined;
  let quoted: Mark | undefined;
  for (let at = 0; at < line.length; at++) {
    const mark = markAt(at);
    if (mark !== undefined && quote === undefined) return { at, mark };
    if (mark !== undefined) quoted ??= { at, mark };
    const character = line[at]!;
    if (character === '\\' && quote !== undefined && quote !== raw) at += 1;
    else if (character === quote) quote = undefined;
    else if (quote === undefined && quotes.includes(character)) quote = character;
  }
  return quote === undefined ? undefined : quoted;
}

type Mark = { at: number; mark: string };
