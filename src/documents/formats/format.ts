import type { Json } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';
import type { Place } from '../../model/place.ts';
import type { Pointer } from '../../model/pointer.ts';
import type { DuplicateKey, FormatId, LossyNumber, SyntaxProblem } from '../document.ts';

/** What a format's parser gives for a text: values with places, or the first problem. */
export type Parsed =
  | {
      ok: true;
      values: Json[];
      duplicates: DuplicateKey[];
      lossy: LossyNumber[];
      place(pointer: Pointer, document?: number, part?: 'key' | 'value'): Place | undefined;
    }
  | { ok: false; problem: SyntaxProblem };

/**
 * A pure function: never throws for bad input, never changes a prototype. `path` is for families of dialects
 * (INI) only; a dialect never decides whether a text is valid.
 */
export type Parse = (text: string, path?: Path) => Parsed;

/** A file format: data, and a parser that is loaded on first use. The registry is `formats/index.ts`. */
export type Format = {
  id: FormatId;
  /** The name that people use. */
  name: string;
  /** Globs (picomatch, `dot: true`) of paths that are of this format. */
  files: readonly string[];
  load(): Promise<Parse>;
};
