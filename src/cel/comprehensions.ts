import type { Call } from './functions/define.ts';
import type { Syntax } from './library.ts';
import type { Macro } from './macros.ts';
import { CelError, spend } from './meter.ts';
import { isTrue, noOverload } from './operators.ts';
import { note } from './seen.ts';
import { isKind, optional, type Value } from './value.ts';

/** Evaluates a part of the macro with its variables bound. */
type Body = (body: Syntax, variables: [name: string, value: Value][]) => Value;

/** What a macro gives for its receiver. */
export function iterate(call: Call, macro: Macro, receiver: Value, run: Body): Value {
  const { name, body } = macro;
  if (name === 'or' || name === 'orValue' || name === 'optMap' || name === 'optFlatMap')
    return ofOptional(macro, receiver, run);
  const steps = stepsOf(call, macro, receiver);
  const [first, second] = body;
  const test = (step: Step) => isTrue(run(first!, step));
  switch (name) {
    case 'all':
      return quantify(call, steps, test, false);
    case 'exists':
      return quantify(call, steps, test, true);
    case 'filter':
      return each(call, steps, (step) => (test(step) ? [step[0]![1]] : []));
    case 'map':
    case 'transformList':
      return each(call, steps, (step) => {
        if (second === undefined) return [run(first!, step)];
        return test(step) ? [run(second, step)] : [];
      });
    default:
      return each(call, steps, (step) => (test(step) ? [true] : [])).length === 1;
  }
}

type Step = [name: string, value: Value][];

/** Over a list its items, over a map its keys; with two variables index and item, key and value. */
function stepsOf({ meter }: Call, { name, variables }: Macro, receiver: Value): Step[] {
  const entries: [Value, Value][] = Array.isArray(receiver)
    ? receiver.map((item, index) => [BigInt(index), item])
    : receiver instanceof Map
      ? [...receiver]
      : [];
  if (!Array.isArray(receiver) && !(receiver instanceof Map)) throw noOverload(name, receiver);
  spend(meter, entries.length);
  const [one, two] = variables;
  return entries.map(([key, value]) =>
    two === undefined
      ? [[one!, Array.isArray(receiver) ? value : key]]
      : [
          [one!, key],
          [two, value],
        ],
  );
}

function each({ meter }: Call, steps: Step[], make: (step: Step) => Value[]): Value[] {
  return steps.flatMap((step) => {
    spend(meter, 1);
    return make(step);
  });
}

/** An item that decides is enough, even when others fail. */
function quantify({ meter }: Call, steps: Step[], test: (step: Step) => boolean, decisive: boolean): boolean {
  let failure: CelError | undefined;
  note(meter, BigInt(steps.length));
  for (const step of steps) {
    spend(meter, 1);
    try {
      if (test(step) === decisive) return decisive;
    } catch (error) {
      if (!(error instanceof CelError)) throw error;
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return !decisive;
}

function ofOptional({ name, variables, body }: Macro, receiver: Value, run: Body): Value {
  if (!isKind(receiver, 'optional')) throw noOverload(name, receiver);
  const { value } = receiver;
  if (name === 'orValue') return value === undefined ? run(body[0]!, []) : value;
  if (name === 'or') return value === undefined ? run(body[0]!, []) : receiver;
  if (value === undefined) return receiver;
  const made = run(body[0]!, [[variables[0]!, value]]);
  return name === 'optMap' ? optional(made) : made;
}
