const MARKS = /\p{Mn}|\p{Me}/u;
/** East Asian wide and full-width blocks, and emoji: two columns in a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text without control characters takes in a terminal. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

function columnsOf(character: string): number {
  if (character < '\u0300') return 1;
  return MARKS.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}

/** The beginning of a text that fits, with `…` where it was cut. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `${head(text, Math.max(0, width - 1))}…`;
}

function head(text: string, width: number): string {
  let taken = '';
  let columns = 0;
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > width) break;
    taken += character;
  }
  return taken;
}

/**
 * Lines of at most `width` columns, broken between words; a longer word is broken where it must be.
 * @param whole a part of the text, such as a command, that moves to the next line as a whole if that helps.
 */
export function wrap(text: string, width: number, whole?: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text, whole !== undefined && widthOf(whole) <= width ? whole : undefined)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const start = head(line, width) || [...line][0]!;
      lines.push(start);
      line = line.slice(start.length);
    }
  }
  return line === '' ? lines : [...lines, line];
}

function wordsOf(text: string, whole: string | undefined): string[] {
  const joined = whole === undefined ? text : text.replace(whole, () => whole.replaceAll(' ', '\0'));
  return joined.split(' ').flatMap((word) => (word === '' ? [] : [word.replaceAll('\0', ' ')]));
}

/** ANSI colours by meaning; `paint(false)` leaves texts as they are. */
export function paint(color: boolean) {
  const style = (open: number, close: number) => (text: string) =>
    color && text !== '' ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    strong: style(1, 22),
    quiet: style(2, 22),
    red: style(31, 39),
    green: style(32, 39),
    yellow: style(33, 39),
    blue: style(36, 39),
  };
}

export type Paint = ReturnType<typeof paint>;
