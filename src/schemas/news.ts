import type { Judgement, Violation } from './judgement.ts';

/** The violations of one judgement that another version of the schema does not complain about. */
export function newViolations(judgement: Judgement | undefined, old: Judgement | undefined): Violation[] {
  const known = new Set(violationsOf(old).map(markOf));
  return violationsOf(judgement).filter((violation) => !known.has(markOf(violation)));
}

export function violationsOf(judgement: Judgement | undefined): Violation[] {
  return judgement?.kind === 'invalid' ? judgement.violations : [];
}

/** The same violation wherever its keyword stands in the schema. */
function markOf({ document, key, keyword, facts }: Violation): string {
  return JSON.stringify([document, key, keyword, facts.name ?? null]);
}
