/**
 * A part of a text that is known at run time only.
 * - `value`: a variable, or what a command prints; `name` is what a reader would call it.
 * - `glob`: what `*`, `?` or `[…]` may stand for; `name` is the pattern as it is written.
 * - `root`: the absolute path of the checkout, whatever it is on that machine.
 * - `temporary`: a path that `mktemp` made; equal names are the same path.
 *
 * `checked`: it is never empty, because the script has a default for it or ends without it.
 */
export type Unknown = { name: string; is: 'value' | 'glob' | 'root' | 'temporary'; checked?: true };

/** What a word of a script may be when the script runs: literal strings and unknown parts, in their order. */
export type Text = readonly (string | Unknown)[];

export const ROOT: Unknown = { name: 'root', is: 'root' };

/** Joins texts; neighbouring literals become one, so that equal texts have equal parts. */
export function joined(...texts: readonly Text[]): Text {
  return joinedAll(texts);
}

/** The same for any number of texts: a call with a hundred thousand arguments overflows the stack. */
export function joinedAll(texts: readonly Text[]): Text {
  const parts: (string | Unknown)[] = [];
  for (const part of texts.flat()) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else if (part !== '') parts.push(part);
  }
  return parts;
}

/** The same with a literal text between them. */
export function joinedBy(separator: string, texts: readonly Text[]): Text {
  return joinedAll(texts.flatMap((text, index) => (index === 0 ? [text] : [[separator], text])));
}

/** The parts between separators, as `split` gives them; unknown parts hold no separator. */
export function splitAt(text: Text, separator: string | RegExp): Text[] {
  const pieces: Text[] = [[]];
  for (const part of text) {
    const own = typeof part === 'string' ? part.split(separator) : [part];
    own.forEach((piece, index) => {
      if (index > 0) pieces.push([]);
      pieces.push(joined(pieces.pop()!, [piece]));
    });
  }
  return pieces;
}

/** The text when all of it is known. */
export function literalOf(text: Text): string | undefined {
  if (text.length === 0) return '';
  const [first] = text;
  return text.length === 1 && typeof first === 'string' ? first : undefined;
}

/** For people, and to compare: unknown values as `<NAME>`, globs as they are written. */
export function shown(text: Text): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.is === 'glob' ? part.name : `<${part.name}>`;
    })
    .join('');
}

export function sameText(one: Text, other: Text): boolean {
  return one.length === other.length && shown(one) === shown(other);
}

/** The text without its first `length` UTF-16 units, which have to be literal. */
export function withoutStart(text: Text, length: number): Text {
  const [first = '', ...rest] = text;
  return typeof first === 'string' ? joined([first.slice(length)], rest) : text;
}

/** What the text begins with as far as it is known. */
export function knownStart(text: Text): string {
  const [first] = text;
  return typeof first === 'string' ? first : '';
}

/** What the text ends with as far as it is known. */
export function knownEnd(text: Text): string {
  const last = text.at(-1);
  return typeof last === 'string' ? last : '';
}
