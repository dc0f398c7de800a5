import { groupBy } from '../../model/lists.ts';
import type { Trial } from '../drilled.ts';
import type { Edits } from '../operators/operator.ts';
import { type Random, shuffled } from '../random.ts';

/** An error that was tried, with the files as they are after it. */
export type Candidate = { trial: Trial; edits: Edits };

/**
 * The errors in the order in which people are drilled with them: services that were drilled least go first; of one service
 * what the check lets pass goes before what it stops, as only that can happen; then kinds of errors, each as likely as the
 * other, however many errors there are of one. Errors that the check could not judge are left out, and files whose name is
 * no text: few tools could make the error in a copy.
 * @param earlier how often each service was drilled; files without a service count as one, under the empty name.
 */
export function drawOrder(
  candidates: readonly Candidate[],
  earlier: ReadonlyMap<string, number>,
  random: Random,
): Candidate[] {
  const usable = candidates.filter(
    ({ trial, edits }) =>
      trial.level !== 'unjudged' && ![...edits.keys()].some((path) => /\p{Cs}/u.test(path)),
  );
  const services = shuffled([...groupBy(usable, ({ trial }) => trial.service ?? '')], random);
  const rare = services.sort(([one], [other]) => (earlier.get(one) ?? 0) - (earlier.get(other) ?? 0));
  return rare.flatMap(([, own]) =>
    [false, true].flatMap((stopped) => {
      const part = own.filter(({ trial }) => trial.stopped === stopped);
      const kinds = shuffled([...groupBy(part, ({ trial }) => trial.operator).values()], random);
      return kinds.flatMap((kind) => shuffled(kind, random));
    }),
  );
}
