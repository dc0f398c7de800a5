/** A line between something at the left and something at the right. */
export type Link = { from: string; to: string };

/** How often the sides pull each other into order; more changes hardly anything. */
const SWEEPS = 6;

/**
 * Two sides, each in an order in which few links cross: everything goes where its neighbours are on average. The order
 * to begin with is that of the links, so the same links give the same drawing.
 */
export function layered(links: readonly Link[]): { left: string[]; right: string[] } {
  const left = [...new Set(links.map(({ from }) => from))];
  const right = [...new Set(links.map(({ to }) => to))];
  const forward = links.map(({ from, to }): [string, string] => [from, to]);
  const backward = links.map(({ from, to }): [string, string] => [to, from]);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    sortByNeighbours(right, left, forward);
    sortByNeighbours(left, right, backward);
  }
  return { left, right };
}

/** @param pairs of a neighbour and what is sorted. */
function sortByNeighbours(
  order: string[],
  beside: readonly string[],
  pairs: readonly [string, string][],
): void {
  const places = new Map(beside.map((id, index) => [id, index]));
  const sums = new Map(order.map((id) => [id, { sum: 0, count: 0 }]));
  for (const [neighbour, id] of pairs) {
    const entry = sums.get(id)!;
    entry.sum += places.get(neighbour)!;
    entry.count += 1;
  }
  const mean = (id: string) => sums.get(id)!.sum / sums.get(id)!.count;
  order.sort((one, other) => mean(one) - mean(other));
}
