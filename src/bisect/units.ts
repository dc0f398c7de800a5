import type { KeyChange } from '../diff/difference.ts';
import { compareKeys } from '../diff/keys.ts';
import type { Document, ParsedDocument } from '../documents/document.ts';
import { readDocument } from '../documents/read.ts';
import type { Path } from '../model/path.ts';
import type { EntryMode } from '../snapshots/entry.ts';
import { blocksOf, compose, linesOf, type Span } from './blocks.ts';
import { editJson } from './json-edits.ts';

/** A file as one side has it; `undefined` where it does not exist. */
export type Content = { mode: EntryMode; bytes: Uint8Array };

/** One path that differs between the good and the bad side. */
export type FilePair = { path: Path; good?: Content; bad?: Content };

/**
 * The smallest part of a difference that can be taken or left. `keys`: what changes with it. None: `lines` of both sides,
 * which hold no key that differs, or without `lines` a file as a whole.
 */
export type Unit = { path: Path; keys: KeyChange[]; lines?: { before: Span; after: Span } };

/** The units of one file. `write`: the file with some of them, by their index; `undefined` when it cannot be written. */
export type FileUnits = {
  units: Unit[];
  documents: { good?: Document; bad?: Document };
  write(chosen: ReadonlySet<number>): Promise<Content | 'absent' | undefined>;
};

/** An editor writes a text with some of its units, which the caller reads back before it believes it. */
type Editor = { units: Unit[]; write(chosen: ReadonlySet<number>): string | undefined };

/** Characters that are parsed to find out whether units can be written one by one. */
const MOST_TRIED = 40_000_000;

/** Keys where keys can be written, otherwise the whole file. */
export async function unitsOf(pair: FilePair): Promise<FileUnits> {
  const [good, bad] = [await documentOf(pair.path, pair.good), await documentOf(pair.path, pair.bad)];
  const documents = { ...(good && { good }), ...(bad && { bad }) };
  const byKey = await unitsByKey(pair, good, bad);
  if (byKey !== undefined) return { ...byKey, documents };
  return { units: [{ path: pair.path, keys: [] }], documents, write: async (chosen) => end(pair, chosen, 1) };
}

async function unitsByKey(
  pair: FilePair,
  good: Document | undefined,
  bad: Document | undefined,
): Promise<Omit<FileUnits, 'documents'> | undefined> {
  if (good?.kind !== 'parsed' || bad?.kind !== 'parsed' || good.format !== bad.format) return undefined;
  if (pair.good!.mode !== pair.bad!.mode || !isPlain(good, pair.good!) || !isPlain(bad, pair.bad!))
    return undefined;
  const { changes } = compareKeys(good, bad);
  if (changes.length === 0) return undefined;
  const editor = editorOf(pair.path, good, bad, changes);
  const { mode } = pair.good!;
  const write: FileUnits['write'] = async (chosen) => {
    const whole = end(pair, chosen, editor.units.length);
    if (whole !== undefined) return whole;
    const text = editor.write(chosen);
    if (text === undefined) return undefined;
    const content = { mode, bytes: Buffer.from(text) };
    const wanted = editor.units.filter((_, index) => chosen.has(index)).flatMap(({ keys }) => keys);
    return (await isWanted(pair.path, content, good, wanted)) ? content : undefined;
  };
  return (await mostCanBeWritten(editor, good.text.length, write))
    ? { units: editor.units, write }
    : undefined;
}

function editorOf(path: Path, good: ParsedDocument, bad: ParsedDocument, changes: KeyChange[]): Editor {
  if (good.format === 'json' || good.format === 'jsonc') {
    const units = changes.map((change) => ({ path, keys: [change] }));
    const of = (chosen: ReadonlySet<number>) => changes.filter((_, index) => chosen.has(index));
    return { units, write: (chosen) => editJson(good.text, bad.text, of(chosen)) };
  }
  const blocks = blocksOf(good, bad, changes);
  const [before, after] = [linesOf(good.text), linesOf(bad.text)];
  const units = blocks.map((block): Unit => {
    const keys = block.keys.map((index) => changes[index]!);
    const { before, after } = block;
    return keys.length > 0 ? { path, keys } : { path, keys, lines: { before, after } };
  });
  return { units, write: (chosen) => compose(before, after, blocks, chosen) };
}

/** Nothing chosen is the good side and everything the bad one, to the byte. */
function end(pair: FilePair, chosen: ReadonlySet<number>, units: number): Content | 'absent' | undefined {
  if (chosen.size === 0) return pair.good ?? 'absent';
  return chosen.size === units ? (pair.bad ?? 'absent') : undefined;
}

async function documentOf(path: Path, content: Content | undefined): Promise<Document | undefined> {
  if (content === undefined) return undefined;
  return readDocument({ path, mode: content.mode }, { id: '', bytes: content.bytes });
}

/** Written again as UTF-8 it has the same bytes: there is no byte order mark to lose. */
function isPlain({ text }: ParsedDocument, { bytes }: Content): boolean {
  return Buffer.from(text).equals(bytes);
}

/** Read back, it differs from the good side by exactly the wanted changes. */
async function isWanted(
  path: Path,
  content: Content,
  good: ParsedDocument,
  wanted: readonly KeyChange[],
): Promise<boolean> {
  const document = await documentOf(path, content);
  if (document?.kind !== 'parsed' || document.duplicates.length > good.duplicates.length) return false;
  const found = compareKeys(good, document).changes.map(signature).sort();
  const signatures = wanted.map(signature).sort();
  return found.length === signatures.length && found.every((one, index) => one === signatures[index]);
}

/** Places in lists shift when only some of their items come or go. */
function signature({ kind, segments, before, after }: KeyChange): string {
  const path = segments.map((segment) => (/^\d+$/.test(segment) ? '#' : segment));
  return JSON.stringify([kind, path, before ?? null, after ?? null]);
}

async function mostCanBeWritten(
  { units }: Editor,
  characters: number,
  write: FileUnits['write'],
): Promise<boolean> {
  const most = Math.max(8, Math.floor(MOST_TRIED / Math.max(1, characters)));
  const step = Math.max(1, Math.ceil(units.length / most));
  let [tried, written] = [0, 0];
  for (let index = 0; index < units.length; index += step) {
    tried += 1;
    if ((await write(new Set([index]))) !== undefined) written += 1;
  }
  return written * 2 >= tried;
}
