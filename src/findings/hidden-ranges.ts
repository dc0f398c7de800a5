import type { Document, ParsedDocument } from '../documents/document.ts';
import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { isSensitiveValue } from './redact.ts';
import type { Hides } from './show.ts';

/** For each line (1-based) with a sensitive value or a part of one: the column (1-based) from which it is hidden. */
export function hiddenRanges(document: Document, hides: Hides): Map<number, number> {
  const hidden = new Map<number, number>();
  if (document.kind !== 'parsed') return hidden;
  const lines = document.text.split('\n');
  (document.opened ?? document.values).forEach((value, index) => {
    visit(value, '', [], (leaf, pointer, segments) => {
      if (leaf === '' || !(isSensitiveValue(segments, leaf) || hides(segments, leaf))) return;
      const place = document.place(pointer, index, 'value');
      if (place === undefined) return;
      hidden.set(place.line, Math.min(place.column, hidden.get(place.line) ?? place.column));
      const extent = typeof leaf === 'string' ? leaf.split('\n').length : 1;
      for (let next = 1; next <= extent && extent > 1; next++) hidden.set(place.line + next, 1);
      if (isWhole((lines[place.line - 1] ?? '').slice(place.column - 1), String(leaf))) return;
      // How a text goes on differs by format; that it ends before the next key or value does not.
      const starts = startsOf(document);
      let next = place.line + 1;
      for (; next <= lines.length && !starts.has(next); next++) hidden.set(next, 1);
      const first = lines[next - 1]?.slice(0, (starts.get(next) ?? 1) - 1);
      if (first !== undefined && !OPENING.test(first)) hidden.set(next, 1);
    });
  });
  return hidden;
}

/** Shorter texts may stand in what only begins a value: `|2-`, `<<EOT`. */
const SHORTEST = 4;

/** Whether a value ends on the line on which it begins. */
function isWhole(rest: string, value: string): boolean {
  return rest.replace(/^["']+/, '').startsWith(value) || (value.length >= SHORTEST && rest.includes(value));
}

/** What may stand before the first key or value of a line: all else may be the end of another one. */
const OPENING = /^[\s{[<"'-]*$/;

/** The lines (1-based) on which a key or a value begins, with the column (1-based) of the first. */
type Starts = ReadonlyMap<number, number>;

/** Every excerpt of a file asks. */
const known = new WeakMap<ParsedDocument, Starts>();

function startsOf(document: ParsedDocument): Starts {
  const made = known.get(document);
  if (made !== undefined) return made;
  const starts = new Map<number, number>();
  const add = (value: Json, pointer: Pointer, index: number): void => {
    for (const part of ['key', 'value'] as const) {
      const place = document.place(pointer, index, part);
      if (place !== undefined)
        starts.set(place.line, Math.min(place.column, starts.get(place.line) ?? place.column));
    }
    const members = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
    for (const [name, member] of members) add(member, child(pointer, name), index);
  };
  for (const [index, value] of (document.opened ?? document.values).entries()) add(value, '', index);
  known.set(document, starts);
  return starts;
}

type Visitor = (leaf: string | number, pointer: Pointer, segments: string[]) => void;

function visit(value: Json, pointer: Pointer, segments: string[], visitor: Visitor): void {
  if (typeof value === 'string' || typeof value === 'number') {
    visitor(value, pointer, segments);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      const name = isObject(item) ? (item.name ?? item.key) : undefined;
      const segment = typeof name === 'string' ? `name=${name}` : String(index);
      visit(item, child(pointer, index), [...segments, segment], visitor);
    });
  } else if (isObject(value)) {
    for (const key of Object.keys(value))
      visit(value[key]!, child(pointer, key), [...segments, key], visitor);
  }
}
