import { createHash } from 'node:crypto';

/** Draws numbers in [0, 1). */
export type Random = () => number;

/** Numbers that are the same for the same seed (mulberry32, T. Ettinger, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A seed that is the same for the same text, whatever else there is. */
export function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE();
}

/** The members in an order that the random numbers decide. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item);
}

/** One of them, or `undefined` of none. */
export function oneOf<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
