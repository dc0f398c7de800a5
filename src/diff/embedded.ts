import type { ParsedDocument } from '../documents/document.ts';
import type { BrokenEmbedded, Embedded, EmbeddedReader } from '../documents/embedded.ts';
import { openDocument } from '../documents/opened.ts';
import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import type { BrokenText, Difference, KeyChange } from './difference.ts';
import { pairItems } from './items.ts';
import { compareKeys, type IdentityOf } from './keys.ts';

/** Documents in documents in the file: deeper ones stay texts. */
const DEEPEST = 2;

/** The difference of two files, with the documents opened that stand in differing texts. */
export type OpenedDifference = { before: ParsedDocument; after: ParsedDocument; difference: Difference };

type Closed = (segments: readonly string[]) => boolean;

/**
 * The difference by key, also inside of the documents that text values hold. Only texts that differ are read;
 * where both sides have one, both have to be documents of the same format.
 * @param closed keys whose texts stay closed, because nothing of them may be shown.
 */
export async function compareOpened(
  sides: { before: ParsedDocument; after: ParsedDocument },
  reader: EmbeddedReader,
  identityOf: IdentityOf,
  closed: Closed,
): Promise<OpenedDifference> {
  let { before, after } = sides;
  let difference = compareKeys(before, after, identityOf);
  const broken: BrokenText[] = [];
  for (let depth = 0; depth < DEEPEST; depth++) {
    const found: Found = { before: new Map(), after: new Map(), broken };
    for (const change of difference.changes) {
      for (const text of textsOf(change)) {
        if (!closed(text.segments)) await openText(text, reader, found);
      }
    }
    if (found.before.size + found.after.size === 0) break;
    before = openDocument(before, found.before);
    after = openDocument(after, found.after);
    difference = compareKeys(before, after, identityOf);
  }
  return { before, after, difference: broken.length === 0 ? difference : { ...difference, broken } };
}

/** One version with all embedded documents opened. */
export async function openAll(
  document: ParsedDocument,
  reader: EmbeddedReader,
  closed: Closed,
): Promise<ParsedDocument> {
  let opened = document;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const found: Embeddings = new Map();
    for (const [index, value] of opened.values.entries()) {
      for (const { segments, name, pointer, text } of textsIn(value, [], '', undefined)) {
        const embedded = closed(segments) ? undefined : await reader.read(text, name);
        if (embedded?.kind === 'parsed') add(found, index, pointer, embedded);
      }
    }
    if (found.size === 0) break;
    opened = openDocument(opened, found);
  }
  return opened;
}

type Embeddings = Map<number, Map<Pointer, Embedded>>;
type Found = { before: Embeddings; after: Embeddings; broken: BrokenText[] };

type Spot = { document: number; pointer: Pointer; text: string };
/** A text on one side or on both; `name` is its key, and `undefined` for an item of a list. */
type ChangedText = {
  segments: readonly string[];
  name: string | undefined;
  shown: string;
  before?: Spot;
  after?: Spot;
};

function* textsOf(change: KeyChange): Generator<ChangedText> {
  const { segments, before, after, name: shown } = change;
  const name = nameOf(change);
  const spots = {
    before: { document: change.beforeDocument ?? change.document, pointer: change.beforeKey ?? change.key },
    after: { document: change.document, pointer: change.key },
  };
  if (typeof before === 'string' && typeof after === 'string') {
    const texts = { before: { ...spots.before, text: before }, after: { ...spots.after, text: after } };
    yield { segments, name, shown, ...texts };
    return;
  }
  // A text that becomes an object changes its type, whatever it held.
  const retyped = typeof before === 'string' && typeof after === 'object' && after !== null;
  const side = (before ?? null) !== null ? 'before' : 'after';
  const value = change[side];
  if (value === undefined || retyped) return;
  for (const found of textsIn(value, segments, spots[side].pointer, name)) {
    const { segments, name, pointer, text } = found;
    yield { segments, name, shown, [side]: { document: spots[side].document, pointer, text } };
  }
}

/** The key of a member; items of lists have none. */
function nameOf({ segments, name }: KeyChange): string | undefined {
  return name.endsWith(']') && !name.endsWith('"]') ? undefined : segments.at(-1);
}

type FoundText = { segments: readonly string[]; name: string | undefined; pointer: Pointer; text: string };

function* textsIn(
  value: Json,
  segments: readonly string[],
  pointer: Pointer,
  name: string | undefined,
): Generator<FoundText> {
  if (typeof value === 'string') {
    if (pointer !== '') yield { segments, name, pointer, text: value };
  } else if (Array.isArray(value)) {
    for (const { before: index = 0, label = String(index) } of pairItems(value, [])) {
      yield* textsIn(value[index]!, [...segments, label], child(pointer, index), undefined);
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      yield* textsIn(value[key]!, [...segments, key], child(pointer, key), key);
    }
  }
}

async function openText(text: ChangedText, reader: EmbeddedReader, found: Found): Promise<void> {
  const { before, after, name, segments, shown } = text;
  const then = before && (await reader.read(before.text, name));
  const now = after && (await reader.read(after.text, name));
  if (after !== undefined && now?.kind === 'parsed' && (before === undefined || sameFormat(then, now))) {
    add(found.after, after.document, after.pointer, now);
  }
  if (before === undefined || then?.kind !== 'parsed') return;
  // Lines that only look like YAML may well become other lines; a file's name and a brace promise more.
  const promised = then.named || then.format === 'json';
  if (after === undefined || sameFormat(now, then) || (now?.kind !== 'parsed' && promised)) {
    add(found.before, before.document, before.pointer, then);
  }
  if (after !== undefined && now?.kind === 'broken') {
    const { format, problem } = now;
    const { document, pointer: key } = after;
    found.broken.push({ name: shown, segments: [...segments], document, key, format, problem });
  }
}

function sameFormat(one: Embedded | BrokenEmbedded | undefined, other: Embedded): boolean {
  return one?.kind === 'parsed' && one.format === other.format;
}

function add(found: Embeddings, document: number, pointer: Pointer, embedded: Embedded): void {
  const inside = found.get(document) ?? new Map<Pointer, Embedded>();
  found.set(document, inside.set(pointer, embedded));
}
