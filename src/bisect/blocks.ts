import { diffArrays } from 'diff';
import type { KeyChange } from '../diff/difference.ts';
import type { ParsedDocument } from '../documents/document.ts';

/** Lines from `start` up to `end`, counted from 0. */
export type Span = { start: number; end: number };

/**
 * Lines that are either those of the one side or those of the other. Between two blocks both sides have the same
 * lines, so that every choice of blocks makes a whole text. `keys`: indexes of the changes that stand in it.
 */
export type Block = { before: Span; after: Span; keys: number[] };

/** jsdiff gives up above this many edits; such a stretch is one block. */
const MOST_EDITS = 2_000;

export function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** Cuts what differs into blocks, as small as the lines of the keys allow. */
export function blocksOf(
  before: ParsedDocument,
  after: ParsedDocument,
  changes: readonly KeyChange[],
): Block[] {
  const texts = { before: linesOf(before.text), after: linesOf(after.text) };
  const spots = spotsOf(before, after, changes);
  const cuts = [{ before: 0, after: 0 }, ...rising(spots)];
  const end = { before: texts.before.length, after: texts.after.length };
  const blocks = cuts.flatMap((cut, index) => {
    const next = cuts[index + 1] ?? end;
    return joined(stretch(texts, spots, cut, next));
  });
  for (const spot of spots) assign(blocks, spot);
  return blocks;
}

/** The text with these blocks as they are after the change, and the others as they were before. */
export function compose(
  before: readonly string[],
  after: readonly string[],
  blocks: readonly Block[],
  chosen: ReadonlySet<number>,
): string {
  const parts: string[] = [];
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    parts.push(...before.slice(at, block.before.start));
    const [lines, { start, end }] = chosen.has(index) ? [after, block.after] : [before, block.before];
    parts.push(...lines.slice(start, end));
    at = block.before.end;
  }
  parts.push(...before.slice(at));
  return parts.join('');
}

/** The lines, from 0, at which a change stands; it has no line on a side where it is not. */
type Spot = { index: number; before?: number; after?: number };

function spotsOf(before: ParsedDocument, after: ParsedDocument, changes: readonly KeyChange[]): Spot[] {
  return changes.map(({ kind, key, document, beforeKey, beforeDocument }, index) => {
    const old = beforeKey === undefined ? undefined : before.place(beforeKey, beforeDocument);
    const now = kind === 'removed' ? undefined : after.place(key, document);
    return {
      index,
      ...(old && { before: old.line - 1 }),
      ...(now && { after: now.line - 1 }),
    };
  });
}

/** Keys that stand on both sides, as far as their lines rise on both: what moved is left out. */
function rising(spots: readonly Spot[]): { before: number; after: number }[] {
  const both = spots
    .flatMap(({ before, after }) => (before === undefined || after === undefined ? [] : [{ before, after }]))
    .toSorted((one, other) => one.before - other.before || one.after - other.after);
  const cuts: typeof both = [];
  for (const spot of both) {
    const last = cuts.at(-1) ?? { before: -1, after: -1 };
    if (spot.before > last.before && spot.after > last.after) cuts.push(spot);
  }
  return cuts;
}

type Texts = { before: string[]; after: string[] };
type Cut = { before: number; after: number };

/** The blocks between two cuts. */
function stretch(texts: Texts, spots: readonly Spot[], from: Cut, to: Cut): Block[] {
  const [old, now] = [texts.before.slice(from.before, to.before), texts.after.slice(from.after, to.after)];
  const parts = diffArrays(old, now, { maxEditLength: MOST_EDITS });
  const whole = { before: span(from.before, to.before), after: span(from.after, to.after) };
  if (parts === undefined) return pieces(whole, spots);
  const blocks: Block[] = [];
  let [before, after] = [from.before, from.after];
  let open: { before: Span; after: Span } | undefined;
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      if (open) blocks.push(...pieces(open, spots));
      open = undefined;
    } else open ??= { before: span(before, before), after: span(after, after) };
    if (!added) before += count;
    if (!removed) after += count;
    if (open) [open.before.end, open.after.end] = [before, after];
  }
  if (open) blocks.push(...pieces(open, spots));
  return blocks;
}

function span(start: number, end: number): Span {
  return { start, end };
}

/** Cuts one hunk at the lines of the keys that only one side has: first what is gone, then what is new. */
function pieces({ before, after }: Omit<Block, 'keys'>, spots: readonly Spot[]): Block[] {
  const gone = linesWithin(
    before,
    spots.filter((spot) => spot.after === undefined).map((spot) => spot.before),
  );
  const fresh = linesWithin(
    after,
    spots.filter((spot) => spot.before === undefined).map((spot) => spot.after),
  );
  const [firstGone, firstNew] = [gone[0] ?? before.end, fresh[0] ?? after.end];
  const lead = block(span(before.start, firstGone), span(after.start, firstNew));
  const rest = [
    ...gone.map((line, index) => block(span(line, gone[index + 1] ?? before.end), span(firstNew, firstNew))),
    ...fresh.map((line, index) =>
      block(span(before.end, before.end), span(line, fresh[index + 1] ?? after.end)),
    ),
  ];
  const [first, ...others] = rest;
  if (length(lead.before) + length(lead.after) === 0) return rest;
  if (first === undefined || isTwoSided(lead)) return [lead, ...rest];
  // A list on one line that has got or lost an item: the line before and the line after are one.
  const met = block(span(lead.before.start, first.before.end), span(lead.after.start, first.after.end));
  return isTwoSided(met) ? [met, ...others] : [lead, ...rest];
}

function block(before: Span, after: Span): Block {
  return { before, after, keys: [] };
}

function length({ start, end }: Span): number {
  return end - start;
}

function linesWithin({ start, end }: Span, lines: readonly (number | undefined)[]): number[] {
  const inside = lines.filter((line) => line !== undefined && line >= start && line < end) as number[];
  return [...new Set(inside)].sort((one, other) => one - other);
}

/** What follows a key up to the next cut belongs to it: the lines of a text, for one. */
function joined(blocks: readonly Block[]): Block[] {
  return blocks.length > 1 && blocks.every(isTwoSided)
    ? [
        block(
          span(blocks[0]!.before.start, blocks.at(-1)!.before.end),
          span(blocks[0]!.after.start, blocks.at(-1)!.after.end),
        ),
      ]
    : [...blocks];
}

function isTwoSided({ before, after }: Block): boolean {
  return length(before) > 0 && length(after) > 0;
}

/** A key whose own line is the same on both sides stands in the next block: its value has changed further down. */
function assign(blocks: readonly Block[], { index, before, after }: Spot): void {
  const within = (span: Span, line: number | undefined) =>
    line !== undefined && line >= span.start && line < span.end;
  const block =
    blocks.find((one) => within(one.after, after)) ??
    blocks.find((one) => within(one.before, before)) ??
    blocks.find((one) => after !== undefined && one.after.start >= after) ??
    blocks.at(-1);
  block?.keys.push(index);
}
