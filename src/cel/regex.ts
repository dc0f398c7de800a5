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
  /** Matching may take a step for every character and every instruction: `a{1,1000}` is short and has 1,000. */
  const matcherOf = (meter: Meter, text: string, pattern: string) => {
    const compiled = compile(pattern);
    if (typeof compiled === 'string') throw new CelError(`invalid regular expression: ${compiled}`);
    const cost = Math.ceil((text.length + 1) / 10) * Math.ceil(compiled.programSize() / 2);
    const matcher = compiled.matcher(text);
    return {
      find() {
        spend(meter, cost);
        return matcher.find();
      },
      group: () => matcher.group() ?? '',
    };
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
      while (found.length < limit && matcher.find()) found.push(matcher.group());
      return found;
    },
  };
}
