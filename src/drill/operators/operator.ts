import type { Document } from '../../documents/document.ts';
import type { Path } from '../../model/path.ts';
import type { Parse } from '../edits/parse.ts';
import type { Random } from '../random.ts';

/** One healthy file with what is around it: what an operator may spoil. */
export type Scene = {
  path: Path;
  document: Document;
  text: string;
  parse: Parse;
  /** The same file of other environments. */
  environments: readonly { path: Path; text: string }[];
  /** The sample that stands beside it: `production.yml.example`. */
  sample?: string;
  /** Its earlier versions, newest first, this one not among them. */
  earlier: readonly string[];
  /** Contents of other files of its kind, those of its environments not among them. */
  alike: readonly string[];
  /** Contents of files of another kind. */
  others: readonly string[];
};

/** New contents by path; paths that are not named stay as they are. */
export type Edits = ReadonlyMap<Path, string | Uint8Array>;

/** One error: the files as they are after it. */
export type Mutant = { head: Edits };

/**
 * What is damaged. `file`: a whole file. `key`: a key, a section or the type of a value. `value`: a value alone, which
 * nobody can tell from a new one without being told. `control`: nothing.
 */
export type OperatorGroup = 'file' | 'key' | 'value' | 'control';

/** One kind of human or automatic error. One file per operator; the registry is `index.ts`. */
export type Operator = {
  id: string;
  /** What was done, for a table: `key deleted`. */
  title: string;
  group: OperatorGroup;
  /** At most `most` different mutants; none where it cannot be applied. The same random numbers give the same ones. */
  apply(scene: Scene, random: Random, most: number): Promise<Mutant[]>;
};

/** An operator that spoils a file as a whole, in one way. */
export function ofFile(
  id: string,
  title: string,
  make: (scene: Scene, random: Random) => string | Uint8Array | undefined,
): Operator {
  return {
    id,
    title,
    group: 'file',
    async apply(scene, random) {
      const content = make(scene, random);
      const same = content === undefined || content === scene.text;
      return same ? [] : [{ head: new Map([[scene.path, content]]) }];
    },
  };
}

/** The mutants without those that come to the same. */
export function distinct(mutants: readonly Mutant[]): Mutant[] {
  return [...new Map(mutants.map((mutant) => [JSON.stringify([...mutant.head]), mutant])).values()];
}
