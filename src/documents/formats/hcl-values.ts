import { child, type Pointer } from '../../model/pointer.ts';
import { isLossy } from '../numbers.ts';
import { type Cursor, match, readHeredoc, skip, skipString, skipUntil, startsComment } from './hcl-scan.ts';
import { listNode, type Node, noteRepeat, objectNode, type Repeat, scalarNode, setMember } from './spots.ts';
import { MAX_DEPTH, Stop, tooDeep } from './stop.ts';

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/y;
const WORD = /(?:true|false|null)(?![\w.-])/y;
const FOR = /[[{]\s*for\s/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

export type Place = { pointer: Pointer; repeats: Repeat[]; depth: number };

/**
 * Reads one expression up to (not including) one of `stops`. Literals become JSON; anything else is kept as
 * `${source}`, the way in which Terraform's own JSON syntax writes an expression.
 * https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function readExpression(cursor: Cursor, stops: string, place: Place): Node {
  skip(cursor, !stops.includes('\n'));
  const start = cursor.at;
  const literal = readLiteral(cursor, place);
  if (literal !== undefined) {
    skip(cursor, !stops.includes('\n'));
    if (cursor.at >= cursor.text.length || stops.includes(cursor.text[cursor.at]!)) return literal;
  }
  cursor.at = start;
  skipUntil(cursor, stops, place.depth);
  const source = cursor.text.slice(start, cursor.at).trim();
  if (source === '') throw new Stop('syntax', 'a value is expected', start);
  return scalarNode(`\${${source}}`, start);
}

function readLiteral(cursor: Cursor, place: Place): Node | undefined {
  const start = cursor.at;
  const first = cursor.text[start];
  if (first === '"') return scalarNode(readString(cursor), start);
  if (first === '<') {
    const content = readHeredoc(cursor);
    return content === undefined ? undefined : scalarNode(content, start);
  }
  if (first === '[' || first === '{') {
    if (match(FOR, cursor) !== undefined) return undefined;
    if (place.depth > MAX_DEPTH) throw tooDeep(start);
    return first === '[' ? readList(cursor, place) : readObject(cursor, place);
  }
  const token = (match(NUMBER, cursor) ?? match(WORD, cursor))?.[0];
  if (token === undefined) return undefined;
  cursor.at += token.length;
  if (token === 'null') return scalarNode(null, start);
  if (token === 'true' || token === 'false') return scalarNode(token === 'true', start);
  const value = Number(token);
  if (!Number.isFinite(value)) return scalarNode(token, start, token);
  return scalarNode(value, start, isLossy(token, value) ? token : undefined);
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([nrt"\\]))/g;
const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** A quoted string: its value, or its source when it has `${…}` or `%{…}` in it. */
function readString(cursor: Cursor): string {
  const start = cursor.at;
  skipString(cursor, 0);
  const source = cursor.text.slice(start + 1, cursor.at - 1);
  if (!source.includes('\\') || /[$%]\{/.test(source)) return source;
  return source.replace(ESCAPE, (sequence, short?: string, long?: string, simple?: string) => {
    if (simple !== undefined) return ESCAPED[simple]!;
    const code = Number.parseInt(short ?? long ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : sequence;
  });
}

function readList(cursor: Cursor, place: Place): Node {
  const start = cursor.at++;
  const items: Node[] = [];
  for (;;) {
    skip(cursor, true);
    if (cursor.text[cursor.at] === ']') break;
    const pointer = child(place.pointer, items.length);
    items.push(readExpression(cursor, ',]', { ...place, pointer, depth: place.depth + 1 }));
    if (cursor.text[cursor.at] === ',') cursor.at += 1;
  }
  cursor.at += 1;
  return listNode(start, items);
}

function readObject(cursor: Cursor, place: Place): Node {
  const object = objectNode(cursor.at);
  cursor.at += 1;
  for (;;) {
    skip(cursor, true);
    if (cursor.text[cursor.at] === '}') break;
    const key = cursor.at;
    const name = readObjectKey(cursor);
    cursor.at += 1;
    const pointer = child(place.pointer, name);
    noteRepeat(place.repeats, object, name, pointer, key);
    const value = readExpression(cursor, ',}\n', { ...place, pointer, depth: place.depth + 1 });
    setMember(object, name, key, value);
    if (cursor.text[cursor.at] === ',') cursor.at += 1;
  }
  cursor.at += 1;
  return object;
}

/** A name, a string, or any other expression before `=` or `:`; the cursor stops at the separator. */
function readObjectKey(cursor: Cursor): string {
  const start = cursor.at;
  const name = readName(cursor);
  skip(cursor, false);
  if (name !== undefined && isSeparator(cursor)) return name;
  cursor.at = start;
  skipUntil(cursor, '=:}', 0);
  if (!isSeparator(cursor)) throw new Stop('syntax', 'a key and its value are expected', start);
  return `\${${cursor.text.slice(start, cursor.at).trim()}}`;
}

function isSeparator({ text, at }: Cursor): boolean {
  return text[at] === ':' || (text[at] === '=' && text[at + 1] !== '=');
}

/** An identifier or a quoted string. */
export function readName(cursor: Cursor): string | undefined {
  if (cursor.text[cursor.at] === '"') return readString(cursor);
  const name = match(IDENTIFIER, cursor)?.[0];
  cursor.at += name?.length ?? 0;
  return name;
}

/** After a definition only a comment may follow on its line, or the end of its block. */
export function endsDefinition(cursor: Cursor): boolean {
  if (startsComment(cursor)) skip(cursor, false);
  const next = cursor.text[cursor.at];
  return next === undefined || next === '\n' || next === '}';
}
