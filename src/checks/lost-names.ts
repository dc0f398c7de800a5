import type { Difference, KeyChange } from '../diff/difference.ts';
import { THRESHOLDS } from './thresholds.ts';

/** A name that the change takes away: a key's, or that of a list's item (`item`; `list` is the list's own key). */
export type LostName = { name: string; item: boolean; list: string | undefined; change: KeyChange };

/**
 * The names of keys and list items that are gone, by which other places may still refer to them. None when so
 * many are gone that the file is another one.
 */
export function lostNames({ changes }: Difference): LostName[] {
  const lost = new Map<string, LostName>();
  for (const change of changes) {
    const last = change.segments.at(-1);
    if (change.kind !== 'removed' || last === undefined || /^\d+$/.test(last)) continue;
    const item = last.includes('=');
    const name = item ? last.slice(last.indexOf('=') + 1) : last;
    if (name.length < THRESHOLDS.referenceShortest) continue;
    lost.set(name, { name, item, list: item ? change.segments.at(-2) : undefined, change });
  }
  return lost.size > THRESHOLDS.referenceMostNames ? [] : [...lost.values()];
}
