import { loadCel } from '../../src/cel/compile.ts';
import { evaluate } from '../../src/cel/evaluate.ts';
import { CALL_BUDGET, type Meter } from '../../src/cel/meter.ts';
import { type Shape, toValue } from '../../src/cel/view.ts';
import type { Json } from '../../src/model/json.ts';

/** The value of an expression, as text: `value true`, `error …`, `fault …` or `over-budget`. */
export async function outcomeOf(expression: string, self: Json = null, oldSelf?: Json): Promise<string> {
  const cel = await loadCel();
  const compiled = cel.compile(expression);
  if ('fault' in compiled) return `fault ${compiled.fault.message}`;
  const meter: Meter = { left: CALL_BUDGET };
  const view = (json: Json, shape?: Shape) => toValue({ left: 1e9 }, json, shape);
  const variables = { self: view(self), ...(oldSelf === undefined ? {} : { oldSelf: view(oldSelf) }) };
  const outcome = evaluate(cel.regex, compiled.program, variables, meter);
  if (outcome.kind === 'value') return `value ${show(outcome.value)}`;
  return outcome.kind === 'error' ? `error ${outcome.message}` : outcome.kind;
}

function show(value: unknown): string {
  if (value instanceof Map)
    return `{${[...value].map(([key, item]) => `${show(key)}: ${show(item)}`).join(', ')}}`;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value === 'number' && Number.isInteger(value)) return `${value}.0`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
