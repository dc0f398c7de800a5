import type { Described } from '../checks/check.ts';
import { checks } from '../checks/index.ts';
import { liveDrift } from '../checks/live-drift.ts';
import { scriptRules, suppressionRules } from '../scripts/rules/index.ts';

/** All that findings may be about: what changes did, on hosts too, then what scripts would do, each in the order of causes. */
export const described: readonly Described[] = [...checks, liveDrift, ...scriptRules, ...suppressionRules];

const byId = new Map(described.map((each) => [each.id, each]));
const checkIds = new Set([...checks, liveDrift].map(({ id }) => id));
const ranks = new Map(described.map(({ id }, index) => [id, index]));

export function describedById(id: string): Described | undefined {
  return byId.get(id);
}

/** It is about what a script does, and not about a changed file. */
export function isScriptRule(id: string): boolean {
  return byId.has(id) && !checkIds.has(id);
}

/** The place of a check or a rule in the order of causes; unknown ones come last. */
export function rankOf(id: string): number {
  return ranks.get(id) ?? described.length;
}
