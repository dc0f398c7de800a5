import type { ParsedDocument } from '../documents/document.ts';
import { escapeExpression } from '../model/expression.ts';
import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import type { LostName } from './lost-names.ts';
import { spansBetween } from './spans.ts';

/** Jinja, Helm and GitHub; shell, Terraform and Spring; BOSH and Concourse. */
const EXPRESSIONS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['${', '}'],
  ['((', '))'],
] as const;

/** The patterns of one name; they are asked about many texts. */
type Patterns = Record<'word' | 'key' | 'named' | 'item', RegExp>;

const compiled = new Map<string, Patterns>();
/** Names whose patterns are kept: a file loses fewer, or is another one. */
const MOST_COMPILED = 200;

function patternsOf(name: string): Patterns {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const word = escapeExpression(name);
  const patterns: Patterns = {
    word: new RegExp(`(?<![\\w-])${word}(?![\\w-])`),
    key: new RegExp(`^\\s*(?:-\\s+)?(?:export\\s+|variable\\s+)?["']?${word}["']?\\s*[:={]`),
    named: new RegExp(
      `^\\s*(?:-\\s+)?["']?(?:name|id|key)["']?\\s*[:=]\\s*["']?${word}["']?,?\\s*(?:#.*)?$`,
      's',
    ),
    item: new RegExp(`(?:[:[,]|-\\s)\\s*["']?${word}["']?\\s*(?:[\\],]\\s*)?(?:#.*)?$`, 's'),
  };
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(name, patterns);
  return patterns;
}

/** True when a text refers to a name inside an expression, or as a variable of Terraform or Helm. */
function refersInExpression(text: string, name: string): boolean {
  if (isVariable(text, name)) return true;
  const { word } = patternsOf(name);
  for (const [start, end] of spansBetween(text, EXPRESSIONS))
    if (word.test(text.slice(start, end))) return true;
  return false;
}

const OWNER = /\b(?:var|local|Values(?:\.\w+)*)\.$/;
/** Characters before a name in which `.Values.a.b.` is looked for. */
const LONGEST_OWNER = 200;

function isVariable(text: string, name: string): boolean {
  for (let at = text.indexOf(`.${name}`); at !== -1; at = text.indexOf(`.${name}`, at + 1)) {
    if (/[\w-]/.test(text[at + 1 + name.length] ?? '')) continue;
    if (OWNER.test(text.slice(Math.max(0, at - LONGEST_OWNER), at + 1))) return true;
  }
  return false;
}

/** A value of the document that still refers to a lost name. */
export type OwnReference = { pointer: Pointer; document: number };

/**
 * The first value that refers to each of some names which the document no longer defines: in an expression, or, for
 * an item of a list, by being its name. None for a name that another key or item of the same kind still has.
 */
export function ownReferences(
  after: ParsedDocument,
  lost: readonly LostName[],
): ReadonlyMap<LostName, OwnReference> {
  const found = new Map<LostName, OwnReference>();
  const defined = new Set<LostName>();
  const byName = new Map(lost.map((one) => [one.name, one]));
  const visit = (value: Json, document: number, path: string[], list: string | undefined): void => {
    if (typeof value === 'string') {
      for (const one of lost) {
        if (found.has(one) || !value.includes(one.name) || !refersTo(value, one)) continue;
        found.set(one, { pointer: path.reduce<Pointer>(child, ''), document });
      }
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) below(item, document, path, String(index), list);
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) {
        const inner = value[key]!;
        const named = typeof inner === 'string' ? byName.get(inner) : undefined;
        if (named?.item && list === named.list) defined.add(named);
        const same = byName.get(key);
        if (same !== undefined) defined.add(same);
        below(inner, document, path, key, key);
      }
    }
  };
  const below = (value: Json, document: number, path: string[], step: string, list: string | undefined) => {
    path.push(step);
    visit(value, document, path, list);
    path.pop();
  };
  for (const [document, value] of after.values.entries()) visit(value, document, [], undefined);
  for (const one of defined) found.delete(one);
  return found;
}

function refersTo(value: string, lost: LostName): boolean {
  return value === lost.name ? lost.item : refersInExpression(value, lost.name);
}

/** A text that still refers to a name: 1-based line. `defines`: it has a key or an item of this name itself. */
export type Mention = { line: number } | 'defines' | undefined;

/** What a file, read as text whatever its format, has to do with a lost name. Only lines that hold it are looked at. */
export function mentionIn(text: string, { name, item }: Pick<LostName, 'name' | 'item'>): Mention {
  let found: Mention;
  let [from, number] = [0, 1];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, from)) {
    for (let newline = text.indexOf('\n', from); newline !== -1 && newline < at; ) {
      [from, number] = [newline + 1, number + 1];
      newline = text.indexOf('\n', from);
    }
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(from, end);
    const { key, named, item: itself } = patternsOf(name);
    if (key.test(`${line}\n${firstBehind(text, end)}`) || (item && named.test(line))) return 'defines';
    if (found === undefined && (refersInExpression(line, name) || (item && itself.test(line))))
      found = { line: number };
    if (newline === -1) break;
    [from, number] = [newline + 1, number + 1];
  }
  return found;
}

/** The first character after an offset that is no space: an opening brace may stand on a line of its own. */
function firstBehind(text: string, offset: number): string {
  let at = offset;
  while (at < text.length && /\s/.test(text[at]!)) at += 1;
  return text[at] ?? '';
}
