import { isObject, type Json, type JsonObject, setOwn } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import { child, type Pointer, parentOf } from '../model/pointer.ts';
import type { ParsedDocument } from './document.ts';
import type { Embedded } from './embedded.ts';

/** Embedded documents by where they stand: `opened.get(document)?.get(pointer)`. */
export type EmbeddedAt = ReadonlyMap<number, ReadonlyMap<Pointer, Embedded>>;

/**
 * The document with these text values replaced by what they hold. Pointers go on inside of them, and so does
 * `place`: to the line where a text stands line by line in the file, as in a literal block of YAML, otherwise to
 * the key of the text.
 */
export function openDocument(document: ParsedDocument, embedded: EmbeddedAt): ParsedDocument {
  const values = document.values.map((value, index) => {
    const inside = embedded.get(index);
    return inside === undefined ? value : replace(value, '', inside, prefixesOf(inside));
  });
  const lossy = [...document.lossy];
  for (const [index, inside] of embedded) {
    for (const [pointer, { lossy: numbers }] of inside) {
      lossy.push(...numbers.map(({ key, token }) => ({ document: index, key: pointer + key, token })));
    }
  }
  return { ...document, values, lossy, place: placeIn(document, embedded) };
}

function prefixesOf(inside: ReadonlyMap<Pointer, Embedded>): Set<Pointer> {
  const prefixes = new Set<Pointer>();
  for (let pointer of inside.keys()) {
    while (pointer !== '' && !prefixes.has(parentOf(pointer))) {
      pointer = parentOf(pointer);
      prefixes.add(pointer);
    }
  }
  return prefixes;
}

function replace(
  value: Json,
  pointer: Pointer,
  inside: ReadonlyMap<Pointer, Embedded>,
  prefixes: ReadonlySet<Pointer>,
): Json {
  const found = inside.get(pointer);
  if (found !== undefined) return found.value;
  if (!prefixes.has(pointer)) return value;
  if (Array.isArray(value)) {
    return value.map((item, index) => replace(item, child(pointer, index), inside, prefixes));
  }
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) {
    setOwn(copy, key, replace(value[key]!, child(pointer, key), inside, prefixes));
  }
  return copy;
}

function placeIn(document: ParsedDocument, embedded: EmbeddedAt): ParsedDocument['place'] {
  let lines: string[] | undefined;
  return (pointer, index = 0, part = 'key') => {
    const direct = document.place(pointer, index, part);
    if (direct !== undefined) return direct;
    for (let above = pointer; above !== ''; above = parentOf(above)) {
      const found = embedded.get(index)?.get(above);
      if (found === undefined) continue;
      const inner = found.place(pointer.slice(above.length), 0, part);
      if (inner === undefined) return undefined;
      const start = document.place(above, index, 'value');
      lines ??= document.text.split('\n');
      const exact = start && placeInLines(lines, start, found.text, inner);
      return exact ?? document.place(above, index, part);
    }
    return undefined;
  };
}

/**
 * A place of a text that stands below `start`, indented as a whole, in the lines of a file; `undefined` unless
 * every line up to it stands there exactly.
 */
function placeInLines(lines: readonly string[], start: Place, text: string, inner: Place): Place | undefined {
  const wanted = text.split('\n', inner.line);
  let indent: string | undefined;
  for (const [index, line] of wanted.entries()) {
    const there = lines[start.line + index]?.replace(/\r$/, '');
    if (there === undefined) return undefined;
    if (line.trim() === '' && there.trim() === '') continue;
    indent ??= /^[ \t]*$/.exec(there.slice(0, Math.max(0, there.length - line.length)))?.[0];
    if (indent === undefined || there !== indent + line) return undefined;
  }
  return { line: start.line + inner.line, column: inner.column + (indent ?? '').length };
}
