import { placeFinder } from '../../model/place.ts';
import type { Parsed } from './format.ts';

/** The deepest nesting that is read: deeper values overflow the stack of schema validators. */
export const MAX_DEPTH = 100;

/** Ends a parse at its first problem; never leaves the parsers. `offset` is in UTF-16 code units. */
export class Stop extends Error {
  readonly code: string;
  readonly offset: number;

  constructor(code: string, detail: string, offset: number) {
    super(detail);
    this.code = code;
    this.offset = offset;
  }
}

export function tooDeep(offset: number): Stop {
  return new Stop('too-deep', `values are nested more than ${MAX_DEPTH} levels deep`, offset);
}

/**
 * Runs a parser and turns whatever it throws into a problem. `explain` reads a library's own error.
 * An error that nobody explains is a `parser-failure`: the text is then not judged, and never passed.
 */
export function guard(
  text: string,
  parse: () => Parsed,
  explain?: (error: unknown) => Stop | undefined,
): Parsed {
  try {
    return parse();
  } catch (error) {
    const { code, message, offset } = asStop(error, explain);
    return { ok: false, problem: { code, detail: message, place: placeFinder(text)(offset) } };
  }
}

function asStop(error: unknown, explain?: (error: unknown) => Stop | undefined): Stop {
  if (error instanceof Stop) return error;
  if (error instanceof RangeError) return tooDeep(0);
  return (
    explain?.(error) ?? new Stop('parser-failure', error instanceof Error ? error.message : String(error), 0)
  );
}
