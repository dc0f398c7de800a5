import type { Finding } from '../findings/finding.ts';
import { list, value } from './words.ts';

/** One line about a schema violation, from the finding's arguments. */
export function violationText(finding: Finding): string {
  const { keyword, expected, actual, name, allowed, limit, pattern, format, detail, otherBranches } =
    finding.args;
  const key = finding.key === undefined || finding.key === '' ? 'the document' : finding.key;
  const others =
    typeof otherBranches === 'number' && otherBranches > 0
      ? ` (in the best fitting of ${otherBranches + 1} forms)`
      : '';
  const choices = Array.isArray(allowed)
    ? list(
        allowed.map((choice) => value(choice)),
        allowed.length,
        8,
      )
    : '';
  const text: Record<string, () => string> = {
    required: () => `${key} lacks the key ${JSON.stringify(name)}`,
    additionalProperties: () => `${key} is not a key that may stand here`,
    unevaluatedProperties: () => `${key} is not a key that may stand here`,
    propertyNames: () => `${key} is not an allowed name`,
    type: () =>
      `${key} is ${article(actual)}, expected ${Array.isArray(expected) ? list(expected, expected.length, 8) : ''}`,
    enum: () => `${key} is none of ${choices}`,
    const: () => `${key} has to be ${choices}`,
    minimum: () => `${key} is less than ${String(limit)}`,
    maximum: () => `${key} is more than ${String(limit)}`,
    exclusiveMinimum: () => `${key} has to be more than ${String(limit)}`,
    exclusiveMaximum: () => `${key} has to be less than ${String(limit)}`,
    minLength: () => `${key} is shorter than ${String(limit)} characters`,
    maxLength: () => `${key} is longer than ${String(limit)} characters`,
    minItems: () => `${key} has fewer than ${String(limit)} items`,
    maxItems: () => `${key} has more than ${String(limit)} items`,
    minProperties: () => `${key} has fewer than ${String(limit)} keys`,
    maxProperties: () => `${key} has more than ${String(limit)} keys`,
    uniqueItems: () => `${key} has two equal items`,
    multipleOf: () => `${key} is not a multiple of ${String(limit)}`,
    pattern: () => `${key} does not match ${String(pattern)}`,
    format: () => `${key} is not a valid ${String(format)}`,
  };
  const words = text[String(keyword)]?.() ?? `${key} ${String(detail ?? `breaks ${String(keyword)}`)}`;
  return `${words}${others}`;
}

function article(type: unknown): string {
  if (type === 'null') return 'null';
  return type === 'object' || type === 'integer' ? `an ${String(type)}` : `a ${String(type)}`;
}
