import type { Document } from '../documents/document.ts';
import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { linesInComments, linesInTexts, type Stands, withoutComment } from './comments.ts';
import type { Excerpt } from './finding.ts';
import { hiddenRanges } from './hidden-ranges.ts';
import { ELEMENT, maskPair, maskPairs } from './mask.ts';
import { HIDDEN, isSensitiveKey, withoutSecrets } from './redact.ts';
import type { Hides } from './show.ts';

const AROUND = 2;
const LONGEST_LINE = 200;
/** Characters of a line that are looked at: more than are shown, and few enough for every pattern. */
const LONGEST_READ = 4096;

/** `key: value`, `key=value`, `"key": value`, `<key>value</key>`, with what stands before the value as $1. */
const ASSIGNMENT = /^(\s*(?:[-+]\s+)?(?:export\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*)(\S.*)$/;
const ATTRIBUTE = /(\b([\w.:-]+)\s*=\s*")([^"]*)(")/g;
/** `key:`, `key: |`, `"key": {`: what follows is indented below it. */
const KEY_ALONE = /^\s*(?:-\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*(?:[|>{[][-+0-9]*)?\s*$/;
/** `key: value`: what is indented deeper than the key is a part of the value. */
const KEY_BEFORE = /^(\s*(?:-\s+)?)["']?([\w.$/-]+)["']?\s*[:=]\s*\S/;
const LIST_NAME = /^\s*-?\s*["']?(?:name|key)["']?\s*[:=]\s*["']?([\w.-]+)/;
const BEGIN_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const END_KEY = /-----END [A-Z ]*PRIVATE KEY-----/;

/** What an excerpt may show. `comments`: whether what is no part of a key or of its value may be shown. */
export type Shows = { hides: Hides; comments: boolean };

/**
 * The lines around a 1-based line, with every value hidden that is sensitive: by its key in the line, by its
 * place in the parsed document (multi-line values too), or by its shape.
 */
export function excerptOf(document: Document, line: number, { hides, comments }: Shows): Excerpt | undefined {
  if (document.kind === 'opaque') return undefined;
  const all = document.text.split('\n');
  if (line < 1 || line > all.length) return undefined;
  const first = Math.max(1, line - AROUND);
  const last = Math.min(all.length, line + AROUND);
  const hidden = hiddenRanges(document, hides);
  const stands = comments ? undefined : standsOn(document);
  const lines: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = maskLine(all, number - 1, hidden.get(number));
    const shown = document.kind === 'parsed' ? line : maskWords(line);
    lines.push(stands === undefined ? shown : withoutComment(shown, stands(number), document.format));
  }
  return { first, lines };
}

/** Lines (0-based) of a text without keys to go by, with everything hidden that looks sensitive. */
export function maskedLines(text: string): (index: number) => string {
  const all = text.split('\n');
  return (index) => maskWords(maskLine(all, index, undefined));
}

/** What stands on a line (1-based) of a document. */
type StandsOn = (line: number) => Stands;

function standsOn(document: Exclude<Document, { kind: 'opaque' }>): StandsOn {
  const known = looked.get(document);
  if (known !== undefined) return known;
  const keys = linesOfKeys(document);
  const comments = linesInComments(document.text, document.format);
  const texts = linesInTexts(document.text, document.format);
  const stands: StandsOn = (line) => ({
    keyed: keys.has(line) || texts.all.has(line),
    inside: comments.has(line),
    text: texts.inner.has(line),
  });
  looked.set(document, stands);
  return stands;
}

/** Every excerpt of a file asks. */
const looked = new WeakMap<Document, StandsOn>();

/** The lines (1-based) on which a key or a value of a document stands. */
function linesOfKeys(document: Document): ReadonlySet<number> {
  const lines = new Set<number>();
  if (document.kind !== 'parsed') return lines;
  const add = (value: Json, pointer: Pointer, index: number): void => {
    const key = document.place(pointer, index, 'key');
    if (key !== undefined) lines.add(key.line);
    const place = document.place(pointer, index, 'value');
    const extent = typeof value === 'string' ? value.split('\n').length : 0;
    for (let line = 0; place !== undefined && line <= (extent > 1 ? extent : 0); line++)
      lines.add(place.line + line);
    const members = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
    for (const [name, member] of members) add(member, child(pointer, name), index);
  };
  for (const [index, value] of (document.opened ?? document.values).entries()) add(value, '', index);
  return lines;
}

function maskLine(all: readonly string[], index: number, hiddenFrom: number | undefined): string {
  let line = all[index]!.slice(0, LONGEST_READ).replace(/\r$/, '');
  if (insideKey(all, index) || belowSensitiveKey(all, index)) return HIDDEN;
  if (hiddenFrom !== undefined) line = `${line.slice(0, hiddenFrom - 1)}${HIDDEN}`;
  line = line
    .replace(ASSIGNMENT, (whole, start: string, key: string, value: string) =>
      isSensitiveKey([key]) || namedSensitive(all, index, key) ? `${start}${keepOpening(value)}` : whole,
    )
    .replace(ELEMENT, maskPair)
    .replace(ATTRIBUTE, maskPair);
  line = withoutSecrets(maskPairs(line));
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1).toWellFormed()}…` : line;
}

/** Without keys to go by, everything behind a word that names a secret is hidden: `set $password x;`. */
function maskWords(line: string): string {
  if (line.includes(HIDDEN)) return line;
  for (const word of line.matchAll(/[\w$.-]+/g)) {
    const end = word.index + word[0].length;
    if (isSensitiveKey([word[0]]) && line.slice(end).trim() !== '') return `${line.slice(0, end)} ${HIDDEN}`;
  }
  return line;
}

/** An opening brace or bracket is structure, not a secret. */
function keepOpening(value: string): string {
  return /^[[{|>]\s*$/.test(value) ? value : HIDDEN;
}

/** `value: x` on a line after `- name: DB_PASSWORD`. */
function namedSensitive(all: readonly string[], index: number, key: string): boolean {
  if (key !== 'value' && key !== 'default') return false;
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    const name = LIST_NAME.exec(all[back]!.slice(0, LONGEST_READ))?.[1];
    if (name !== undefined) return isSensitiveKey([name]);
  }
  return false;
}

/** A line that is indented below a sensitive key: the rest of a text, or an object of secrets. */
function belowSensitiveKey(all: readonly string[], index: number): boolean {
  let indent = indentOf(all[index]!);
  if (indent === 0) return false;
  for (let back = index - 1; back >= Math.max(0, index - 200) && indent > 0; back--) {
    const line = all[back]!;
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    const [, start = '', name] = KEY_BEFORE.exec(line.slice(0, LONGEST_READ)) ?? [];
    const key = KEY_ALONE.exec(line)?.[1] ?? (start.length < indent ? name : undefined);
    indent = indentOf(line);
    if (key !== undefined && isSensitiveKey([key])) return true;
  }
  return false;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function insideKey(all: readonly string[], index: number): boolean {
  for (let back = index; back >= Math.max(0, index - 120); back--) {
    if (back < index && END_KEY.test(all[back]!)) return false;
    if (BEGIN_KEY.test(all[back]!)) return true;
  }
  return false;
}
