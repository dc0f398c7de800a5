import type { Path } from '../../model/path.ts';
import type { Unknown } from '../text.ts';
import type { Extracted } from '../unit.ts';

/** A kind of file that holds commands. The registry is `index.ts`. */
export type Source = {
  /** By the path alone: such a file may be of this kind. */
  mayBe(path: Path): boolean;
  /** By its text, too. The text has neither a byte order mark nor carriage returns at the ends of lines. */
  is(path: Path, text: string): boolean;
  /** Never throws for bad input. */
  extract(path: Path, text: string): Extracted;
};

/** A value that is known at run time only, by the name that a reader would give it. */
export function unknown(name: string): Unknown {
  return { name, is: 'value' };
}
