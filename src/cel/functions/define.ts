import type { Meter } from '../meter.ts';
import type { Regex } from '../regex.ts';
import type { Kind, Value } from '../value.ts';

/** What a function may use besides its arguments. */
export type Call = { meter: Meter; regex: Regex };

export type Parameter = Kind | 'any' | 'number';

/** One form of a function. The receiver of a member function is its first argument. */
export type Overload = {
  /** `size/1` for a function, `.size/0` for a member, `sets.contains/2` in a namespace. */
  key: string;
  parameters: readonly Parameter[];
  run(call: Call, args: Value[]): Value;
};

/**
 * Declares a function. The signature says what it may be called with: `size(list)`, `string.charAt(int)`, or
 * `sets/contains(list, list)` in a namespace.
 */
export function define<A extends Value[]>(
  signature: string,
  run: (call: Call, ...args: A) => Value,
): Overload {
  const [, owner, mark, name, list] = /^(?:(\w+)([./]))?(\w+)\((.*)\)$/.exec(signature)!;
  const parameters = list === '' ? [] : (list!.split(', ') as Parameter[]);
  const count = parameters.length;
  const key =
    mark === undefined
      ? `${name}/${count}`
      : mark === '.'
        ? `.${name}/${count}`
        : `${owner}.${name}/${count}`;
  return {
    key,
    parameters: mark === '.' ? [owner as Parameter, ...parameters] : parameters,
    run: (call, args) => run(call, ...(args as A)),
  };
}
