import { joined, literalOf, splitAt, type Text } from '../text.ts';
import { unknown } from './source.ts';

/** A stretch of make's text: as it is, the `$` that `$$` stands for, or a reference with what stands between its parentheses. */
export type Token = { kind: 'literal' | 'dollar' | 'reference'; start: number; end: number; inner: string };

/** What a reference to a name means where it stands; `undefined` when the file does not say. */
export type Lookup = (name: string) => string | Text | undefined;

/** Longer than any reference in real files. */
const LONGEST = 2_000;
/** Characters of one value: references can double each other. */
const LARGEST = 20_000;

/** https://www.gnu.org/software/make/manual/html_node/Reference.html */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  const add = (kind: Token['kind'], start: number, end: number, inner: string) => {
    if (start > done) tokens.push({ kind: 'literal', start: done, end: start, inner: '' });
    tokens.push({ kind, start, end, inner });
    done = end;
  };
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', Math.max(done, at + 1))) {
    const next = text[at + 1];
    if (next === '$') add('dollar', at, at + 2, '');
    else if (next === '(' || next === '{') {
      const end = closing(text, at + 1);
      if (end !== -1) add('reference', at, end, text.slice(at + 2, end - 1));
    } else if (next !== undefined && /\S/.test(next)) add('reference', at, at + 2, next);
  }
  if (done < text.length) tokens.push({ kind: 'literal', start: done, end: text.length, inner: '' });
  return tokens;
}

/** Behind the parenthesis that closes the one at `start`. */
function closing(text: string, start: number): number {
  const open = text[start]!;
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  for (let at = start; at < text.length && at < start + LONGEST; at++) {
    if (text[at] === open) depth += 1;
    else if (text[at] === close && --depth === 0) return at + 1;
  }
  return -1;
}

/** Fills in references. `meaning` is that of what stands in `$(…)`; what a function gives is not worked out. */
export type Expander = { expand(text: string): Text; meaning(inner: string): Text };

/** Every value is worked out once; one that refers to itself is not known. */
export function createExpander(lookup: Lookup): Expander {
  const known = new Map<string, Text>();
  const meaning = (inner: string): Text => {
    const before = known.get(inner);
    if (before !== undefined) return before;
    const unresolved: Text = [unknown(inner.replace(/\s+/g, ' ').trim().slice(0, 80))];
    known.set(inner, unresolved);
    const value = lookup(inner);
    const text = typeof value === 'string' ? expand(value) : value;
    if (text === undefined || sizeOf(text) > LARGEST) return unresolved;
    known.set(inner, text);
    return text;
  };
  const expand = (text: string): Text =>
    joined(
      ...tokensOf(text).map((token): Text => {
        if (token.kind === 'literal') return [text.slice(token.start, token.end)];
        return token.kind === 'dollar' ? ['$'] : meaning(token.inner);
      }),
    );
  return { expand, meaning };
}

function sizeOf(text: Text): number {
  return text.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
}

/** Words of a text between blanks; those with unknown parts keep them. */
function wordsOf(text: Text): Text[] {
  return splitAt(text, /\s+/).filter((word) => word.length > 0);
}

/** `$@`, `$<` and the like in the recipe of a rule. `%` is the stem, which is not known. */
export function automatic(targets: Text, prerequisites: Text): Map<string, Text> {
  const names = wordsOf(targets);
  const before = wordsOf(prerequisites).filter((word) => literalOf(word) !== '|');
  const target = names.length === 1 ? withStem(names[0]!) : [unknown('@')];
  const all = before.flatMap(
    (word, index): Text => (index === 0 ? withStem(word) : [' ', ...withStem(word)]),
  );
  const first = withStem(before[0] ?? []);
  const values: [string, Text][] = [
    ['@', target],
    ['<', first],
    ['^', joined(all)],
    ['+', joined(all)],
    ['*', [unknown('*')]],
    ['?', [unknown('?')]],
    ['|', [unknown('|')]],
  ];
  for (const [name, value] of values.slice(0, 2)) {
    const literal = literalOf(value);
    const slash = literal?.lastIndexOf('/') ?? -1;
    if (literal === undefined) continue;
    values.push(
      [`${name}D`, [slash === -1 ? '.' : literal.slice(0, slash)]],
      [`${name}F`, [literal.slice(slash + 1)]],
    );
  }
  return new Map(values);
}

function withStem(word: Text): Text {
  return joined(
    ...word.map((part): Text => {
      if (typeof part !== 'string' || !part.includes('%')) return [part];
      const [before = '', after = ''] = part.split('%', 2);
      return [before, unknown('%'), after];
    }),
  );
}
