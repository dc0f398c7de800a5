import type { Path } from '../model/path.ts';
import type { Place } from '../model/place.ts';

/**
 * A part of a script that could not be judged.
 * - `syntax`: it is not valid shell (or YAML, or a Dockerfile); the rest of the file was read.
 * - `shell`: written for a shell that is not supported.
 * - `missing`: a file that it sources or runs is not there, or its name is known at run time only.
 * - `limit`: too large, too deep, or too much work.
 * - `dynamic`: `eval` and the like, of a text that is known at run time only.
 */
export type NotRead = {
  reason: 'syntax' | 'shell' | 'missing' | 'limit' | 'dynamic';
  /** The file that it is in, when that is one which the script uses. */
  script?: Path;
  place: Place;
  /** What it is: a name, the parser's words. */
  detail: string;
};
