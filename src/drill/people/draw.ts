import type { Trial } from '../drilled.ts';
import type { Edits } from '../operators/operator.ts';
import { type Random, shuffled } from '../random.ts';

/** An error that was tried, with the files as they are after it. */
export type Candidate = { trial: Trial; edits: Edits };

/**
 * The errors in the order in which people are drilled with them: what the check lets pass goes before what it stops, as
 * only that can happen; then services that were drilled least; then kinds of errors, each as likely as the other, however
 * many errors there are of one. Errors that the check could not judge are left out.
 * @param earlier how often each service was drilled; files without a service count as one, under the empty name.
 */
export function drawOrder(
  candidates: readonly Candidate[],
  earlier: ReadonlyMap<string, number>,
  random: Random,
): Candidate[] {
  const judged = candidates.filter(({ trial }) => trial.level !== 'unjudged');
  const passing = judged.filter(({ trial }) => !trial.stopped);
  const stopped = judged.filter(({ trial }) => trial.stopped);
  return [passing, stopped].flatMap((part) => {
    const services = shuffled([...grouped(part, ({ trial }) => trial.service ?? '')], random);
    const rare = services.sort(([one], [other]) => (earlier.get(one) ?? 0) - (earlier.get(other) ?? 0));
    return rare.flatMap(([, own]) => {
      const kinds = shuffled([...grouped(own, ({ trial }) => trial.operator).values()], random);
      return kinds.flatMap((kind) => shuffled(kind, random));
    });
  });
}

function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}
