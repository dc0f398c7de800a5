import { loadCel } from '../cel/compile.ts';
import { compileRule } from '../cel/rule.ts';
import type { Place } from '../model/place.ts';
import { type Fault, flag, list, mapping, oneOf, type Read, text } from './fields.ts';
import type { Policy, ValueRule } from './policy.ts';
import { keyPattern } from './values.ts';

/** The reasons that Kubernetes knows. */
const REASONS = [
  'FieldValueInvalid',
  'FieldValueForbidden',
  'FieldValueRequired',
  'FieldValueDuplicate',
] as const;

const RULE = {
  rule: text,
  message: text,
  messageExpression: text,
  fieldPath: text,
  reason: oneOf(REASONS),
  optionalOldSelf: flag,
  key: ((input) => keyPattern(input)) as Read<string>,
  severity: oneOf(['error', 'warning', 'notice']),
};

/** The rules of a `critical` entry, without ids. Whether their CEL is in order is told by `ruleFaults`. */
export const valueRules = list(mapping(RULE, ['rule']), '`- rule: self.replicas >= 2`');

/** Names the rules by their places. Faulty entries were told before, and then the policy is refused. */
export function toValueRules(read: NonNullable<ReturnType<typeof valueRules>>, id: string): ValueRule[] {
  return read.map((rule, index) => ({ ...(rule as Omit<ValueRule, 'id'>), id: `${id}.rules[${index}]` }));
}

/** Compiles every rule of the policy; CEL is loaded only when there is one. */
export async function ruleFaults(policy: Policy): Promise<Fault[]> {
  const rules = policy.critical
    .flatMap((entry) => entry.rules ?? [])
    .filter(({ rule }) => rule !== undefined);
  if (rules.length === 0) return [];
  const cel = await loadCel();
  return rules.flatMap((rule) => {
    const compiled = compileRule(cel, rule);
    if (!('fault' in compiled)) return [];
    const { field, message, offset } = compiled.fault;
    const written = rule[field]!;
    const where = offset === undefined || field === 'fieldPath' ? '' : ` (${placeIn(written, offset)})`;
    return {
      code: 'policy-rule',
      key: `/${rule.id.replaceAll(/[.[]/g, '/').replaceAll(']', '')}/${field}`,
      part: 'value' as const,
      message: `${rule.id}.${field} cannot be used: ${message}${where}.`,
      hint: HINTS[field],
      ...(offset === undefined ? {} : { within: { text: written, offset } }),
    };
  });
}

const HINTS = {
  rule: 'Write CEL over `self` and `oldSelf`, such as `self.replicas >= 2`.',
  messageExpression: 'Write CEL that gives a text, such as `"has " + string(self.replicas)`.',
  fieldPath: "Write keys below `self`, such as `.spec.replicas` or `['a.b']`.",
};

function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  const column = before.at(-1)!.length + 1;
  return text.includes('\n') ? `line ${before.length}, column ${column} of it` : `character ${column} of it`;
}

/** The place of a fault inside a text that stands as it is on its line of the file; otherwise that of the text. */
export function placeWithin(
  source: string,
  place: Place | undefined,
  within: Fault['within'],
): Place | undefined {
  if (place === undefined || within === undefined) return place;
  const line = source.split(/\r\n|\n|\r/)[place.line - 1] ?? '';
  const start = [place.column - 1, place.column].find((at) => line.startsWith(within.text, at));
  return start === undefined ? place : { line: place.line, column: start + 1 + within.offset };
}
