import { type Pointer, parentOf, segmentsOf } from '../model/pointer.ts';
import type { Violation } from './judgement.ts';

/**
 * The violations of the branch that the author most probably meant. A branch for another type, or with
 * another discriminator (`kind: const`), loses; among the rest, few and deep violations win. When every branch
 * wants another type, or another constant, they are one violation with all that would be allowed.
 */
export function bestBranch(at: Pointer, branches: Violation[][]): Violation[] {
  const merged = mergeTypes(at, branches) ?? mergeValues(at, branches);
  if (merged !== undefined) return [merged];
  let best: { violations: Violation[]; score: number[] } | undefined;
  for (const violations of branches) {
    if (violations.length === 0) continue;
    const score = scoreOf(at, violations);
    if (best === undefined || compare(score, best.score) < 0) best = { violations, score };
  }
  return best?.violations ?? [];
}

function scoreOf(at: Pointer, violations: Violation[]): number[] {
  const depth = segmentsOf(at).length;
  const wrongType = violations.some(({ keyword, key }) => keyword === 'type' && key === at);
  const wrongKind = violations.some(
    ({ keyword, key }) => (keyword === 'const' || keyword === 'enum') && key !== at && parentOf(key) === at,
  );
  let weight = 0;
  for (const { key } of violations) weight += 1 / (1 + Math.max(0, segmentsOf(key).length - depth));
  return [wrongType ? 1 : 0, wrongKind ? 1 : 0, weight];
}

function compare(left: number[], right: number[]): number {
  for (const [index, value] of left.entries()) {
    if (value !== right[index]) return value - right[index]!;
  }
  return 0;
}

function mergeTypes(at: Pointer, branches: Violation[][]): Violation | undefined {
  const only = onlyViolations(at, branches, (keyword) => keyword === 'type');
  const first = only?.[0];
  if (only === undefined || first === undefined) return undefined;
  const expected = [...new Set(only.flatMap(({ facts }) => facts.expected ?? []))];
  return { ...first, facts: { ...first.facts, expected } };
}

function mergeValues(at: Pointer, branches: Violation[][]): Violation | undefined {
  const only = onlyViolations(at, branches, (keyword) => keyword === 'const' || keyword === 'enum');
  const first = only?.[0];
  if (only === undefined || first === undefined) return undefined;
  const allowed = only.flatMap(({ facts }) => facts.allowed ?? []).slice(0, 20);
  const nearest = only.find(({ facts }) => facts.nearest !== undefined)?.facts.nearest;
  const facts = { ...first.facts, allowed, ...(nearest === undefined ? {} : { nearest }) };
  return { ...first, keyword: 'enum', facts };
}

/** One violation per branch, all about the value itself and of the same sort; otherwise `undefined`. */
function onlyViolations(
  at: Pointer,
  branches: Violation[][],
  fits: (keyword: string) => boolean,
): Violation[] | undefined {
  const single = branches.every(
    (branch) => branch.length === 1 && branch[0]!.key === at && fits(branch[0]!.keyword),
  );
  return single ? branches.map((branch) => branch[0]!) : undefined;
}
