import { minimise, type Outcome } from '../../src/bisect/minimise.ts';
import { randomFrom } from '../../src/drill/random.ts';

/** The probes that `holdfast bisect` makes besides those of the search: both sides before it, and three after it. */
const PROOFS = 5;

/** How many probes it takes to find culprits that break it only together, in rising order. The same for every run. */
export async function culpritCounts(units: number, culprits: number, rounds: number): Promise<number[]> {
  const random = randomFrom(units * 31 + culprits);
  const counts: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const wanted = new Set<number>();
    while (wanted.size < culprits) wanted.add(Math.floor(random() * units));
    counts.push(PROOFS + (await search(units, [...wanted])));
  }
  return counts.sort((one, other) => one - other);
}

async function search(units: number, culprits: readonly number[]): Promise<number> {
  const answers = new Map<string, Outcome>();
  const all = Array.from({ length: units }, (_, index) => index);
  const { set } = await minimise(all, async (asked) => {
    const name = asked.join();
    const outcome = culprits.every((unit) => asked.includes(unit)) ? 'fail' : 'pass';
    answers.set(name, outcome);
    return outcome;
  });
  if (set.length !== culprits.length) throw new Error(`found ${set.join()} instead of ${culprits.join()}`);
  return answers.size;
}
