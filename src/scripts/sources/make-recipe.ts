import type { Text, Unknown } from '../text.ts';
import type { RecipeLine } from './make-read.ts';
import { type Expander, tokensOf } from './make-variables.ts';
import { quotingIn } from './quoting.ts';
import { unknown } from './source.ts';

/** A stretch of the source and where it comes from; `hole` when its value is known at run time only. */
type Piece = { text: string; start: number; end: number; hole?: Unknown };

export type RecipeSource = {
  source: string;
  filledIn: Map<string, Text>;
  /** Where every UTF-16 unit of the source, and its end, stands in the file. */
  offsets: Int32Array;
  written(from: number, to: number): string;
};

/**
 * The lines of a recipe as the shell gets them: make's references are replaced by their values, those that are not
 * known by variables. What a reference became stands where the reference is.
 */
export function recipeSource(
  text: string,
  lines: readonly RecipeLine[],
  { meaning }: Expander,
): RecipeSource {
  const pieces = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ text: '\n', start: line.start, end: line.start }]),
    ...piecesOf(text, line, meaning),
  ]);
  const filledIn = new Map<string, Text>();
  const filled = withVariables(pieces, filledIn);
  const source = filled.map((piece) => piece.text).join('');
  const offsets = new Int32Array(source.length + 1);
  const ends = new Int32Array(source.length + 1);
  let at = 0;
  for (const piece of filled) {
    const same = piece.text.length === piece.end - piece.start && piece.hole === undefined;
    for (let index = 0; index < piece.text.length; index++, at++) {
      offsets[at] = same ? piece.start + index : piece.start;
      ends[at] = same ? piece.start + index + 1 : piece.end;
    }
  }
  offsets[at] = lines.at(-1)?.end ?? 0;
  const written = (from: number, to: number) => (to > from ? text.slice(offsets[from], ends[to - 1]) : '');
  return { source, filledIn, offsets, written };
}

function piecesOf(text: string, { start, end }: RecipeLine, meaning: Expander['meaning']): Piece[] {
  const prefix = /^[\s@+-]*/.exec(text.slice(start, end))![0].length;
  const from = start + prefix;
  const line = text.slice(from, end);
  return tokensOf(line).flatMap((token): Piece[] => {
    const at = { start: from + token.start, end: from + token.end };
    if (token.kind === 'literal') return [{ text: line.slice(token.start, token.end), ...at }];
    if (token.kind === 'dollar') return [{ text: '$', ...at }];
    return meaning(token.inner).map((part) =>
      typeof part === 'string' ? { text: part, ...at } : { text: '', hole: part, ...at },
    );
  });
}

function withVariables(pieces: readonly Piece[], filledIn: Map<string, Text>): Piece[] {
  if (pieces.every((piece) => piece.hole === undefined)) return [...pieces];
  const used = new Set(pieces.flatMap((piece) => piece.text.match(/[A-Za-z_]\w*/g) ?? []));
  const draft = pieces.map((piece) =>
    piece.hole === undefined ? piece : { ...piece, text: `\${${nameFor(piece.hole, used, filledIn)}}` },
  );
  const holes: { start: number; end: number }[] = [];
  let at = 0;
  for (const piece of draft) {
    if (piece.hole !== undefined) holes.push({ start: at, end: at + piece.text.length });
    at += piece.text.length;
  }
  const kindAt = quotingIn(draft.map((piece) => piece.text).join(''), holes);
  let hole = 0;
  return draft.map((piece) => {
    if (piece.hole === undefined) return piece;
    return kindAt(holes[hole++]!.start) === 'single' ? { ...piece, text: `'"${piece.text}"'` } : piece;
  });
}

const MOST_TRIES = 40;

/** A name that the recipe does not use itself. */
function nameFor(hole: Unknown, used: ReadonlySet<string>, filledIn: Map<string, Text>): string {
  const readable = hole.name.replace(/[^A-Za-z0-9_]+/g, '_').slice(0, 40);
  for (let number = 0; ; number++) {
    const name = `make_${readable}${number === 0 ? '' : `_${number}`}`;
    const [other] = filledIn.get(name) ?? [];
    const taken = typeof other === 'object' && (other.name !== hole.name || other.is !== hole.is);
    if ((taken || used.has(name)) && number < MOST_TRIES) continue;
    filledIn.set(name, taken ? [unknown('filled in')] : [hole]);
    return name;
  }
}
