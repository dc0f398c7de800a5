import type { Arg } from '../findings/finding.ts';
import { HIDDEN } from '../findings/redact.ts';
import type { ChangeSummary } from '../verdict/decision.ts';

/** The summary without these texts, wherever they stand in it. */
export function withoutSecrets(change: ChangeSummary, secrets: readonly string[]): ChangeSummary {
  if (secrets.length === 0) return change;
  const holds = (text: string) => secrets.some((secret) => text.includes(secret));
  const masked = (value: Arg): Arg => {
    if (Array.isArray(value)) return value.map(masked);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one)]));
    return holds(String(value)) ? HIDDEN : value;
  };
  const { keys, lines } = change;
  return {
    ...change,
    ...(keys && {
      keys: keys.map(({ before, after, ...key }) => ({
        ...key,
        ...(before !== undefined && { before: masked(before) }),
        ...(after !== undefined && { after: masked(after) }),
      })),
    }),
    ...(lines && { lines: lines.map((line) => (holds(line.text) ? { ...line, text: HIDDEN } : line)) }),
  };
}
