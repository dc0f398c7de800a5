/**
 * The candidate that a misspelt name most probably means: the smallest Damerau-Levenshtein distance
 * (optimal string alignment, case counts half), at most a third of the name's length and at least one.
 * @param most the largest distance that still counts.
 */
export function nearestName(
  name: string,
  candidates: Iterable<string>,
  most = Number.POSITIVE_INFINITY,
): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const longest = Math.max(name.length, candidate.length);
    const limit = Math.min(Math.max(1, Math.floor(longest / 3)), best?.distance ?? most);
    if (longest > LONGEST || Math.abs(name.length - candidate.length) > limit) continue;
    const distance = distanceOf(name, candidate);
    const closer = best === undefined || distance < best.distance;
    if (distance <= limit && distance < longest && closer) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Longer names are not misspelt, they are different. */
const LONGEST = 80;

function distanceOf(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      let cost = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        rows[i - 1]![j - 1]! + substitution(left[i - 1]!, right[j - 1]!),
      );
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) cost = Math.min(cost, rows[i - 2]![j - 2]! + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[left.length]![right.length]!;
}

function substitution(left: string, right: string): number {
  if (left === right) return 0;
  return left.toLowerCase() === right.toLowerCase() ? 0.5 : 1;
}
