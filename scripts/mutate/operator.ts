import type { Document } from '../../src/documents/document.ts';
import { readDocument } from '../../src/documents/read.ts';
import type { Path } from '../../src/model/path.ts';

/** One file with the files around it: what an operator may spoil. */
export type Scene = {
  path: Path;
  document: Document;
  text: string;
  /** The other files of the same tree, by path. */
  around: ReadonlyMap<Path, string>;
  /** Files of the same name or kind from anywhere, the one in question and its environments not among them. */
  elsewhere: readonly string[];
};

/** New contents by path; paths that are not named stay as they are. */
export type Edits = ReadonlyMap<Path, string | Uint8Array>;

/** One spoilt change: what stands in the head, and what the base and the commits before it hold besides. */
export type Mutant = { head: Edits; base?: Edits; earlier?: readonly Edits[] };

/** Draws numbers in [0, 1); the same for the same scene and operator. */
export type Random = () => number;

/** One kind of human or automatic error. */
export type Operator = {
  id: string;
  title: string;
  /** `file`: the file as a whole is damaged or another one. `value`: one key or value in it is wrong. */
  kind: 'file' | 'value' | 'control';
  /** At most `most` different mutants; none where it cannot be applied. */
  apply(scene: Scene, random: Random, most: number): Promise<Mutant[]>;
};

/** Parses a text as the check does. */
export function parse(path: Path, text: string): Promise<Document> {
  return readDocument({ path, mode: 'file' }, { id: '', bytes: Buffer.from(text) });
}

/** The members in an order that the random numbers decide. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item);
}
