import type { Effect } from '../effect.ts';
import type { NotRead } from '../not-read.ts';
import type { Unit } from '../unit.ts';

/** What is found in a file, gathered. */
export type Found = { units: Unit[]; effects: Effect[]; notRead: NotRead[] };

export function nothing(): Found {
  return { units: [], effects: [], notRead: [] };
}
