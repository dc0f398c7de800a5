/** What a probe says about a set of units. `unresolved`: it says nothing, as 125 does for `git bisect run`. */
export type Outcome = 'pass' | 'fail' | 'unresolved';

/** Asks about a set, sorted and without repeats. `stop`: nothing more may be asked. */
export type Ask = (set: readonly number[]) => Promise<Outcome | 'stop'>;

/** `minimal`: without any single one of its units the set was not seen to fail. */
export type Found = { set: number[]; minimal: boolean };

/** Culprits that are looked for one after the other before ddmin alone goes on with what is left. */
const MOST_SEARCHED = 8;

/**
 * A smallest part of `all` that still fails. `all` is known to fail, and the empty set to pass.
 *
 * First a binary search for the shortest beginning that fails: its last unit is needed, and the search goes on among
 * those before it. That takes about log2(n) probes for each culprit and is right where more units never repair what
 * fewer broke. Then ddmin (A. Zeller, R. Hildebrandt, IEEE TSE 28(2), 2002) on what is left, which assumes nothing.
 */
export async function minimise(all: readonly number[], ask: Ask): Promise<Found> {
  let smallest = [...all];
  let stopped = false;
  const fails = async (set: readonly number[]): Promise<boolean> => {
    if (stopped) return false;
    const outcome = await ask(set);
    if (outcome === 'stop') stopped = true;
    if (outcome === 'fail' && set.length < smallest.length) smallest = [...set];
    return outcome === 'fail';
  };
  const narrowed = await narrow(all, fails);
  const set = stopped ? smallest : await ddmin(narrowed, fails);
  return { set: stopped ? smallest : set, minimal: !stopped };
}

type Fails = (set: readonly number[]) => Promise<boolean>;

async function narrow(all: readonly number[], fails: Fails): Promise<number[]> {
  let needed: number[] = [];
  let pool = [...all];
  while (pool.length > 0 && needed.length < MOST_SEARCHED) {
    if (needed.length > 0 && (await fails(needed))) return needed;
    let [passing, failing] = [0, pool.length];
    while (failing - passing > 1) {
      const middle = (passing + failing) >> 1;
      if (await fails([...pool.slice(0, middle), ...needed])) failing = middle;
      else passing = middle;
    }
    needed = [pool[failing - 1]!, ...needed];
    pool = pool.slice(0, failing - 1);
  }
  return [...pool, ...needed];
}

async function ddmin(failing: readonly number[], fails: Fails): Promise<number[]> {
  let set = [...failing];
  let parts = 2;
  while (set.length >= 2) {
    const subsets = split(set, parts);
    const smaller = await firstOf(subsets, fails);
    if (smaller !== undefined) {
      set = smaller;
      parts = 2;
      continue;
    }
    const complements = parts === 2 ? [] : subsets.map((part) => set.filter((unit) => !part.includes(unit)));
    const without = await firstOf(complements, fails);
    if (without !== undefined) {
      set = without;
      parts = Math.max(parts - 1, 2);
    } else if (parts >= set.length) break;
    else parts = Math.min(set.length, parts * 2);
  }
  return set;
}

async function firstOf(sets: readonly number[][], fails: Fails): Promise<number[] | undefined> {
  for (const set of sets) if (await fails(set)) return set;
  return undefined;
}

/** `parts` parts of nearly the same length, in order. */
function split(set: readonly number[], parts: number): number[][] {
  const bounds = Array.from({ length: parts + 1 }, (_, index) => Math.round((index * set.length) / parts));
  return bounds.slice(1).map((end, index) => set.slice(bounds[index], end));
}
