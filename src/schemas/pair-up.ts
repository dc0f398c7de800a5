/** Pairs items whose keys are equal, by the first key for all, then by the next one for those that are left. */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((item: T) => string | undefined)[],
): { pairs: [T, T][]; extra: T[] } {
  const pairs: [T, T][] = [];
  let [then, now] = [[...before], [...after]];
  for (const key of keys) {
    for (const item of then) {
      const wanted = key(item);
      const partner = wanted === undefined ? undefined : now.find((other) => key(other) === wanted);
      if (partner === undefined) continue;
      pairs.push([item, partner]);
      now = now.filter((other) => other !== partner);
    }
    then = then.filter((item) => !pairs.some(([old]) => old === item));
  }
  return { pairs, extra: now };
}
