import type { Library } from './library.ts';
import { CelError, type Meter, spend } from './meter.ts';

/** Regular expressions as CEL and Kubernetes have them: RE2's syntax, in linear time. */
export type Regex = {
  /** What is wrong with the pattern, if anything. */
  fault(pattern: string): string | undefined;
  matches(meter: Meter, text: string, pattern: string): boolean;
  /** The parts that match, from left to right, at most `limit`. */
  findAll(meter: Meter, text: string, pattern: string, limit: number): string[];
};

type Compiled = ReturnType<Library['RE2JS']['compile']>;

const MOST_KEPT = 500;
const LONGEST_PATTERN = 2_000;

export function createRegex({ RE2JS }: Library): Regex {
  const known = new Map<string, Compiled | string>();
  const compile = (pattern: string): Compiled | string => {
    let compiled = known.get(pattern);
    if (compiled !== undefined) return compiled;
    try {
      compiled =
        pattern.length > LONGEST_PATTERN
          ? `it is longer than ${LONGEST_PATTERN} characters`
          : RE2JS.compile(pattern);
    } catch (error) {
      compiled = (error as Error).message.replace(/^error parsing regexp: /, '');
    }
    if (known.size >= MOST_KEPT) known.clear();
    known.set(pattern, compiled);
    return compiled;
  };
  const matcherOf = (meter: Meter, text: string, pattern: string) => {
    // As Kubernetes estimates it: a tenth of the text for every four characters of the pattern.
    spend(meter, Math.ceil((text.length + 1) / 10) * Math.ceil((pattern.length + 1) / 4));
    const compiled = compile(pattern);
    if (typeof compiled === 'string') throw new CelError(`invalid regular expression: ${compiled}`);
    return compiled.matcher(text);
  };
  return {
    fault(pattern) {
      const compiled = compile(pattern);
      return typeof compiled === 'string' ? compiled : undefined;
    },
    matches: (meter, text, pattern) => matcherOf(meter, text, pattern).find(),
    findAll(meter, text, pattern, limit) {
      const matcher = matcherOf(meter, text, pattern);
      const found: string[] = [];
      while (found.length < limit && matcher.find()) {
        spend(meter, 1 + Math.ceil(text.length / 10));
        found.push(matcher.group() ?? '');
      }
      return found;
    },
  };
}
