import { MAX_DEPTH, Stop, tooDeep } from './stop.ts';

/** A text and how far it is read. */
export type Cursor = { text: string; at: number };

const BLANKS = /(?:[ \t\r]+|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const BLANKS_AND_LINES = /(?:[ \t\r\n]+|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t\r]*\n/uy;

/** Skips blanks and comments, and line ends too when `lines` is set. */
export function skip(cursor: Cursor, lines: boolean): void {
  const found = match(lines ? BLANKS_AND_LINES : BLANKS, cursor);
  cursor.at += found?.[0].length ?? 0;
}

/** Matches a sticky pattern at the cursor, without moving it. */
export function match(pattern: RegExp, cursor: Cursor): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at;
  return pattern.exec(cursor.text) ?? undefined;
}

/** From the opening quote to behind the closing one; `${ … }` and `%{ … }` may hold strings again. */
export function skipString(cursor: Cursor, depth: number): void {
  const { text } = cursor;
  const open = cursor.at++;
  while (cursor.at < text.length) {
    const character = text[cursor.at];
    if (character === '\n') break;
    if (character === '"') {
      cursor.at += 1;
      return;
    }
    if ((character === '$' || character === '%') && text[cursor.at + 1] === '{') {
      cursor.at += 2;
      // `$${` and `%%{` are escapes: no expression begins there.
      if (text[cursor.at - 3] !== character) skipUntil(cursor, '}', depth + 1);
    } else {
      cursor.at += character === '\\' ? 2 : 1;
    }
  }
  throw new Stop('syntax', 'a string is not closed', open);
}

/** A heredoc's content without its last line end; `undefined` when none begins here. */
export function readHeredoc(cursor: Cursor): string | undefined {
  const found = match(HEREDOC, cursor);
  if (found === undefined) return undefined;
  const [opening, indented, name] = found;
  const start = cursor.at + opening.length;
  const closing = new RegExp(`^[ \\t]*${name}(?=[ \\t\\r]*$|[ \\t]*[,)\\]}])`, 'gm');
  closing.lastIndex = start;
  const end = closing.exec(cursor.text);
  if (end === null) throw new Stop('syntax', `the heredoc ${name} is not closed`, cursor.at);
  cursor.at = end.index + end[0].length;
  const content = cursor.text.slice(start, Math.max(start, end.index - 1)).replaceAll('\r\n', '\n');
  return indented === '-' ? dedent(content) : content;
}

function dedent(content: string): string {
  const lines = content.split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  return lines.map((line) => line.slice(Math.min(common, line.length))).join('\n');
}

const CLOSERS: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/**
 * Moves to the first of `stops` outside of brackets, strings and comments. A closing bracket among the stops
 * is passed; anything else is left to be read. At the end of the text only a line end among the stops will do.
 */
export function skipUntil(cursor: Cursor, stops: string, depth: number): void {
  const { text } = cursor;
  const start = cursor.at;
  const waiting: string[] = [];
  while (cursor.at < text.length) {
    const character = text[cursor.at]!;
    if (waiting.length === 0 && stops.includes(character)) {
      if (stops === character) cursor.at += 1;
      return;
    }
    if (character === '"') skipString(cursor, deeper(cursor, depth));
    else if (character === '<' && readHeredoc(cursor) !== undefined) continue;
    else if (startsComment(cursor)) {
      if (waiting.length === 0 && stops.includes('\n') && !text.startsWith('/*', cursor.at)) return;
      const before = cursor.at;
      skip(cursor, false);
      if (cursor.at === before) throw new Stop('syntax', 'a comment is not closed', before);
    } else {
      if (waiting.length === 0 && isAssignment(cursor))
        throw new Stop('syntax', 'an unexpected =', cursor.at);
      if (CLOSERS[character] !== undefined) waiting.push(CLOSERS[character]);
      else if (character === ')' || character === ']' || character === '}') {
        if (waiting.pop() !== character) throw new Stop('syntax', `an unexpected ${character}`, cursor.at);
      }
      cursor.at += 1;
    }
  }
  if (waiting.length > 0 || !stops.includes('\n'))
    throw new Stop('syntax', 'the text ends inside a value', start);
}

/** A `=` that is no part of `==`, `!=`, `<=`, `>=` or `=>`: another definition begins in the middle of a value. */
function isAssignment({ text, at }: Cursor): boolean {
  return text[at] === '=' && !/[=!<>]/.test(text[at - 1] ?? '') && !/[=>]/.test(text[at + 1] ?? '');
}

function deeper(cursor: Cursor, depth: number): number {
  if (depth >= MAX_DEPTH) throw tooDeep(cursor.at);
  return depth + 1;
}

export function startsComment({ text, at }: Cursor): boolean {
  const two = text.slice(at, at + 2);
  return two.startsWith('#') || two === '//' || two === '/*';
}
